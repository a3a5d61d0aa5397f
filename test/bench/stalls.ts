/** Milliseconds between two looks. */
const LOOK_EVERY_MS = 1;

/** For how long a thread did nothing else, at the longest; in milliseconds. */
export interface Stalls {
  /** By its own work: a machine with more to do than it has processors for does not count. */
  readonly ownMs: number;
  /** By the clock. */
  readonly wallMs: number;
}

/** Watches this thread's event loop, from the next turn on. */
export function watchStalls(): { stop(): Stalls } {
  let longest: Stalls = { ownMs: 0, wallMs: 0 };
  let worked = workedMs();
  let lookedAt = performance.now();
  const look = (): void => {
    const [workedNow, now] = [workedMs(), performance.now()];
    longest = {
      ownMs: Math.max(longest.ownMs, workedNow - worked),
      wallMs: Math.max(longest.wallMs, now - lookedAt - LOOK_EVERY_MS),
    };
    worked = workedNow;
    lookedAt = now;
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop() {
      look();
      clearInterval(timer);
      return longest;
    },
  };
}

/** Processor time of this thread. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
