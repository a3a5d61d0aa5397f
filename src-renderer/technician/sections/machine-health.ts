import type { ClockReading } from '../../../src-main/contract/technician.ts';
import { stateWords } from '../words/state-words.ts';
import { formatSpan } from './format-state.ts';

/** Further off than this (milliseconds) and due dates and the validity of a PIX are in doubt. */
const clockTolerance = 30_000;

/** Less than this (bytes) and the database may soon find no room. */
const leastDisk = 1_000_000_000;

export type ClockHealth = 'fine' | 'off' | 'unknown';

/** What the servers together say of this machine's clock: a single one that is far off is enough to warn. */
export function judgeClock(readings: readonly ClockReading[]): ClockHealth {
  const known = readings.flatMap(({ aheadMs }) => (aheadMs === undefined ? [] : [aheadMs]));
  if (known.length === 0) return 'unknown';
  return known.some((ahead) => Math.abs(ahead) > clockTolerance) ? 'off' : 'fine';
}

/** One server's word on this machine's clock. */
export function describeReading({ aheadMs }: ClockReading): string {
  const words = stateWords.clock;
  if (aheadMs === undefined) return words.silent;
  // A server's `Date` has whole seconds, and the way there takes time.
  if (Math.abs(aheadMs) < 2_000) return words.same;
  return aheadMs > 0 ? words.ahead(formatSpan(aheadMs)) : words.behind(formatSpan(aheadMs));
}

/** Whether the free space (bytes) is too little. */
export function isDiskLow(freeBytes: number): boolean {
  return freeBytes < leastDisk;
}
