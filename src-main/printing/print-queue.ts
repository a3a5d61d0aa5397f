import { randomUUID } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import { asReprint, type PrintDocument, printDocumentSchema } from './layout.ts';
import type {
  PrintJobKind,
  PrintJobState,
  PrintJobStore,
  PrintProgress,
  StoredPrintJob,
} from './print-job.ts';
import type { Printer, PrinterStatus, PrintOutcome } from './printer.ts';
import { troubleOf } from './trouble.ts';

export interface PrintQueueOptions {
  readonly store: PrintJobStore;
  readonly printer: Printer;
  /** A document as the bytes of this printer. */
  readonly encode: (document: PrintDocument) => Uint8Array | Promise<Uint8Array>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface PrintRequest {
  readonly kind: PrintJobKind;
  readonly document: PrintDocument;
  readonly visitId: string;
}

/** What changed: a job's progress, or how the printer is. */
export type PrintQueueChange =
  | { readonly kind: 'job'; readonly jobId: string }
  | { readonly kind: 'status'; readonly status: PrinterStatus };

/** How often a well printer is looked at, so that the attract screen tells the truth. */
const WATCH_MS = 10_000;
/** How often one in trouble is, so that a new roll is noticed while the customer still stands there. */
const RETRY_MS = 2000;
/** So many looks come at that pace; then a printer that is not there is looked for less and less often. */
const QUICK_RETRIES = 15;
const SLOWEST_RETRY_MS = 16_000;
/** How long whoever borrows the printer waits for the job in hand. */
const LOAN_WAIT_MS = 20_000;

/** Trouble after which the printer tells for sure that the paper in hand is incomplete. */
const reprintable: readonly PrinterStatus[] = ['no-paper', 'cover-open'];

/**
 * Prints jobs one at a time, in order. A job that did not reach the paper waits for the printer; one that was lost in
 * mid-print is never repeated by itself, except, once and marked as a reprint, when paper or cover stopped it.
 */
export class PrintQueue {
  readonly #options: PrintQueueOptions;
  readonly #listeners = new Set<(change: PrintQueueChange) => void>();
  /** Cancelled while they were going out: not to be printed again. */
  readonly #abandoned = new Set<string>();
  #status: PrinterStatus | undefined;
  #running = false;
  #timer: unknown;
  #round: Promise<void> | undefined;
  /** The paper that is going out. */
  #paper: Promise<unknown> | undefined;
  #wanted = false;
  /** Looks in a row at which the printer was not there. */
  #misses = 0;
  #lent = false;
  #loans: Promise<unknown> = Promise.resolve();

  constructor(options: PrintQueueOptions) {
    this.#options = options;
  }

  /**
   * Settles what the last run left (nobody knows how a job in print ended; who wanted a slip or copy is gone) and
   * begins.
   * @throws when the store does
   */
  start(): void {
    const { store } = this.#options;
    for (const job of store.list('printing')) store.setState(job.id, 'uncertain');
    for (const job of store.list('queued')) {
      if (job.kind !== 'receipt') store.setState(job.id, 'cancelled');
    }
    this.#running = true;
    this.#wake();
  }

