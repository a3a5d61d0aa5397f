import type { SerialPort } from 'serialport';
import type { Clock } from '../domain/clock.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { LineWaits } from './line-waits.ts';
import type { LineListener, PrinterLine, SendResult } from './printer-line.ts';

/** Rates that every adapter and printer has. Others open without an error, and then at speed 0. */
export const baudRates: readonly number[] = [1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200];

export type FlowControl = 'none' | 'rtscts' | 'xonxoff';

/** A printer on a serial port. */
export interface SerialPlace {
  /** Device path, e.g. /dev/ttyUSB0 or COM3. */
  readonly path: string;
  readonly baudRate: number;
  readonly flowControl: FlowControl;
}

export interface SerialOptions extends SerialPlace {
  readonly clock: Clock;
}

const OPEN_TIMEOUT_MS = 3000;
const CLOSE_TIMEOUT_MS = 1000;

/** Opens a serial port as a printer line. The port object serves this one connection: a reused one sends stale bytes. */
export async function openSerialLine(
  options: SerialOptions,
  listener: LineListener,
): Promise<Result<PrinterLine, string>> {
  if (!baudRates.includes(options.baudRate)) return failure(`baud rate ${options.baudRate} is not usable`);
  try {
    const { SerialPort } = await import('serialport');
    const port = new SerialPort({
      path: options.path,
      baudRate: options.baudRate,
      rtscts: options.flowControl === 'rtscts',
      xon: options.flowControl === 'xonxoff',
      xoff: options.flowControl === 'xonxoff',
      autoOpen: false,
    });
    const line = new SerialLine(port, options.clock, listener);
    const problem = await line.open();
    if (problem === undefined) return success(line);
    await line.close();
    return failure(problem);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

class SerialLine implements PrinterLine {
  readonly #port: SerialPort;
  readonly #listener: LineListener;
  readonly #waits: LineWaits;
  #opened = false;
  #lost = false;

  constructor(port: SerialPort, clock: Clock, listener: LineListener) {
    this.#port = port;
    this.#waits = new LineWaits(clock);
    this.#listener = listener;
    port.on('data', (bytes: Buffer) => {
      if (!this.#lost) listener.onBytes(bytes);
    });
    // Both come more than once, and late: closing a stalled port emits an error that nobody else would catch.
    port.on('error', () => this.#lose());
    port.on('close', () => this.#lose());
  }

  /** @returns what went wrong, or `undefined`. */
  async open(): Promise<string | undefined> {
    const problem = await this.#waits.within<string | undefined>(
      OPEN_TIMEOUT_MS,
      'did not open in time',
      'lost',
      (done) => {
        this.#port.open((error) => {
          done(error?.message);
          // It opened after all, but nobody waits for it any longer.
          if (!error && this.#lost) this.#port.close(() => undefined);
        });
      },
    );
    this.#opened = problem === undefined && !this.#lost;
    return this.#opened ? undefined : (problem ?? 'lost');
  }

  send(bytes: Uint8Array, timeoutMs: number): Promise<SendResult> {
    if (this.#lost) return Promise.resolve('lost');
    return this.#waits.within<SendResult>(timeoutMs, 'stalled', 'lost', (done) => {
      this.#port.write(Buffer.from(bytes), (error) => {
        if (error) done('lost');
      });
      this.#port.drain((error) => done(error ? 'lost' : 'sent'));
    });
  }

  async close(): Promise<void> {
    this.#lose();
    // Without the flush the system waits up to 30 s for a stalled printer to take the rest.
    await this.#waits.within(CLOSE_TIMEOUT_MS, undefined, undefined, (done) =>
      this.#port.flush(() => done(undefined)),
    );
    await this.#waits.within(CLOSE_TIMEOUT_MS, undefined, undefined, (done) =>
      this.#port.close(() => done(undefined)),
    );
  }

  #lose(): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#waits.interrupt();
    if (this.#opened) this.#listener.onLost();
  }
}
