import { type Backoff, backoffDelay } from '../domain/backoff.ts';
import type { Clock } from '../domain/clock.ts';

export interface WriteOffLineParts {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** Takes one write-off a step further. Never throws; what is to come of it is put into the line again. */
  readonly step: (id: string) => Promise<void>;
}

interface Entry {
  /** On the monotonic clock. */
  dueAt: number;
  /** Waits because of trouble that may have been the ERP's, not its own. */
  troubled: boolean;
}

/** Seconds at first, then every few minutes for as many days as it takes. */
const retry: Backoff = { firstMs: 2_000, maximumMs: 300_000 };

/** Trouble with so many in a row is the ERP's. */
const troublesOfErp = 3;

/**
 * The write-offs of one ERP: one step at a time, in the order in which they were paid. An ERP in trouble is asked with
 * one of them now and then; when it is back, all that waited for it go on in their order, still one at a time.
 */
export class WriteOffLine {
  readonly #parts: WriteOffLineParts;
  /** In the order in which they were paid. */
  readonly #entries = new Map<string, Entry>();
  #troubles = 0;
  #pausedUntil = 0;
  #timer: unknown;
  /** When the timer wakes it, on the monotonic clock. */
  #wakesAt = Number.POSITIVE_INFINITY;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(parts: WriteOffLineParts) {
    this.#parts = parts;
  }

  /** It has something to do in `delayMs`; one that is in the line keeps its place. */
  put(id: string, delayMs: number): void {
    const dueAt = this.#now() + delayMs;
    this.#entries.set(id, { dueAt, troubled: false });
    // After an outage thousands are put in one after another; only what is earlier than all others moves the timer.
    if (Math.max(dueAt, this.#pausedUntil) < this.#wakesAt) this.#wake();
  }

  /** A person does not want to wait for the next try. */
  hurry(id: string): void {
    this.#pausedUntil = 0;
    this.put(id, 0);
  }

  /** The ERP answered. */
  noteAnswer(): void {
    const wasErp = this.#troubles >= troublesOfErp;
    this.#troubles = 0;
    if (!wasErp) return;
    for (const entry of this.#entries.values()) if (entry.troubled) entry.dueAt = this.#now();
  }

  /**
   * The ERP did not answer. `reached` tells whether it may be the trouble of this one alone; `failures`, how often that
   * happened to it; `askedMs`, for how long the ERP wants to be left alone.
   */
  noteTrouble(id: string, trouble: { reached: boolean; failures: number; askedMs: number }): void {
    const { random } = this.#parts;
    const { reached, failures, askedMs } = trouble;
    this.#troubles += 1;
    const alone = reached ? backoffDelay(retry, failures, random()) : 0;
    this.#entries.set(id, { dueAt: this.#now() + alone, troubled: true });
    // Where nobody is reached all wait, and this one stays the first.
    const troubles = reached ? this.#troubles - troublesOfErp : Math.max(this.#troubles - 1, failures);
    const together = troubles < 0 ? 0 : backoffDelay(retry, troubles, random());
    this.#pausedUntil = this.#now() + Math.max(askedMs, together);
    this.#wake();
  }

  /** Lets the step in hand finish. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#parts.clock.clearTimeout(this.#timer);
    await this.#running;
  }

  #now(): number {
    return this.#parts.clock.monotonic();
  }

  #wake(): void {
    if (this.#stopped || this.#running) return;
    this.#parts.clock.clearTimeout(this.#timer);
    this.#wakesAt = Math.max(this.#earliest(), this.#pausedUntil);
    if (this.#wakesAt === Number.POSITIVE_INFINITY) return;
    const delayMs = Math.max(0, Math.ceil(this.#wakesAt - this.#now()));
    this.#timer = this.#parts.clock.setTimeout(() => this.#start(), delayMs);
  }

  #start(): void {
    this.#wakesAt = Number.POSITIVE_INFINITY;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      this.#wake();
    });
  }

  async #run(): Promise<void> {
    for (let id = this.#firstDue(); id !== undefined; id = this.#firstDue()) {
      // While its step is under way it is not in the line; a step puts it in again where more is to come.
      const entry = this.#entries.get(id);
      if (entry) entry.dueAt = Number.POSITIVE_INFINITY;
      await this.#parts.step(id);
      if (this.#entries.get(id) === entry) this.#entries.delete(id);
    }
  }

  #firstDue(): string | undefined {
    const now = this.#now();
    if (this.#stopped || this.#pausedUntil > now) return undefined;
    for (const [id, { dueAt }] of this.#entries) if (dueAt <= now) return id;
    return undefined;
  }

  #earliest(): number {
    let earliest = Number.POSITIVE_INFINITY;
    for (const { dueAt } of this.#entries.values()) earliest = Math.min(earliest, dueAt);
    return earliest;
  }
}