  /** Begins no further job; resolves when the one going out has ended, which closing the printer hastens. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#options.clock.clearTimeout(this.#timer);
    await this.#round;
  }

  /** Waits for the paper that is going out, at most `mostMs` (milliseconds): half a receipt helps nobody. */
  async finishPaper(mostMs: number): Promise<void> {
    const { clock } = this.#options;
    const paper = this.#paper;
    if (!paper) return;
    await new Promise<void>((resolve) => {
      const timer = clock.setTimeout(resolve, mostMs);
      const ended = paper.catch(() => undefined);
      void ended.then(() => {
        clock.clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Keeps a job and prints it as soon as the printer can. @returns its id. @throws when the store does */
  enqueue({ kind, document, visitId }: PrintRequest): string {
    const { store, clock } = this.#options;
    const id = randomUUID();
    store.add({ id, kind, visitId, document, createdAt: clock.wallTime() });
    this.#notify({ kind: 'job', jobId: id });
    this.#wake();
    return id;
  }

  /** Takes a job back. One that is going out cannot be stopped, but will not be tried again. */
  cancel(jobId: string): void {
    const state = this.#options.store.stateOf(jobId);
    if (state === 'queued') this.#move(jobId, 'cancelled');
    if (state === 'printing') this.#abandoned.add(jobId);
  }

  /** How a job stands; `undefined` for one that was never there. */
  stateOf(jobId: string): PrintProgress | undefined {
    const state = this.#options.store.stateOf(jobId);
    const trouble = this.#status && troubleOf(this.#status);
    if (state === 'queued' && trouble) return { state: 'waiting', trouble };
    return state && { state };
  }

  /** How the printer was when last looked at; `undefined` before the first look. */
  status(): PrinterStatus | undefined {
    return this.#status;
  }

  /** Calls `listener` after every change; the result stops that. */
  onChange(listener: (change: PrintQueueChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Lets `work` have the printer's line for itself: after the job in hand, with the line closed; the queue goes on
   * afterwards, also when `work` throws. `busy`: the job in hand took too long, and `work` was not begun.
   */
  lend<T>(work: () => Promise<T>): Promise<Result<T, 'busy'>> {
    const loan = this.#loans.then(() => this.#lendNow(work));
    this.#loans = loan.catch(() => undefined);
    return loan;
  }

  async #lendNow<T>(work: () => Promise<T>): Promise<Result<T, 'busy'>> {
    this.#lent = true;
    this.#options.clock.clearTimeout(this.#timer);
    try {
      if (!(await this.#isIdleSoon())) return failure('busy');
      return success(await work());
    } finally {
      this.#lent = false;
      if (this.#running && !this.#round) this.#runAfter(0);
    }
  }

  /** @returns whether job and line were let go in time. */
  #isIdleSoon(): Promise<boolean> {
    const { clock, printer } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = clock.setTimeout(() => resolve(false), LOAN_WAIT_MS);
      const released = (this.#round ?? Promise.resolve()).then(() => printer.release());
      released.then(() => resolve(true), reject).finally(() => clock.clearTimeout(timer));
    });
  }

  #wake(): void {
    this.#wanted = true;
    if (this.#running && !this.#round && !this.#lent) this.#runAfter(0);
  }

  #runAfter(delayMs: number): void {
    const { clock } = this.#options;
    clock.clearTimeout(this.#timer);
    this.#timer = clock.setTimeout(() => {
      this.#round ??= this.#run();
    }, delayMs);
  }

  async #run(): Promise<void> {
    this.#wanted = false;
    try {
      await this.#printAll();
    } catch (error) {
      // Without its store nothing is printed: a crash could then print the same paper twice.
      this.#options.log.error('PRINT-QUEUE', { detail: error instanceof Error ? error.message : 'unknown' });
    }
    this.#round = undefined;
    if (!this.#running || this.#lent) return;
    this.#runAfter(this.#wanted ? 0 : this.#nextLookMs());
  }

  #nextLookMs(): number {
    if (this.#status !== undefined && !troubleOf(this.#status)) return WATCH_MS;
    return Math.min(SLOWEST_RETRY_MS, RETRY_MS * 2 ** Math.max(0, this.#misses - QUICK_RETRIES));
  }

  async #printAll(): Promise<void> {
    const { store, printer } = this.#options;
    const status = await printer.status();
    this.#misses = status === 'offline' ? this.#misses + 1 : 0;
    this.#setStatus(status);
    while (this.#mayBegin() && this.#status && !troubleOf(this.#status)) {
      const job = store.next();
      if (!job) return;
      await this.#printJob(job);
    }
  }

  #mayBegin(): boolean {
    return this.#running && !this.#lent;
  }

  async #printJob(job: StoredPrintJob): Promise<void> {
    const bytes = await this.#bytesOf(job);
    // Taken back meanwhile, or the kiosk is stopping, or somebody waits for the line.
    if (!this.#mayBegin() || this.#options.store.stateOf(job.id) !== 'queued') return;
    if (!bytes) return this.#move(job.id, 'failed');
    this.#move(job.id, 'printing');
    const outcome = await this.#putOnPaper(bytes);
    if (outcome.outcome !== 'printed') this.#setStatus(outcome.status);
    this.#settle(job, outcome);
  }

  async #putOnPaper(bytes: Uint8Array): Promise<PrintOutcome> {
    const printing = this.#options.printer.print(bytes);
    this.#paper = printing;
    try {
      return await printing;
    } finally {
      this.#paper = undefined;
    }
  }

  async #bytesOf(job: StoredPrintJob): Promise<Uint8Array | undefined> {
    const { encode, log } = this.#options;
    try {
      const document = printDocumentSchema.parse(job.document);
      return await encode(job.reprint ? asReprint(document) : document);
    } catch {
      // The reason would quote the document, which is the customer's.
      log.error('PRINT-DOCUMENT-UNUSABLE', { jobId: job.id });
      return undefined;
    }
  }

  #settle(job: StoredPrintJob, outcome: PrintOutcome): void {
    const abandoned = this.#abandoned.delete(job.id);
    switch (outcome.outcome) {
      case 'printed':
        return this.#move(job.id, 'printed');
      case 'not-printed':
        return this.#move(job.id, abandoned ? 'cancelled' : 'queued');
      case 'uncertain':
        if (abandoned || job.reprint || !reprintable.includes(outcome.status)) {
          return this.#move(job.id, 'uncertain');
        }
        this.#options.store.requeueAsReprint(job.id);
        this.#notify({ kind: 'job', jobId: job.id });
    }
  }

  #move(jobId: string, state: PrintJobState): void {
    this.#options.store.setState(jobId, state);
    this.#notify({ kind: 'job', jobId });
  }

  #setStatus(status: PrinterStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#options.log.info('PRINTER-STATUS', { status });
    this.#notify({ kind: 'status', status });
    // Whether it waits is part of how a queued job stands.
    for (const { id } of this.#options.store.list('queued')) this.#notify({ kind: 'job', jobId: id });
  }

  #notify(change: PrintQueueChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
