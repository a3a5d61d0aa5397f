import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import type { Bytes } from './escpos/commands.ts';
import { endOfPaper, languages } from './escpos/languages.ts';
import { type Connection, JobEndWatch } from './job-end-watch.ts';
import type { Printer, PrinterStatus, PrintOutcome } from './printer.ts';
import type { OpenLine } from './printer-line.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { ReplyReader } from './reply-reader.ts';
import type { StatusDialect } from './status/dialect.ts';
import { dialects } from './status/dialects.ts';
import { StatusInquiry } from './status-inquiry.ts';
import { troubleOf } from './trouble.ts';

/** Milliseconds. */
export interface PrinterTimeouts {
  /** For one status answer, which a printer gives at once whatever it is doing. */
  readonly reply: number;
  /** How much longer than its own time on the wire a chunk may take, while the printer holds the line back. */
  readonly stall: number;
  /** From the last byte to the word that all is printed: 300 mm of paper at a slow 50 mm/s, and some. */
  readonly finish: number;
  /** How often the status is asked while waiting for that word. */
  readonly watch: number;
}

const usualTimeouts: PrinterTimeouts = { reply: 1000, stall: 5000, finish: 15_000, watch: 700 };

export interface EscPosPrinterOptions {
  readonly openLine: OpenLine;
  readonly profile: PrinterProfile;
  readonly bytesPerSecond: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeouts?: Partial<PrinterTimeouts>;
  /** The last run ended while a job was going out. */
  readonly mayHoldRemains?: boolean;
}

/** Small enough that a stall is noticed soon, large enough to cost nothing. */
const CHUNK_BYTES = 256;

/** A printer that speaks ESC/POS over any line. It connects when first needed, and afresh after each loss. */
export class EscPosPrinter implements Printer {
  readonly #options: EscPosPrinterOptions;
  readonly #timeouts: PrinterTimeouts;
  readonly #dialect: StatusDialect;
  #connection: Connection | undefined;
  /** A part of a job that went wrong may be on the paper, or still inside. */
  #mayHoldRemains: boolean;
  #queue: Promise<unknown> = Promise.resolve();
  /** Told once, not at every try: an unplugged printer is looked for again and again. */
  #openProblem: string | undefined;
  #hearsNoise = false;

  constructor(options: EscPosPrinterOptions) {
    this.#options = options;
    this.#timeouts = { ...usualTimeouts, ...options.timeouts };
    this.#dialect = dialects[options.profile.status];
    this.#mayHoldRemains = options.mayHoldRemains ?? false;
  }

  /** Why the line could not be opened when it was last tried. */
  get openProblem(): string | undefined {
    return this.#openProblem;
  }

  /** Whether what came instead of the last status was nothing that a printer says. */
  get hearsNoise(): boolean {
    return this.#hearsNoise;
  }

  status(): Promise<PrinterStatus> {
    return this.#inTurn(() => this.#readStatus());
  }

  print(bytes: Uint8Array): Promise<PrintOutcome> {
    return this.#inTurn(() => this.#printNow(bytes));
  }

  release(): Promise<void> {
    return this.#inTurn(() => this.#disconnect());
  }

