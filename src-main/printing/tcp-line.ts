import { connect, type Socket } from 'node:net';
import type { Clock } from '../domain/clock.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { LineWaits } from './line-waits.ts';
import type { LineListener, PrinterLine, SendResult } from './printer-line.ts';

/** A printer on the network. */
export interface TcpAddress {
  /** Name or IP address. */
  readonly host: string;
  /** 9100 on nearly every printer. */
  readonly port: number;
}

const OPEN_TIMEOUT_MS = 3000;
const CLOSE_TIMEOUT_MS = 1000;
/** Only helps routers to keep the connection in mind: whether the printer is there, its status answers tell. */
const KEEP_ALIVE_MS = 30_000;

/**
 * Connects to a network printer as a printer line. The socket serves this one connection. A printer that was switched
 * off leaves it half open and takes bytes without end: nobody may take `sent` for more than "left this machine".
 */
export async function openTcpLine(
  { host, port }: TcpAddress,
  clock: Clock,
  listener: LineListener,
): Promise<Result<PrinterLine, string>> {
  const socket = connect({
    host,
    port,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_MS,
  });
  const line = new TcpLine(socket, clock, listener);
  const problem = await line.open();
  if (problem === undefined) return success(line);
  await line.close();
  return failure(problem);
}

class TcpLine implements PrinterLine {
  readonly #socket: Socket;
  readonly #listener: LineListener;
  readonly #waits: LineWaits;
  #problem: string | undefined;
  #opened = false;
  #lost = false;

  constructor(socket: Socket, clock: Clock, listener: LineListener) {
    this.#socket = socket;
    this.#waits = new LineWaits(clock);
    this.#listener = listener;
    socket.on('data', (bytes) => {
      if (!this.#lost) listener.onBytes(bytes);
    });
    socket.on('error', (error) => {
      this.#problem = error.message;
      this.#lose();
    });
    // A printer that ends its half takes nothing any more either.
    socket.on('end', () => this.#lose());
    socket.on('close', () => this.#lose());
  }

  /** @returns what went wrong, or `undefined`. */
  async open(): Promise<string | undefined> {
    const opened = await this.#waits.within<'open' | 'late' | 'lost'>(
      OPEN_TIMEOUT_MS,
      'late',
      'lost',
      (done) => this.#socket.once('connect', () => done('open')),
    );
    this.#opened = opened === 'open' && !this.#lost;
    if (this.#opened) return undefined;
    return opened === 'late' ? 'did not connect in time' : (this.#problem ?? 'closed at once');
  }

  send(bytes: Uint8Array, timeoutMs: number): Promise<SendResult> {
    if (this.#lost) return Promise.resolve('lost');
    return this.#waits.within<SendResult>(timeoutMs, 'stalled', 'lost', (done) => {
      this.#socket.write(bytes, (error) => done(error ? 'lost' : 'sent'));
    });
  }

  async close(): Promise<void> {
    this.#lose();
    if (this.#socket.closed) return;
    await this.#waits.within(CLOSE_TIMEOUT_MS, undefined, undefined, (done) => {
      this.#socket.once('close', () => done(undefined));
      // What a stalled printer has not taken must not reach it once it goes on.
      this.#socket.resetAndDestroy();
    });
  }

  #lose(): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#waits.interrupt();
    if (this.#opened) this.#listener.onLost();
  }
}
