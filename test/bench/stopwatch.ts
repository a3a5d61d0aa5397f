import type { Simulator } from '../simulators/server/simulator.ts';

/** How long a simulated system itself took: the time in which it owed at least one answer. */
export interface OwnTime {
  /** Milliseconds since the last time this was asked. */
  take(): number;
}

/** Watches a simulator's requests from read to answered. */
export function watchOwnTime(simulator: Simulator<unknown>): OwnTime {
  let owed = 0;
  let since = 0;
  let total = 0;
  simulator.onRequest(() => {
    if (owed === 0) since = performance.now();
    owed += 1;
  });
  simulator.onAnswered(() => {
    owed -= 1;
    if (owed === 0) total += performance.now() - since;
  });
  return {
    take() {
      const taken = total;
      total = 0;
      return taken;
    },
  };
}
