import { type Backoff, backoffDelay } from '../domain/backoff.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Log } from '../logging/log.ts';
import type { Outbox, WaitingDelivery } from './outbox.ts';
import type { RelayTarget } from './target.ts';

/** From seconds to an hour; a target may be down for days. */
const retry: Backoff = { firstMs: 2_000, maximumMs: 3_600_000 };

/**
 * Empties the outbox of one target: one delivery at a time, in order within a visit. A bad target delays only
 * itself, because each has a dispatcher of its own.
 */
export class Dispatcher {
  readonly #target: RelayTarget;
  readonly #outbox: Outbox;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #random: () => number;
  /**
   * When a delivery that failed may be tried again, on the monotonic clock, by its row. The time in the row itself is
   * wall time, which may jump: it only says, after a restart, how long to rest at most.
   */
  readonly #restUntil = new Map<number, number>();
  #timer: unknown;
  #working: Promise<void> | undefined;
  #wokenMeanwhile = false;
  #stopped = false;

  constructor(target: RelayTarget, outbox: Outbox, clock: Clock, log: Log, random: () => number) {
    this.#target = target;
    this.#outbox = outbox;
    this.#clock = clock;
    this.#log = log;
    this.#random = random;
  }

  get targetName(): string {
    return this.#target.name;
  }

  /** A person does not want to wait: these rows (of events) rest no longer. */
  tryNow(rows: readonly number[]): void {
    for (const row of rows) this.#restUntil.delete(row);
    this.wake();
  }

  /** There may be something new to deliver. Harmless at any time, also inside a transaction: work starts later. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#working) {
      this.#wokenMeanwhile = true;
      return;
    }
    this.#schedule(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#clock.clearTimeout(this.#timer);
    await this.#working;
  }

  #schedule(delayMs: number): void {
    if (this.#stopped) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(() => {
      this.#working = this.#drain().finally(() => {
        this.#working = undefined;
        if (!this.#wokenMeanwhile) return;
        this.#wokenMeanwhile = false;
        this.wake();
      });
    }, delayMs);
  }

  async #drain(): Promise<void> {
    try {
      while (!this.#stopped) {
        const delivery = this.#outbox.next(this.#target.name, this.#resting());
        if (!delivery) return this.#sleep();
        if (!this.#mustRest(delivery)) await this.#deliver(delivery);
      }
    } catch (error) {
      this.#log.error('RELAY-FAILED', { target: this.#target.name, reason: String(error) });
      this.#schedule(retry.maximumMs);
    }
  }

  #resting(): readonly number[] {
    const now = this.#clock.monotonic();
    return [...this.#restUntil].filter(([, until]) => until > now).map(([row]) => row);
  }

  /** Until the first of those that rest may be tried again; new ones wake the dispatcher anyway. */
  #sleep(): void {
    const now = this.#clock.monotonic();
    const first = Math.min(...[...this.#restUntil.values()].filter((until) => until > now));
    if (Number.isFinite(first)) this.#schedule(Math.ceil(first - now));
  }

  /** One that failed in an earlier run rests as its row says, though no longer than its backoff. */
  #mustRest({ row, attempts, nextAttemptAt }: WaitingDelivery): boolean {
    if (attempts === 0 || this.#restUntil.has(row)) return false;
    const waitMs = Math.min(nextAttemptAt - this.#clock.wallTime(), backoffDelay(retry, attempts, 1));
    if (waitMs <= 0) return false;
    this.#restUntil.set(row, this.#clock.monotonic() + waitMs);
    return true;
  }

  async #deliver(delivery: WaitingDelivery): Promise<void> {
    const outcome = await this.#target.deliver(delivery);
    this.#restUntil.delete(delivery.row);
    if (outcome.ok) return this.#outbox.markDelivered(this.#target.name, delivery);
    const { error } = outcome;
    this.#log.warn('RELAY-TROUBLE', {
      target: this.#target.name,
      eventId: delivery.eventId,
      kind: error.kind,
      detail: error.detail,
    });
    if (error.kind === 'refused') return this.#outbox.markDead(this.#target.name, delivery, error.detail);
    const waitMs = Math.max(askedWait(error), backoffDelay(retry, delivery.attempts, this.#random()));
    this.#restUntil.set(delivery.row, this.#clock.monotonic() + waitMs);
    this.#outbox.markFailed(this.#target.name, delivery, this.#clock.wallTime() + waitMs, error.detail);
  }
}

function askedWait(failure: RemoteFailure): number {
  return failure.kind === 'server-error' ? (failure.retryAfterMs ?? 0) : 0;
}
