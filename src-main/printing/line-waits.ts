import type { Clock } from '../domain/clock.ts';

/** Waits on a line whose callbacks may never come: an own time-out and the loss of the line end each of them. */
export class LineWaits {
  readonly #clock: Clock;
  readonly #interrupts = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns what `done` is called with, `late` after `timeoutMs` milliseconds, or `lost` when the line is */
  within<T>(timeoutMs: number, late: T, lost: T, act: (done: (result: T) => void) => void): Promise<T> {
    return new Promise((resolve) => {
      const interrupt = () => done(lost);
      const done = (result: T) => {
        this.#clock.clearTimeout(timer);
        this.#interrupts.delete(interrupt);
        resolve(result);
      };
      const timer = this.#clock.setTimeout(() => done(late), timeoutMs);
      this.#interrupts.add(interrupt);
      act(done);
    });
  }

  /** The line is lost: nobody waits any longer. */
  interrupt(): void {
    for (const interrupt of [...this.#interrupts]) interrupt();
  }
}
