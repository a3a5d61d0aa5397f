import type { Clock } from '../../src-main/domain/clock.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
  node: NodeJS.Timeout | undefined;
}

/**
 * The machine's clocks, except that days can go by at once and that somebody can set the wall clock. `faketime` is no
 * part of a bare Debian, and would not let one process wait for days.
 */
export class WarpClock implements Clock {
  #skippedMs = 0;
  #wallOffsetMs: number;
  readonly #timers = new Set<Timer>();

  constructor(wallOffsetMs: number) {
    this.#wallOffsetMs = wallOffsetMs;
  }

  wallTime(): number {
    return Date.now() + this.#wallOffsetMs;
  }

  monotonic(): number {
    return performance.now() + this.#skippedMs;
  }

  setTimeout(callback: () => void, delayMs: number): unknown {
    const timer: Timer = { at: this.monotonic() + delayMs, callback, node: undefined };
    this.#timers.add(timer);
    this.#arm(timer);
    return timer;
  }

  clearTimeout(handle: unknown): void {
    const timer = handle as Timer | undefined;
    if (!timer) return;
    clearTimeout(timer.node);
    this.#timers.delete(timer);
  }

  /** Lets this much time go by (milliseconds), on both clocks; what falls due runs in its order. */
  skip(ms: number): void {
    this.#skippedMs += ms;
    this.#wallOffsetMs += ms;
    const inOrder = [...this.#timers].toSorted((one, other) => one.at - other.at);
    for (const timer of inOrder) {
      clearTimeout(timer.node);
      this.#arm(timer);
    }
  }

  /** Somebody sets the wall clock, so that it is off by this much (milliseconds); durations are unaffected. */
  setWallOffset(offsetMs: number): void {
    this.#wallOffsetMs = offsetMs;
  }

  #arm(timer: Timer): void {
    timer.node = setTimeout(
      () => {
        this.#timers.delete(timer);
        timer.callback();
      },
      Math.max(0, timer.at - this.monotonic()),
    );
  }
}
