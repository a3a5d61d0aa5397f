import type { Clock } from '../../domain/clock.ts';

interface Bucket {
  readonly tokens: number;
  /** Monotonic milliseconds. */
  readonly at: number;
}

const MINUTE_MS = 60_000;
/** A caller who comes back after others pushed it out begins with a full bucket; more would let memory grow. */
const MOST_CALLERS = 2_000;

/** So many requests a minute for each caller, a minute's worth at once. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, clock: Pick<Clock, 'monotonic'>) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  /** Takes one for this caller: 0 when it is there, else seconds until one is. */
  take(caller: string): number {
    const now = this.#clock.monotonic();
    const bucket = this.#buckets.get(caller) ?? { tokens: this.#perMinute, at: now };
    const refilled = bucket.tokens + ((now - bucket.at) * this.#perMinute) / MINUTE_MS;
    const tokens = Math.min(this.#perMinute, refilled);
    const isThere = tokens >= 1;
    // Set anew at the end of the map: the first one is the one that was seen longest ago.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { tokens: isThere ? tokens - 1 : tokens, at: now });
    this.#forgetOldest();
    return isThere ? 0 : Math.max(1, Math.ceil(((1 - tokens) * MINUTE_MS) / this.#perMinute / 1000));
  }

  #forgetOldest(): void {
    if (this.#buckets.size <= MOST_CALLERS) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
