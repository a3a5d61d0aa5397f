import { encodeDocument } from '../../../src-main/printing/escpos/encode.ts';
import { EscPosPrinter } from '../../../src-main/printing/escpos-printer.ts';
import { PrintQueue } from '../../../src-main/printing/print-queue.ts';
import type { LineListener, PrinterLine, SendResult } from '../../../src-main/printing/printer-line.ts';
import type { PrinterProfile } from '../../../src-main/printing/printer-profile.ts';
import { type Paper, PrinterEngine } from '../../simulators/printer/engine.ts';
import { ManualClock } from '../../unit/printing/manual-clock.ts';
import { MemoryPrintJobStore } from '../../unit/printing/memory-print-job-store.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { virtualPrinter } from './virtual-printer.ts';

const BYTES_PER_SECOND = 11_520;

/** A kiosk's queue and a virtual printer of a model, joined by a wire without a system in between: no time passes. */
export class PrinterOnAWire {
  readonly clock = new ManualClock();
  readonly papers: Paper[] = [];
  readonly engine: PrinterEngine;
  readonly queue: PrintQueue;
  /** Called when the printer has taken in so many bytes since `watch`. */
  #alarm: { at: number; readonly ring: () => void } | undefined;
  #line: MemoryLine | undefined;
  #isPlugged = true;
  #stalls = false;

  constructor(profile: PrinterProfile) {
    this.engine = new PrinterEngine(
      {
        paper: (paper) => this.papers.push(paper),
        reply: (bytes) => this.#line?.bring(bytes),
      },
      virtualPrinter(profile),
    );
    const log = new RecordingLog();
    this.queue = new PrintQueue({
      store: new MemoryPrintJobStore(),
      printer: new EscPosPrinter({
        openLine: (listener) => this.#open(listener),
        profile,
        bytesPerSecond: BYTES_PER_SECOND,
        clock: this.clock,
        log,
      }),
      encode: (document) => encodeDocument(document, profile),
      clock: this.clock,
      log,
    });
  }

  /** Rings in the middle of a job, when so many bytes of it are in the printer. */
  watch(bytes: number, ring: () => void): void {
    this.#alarm = { at: bytes, ring };
  }

  unplug(): void {
    this.#isPlugged = false;
    this.#line?.lose();
  }

  plug(): void {
    this.#isPlugged = true;
  }

  setStalled(stalls: boolean): void {
    this.#stalls = stalls;
  }

  /** Takes bytes off the wire one by one, so that what goes wrong goes wrong at its byte. */
  take(bytes: Uint8Array): 'taken' | 'stalled' {
    for (const byte of bytes) {
      if (!this.#isPlugged) return 'taken';
      if (this.#stalls) return 'stalled';
      this.engine.receive(Buffer.of(byte));
      if (this.#alarm && --this.#alarm.at <= 0) {
        const { ring } = this.#alarm;
        this.#alarm = undefined;
        ring();
      }
    }
    return 'taken';
  }

  #open(listener: LineListener) {
    if (!this.#isPlugged) return Promise.resolve({ ok: false, error: 'no such port' } as const);
    this.#line = new MemoryLine(this, listener);
    return Promise.resolve({ ok: true, value: this.#line } as const);
  }
}

class MemoryLine implements PrinterLine {
  readonly #wire: PrinterOnAWire;
  readonly #listener: LineListener;
  #lost = false;

  constructor(wire: PrinterOnAWire, listener: LineListener) {
    this.#wire = wire;
    this.#listener = listener;
  }

  async send(bytes: Uint8Array, timeoutMs: number): Promise<SendResult> {
    if (this.#lost) return 'lost';
    const taken = this.#wire.take(bytes);
    if (taken === 'stalled')
      await new Promise<void>((resolve) => this.#wire.clock.setTimeout(resolve, timeoutMs));
    if (this.#lost) return 'lost';
    return taken === 'stalled' ? 'stalled' : 'sent';
  }

  close(): Promise<void> {
    this.lose();
    return Promise.resolve();
  }

  bring(bytes: Buffer): void {
    if (!this.#lost) queueMicrotask(() => this.#listener.onBytes(bytes));
  }

  lose(): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#listener.onLost();
  }
}
