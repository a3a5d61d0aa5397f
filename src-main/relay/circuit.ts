import { type Backoff, backoffDelay } from '../domain/backoff.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';

/** One or two may be the deliveries' own fault. */
const FAILURES_UNTIL_OPEN = 3;

const whenDown: Backoff = { firstMs: 2_000, maximumMs: 900_000 };
/** Whoever knocks with a wrong password again and again gets the account locked. */
const whenLockedOut: Backoff = { firstMs: 30_000, maximumMs: 6 * 3_600_000 };

/**
 * Whether a target is worth asking. One that does not answer is not asked for each delivery that waits: after a rest it
 * gets a single one as a probe, and the rest only when that went through.
 */
export class Circuit {
  readonly #clock: Clock;
  readonly #random: () => number;
  /** One after the other, without a success between them. */
  #failures = 0;
  #probes = 0;
  /** On the monotonic clock; absent while the circuit is closed. */
  #restUntil: number | undefined;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  get isOpen(): boolean {
    return this.#restUntil !== undefined;
  }

  /** Milliseconds until the target may be asked at all. */
  get restMs(): number {
    return Math.max(0, (this.#restUntil ?? 0) - this.#clock.monotonic());
  }

  /** @returns whether this closed it */
  succeeded(): boolean {
    const wasOpen = this.isOpen;
    this.#failures = 0;
    this.#probes = 0;
    this.#restUntil = undefined;
    return wasOpen;
  }

  /** @returns whether this opened it */
  failed(failure: RemoteFailure): boolean {
    // Others that were under way when it opened say nothing new.
    if (this.isOpen && this.restMs > 0) return false;
    this.#failures += 1;
    const wait = waitAsked(failure);
    const locked = isLockedOut(failure);
    if (!this.isOpen && !locked && wait === 0 && this.#failures < FAILURES_UNTIL_OPEN) return false;
    const opened = !this.isOpen;
    const backoff = locked ? whenLockedOut : whenDown;
    const rest = Math.max(wait, backoffDelay(backoff, this.#probes, this.#random()));
    this.#probes += 1;
    this.#restUntil = this.#clock.monotonic() + rest;
    return opened;
  }

  /** A person does not want to wait: the next probe may go at once. */
  rouse(): void {
    if (this.isOpen) this.#restUntil = this.#clock.monotonic();
  }
}

/** The target does not know the kiosk or lets it do nothing: that is hardly the delivery's fault. */
export function isLockedOut(failure: RemoteFailure): boolean {
  return failure.kind === 'refused' && (failure.status === 401 || failure.status === 403);
}

/** Milliseconds that the target itself asked for. */
export function waitAsked(failure: RemoteFailure): number {
  return failure.kind === 'server-error' ? (failure.retryAfterMs ?? 0) : 0;
}
