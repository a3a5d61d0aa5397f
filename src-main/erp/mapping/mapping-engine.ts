import { Worker } from 'node:worker_threads';
import { failure, type Result, success } from '../../domain/result.ts';
import type { MappingJob, MappingOutcome, WorkerMessage } from './mapping-job.ts';

/** Several JSONata expressions over one input. */
export interface MappingTask {
  readonly expressions: Readonly<Record<string, string>>;
  /** Any JSON; undefined counts as null. */
  readonly input: unknown;
  readonly bindings?: Readonly<Record<string, unknown>>;
}

/** The value of each expression by name: JSON, or undefined where it yields nothing; else a reason without data. */
export type MappingValues = Readonly<Record<string, Result<unknown, string>>>;

/** Evaluates a profile's expressions where they can do no harm: on a thread that is ended when they take too long. */
export interface MappingEngine {
  evaluate(task: MappingTask): Promise<MappingValues>;
  /** What is wrong with each expression as written; empty when all of them can be compiled. */
  check(expressions: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  /** Ends the thread; what is under way fails. */
  close(): Promise<void>;
}

export interface MappingBounds {
  /** Milliseconds that one task may take. Default 2000. */
  readonly timeBoundMs?: number;
  /** Most characters of JSON text that one value may have. Default 4 million. */
  readonly maxOutputChars?: number;
  /** Told when a task was stopped, so that somebody hears of a profile that loops. */
  readonly onStopped?: () => void;
}

interface Waiting {
  readonly job: MappingJob;
  readonly resolve: (values: MappingValues) => void;
}

const DEFAULT_TIME_BOUND_MS = 2000;
const DEFAULT_MAX_OUTPUT_CHARS = 4_000_000;

/** In the sources the worker is TypeScript beside this file; the bundle has it as an entry beside every chunk. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './mapping-worker.ts' : './mapping-worker.js',
  import.meta.url,
);

export function createMappingEngine(bounds: MappingBounds = {}): MappingEngine {
  return new WorkerEngine(bounds);
}

/** One thread, kept warm; one task at a time, so that whoever loops delays others and never fails them. */
class WorkerEngine implements MappingEngine {
  readonly #bounds: Required<Omit<MappingBounds, 'onStopped'>>;
  readonly #onStopped: (() => void) | undefined;
  readonly #queue: Waiting[] = [];
  #worker: Worker | undefined;
  #ready = false;
  #active: Waiting | undefined;
  #deadline: NodeJS.Timeout | undefined;
  #nextId = 1;
  #closed = false;

  constructor({ timeBoundMs, maxOutputChars, onStopped }: MappingBounds) {
    this.#bounds = {
      timeBoundMs: timeBoundMs ?? DEFAULT_TIME_BOUND_MS,
      maxOutputChars: maxOutputChars ?? DEFAULT_MAX_OUTPUT_CHARS,
    };
    this.#onStopped = onStopped;
  }

  evaluate({ expressions, input, bindings = {} }: MappingTask): Promise<MappingValues> {
    const inputJson = JSON.stringify(input ?? null);
    return this.#enqueue({ expressions, inputJson, bindings, checkOnly: false });
  }

  async check(expressions: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
    const values = await this.#enqueue({ expressions, inputJson: 'null', bindings: {}, checkOnly: true });
    return Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value.ok ? [] : [[name, value.error]])),
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    this.#dismiss('closed');
    for (const waiting of this.#queue.splice(0)) waiting.resolve(allFailed(waiting.job, 'closed'));
    await worker?.terminate();
  }

  #enqueue(parts: Omit<MappingJob, 'id' | 'maxOutputChars'>): Promise<MappingValues> {
    const job = { ...parts, id: this.#nextId, maxOutputChars: this.#bounds.maxOutputChars };
    this.#nextId += 1;
    if (this.#closed) return Promise.resolve(allFailed(job, 'closed'));
    return new Promise((resolve) => {
      this.#queue.push({ job, resolve });
      this.#proceed();
    });
  }

  #proceed(): void {
    if (this.#active || this.#queue.length === 0) return;
    const worker = this.#worker ?? this.#start();
    if (!this.#ready) return;
    this.#active = this.#queue.shift();
    if (!this.#active) return;
    worker.ref();
    this.#deadline = setTimeout(() => this.#stop(), this.#bounds.timeBoundMs);
    try {
      worker.postMessage(this.#active.job);
    } catch {
      this.#finish(allFailed(this.#active.job, 'the input cannot be handed over'));
    }
  }

  #start(): Worker {
    const worker = new Worker(workerFile);
    this.#worker = worker;
    this.#ready = false;
    worker.on('message', (message: WorkerMessage) => {
      if (worker === this.#worker) this.#receive(message);
    });
    worker.on('error', () => {
      if (worker === this.#worker) this.#lose('the mapping thread failed');
    });
    return worker;
  }

  #receive(message: WorkerMessage): void {
    if (message.kind === 'ready') {
      this.#ready = true;
      // An idle thread keeps no process alive.
      this.#worker?.unref();
      this.#proceed();
    } else if (message.id === this.#active?.job.id) {
      this.#finish(valuesOf(message.outcomes));
    }
  }

  #finish(values: MappingValues): void {
    clearTimeout(this.#deadline);
    const finished = this.#active;
    this.#active = undefined;
    if (this.#queue.length === 0) this.#worker?.unref();
    finished?.resolve(values);
    this.#proceed();
  }

  /** The only way to stop a slow regular expression or a list without end. */
  #stop(): void {
    void this.#worker?.terminate();
    this.#onStopped?.();
    this.#dismiss('took too long and was stopped');
    this.#proceed();
  }

  /** A thread that cannot even start fails whoever is next, else everybody would wait for ever. */
  #lose(reason: string): void {
    this.#active ??= this.#queue.shift();
    this.#dismiss(reason);
    this.#proceed();
  }

  #dismiss(reason: string): void {
    this.#worker = undefined;
    this.#ready = false;
    clearTimeout(this.#deadline);
    const active = this.#active;
    this.#active = undefined;
    active?.resolve(allFailed(active.job, reason));
  }
}

function allFailed(job: MappingJob, reason: string): MappingValues {
  return Object.fromEntries(Object.keys(job.expressions).map((name) => [name, failure(reason)]));
}

function valuesOf(outcomes: Readonly<Record<string, MappingOutcome>>): MappingValues {
  return Object.fromEntries(Object.entries(outcomes).map(([name, outcome]) => [name, readOutcome(outcome)]));
}

function readOutcome(outcome: MappingOutcome): Result<unknown, string> {
  if (!outcome.ok) return failure(outcome.reason);
  return success(outcome.json === undefined ? undefined : (JSON.parse(outcome.json) as unknown));
}