  /** Ends a job that is going out (as `uncertain`) rather than waiting for it. */
  async close(): Promise<void> {
    await this.#disconnect();
    await this.#queue;
    await this.#disconnect();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #readStatus(): Promise<PrinterStatus> {
    const connection = await this.#connected();
    if (!connection) return 'offline';
    const state = await connection.inquiry.ask(this.#timeouts.reply);
    this.#noteNoise(connection.replies.hearsNoise);
    // A late answer would be taken for that to a later question, so this line is not used again.
    if (state === undefined) await this.#disconnect();
    return state?.status ?? 'offline';
  }

  async #printNow(bytes: Uint8Array): Promise<PrintOutcome> {
    const trouble = troubleOf(await this.#readStatus());
    if (trouble) return { outcome: 'not-printed', status: trouble };
    const connection = this.#connection;
    if (!connection) return { outcome: 'not-printed', status: 'offline' };

    const job = Uint8Array.from([...(await this.#disposal(connection)), ...bytes]);
    this.#mayHoldRemains = true;
    const sent = await this.#sendAll(connection, job);
    const end = sent ? await this.#waitUntilDone(connection, job.length) : 'offline';
    if (end === 'done') {
      this.#mayHoldRemains = false;
      return { outcome: 'printed' };
    }
    await this.#giveUp(connection, end);
    return { outcome: 'uncertain', status: end };
  }

  /** @returns whether all bytes got out. */
  async #sendAll({ line }: Connection, bytes: Uint8Array): Promise<boolean> {
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
      const chunk = bytes.subarray(start, start + CHUNK_BYTES);
      const result = await line.send(chunk, this.#wireTime(chunk.length) + this.#timeouts.stall);
      if (result !== 'sent') return false;
    }
    return true;
  }

  #waitUntilDone(connection: Connection, jobBytes: number): Promise<'done' | PrinterStatus> {
    const times = { ...this.#timeouts, wire: this.#wireTime(jobBytes) };
    const watch = new JobEndWatch(connection, this.#dialect.jobEnd, times, this.#options.clock);
    return watch.wait(() => this.#connection === connection);
  }

  /** What the printer has not printed yet must not come out before the next document. */
  async #giveUp(connection: Connection, status: PrinterStatus): Promise<void> {
    this.#options.log.warn('PRINTER-JOB-UNCERTAIN', { status });
    if (status === 'offline') return this.#disconnect();
    const cleared = await this.#clear(connection);
    // What was on the paper goes away with the old roll.
    if (cleared && status === 'no-paper') this.#mayHoldRemains = false;
  }

  /**
   * What goes before a job to get rid of the remains of another. What is on the paper already comes out by itself, so
   * that nobody gets it on the same paper as their own.
   */
  async #disposal(connection: Connection): Promise<Bytes> {
    if (!this.#mayHoldRemains) return [];
    const { profile } = this.#options;
    const { initialize, resume } = languages[profile.language];
    const cleared = await this.#clear(connection);
    return [...(cleared ? [] : resume), ...initialize, ...endOfPaper(profile)];
  }

  /** @returns whether the printer says that it threw everything away */
  async #clear({ line, replies }: Connection): Promise<boolean> {
    const { clear } = languages[this.#options.profile.language];
    if (!clear) return false;
    replies.forget('cleared');
    await line.send(Uint8Array.from(clear), this.#wireTime(clear.length) + this.#timeouts.reply);
    return (await replies.next('cleared', this.#timeouts.reply)) !== undefined;
  }

  /** A question that waits its turn would be lost inside a picture that was broken off. */
  async #makeListen(connection: Connection): Promise<void> {
    if (!this.#mayHoldRemains || !this.#dialect.tellsUnasked || (await this.#clear(connection))) return;
    const { resume } = languages[this.#options.profile.language];
    await connection.line.send(Uint8Array.from(resume), this.#wireTime(resume.length) + this.#timeouts.reply);
  }

  async #connected(): Promise<Connection | undefined> {
    if (this.#connection) return this.#connection;
    const { openLine, clock } = this.#options;
    const replies = new ReplyReader(clock, this.#dialect);
    let lost = false;
    const opened = await openLine({
      onBytes: (bytes) => replies.push(bytes),
      onLost: () => {
        lost = true;
        replies.end();
        if (this.#connection?.replies === replies) this.#connection = undefined;
      },
    });
    this.#noteOpening(opened.ok ? undefined : opened.error);
    if (opened.ok && !lost) {
      const inquiry = new StatusInquiry(opened.value, replies, this.#dialect, this.#timeouts.stall);
      this.#connection = { line: opened.value, replies, inquiry };
      await this.#makeListen(this.#connection);
    }
    return this.#connection;
  }

  #noteNoise(hearsNoise: boolean): void {
    if (hearsNoise && !this.#hearsNoise) this.#options.log.warn('PRINTER-NOISE');
    this.#hearsNoise = hearsNoise;
  }

  #noteOpening(problem: string | undefined): void {
    if (problem !== undefined && problem !== this.#openProblem) {
      this.#options.log.warn('PRINTER-NOT-OPENED', { detail: problem });
    }
    this.#openProblem = problem;
  }

  async #disconnect(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.line.close();
  }

  /** Milliseconds that so many bytes are under way. */
  #wireTime(bytes: number): number {
    return (bytes / this.#options.bytesPerSecond) * 1000;
  }
}
