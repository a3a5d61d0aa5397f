import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectPrinter } from '../../../src-main/printing/connect-printer.ts';
import { receiptDocument } from '../../../src-main/printing/documents/receipt.ts';
import { encodeDocument } from '../../../src-main/printing/escpos/encode.ts';
import { PrintQueue } from '../../../src-main/printing/print-queue.ts';
import { genericProfile } from '../../../src-main/printing/printer-profile.ts';
import { systemClock } from '../../../src-main/shell/system-clock.ts';
import type { PrinterSettings } from '../../../src-main/technician/bench-printer.ts';
import { createPrinterBench, type PrinterLoan } from '../../../src-main/technician/printer-bench.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../simulators/printer/printer-simulator.ts';
import { openPtyLine } from '../../simulators/printer/pty-line.ts';
import { decodeBarcodes } from '../../simulators/printer/zbar.ts';
import { receiptInput } from '../../unit/printing/documents/sample-inputs.ts';
import { MemoryPrintJobStore } from '../../unit/printing/memory-print-job-store.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { settingsWith } from './probe-setup.ts';

type BaudRate = NonNullable<PrinterSettings['serial']>['baudRate'];

const timeouts = { reply: 300, stall: 600, finish: 900, watch: 100 };
const { terminal } = settingsWith({});
const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function startPrinter(baudRate = 115_200): Promise<PrinterSimulator> {
  const printer = await startPrinterSimulator({ baudRate });
  cleanUps.push(() => printer.stop());
  return printer;
}

function at(path: string, model = 'generic-80mm', baudRate: BaudRate = 115_200): PrinterSettings {
  return { model, logo: false, copies: 'customer', serial: { path, baudRate, flowControl: 'none' } };
}

function createBench(loan?: PrinterLoan) {
  const log = new RecordingLog();
  return {
    log,
    bench: createPrinterBench({
      dataFolder: tmpdir(),
      borrow: () => loan,
      clock: systemClock,
      log,
      timeouts,
    }),
  };
}

/** A kiosk's queue that holds the port. */
function runKiosk(settings: PrinterSettings) {
  const log = new RecordingLog();
  const printer = connectPrinter({
    place: settings,
    profile: genericProfile('80mm'),
    clock: systemClock,
    log,
    timeouts,
  });
  const queue = new PrintQueue({
    store: new MemoryPrintJobStore(),
    printer,
    encode: (document) => encodeDocument(document, genericProfile('80mm')),
    clock: systemClock,
    log,
  });
  queue.start();
  cleanUps.push(async () => {
    await queue.stop();
    await printer.close();
  });
  const loan: PrinterLoan = {
    lend: (work) => queue.lend(work),
    runningSettings: () => settings,
    runningStatus: () => queue.status(),
    runningHearsNoise: () => printer.hearsNoise,
  };
  return { queue, loan, log };
}

describe('a printer on trial', () => {
  it('tells its status live', async () => {
    const printer = await startPrinter();
    const { bench } = createBench();
    expect(await bench.status(at(printer.path))).toBe('ok');
    printer.setCondition({ cover: 'open' });
    expect(await bench.status(at(printer.path))).toBe('cover-open');
    printer.setCondition({ cover: 'closed', paper: 'out' });
    expect(await bench.status(at(printer.path))).toBe('no-paper');
    expect(await bench.status(at('/dev/no-such-port'))).toBe('offline');
    expect(await bench.status(undefined)).toBe('not-configured');
  });

  it.each(['80mm', '58mm'] as const)('prints a page on %s paper whose codes scan', async (paper) => {
    const printer = await startPrinterSimulator({ paperWidth: paper });
    cleanUps.push(() => printer.stop());
    const { bench } = createBench();
    const report = await bench.testPage(at(printer.path, `generic-${paper}`), terminal);
    expect(report).toMatchObject({ worked: true, exchanges: [] });
    const page = printer.papers[0] ?? printer.unfinished;
    expect(page?.text).toContain('T01');
    expect(printer.overflows).toEqual([]);
    expect(await decodeBarcodes(page?.png ?? Buffer.alloc(0))).toHaveLength(2);
  });

  it.each([
    [{ paper: 'out' }, 'PRINTER-STATUS', /Sem papel/],
    [{ cover: 'open' }, 'PRINTER-STATUS', /tampa/],
    [{ silent: true }, 'PRINTER-STATUS', /não respondeu/],
  ] as const)('says what to do when it is %o', async (condition, code, words) => {
    const printer = await startPrinter();
    printer.setCondition(condition);
    const { bench, log } = createBench();
    const report = await bench.testPage(at(printer.path), terminal);
    expect(report).toMatchObject({ worked: false, code });
    expect(report.summary).toMatch(words);
    expect(log.codes).toContain(code);
  });

  it('knows a port that is not there, and one that may not be opened', async () => {
    const { bench, log } = createBench();
    const missing = await bench.testPage(at('/dev/no-such-port'), terminal);
    expect(missing).toMatchObject({ worked: false, code: 'PRINTER-NOT-OPENED' });
    expect(missing.summary).toMatch(/não existe nesta máquina/);
    expect(log.codes).toContain('PRINTER-NOT-OPENED');
    expect((await bench.testPage(undefined, terminal)).worked).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)('knows a port without permission', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'port-'));
    cleanUps.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'port');
    await writeFile(file, '');
    await chmod(file, 0);
    expect((await createBench().bench.testPage(at(file), terminal)).summary).toMatch(/dialout/);
  });

  it('knows a printer at another speed by answers that are no status', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'port-'));
    cleanUps.push(() => rm(folder, { recursive: true }));
    const path = join(folder, 'port');
    // What 0x12 looks like at a speed that is not the line's own.
    const line = await openPtyLine(path, () => line.send(Buffer.from([0xf8, 0x80, 0xfe])));
    cleanUps.push(() => line.close());
    const { bench, log } = createBench();
    expect(await bench.status(at(path))).toBe('wrong-speed');
    expect(log.codes).toContain('PRINTER-NOISE');
    const report = await bench.testPage(at(path), terminal);
    expect(report.worked).toBe(false);
    expect(report.summary).toMatch(/outra velocidade/);
  });
});

