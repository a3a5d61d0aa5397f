import type { Clock } from '../domain/clock.ts';
import type { PrinterStatus } from './printer.ts';
import type { PrinterLine } from './printer-line.ts';
import type { ReplyReader } from './reply-reader.ts';
import type { JobEnd, PrinterState } from './status/dialect.ts';
import type { StatusInquiry } from './status-inquiry.ts';
import { troubleOf } from './trouble.ts';

/** A line and what is known of the talk on it. */
export interface Connection {
  readonly line: PrinterLine;
  readonly replies: ReplyReader;
  readonly inquiry: StatusInquiry;
}

export interface JobEndTimes {
  /** Milliseconds that the job's bytes are under way. */
  readonly wire: number;
  /** As in `PrinterTimeouts`. */
  readonly reply: number;
  readonly stall: number;
  readonly finish: number;
  readonly watch: number;
}

/** Waits for the end of one job whose bytes are all sent. */
export class JobEndWatch {
  readonly #connection: Connection;
  readonly #jobEnd: JobEnd;
  readonly #times: JobEndTimes;
  readonly #clock: Clock;

  constructor(connection: Connection, jobEnd: JobEnd, times: JobEndTimes, clock: Clock) {
    this.#connection = connection;
    this.#jobEnd = jobEnd;
    this.#times = times;
    this.#clock = clock;
  }

  /**
   * Ends when the printer has printed everything, as far as it tells, or `isOpen` says that the line is gone.
   * @returns `done`, or the status with which that never came
   */
  async wait(isOpen: () => boolean): Promise<'done' | PrinterStatus> {
    if (!(await this.#askForEnd())) return 'offline';
    // A drained port has not printed: all of the job may still be inside an adapter.
    const sentAt = this.#clock.monotonic() + this.#times.wire;
    const settling = this.#jobEnd.kind === 'settled' ? this.#jobEnd.ms : 0;
    let last: PrinterStatus = 'offline';
    while (isOpen() && this.#clock.monotonic() < sentAt + this.#times.finish + settling) {
      const sign = await this.#nextSign();
      if (sign !== undefined) return sign;
      const state = await this.#connection.inquiry.ask(this.#times.reply);
      if (this.#isOver(state, this.#clock.monotonic() - sentAt)) return 'done';
      last = state?.status ?? 'offline';
      // Off line alone may be somebody's finger on the feed button.
      if (last !== 'offline' && troubleOf(last)) return last;
    }
    return isOpen() ? last : 'offline';
  }

  async #askForEnd(): Promise<boolean> {
    if (this.#jobEnd.kind !== 'asked') return true;
    const { line, replies } = this.#connection;
    replies.forget('done');
    return (await line.send(Uint8Array.from(this.#jobEnd.question), this.#times.stall)) === 'sent';
  }

  /** Waits for a while, or for the answer that ends the job where there is one. */
  async #nextSign(): Promise<'done' | 'no-paper' | undefined> {
    // Where nothing is asked nothing comes, and the time passes.
    const answer = await this.#connection.replies.next('done', this.#times.watch);
    if (answer === undefined || this.#jobEnd.kind !== 'asked') return undefined;
    if (this.#jobEnd.isPaperOut(answer)) return 'no-paper';
    // Some printers say "done" as soon as they read the question: paper that ran out meanwhile tells.
    const state = await this.#connection.inquiry.askAfresh(this.#times.reply);
    if (state === undefined) await this.#connection.line.close();
    return state?.status === 'no-paper' ? 'no-paper' : 'done';
  }

  /** Whether the job is over by what the printer says of itself, so many milliseconds after the last byte. */
  #isOver(state: PrinterState | undefined, ms: number): boolean {
    if (!state || troubleOf(state.status)) return false;
    switch (this.#jobEnd.kind) {
      case 'asked':
        return false;
      case 'idle':
        return state.idle === true;
      case 'settled':
        return ms >= this.#jobEnd.ms;
    }
  }
}
