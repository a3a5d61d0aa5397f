import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { SerialPort } from 'serialport';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type PrinterSimulator,
  type PrinterSimulatorOptions,
  startPrinterSimulator,
} from '../../simulators/printer/printer-simulator.ts';
import { bytes, CUT, INIT, itfRows, PAPER_REPORT, rasterDoubled, statusRequest } from './printer-document.ts';

const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  vi.unstubAllEnvs();
});

async function startPrinter(options: PrinterSimulatorOptions = {}): Promise<PrinterSimulator> {
  const printer = await startPrinterSimulator(options);
  cleanUps.push(() => printer.stop());
  return printer;
}

/** Waits for something to come true; how long is no part of any test. */
async function eventually(assertion: () => void): Promise<void> {
  await vi.waitFor(assertion, { timeout: 10_000, interval: 10 });
}

interface Host {
  readonly port: SerialPort;
  /** All bytes the printer sent. */
  replies(): number[];
}

async function openPort(path: string): Promise<Host> {
  const port = new SerialPort({ path, baudRate: 115200 });
  const chunks: Buffer[] = [];
  port.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A write under way when the port closes tells its end here.
  port.on('error', () => undefined);
  await once(port, 'open');
  cleanUps.push(() => closePort(port));
  return { port, replies: () => [...Buffer.concat(chunks)] };
}

async function closePort(port: SerialPort): Promise<void> {
  if (!port.isOpen) return;
  const closed = once(port, 'close');
  port.close();
  await closed;
}

async function replyOf(host: Host, request: Uint8Array, length = 1): Promise<number[]> {
  const before = host.replies().length;
  host.port.write(request);
  await eventually(() => expect(host.replies()).toHaveLength(before + length));
  return host.replies().slice(before);
}

describe('a printer on a serial port', () => {
  it('turns bytes into paper', async () => {
    const printer = await startPrinter();
    const { port } = await openPort(printer.path);
    const seen: string[] = [];
    printer.onPaper((paper) => seen.push(paper.text));
    const document = bytes(INIT, 'Recibo de pagamento nº 1\n', CUT);
    port.write(document);
    await eventually(() => expect(printer.papers).toHaveLength(1));
    expect(printer.papers[0]).toMatchObject({
      text: 'Recibo de pagamento nº 1',
      bytes: document,
      width: 576,
    });
    expect(seen).toEqual(['Recibo de pagamento nº 1']);
    expect(printer.received).toEqual(document);
  });

  it('outlives the program that prints', async () => {
    const printer = await startPrinter();
    const first = await openPort(printer.path);
    first.port.write(bytes(INIT, 'um\n', CUT));
    await eventually(() => expect(printer.papers).toHaveLength(1));
    await closePort(first.port);
    const second = await openPort(printer.path);
    second.port.write(bytes(INIT, 'dois\n', CUT));
    await eventually(() => expect(printer.papers.map((paper) => paper.text)).toEqual(['um', 'dois']));
  });

  it('passes every byte value unchanged', async () => {
    const printer = await startPrinter();
    const { port } = await openPort(printer.path);
    const all = Buffer.from(Array.from({ length: 4096 }, (_, index) => index % 256));
    port.write(all);
    await eventually(() => expect(printer.received.equals(all)).toBe(true));
  });

  it('takes a document at the pace of a slow line', async () => {
    const printer = await startPrinter({ baudRate: 19200 });
    const { port } = await openPort(printer.path);
    const document = bytes(INIT, 'devagar e sempre\n'.repeat(10), CUT);
    port.write(document);
    await eventually(() => expect(printer.papers).toHaveLength(1));
    expect(printer.received).toEqual(document);
  });

  it('tells in one line that socat is missing', async () => {
    vi.stubEnv('PATH', '');
    await expect(startPrinterSimulator()).rejects.toThrow(/^socat is missing: apt-get install socat$/);
  });
});

