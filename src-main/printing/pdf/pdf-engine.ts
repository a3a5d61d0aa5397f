import { Worker } from 'node:worker_threads';
import type { Clock } from '../../domain/clock.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { Log } from '../../logging/log.ts';
import type { BoletoPdf } from './boleto-pdf.ts';
import type { PdfAnswer, PdfJob, PdfTask } from './pdf-job.ts';
import type { ReceiptPdf } from './receipt-pdf.ts';

/** Why there is no PDF. */
export type PdfProblem = 'failed' | 'timed-out' | 'closed';

/** Makes PDFs on a thread of its own, so that nobody waits for it but who asked. */
export interface PdfEngine {
  /** The whole bank or collection boleto on one A4 page. */
  boleto(input: BoletoPdf): Promise<Result<Uint8Array, PdfProblem>>;
  /** The payment receipt on A4. */
  receipt(input: ReceiptPdf): Promise<Result<Uint8Array, PdfProblem>>;
  /** Starts the thread and loads all that it needs, so that the first PDF is as quick as the next. */
  warmUp(): void;
  /** Ends the thread; what is under way fails. */
  close(): Promise<void>;
}

export interface PdfEngineOptions {
  readonly log: Log;
  /** The runtime's own timers when absent. */
  readonly clock?: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  /** Milliseconds that one PDF may take, loading included. Default 15,000. */
  readonly timeBoundMs?: number;
  /** The thread's script, for tests. */
  readonly workerFile?: URL;
}

type Outcome = Result<Uint8Array, PdfProblem>;

interface Waiting {
  readonly job: PdfJob;
  readonly resolve: (outcome: Outcome) => void;
}

const DEFAULT_TIME_BOUND_MS = 15_000;
const MEMORY_BOUND_MB = 256;

/** In the sources the worker is TypeScript beside this file; the bundle has it as an entry beside every chunk. */
const ownWorkerFile = new URL(
  import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js',
  import.meta.url,
);

const runtimeTimers: NonNullable<PdfEngineOptions['clock']> = {
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

/** Nothing is loaded or started before `warmUp` or the first PDF. */
export function createPdfEngine(options: PdfEngineOptions): PdfEngine {
  return new WorkerPdfEngine(options);
}

/** One thread, kept warm; one PDF at a time. A thread that hangs or dies is replaced. */
class WorkerPdfEngine implements PdfEngine {
  readonly #log: Log;
  readonly #clock: NonNullable<PdfEngineOptions['clock']>;
  readonly #timeBoundMs: number;
  readonly #workerFile: URL;
  readonly #queue: Waiting[] = [];
  #worker: Worker | undefined;
  #active: Waiting | undefined;
  #deadline: unknown;
  #nextId = 1;
  #closed = false;

  constructor({ log, clock, timeBoundMs, workerFile }: PdfEngineOptions) {
    this.#log = log;
    this.#clock = clock ?? runtimeTimers;
    this.#timeBoundMs = timeBoundMs ?? DEFAULT_TIME_BOUND_MS;
    this.#workerFile = workerFile ?? ownWorkerFile;
  }

  boleto(input: BoletoPdf): Promise<Outcome> {
    return this.#withoutBadLogo(input, (each) => ({ kind: 'boleto', input: each }));
  }

  receipt(input: ReceiptPdf): Promise<Outcome> {
    return this.#withoutBadLogo(input, (each) => ({ kind: 'receipt', input: each }));
  }

  warmUp(): void {
    if (this.#worker === undefined && !this.#closed) void this.#enqueue({ kind: 'warm-up' });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    this.#dismiss('closed');
    for (const { resolve } of this.#queue.splice(0)) resolve(failure('closed'));
    await worker?.terminate();
  }

  /** A logo may be damaged, or take for ever; the document matters more. */
  async #withoutBadLogo<Input extends BoletoPdf | ReceiptPdf>(
    input: Input,
    taskOf: (input: Omit<Input, 'logo'> & Input) => PdfTask,
  ): Promise<Outcome> {
    const outcome = await this.#enqueue(taskOf(input));
    if (outcome.ok || outcome.error === 'closed' || input.logo === undefined) return outcome;
    const { logo: _, ...rest } = input;
    const plain = await this.#enqueue(taskOf(rest as Input));
    if (plain.ok) this.#log.warn('PDF-LOGO-LEFT-OUT', { reason: outcome.error });
    return plain;
  }

  #enqueue(task: PdfTask): Promise<Outcome> {
    if (this.#closed) return Promise.resolve(failure('closed'));
    const job = { id: this.#nextId, task };
    this.#nextId += 1;
    return new Promise((resolve) => {
      this.#queue.push({ job, resolve });
      this.#proceed();
    });
  }

  #proceed(): void {
    if (this.#active) return;
    this.#active = this.#queue.shift();
    if (!this.#active) return;
    const worker = this.#worker ?? this.#start();
    worker.ref();
    this.#deadline = this.#clock.setTimeout(() => this.#stop(), this.#timeBoundMs);
    // What is posted before the thread listens waits for it.
    worker.postMessage(this.#active.job);
  }

  #start(): Worker {
    const worker = new Worker(this.#workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_BOUND_MB },
    });
    this.#worker = worker;
    worker.on('message', (answer: PdfAnswer) => {
      if (worker === this.#worker) this.#receive(answer);
    });
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker));
    return worker;
  }

  #receive(answer: PdfAnswer): void {
    if (answer.id !== this.#active?.job.id) return;
    if (answer.ok) this.#finish(success(answer.bytes));
    else this.#fail(answer.reason);
  }

  #fail(reason: string): void {
    this.#log.warn('PDF-FAILED', { document: this.#active?.job.task.kind, reason });
    this.#finish(failure('failed'));
  }

  #finish(outcome: Outcome): void {
    this.#clock.clearTimeout(this.#deadline);
    const finished = this.#active;
    this.#active = undefined;
    // An idle thread keeps no process alive.
    if (this.#queue.length === 0) this.#worker?.unref();
    finished?.resolve(outcome);
    this.#proceed();
  }

  #stop(): void {
    this.#log.warn('PDF-STOPPED', { document: this.#active?.job.task.kind });
    void this.#worker?.terminate();
    this.#dismiss('timed-out');
    this.#proceed();
  }

  /** The thread died: of an error outside of any job, for lack of memory, or because it cannot even start. */
  #lose(worker: Worker, error?: unknown): void {
    if (worker !== this.#worker) return;
    this.#log.warn('PDF-FAILED', {
      document: this.#active?.job.task.kind,
      reason: error instanceof Error ? error.name : 'exit',
    });
    this.#dismiss('failed');
    this.#proceed();
  }

  #dismiss(problem: PdfProblem): void {
    this.#worker = undefined;
    this.#clock.clearTimeout(this.#deadline);
    const active = this.#active;
    this.#active = undefined;
    active?.resolve(failure(problem));
  }
}
