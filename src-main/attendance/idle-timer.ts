import type { Clock } from '../domain/clock.ts';

export interface IdleTimerOptions {
  readonly clock: Clock;
  /** Milliseconds without a touch until the warning. */
  readonly idleMs: number;
  /** Milliseconds from the warning to the end. */
  readonly warningMs: number;
  readonly onWarning: () => void;
  readonly onTimeout: () => void;
}

/** Notices that the customer walked away: first a warning, then the end. */
export class IdleTimer {
  readonly #options: IdleTimerOptions;
  #handle: unknown;
  #warningEndsAt: number | undefined;

  constructor(options: IdleTimerOptions) {
    this.#options = options;
  }

  /** Counts from the beginning; a warning that is up goes away. */
  restart(): void {
    this.stop();
    this.#handle = this.#options.clock.setTimeout(() => this.#warn(), this.#options.idleMs);
  }

  stop(): void {
    this.#options.clock.clearTimeout(this.#handle);
    this.#handle = undefined;
    this.#warningEndsAt = undefined;
  }

  /** Milliseconds until the end while the warning is up. */
  warningRemainingMs(): number | undefined {
    if (this.#warningEndsAt === undefined) return undefined;
    return Math.max(0, this.#warningEndsAt - this.#options.clock.monotonic());
  }

  #warn(): void {
    const { clock, warningMs, onWarning } = this.#options;
    this.#warningEndsAt = clock.monotonic() + warningMs;
    this.#handle = clock.setTimeout(() => this.#end(), warningMs);
    onWarning();
  }

  #end(): void {
    this.stop();
    this.#options.onTimeout();
  }
}
