import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectPrinter } from '../../../src-main/printing/connect-printer.ts';
import { receiptDocument } from '../../../src-main/printing/documents/receipt.ts';
import { slipDocument } from '../../../src-main/printing/documents/slip.ts';
import { encodeDocument } from '../../../src-main/printing/escpos/encode.ts';
import type { PrinterTimeouts } from '../../../src-main/printing/escpos-printer.ts';
import { PrintQueue } from '../../../src-main/printing/print-queue.ts';
import type { Printer } from '../../../src-main/printing/printer.ts';
import { genericProfile } from '../../../src-main/printing/printer-profile.ts';
import type { FlowControl } from '../../../src-main/printing/serial-line.ts';
import type { ListedPort, ListPorts } from '../../../src-main/printing/serial-ports.ts';
import { systemClock } from '../../../src-main/shell/system-clock.ts';
import {
  type PrinterSimulator,
  type PrinterSimulatorOptions,
  startPrinterSimulator,
} from '../../simulators/printer/printer-simulator.ts';
import { decodeBarcodes } from '../../simulators/printer/zbar.ts';
import {
  bankBarcode,
  pixCode,
  receiptInput,
  slipInput,
} from '../../unit/printing/documents/sample-inputs.ts';
import { MemoryPrintJobStore } from '../../unit/printing/memory-print-job-store.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';

const profile = genericProfile('80mm');
const slip = encodeDocument(slipDocument(slipInput), profile);
const receipt = receiptDocument(receiptInput);
const receiptBytes = encodeDocument(receipt, profile);

/** Real waits, but short ones: these tests wait for them to pass. */
const impatient: PrinterTimeouts = { reply: 300, stall: 600, finish: 900, watch: 100 };

/** For what takes as long as the machine wants. */
const patient: PrinterTimeouts = { reply: 5000, stall: 10_000, finish: 10_000, watch: 100 };

const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function startSimulator(options: PrinterSimulatorOptions = {}): Promise<PrinterSimulator> {
  const simulator = await startPrinterSimulator(options);
  cleanUps.push(() => simulator.stop());
  return simulator;
}

function connect(
  path: string,
  options: {
    baudRate?: number;
    timeouts?: PrinterTimeouts;
    log?: RecordingLog;
    flowControl?: FlowControl;
    listPorts?: ListPorts;
  } = {},
): Printer {
  const printer = connectPrinter({
    place: {
      serial: { path, baudRate: options.baudRate ?? 115_200, flowControl: options.flowControl ?? 'none' },
    },
    ...(options.listPorts && { listPorts: options.listPorts }),
    profile,
    clock: systemClock,
    log: options.log ?? new RecordingLog(),
    timeouts: options.timeouts ?? impatient,
  });
  cleanUps.push(() => printer.close());
  return printer;
}

async function setUp(options: PrinterSimulatorOptions = {}) {
  const simulator = await startSimulator(options);
  const { baudRate } = options;
  return { simulator, printer: connect(simulator.path, baudRate === undefined ? {} : { baudRate }) };
}

