import { createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectPrinter } from '../../../src-main/printing/connect-printer.ts';
import { receiptDocument } from '../../../src-main/printing/documents/receipt.ts';
import { slipDocument } from '../../../src-main/printing/documents/slip.ts';
import { encodeDocument } from '../../../src-main/printing/escpos/encode.ts';
import type { PrinterTimeouts } from '../../../src-main/printing/escpos-printer.ts';
import type { PrinterModel } from '../../../src-main/printing/printer-models.ts';
import { profileOf } from '../../../src-main/printing/printer-profile.ts';
import { systemClock } from '../../../src-main/shell/system-clock.ts';
import {
  type PrinterSimulatorOptions,
  startPrinterSimulator,
} from '../../simulators/printer/printer-simulator.ts';
import { receiptInput, slipInput } from '../../unit/printing/documents/sample-inputs.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { virtualPrinter } from './virtual-printer.ts';

/** Real waits, but short ones: these tests wait for them to pass. */
const impatient: PrinterTimeouts = { reply: 300, stall: 600, finish: 900, watch: 100 };

const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function connect(port: number, model: PrinterModel = 'generic-80mm') {
  const log = new RecordingLog();
  const printer = connectPrinter({
    place: { tcp: { host: '127.0.0.1', port } },
    profile: profileOf(model),
    clock: systemClock,
    log,
    timeouts: impatient,
  });
  cleanUps.push(() => printer.close());
  return { printer, log };
}

async function setUp(options: PrinterSimulatorOptions = {}, model: PrinterModel = 'generic-80mm') {
  const profile = profileOf(model);
  const simulator = await startPrinterSimulator({ ...virtualPrinter(profile), wire: 'tcp', ...options });
  cleanUps.push(() => simulator.stop());
  const receipt = encodeDocument(receiptDocument(receiptInput), profile);
  const slip = encodeDocument(slipDocument(slipInput), profile);
  return { simulator, receipt, slip, ...connect(simulator.port, model) };
}

describe('a printer on the network', () => {
  it.each(['generic-80mm', 'bematech-mp-4200', 'elgin-vox', 'custom-vkp80'] as const)(
    'prints as a %s',
    async (model) => {
      const { simulator, printer, slip } = await setUp({}, model);
      expect(await printer.status()).toBe('ok');
      expect(await printer.print(slip)).toEqual({ outcome: 'printed' });
      expect(simulator.papers[0]?.text).toContain('BOLETO');
      expect(simulator.unknown).toEqual([]);
    },
  );

  it('is uncertain of a job when the cable is pulled, and connects afresh afterwards', async () => {
    const { simulator, printer, slip, receipt } = await setUp({ baudRate: 19_200 });
    const outcome = printer.print(slip);
    await vi.waitFor(() => expect(simulator.received.length).toBeGreaterThan(1000), 5000);
    await simulator.unplug();
    expect(await outcome).toEqual({ outcome: 'uncertain', status: 'offline' });
    expect(await printer.status()).toBe('offline');
    await simulator.plug();
    expect(await printer.print(receipt)).toEqual({ outcome: 'printed' });
    expect(simulator.papers.at(-1)?.text).toContain('NÃO É DOCUMENTO FISCAL');
  });

  it('notices a connection that is only half open, and prints on another', async () => {
    const { simulator, printer, receipt } = await setUp();
    expect(await printer.status()).toBe('ok');
    // Switched off without a word: whatever is sent is taken by the network, and nobody answers.
    await simulator.setStalled(true);
    simulator.setCondition({ silent: true });
    expect(await printer.print(receipt)).toEqual({ outcome: 'not-printed', status: 'offline' });
    await simulator.setStalled(false);
    simulator.setCondition({ silent: false });
    expect(await printer.print(receipt)).toEqual({ outcome: 'printed' });
    expect(simulator.papers).toHaveLength(1);
  });

  it('is uncertain of a job that is taken and never confirmed', async () => {
    const { simulator, printer, slip } = await setUp({ baudRate: 19_200 });
    const outcome = printer.print(slip);
    await vi.waitFor(() => expect(simulator.received.length).toBeGreaterThan(1000), 5000);
    await simulator.setStalled(true);
    expect(await outcome).toEqual({ outcome: 'uncertain', status: 'offline' });
  });

  it('is offline, and says so once in the log, where nobody listens', async () => {
    const { simulator } = await setUp();
    const { port } = simulator;
    await simulator.unplug();
    const { printer, log } = connect(port);
    expect(await printer.status()).toBe('offline');
    expect(await printer.status()).toBe('offline');
    expect(log.codes).toEqual(['PRINTER-NOT-OPENED']);
  });

  it('is offline where somebody listens who is no printer', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    const { printer } = connect(typeof address === 'object' && address ? address.port : 0);
    expect(await printer.status()).toBe('offline');
    await printer.close();
  });
});
