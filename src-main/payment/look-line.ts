import type { Clock } from '../domain/clock.ts';

/** A place in the line, not yet served. */
interface Waiting {
  readonly id: string;
  readonly serve: () => void;
}

/** So many of a minute's requests may go at once after a quiet while: a few customers' looks shall not wait for one another. */
const burst = 5;

const MINUTE_MS = 60_000;

/**
 * Keeps an account's requests within its PSP's limit, however many charges are watched: so many a minute, whoever has a
 * customer standing there first, all others in the order in which they came.
 */
export class LookLine {
  readonly #clock: Clock;
  readonly #everyMs: number;
  #attended: Waiting[] = [];
  #others: Waiting[] = [];
  /** Requests that may go now; below zero when some went without waiting. */
  #turns = burst;
  #countedAt: number;
  #timer: unknown;

  /** @param perMinute what the PSP takes, ten at least */
  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock;
    this.#everyMs = MINUTE_MS / (perMinute - burst);
    this.#countedAt = clock.monotonic();
  }

  /** Resolves when it is this one's turn; never after `stop`. */
  enter(id: string, attended: boolean): Promise<void> {
    return new Promise((serve) => {
      (attended ? this.#attended : this.#others).push({ id, serve });
      this.#serve();
    });
  }

  /** A customer has come back to it. */
  promote(id: string): void {
    const found = this.#others.find((waiting) => waiting.id === id);
    if (!found) return;
    this.#others = this.#others.filter((waiting) => waiting !== found);
    this.#attended.push(found);
  }

  /** Somebody does not wait: it counts all the same. */
  count(): void {
    this.#refill();
    this.#turns -= 1;
  }

  stop(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#attended = [];
    this.#others = [];
  }

  #refill(): void {
    const gained = Math.floor((this.#clock.monotonic() - this.#countedAt) / this.#everyMs);
    this.#countedAt += gained * this.#everyMs;
    this.#turns = Math.min(burst, this.#turns + gained);
  }

  #serve(): void {
    this.#refill();
    while (this.#turns > 0) {
      const next = this.#attended.shift() ?? this.#others.shift();
      if (!next) return;
      this.#turns -= 1;
      next.serve();
    }
    this.#clock.clearTimeout(this.#timer);
    if (this.#attended.length + this.#others.length === 0) return;
    const untilNext = this.#countedAt + this.#everyMs * (1 - this.#turns) - this.#clock.monotonic();
    this.#timer = this.#clock.setTimeout(() => this.#serve(), Math.max(1, Math.ceil(untilNext)));
  }
}