describe('a printer on a serial port', () => {
  it('prints a slip that scans', async () => {
    const { simulator, printer } = await setUp();
    expect(await printer.print(slip)).toEqual({ outcome: 'printed' });
    expect(simulator.papers).toHaveLength(1);
    expect(simulator.unknown).toEqual([]);
    const symbols = await decodeBarcodes(simulator.papers[0]?.png ?? Buffer.alloc(0));
    expect(symbols.map((symbol) => symbol.data).sort()).toEqual([pixCode, bankBarcode].sort());
  });

  it('calls nothing printed before the paper is out, however fast the bytes left', async () => {
    const { simulator, printer } = await setUp({ baudRate: 38_400 });
    let papersAtTheEnd = 0;
    const outcome = await printer.print(slip).finally(() => {
      papersAtTheEnd = simulator.papers.length;
    });
    expect(outcome).toEqual({ outcome: 'printed' });
    expect(papersAtTheEnd).toBe(1);
  });

  it('takes late answers for what they are', async () => {
    const simulator = await startSimulator({ baudRate: 19_200 });
    // The line is six times slower than the port: questions queue behind the job, and answers come after their time.
    expect(
      await connect(simulator.path, { baudRate: 115_200, timeouts: { ...impatient, finish: 5000 } }).print(
        slip,
      ),
    ).toEqual({
      outcome: 'printed',
    });
  });

  it('does one job after the other', async () => {
    const { simulator, printer } = await setUp();
    const outcomes = await Promise.all([
      printer.print(receiptBytes),
      printer.status(),
      printer.print(slip),
      printer.print(receiptBytes),
    ]);
    expect(outcomes).toEqual([{ outcome: 'printed' }, 'ok', { outcome: 'printed' }, { outcome: 'printed' }]);
    expect(simulator.papers.map((paper) => /BOLETO/.test(paper.text))).toEqual([false, true, false]);
    expect(simulator.unknown).toEqual([]);
  });

  it.each([
    ['ok', {}],
    ['near-end', { paper: 'near-end' }],
    ['no-paper', { paper: 'out' }],
    ['cover-open', { cover: 'open' }],
    ['error', { error: 'cutter' }],
    ['offline', { offline: true }],
    ['offline', { silent: true }],
  ] as const)('says %s when the printer is %o', async (status, condition) => {
    const { simulator, printer } = await setUp();
    simulator.setCondition(condition);
    expect(await printer.status()).toBe(status);
  });

  it.each([
    ['no-paper', { paper: 'out' }],
    ['cover-open', { cover: 'open' }],
    ['offline', { offline: true }],
    ['offline', { silent: true }],
  ] as const)('sends nothing of a job while %s (%o), and prints it afterwards', async (status, condition) => {
    const { simulator, printer } = await setUp();
    simulator.setCondition(condition);
    expect(await printer.print(receiptBytes)).toEqual({ outcome: 'not-printed', status });
    simulator.setCondition({ paper: 'ok', cover: 'closed', offline: false, silent: false });
    expect(simulator.unfinished).toBeUndefined();
    expect(await printer.print(receiptBytes)).toEqual({ outcome: 'printed' });
    expect(simulator.papers).toHaveLength(1);
  });

  it('says uncertain, and why, when the paper runs out in mid-job', async () => {
    const { simulator, printer } = await setUp({ paperOutAtByte: 400 });
    expect(await printer.print(receiptBytes)).toEqual({ outcome: 'uncertain', status: 'no-paper' });
    expect(await printer.status()).toBe('no-paper');
    simulator.setCondition({ paper: 'ok' });
    expect(await printer.print(receiptBytes)).toEqual({ outcome: 'printed' });
    // The rest of the first one was cleared, so the new roll begins with a whole receipt.
    expect(simulator.fragments).toHaveLength(1);
    expect(simulator.papers).toHaveLength(1);
    expect(simulator.papers[0]?.text).toMatch(/^FIBRA DO VALE/);
  });

  it('says uncertain when the cover is opened in mid-job', async () => {
    const { simulator, printer } = await setUp({ baudRate: 19_200 });
    const outcome = printer.print(slip);
    await vi.waitFor(() => expect(simulator.received.length).toBeGreaterThan(1000), 5000);
    simulator.setCondition({ cover: 'open' });
    expect(await outcome).toEqual({ outcome: 'uncertain', status: 'cover-open' });
    expect(simulator.papers).toEqual([]);
  });

  it('says uncertain when unplugged in mid-job, and connects afresh afterwards', async () => {
    const { simulator, printer } = await setUp({ baudRate: 19_200 });
    const outcome = printer.print(slip);
    await vi.waitFor(() => expect(simulator.received.length).toBeGreaterThan(1000), 5000);
    await simulator.unplug();
    expect(await outcome).toEqual({ outcome: 'uncertain', status: 'offline' });
    expect(await printer.status()).toBe('offline');
    await simulator.plug();
    expect(await printer.status()).toBe('ok');
    expect(await printer.print(receiptBytes)).toEqual({ outcome: 'printed' });
    // The printer was left inside a picture of the slip, which must not swallow the receipt.
    expect(simulator.papers.at(-1)?.text).toContain('NÃO É DOCUMENTO FISCAL');
  });

  it('says uncertain when the printer falls silent in mid-job', async () => {
    const { simulator, printer } = await setUp({ baudRate: 19_200 });
    const outcome = printer.print(slip);
    await vi.waitFor(() => expect(simulator.received.length).toBeGreaterThan(1000), 5000);
    simulator.setCondition({ silent: true });
    expect(await outcome).toEqual({ outcome: 'uncertain', status: 'offline' });
    simulator.setCondition({ silent: false });
    expect(await printer.status()).toBe('ok');
  });

  it('says uncertain when the line stalls in mid-job, and ends in time', async () => {
    const { simulator, printer } = await setUp({ baudRate: 19_200 });
    const outcome = printer.print(slip);
    await vi.waitFor(() => expect(simulator.received.length).toBeGreaterThan(1000), 5000);
    await simulator.setStalled(true);
    expect(await outcome).toEqual({ outcome: 'uncertain', status: 'offline' });
    expect(await printer.status()).toBe('offline');
  });

  it('notices a printer that is unplugged while nothing happens', async () => {
    const { simulator, printer } = await setUp();
    expect(await printer.status()).toBe('ok');
    await simulator.unplug();
    expect(await printer.status()).toBe('offline');
    expect(await printer.print(receiptBytes)).toEqual({ outcome: 'not-printed', status: 'offline' });
    await simulator.plug();
    expect(await printer.print(receiptBytes)).toEqual({ outcome: 'printed' });
  });

  it('is offline, and says so once in the log, when there is no such port', async () => {
    const log = new RecordingLog();
    const printer = connect('/dev/no-such-printer', { log });
    expect(await printer.status()).toBe('offline');
    expect(await printer.status()).toBe('offline');
    expect(log.codes).toEqual(['PRINTER-NOT-OPENED']);
  });

  it('refuses a speed at which ports open and say nothing', async () => {
    const log = new RecordingLog();
    const simulator = await startSimulator();
    expect(await connect(simulator.path, { baudRate: 12_345, log }).status()).toBe('offline');
    expect(log.entries[0]?.fields).toEqual({ detail: 'baud rate 12345 is not usable' });
  });

  it.each(['none', 'rtscts', 'xonxoff'] as const)('prints with flow control %s', async (flowControl) => {
    const simulator = await startSimulator();
    expect(await connect(simulator.path, { flowControl }).print(slip)).toEqual({ outcome: 'printed' });
  });

  it('pauses when a printer asks it to by XOFF, and not by chance', async () => {
    // Many times what a pseudo terminal and its pipe hold: that much is under way before a pause takes effect.
    const long = Buffer.concat(Array.from({ length: 16 }, () => slip));
    const mostWaiting = async (flowControl: FlowControl): Promise<number> => {
      const simulator = await startSimulator({ baudRate: 230_400, xonXoff: true });
      const printer = connect(simulator.path, { flowControl, timeouts: patient });
      expect(await printer.print(long)).toEqual({ outcome: 'printed' });
      expect(simulator.unknown).toEqual([]);
      return simulator.mostWaiting;
    };
    expect(await mostWaiting('xonxoff')).toBeLessThan((await mostWaiting('none')) / 2);
  });

  it('ends a job at once when it is closed', async () => {
    const { simulator, printer } = await setUp({ baudRate: 19_200 });
    const outcome = printer.print(slip);
    await vi.waitFor(() => expect(simulator.received.length).toBeGreaterThan(1000), 5000);
    await printer.close();
    expect(await outcome).toEqual({ outcome: 'uncertain', status: 'offline' });
  });
});

