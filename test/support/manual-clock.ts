import type { Clock } from '../../src-main/domain/clock.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that moves only when the test says so. */
export class ManualClock implements Clock {
  #monotonic = 0;
  #wall: number;
  #next = 1;
  readonly #timers = new Map<number, Timer>();

  constructor(wallTime = Date.UTC(2026, 10, 21, 12)) {
    this.#wall = wallTime;
  }

  wallTime(): number {
    return this.#wall;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  setTimeout(callback: () => void, delayMs: number): unknown {
    const handle = this.#next;
    this.#next += 1;
    this.#timers.set(handle, { at: this.#monotonic + delayMs, callback });
    return handle;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number);
  }

  /** Timers that have not run yet. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Somebody sets the machine's clock; durations are unaffected. */
  setWallTime(wallTime: number): void {
    this.#wall = wallTime;
  }

  /** Lets time pass and runs what falls due, in order, giving promises their turn after each. */
  async advance(ms: number): Promise<void> {
    const end = this.#monotonic + ms;
    await settle();
    for (let due = this.#earliest(end); due !== undefined; due = this.#earliest(end)) {
      this.#moveTo(due.timer.at);
      this.#timers.delete(due.handle);
      due.timer.callback();
      await settle();
    }
    this.#moveTo(end);
    await settle();
  }

  #earliest(end: number): { handle: number; timer: Timer } | undefined {
    let found: { handle: number; timer: Timer } | undefined;
    for (const [handle, timer] of this.#timers) {
      if (timer.at <= end && (!found || timer.at < found.timer.at)) found = { handle, timer };
    }
    return found;
  }

  #moveTo(monotonic: number): void {
    this.#wall += Math.max(0, monotonic - this.#monotonic);
    this.#monotonic = Math.max(this.#monotonic, monotonic);
  }
}

/** Promise chains of the code under test need several turns. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