describe('status', () => {
  it.each([
    ['ready', {}, [0x16, 0x12, 0x12, 0x12]],
    ['paper near its end', { paper: 'near-end' }, [0x16, 0x12, 0x12, 0x1e]],
    ['out of paper', { paper: 'out' }, [0x1e, 0x32, 0x12, 0x7e]],
    ['cover open', { cover: 'open' }, [0x1e, 0x16, 0x12, 0x12]],
    ['offline', { offline: true }, [0x1e, 0x12, 0x12, 0x12]],
    ['cutter jam', { error: 'cutter' }, [0x1e, 0x52, 0x1a, 0x12]],
    ['broken', { error: 'unrecoverable' }, [0x1e, 0x52, 0x32, 0x12]],
    ['too hot', { error: 'auto-recoverable' }, [0x1e, 0x52, 0x52, 0x12]],
  ] as const)('answers real-time requests: %s', async (_, condition, expected) => {
    const printer = await startPrinter();
    const host = await openPort(printer.path);
    printer.setCondition(condition);
    expect(await replyOf(host, bytes(...[1, 2, 3, 4].map(statusRequest)), 4)).toEqual(expected);
  });

  it('answers GS r 1 in its turn, and while offline not at all', async () => {
    const printer = await startPrinter();
    const host = await openPort(printer.path);
    expect(await replyOf(host, PAPER_REPORT)).toEqual([0x00]);
    printer.setCondition({ paper: 'near-end' });
    expect(await replyOf(host, PAPER_REPORT)).toEqual([0x03]);
    printer.setCondition({ cover: 'open' });
    // The real-time answer overtakes the report, which waits for the cover.
    expect(await replyOf(host, bytes(PAPER_REPORT, statusRequest(1)))).toEqual([0x1e]);
    printer.setCondition({ cover: 'closed', paper: 'ok' });
    await eventually(() => expect(host.replies().at(-1)).toBe(0x00));
  });

  it('tells changes unasked after GS a', async () => {
    const printer = await startPrinter();
    const host = await openPort(printer.path);
    expect(await replyOf(host, Buffer.of(0x1d, 0x61, 15), 4)).toEqual([0x14, 0x00, 0x00, 0x00]);
    printer.setCondition({ paper: 'out' });
    await eventually(() => expect(host.replies().slice(4)).toEqual([0x1c, 0x00, 0x0f, 0x00]));
    printer.setCondition({ paper: 'ok', cover: 'open' });
    await eventually(() => expect(host.replies().slice(8)).toEqual([0x3c, 0x00, 0x00, 0x00]));
  });

  it('prints but answers nothing when silent', async () => {
    const printer = await startPrinter();
    const host = await openPort(printer.path);
    printer.setCondition({ silent: true });
    host.port.write(bytes(INIT, statusRequest(1), PAPER_REPORT, 'mudo\n', CUT));
    await eventually(() => expect(printer.papers).toHaveLength(1));
    printer.setCondition({ silent: false });
    expect(await replyOf(host, statusRequest(1))).toEqual([0x16]);
    expect(host.replies()).toHaveLength(1);
  });

  it('answers a request between two parts of a document without printing it', async () => {
    const printer = await startPrinter();
    const host = await openPort(printer.path);
    await replyOf(host, bytes(INIT, 'antes ', statusRequest(4)));
    host.port.write(bytes('depois\n', CUT));
    await eventually(() => expect(printer.papers[0]?.text).toBe('antes depois'));
    expect(printer).toMatchObject({ unknown: [], strayControls: [] });
  });
});

describe('trouble', () => {
  it('keeps a document waiting while the cover is open', async () => {
    const printer = await startPrinter();
    const host = await openPort(printer.path);
    printer.setCondition({ cover: 'open' });
    await replyOf(host, bytes(INIT, 'espera\n', CUT, statusRequest(1)));
    expect(printer.papers).toEqual([]);
    printer.setCondition({ cover: 'closed' });
    expect(printer.papers.map((paper) => paper.text)).toEqual(['espera']);
  });

  it('runs out in mid-document; the buffer is cleared and all of it printed again', async () => {
    const begin = bytes(INIT, 'linha 1\n');
    const document = bytes(begin, 'linha 2\n', CUT);
    const printer = await startPrinter({ paperOutAtByte: begin.length + 3 });
    const host = await openPort(printer.path);
    host.port.write(document);
    await eventually(() => expect(printer.condition.paper).toBe('out'));
    expect(await replyOf(host, statusRequest(4))).toEqual([0x7e]);
    const clear = Buffer.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
    expect(await replyOf(host, clear, 3)).toEqual([0x37, 0x25, 0x00]);
    printer.setCondition({ paper: 'ok' });
    host.port.write(document);
    await eventually(() => expect(printer.papers.map((paper) => paper.text)).toEqual(['linha 1\nlinha 2']));
    expect(printer.fragments.map((paper) => paper.text)).toEqual(['linha 1']);
  });

  it('holds the line: writes do not end until it lets go', async () => {
    const printer = await startPrinter();
    const { port } = await openPort(printer.path);
    await printer.setStalled(true);
    const ended = vi.fn();
    const document = bytes(INIT, 'parado\n', CUT);
    port.write(document, ended);
    // Another printer answers meanwhile: there was time for the write to end.
    await replyOf(await openPort((await startPrinter()).path), statusRequest(1));
    expect(ended).not.toHaveBeenCalled();
    await printer.setStalled(false);
    await eventually(() => expect(printer.papers).toHaveLength(1));
    await eventually(() => expect(ended).toHaveBeenCalled());
  });

  it('stops reading once its small buffer is full', async () => {
    const printer = await startPrinter({ receiveBufferBytes: 64 });
    const { port } = await openPort(printer.path);
    printer.setCondition({ offline: true });
    const document = bytes(INIT, rasterDoubled(itfRows('1234')), CUT);
    port.write(document);
    await eventually(() => expect(printer.received).toHaveLength(64));
    printer.setCondition({ offline: false });
    await eventually(() => expect(printer.papers).toHaveLength(1));
    expect(printer.received).toEqual(document);
  });

  it('can be unplugged and plugged in again at the same path', async () => {
    const printer = await startPrinter();
    const { port } = await openPort(printer.path);
    const closed = once(port, 'close');
    await printer.unplug();
    expect((await closed)[0]).toMatchObject({ disconnected: true });
    expect(existsSync(printer.path)).toBe(false);
    await printer.plug();
    const again = await openPort(printer.path);
    again.port.write(bytes(INIT, 'de volta\n', CUT));
    await eventually(() => expect(printer.papers.map((paper) => paper.text)).toEqual(['de volta']));
  });
});