describe('a printer whose cable goes to another port', () => {
  const adapter = { vendorId: '0403', productId: '6001', serialNumber: 'A50285BI' };

  /** Two ports, of which the printer is at the first, and what the system lists. */
  async function setUpTwoPorts() {
    const [first, second] = [await startSimulator(), await startSimulator()];
    await second.unplug();
    const listed: ListedPort[] = [];
    const list = (path: string, port: Partial<ListedPort> = adapter) => listed.push({ path, ...port });
    list(first.path);
    const log = new RecordingLog();
    const printer = connect(first.path, { log, listPorts: () => Promise.resolve([...listed]) });
    expect(await printer.status()).toBe('ok');
    await first.unplug();
    await second.plug();
    listed.length = 0;
    expect(await printer.status()).toBe('offline');
    return { first, second, list, listed, log, printer };
  }

  it('is found there by its adapter', async () => {
    const { second, list, log, printer } = await setUpTwoPorts();
    list(second.path);
    list('/dev/null', { vendorId: '1a86', productId: '7523' });
    expect(await printer.status()).toBe('ok');
    expect(await printer.print(receiptBytes)).toEqual({ outcome: 'printed' });
    expect(second.papers).toHaveLength(1);
    expect(log.codes).toContain('PRINTER-MOVED');
  });

  it('is not guessed at among several that look alike, nor where another adapter is', async () => {
    const { second, list, listed, printer } = await setUpTwoPorts();
    list(second.path);
    list('/dev/null');
    expect(await printer.status()).toBe('offline');
    listed.length = 0;
    list(second.path, { ...adapter, serialNumber: 'another' });
    expect(await printer.status()).toBe('offline');
    expect(second.received).toHaveLength(0);
  });

  it('is at its own port again when it is put back', async () => {
    const { first, second, list, listed, printer } = await setUpTwoPorts();
    list(second.path);
    expect(await printer.status()).toBe('ok');
    await second.unplug();
    listed.length = 0;
    expect(await printer.status()).toBe('offline');
    await first.plug();
    list(first.path);
    expect(await printer.print(receiptBytes)).toEqual({ outcome: 'printed' });
    expect(first.papers).toHaveLength(1);
  });
});

describe('the print queue on a serial port', () => {
  it('prints the whole receipt again, marked, after a new roll', async () => {
    const simulator = await startSimulator({ paperOutAtByte: 400 });
    const queue = new PrintQueue({
      store: new MemoryPrintJobStore(),
      printer: connect(simulator.path),
      encode: (document) => encodeDocument(document, profile),
      clock: systemClock,
      log: new RecordingLog(),
    });
    cleanUps.push(() => queue.stop());
    queue.start();
    const job = queue.enqueue({ kind: 'receipt', document: receipt, visitId: 'v1' });
    await vi.waitFor(
      () => expect(queue.stateOf(job)).toEqual({ state: 'waiting', trouble: 'no-paper' }),
      10_000,
    );
    simulator.setCondition({ paper: 'ok' });
    await vi.waitFor(() => expect(queue.stateOf(job)).toEqual({ state: 'printed' }), 10_000);
    expect(simulator.papers.map((paper) => paper.text)).toEqual([expect.stringMatching(/^REIMPRESSÃO\n/)]);
  });
});