describe('a printer that the running kiosk holds', () => {
  it('is told by the kiosk and left alone while the settings are its own', async () => {
    const printer = await startPrinter();
    const { queue, loan } = runKiosk(at(printer.path));
    await vi.waitFor(() => expect(queue.status()).toBe('ok'));
    const { bench } = createBench({ ...loan, lend: () => Promise.reject(new Error('lent')) });
    const heard = printer.received.length;
    expect(await bench.status(at(printer.path))).toBe('ok');
    expect(printer.received.length).toBe(heard);
  });

  it('is lent for a test page, and prints for the kiosk again afterwards', async () => {
    const printer = await startPrinter();
    const { queue, loan, log } = runKiosk(at(printer.path));
    await vi.waitFor(() => expect(queue.status()).toBe('ok'));
    const { bench } = createBench(loan);
    expect(await bench.testPage(at(printer.path), terminal)).toMatchObject({ worked: true });
    const job = queue.enqueue({ kind: 'receipt', document: receiptDocument(receiptInput), visitId: 'v1' });
    await vi.waitFor(() => expect(queue.stateOf(job)).toEqual({ state: 'printed' }), 10_000);
    expect(printer.papers.map(({ text }) => /TESTE DE IMPRESSÃO/.test(text))).toEqual([true, false]);
    expect(log.codes).not.toContain('PRINTER-NOT-OPENED');
  });

  it('is lent when the draft calls the same port by another name', async () => {
    const printer = await startPrinter();
    const folder = await mkdtemp(join(tmpdir(), 'port-'));
    cleanUps.push(() => rm(folder, { recursive: true }));
    await symlink(printer.path, join(folder, 'by-id'));
    const { queue, loan } = runKiosk(at(printer.path));
    await vi.waitFor(() => expect(queue.status()).toBe('ok'));
    const { bench } = createBench(loan);
    expect(await bench.testPage(at(join(folder, 'by-id')), terminal)).toMatchObject({ worked: true });
  });

  it('is said to be in use when somebody else holds the port', async () => {
    const printer = await startPrinter();
    const { queue } = runKiosk(at(printer.path));
    await vi.waitFor(() => expect(queue.status()).toBe('ok'));
    const report = await createBench().bench.testPage(at(printer.path), terminal);
    expect(report).toMatchObject({ worked: false, code: 'PRINTER-NOT-OPENED' });
    expect(report.summary).toMatch(/Outro programa/);
  });

  it('is lent after the receipt in hand, which comes out whole', async () => {
    const printer = await startPrinter(19_200);
    const settings = at(printer.path, 'generic-80mm', 19_200);
    const { queue, loan } = runKiosk(settings);
    await vi.waitFor(() => expect(queue.status()).toBe('ok'));
    const job = queue.enqueue({ kind: 'receipt', document: receiptDocument(receiptInput), visitId: 'v1' });
    await vi.waitFor(() => expect(queue.stateOf(job)).toEqual({ state: 'printing' }), { interval: 5 });
    const { bench } = createBench(loan);
    expect(await bench.testPage(settings, terminal)).toMatchObject({ worked: true });
    expect(queue.stateOf(job)).toEqual({ state: 'printed' });
    expect(printer.papers.map(({ text }) => /TESTE DE IMPRESSÃO/.test(text))).toEqual([false, true]);
    expect(printer.papers[0]?.text).toContain('NÃO É DOCUMENTO FISCAL');
  });

  it('is asked itself when the draft has another speed', async () => {
    const printer = await startPrinter();
    const { queue, loan } = runKiosk(at(printer.path));
    await vi.waitFor(() => expect(queue.status()).toBe('ok'));
    const { bench } = createBench(loan);
    expect(await bench.status(at(printer.path, 'generic-80mm', 57_600))).toBe('ok');
    await vi.waitFor(() => expect(queue.status()).toBe('ok'));
  });
});
