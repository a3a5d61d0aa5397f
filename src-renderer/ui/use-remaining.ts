import { useEffect, useState } from 'react';
import type { Countdown } from '../../src-main/contract/screen.ts';
import { useVisit } from '../visit-context.ts';

/**
 * Milliseconds left of a countdown, counted on the page's monotonic clock from the moment the view came, and drawn
 * anew at each whole second.
 */
export function useRemaining(countdown: Countdown): number {
  const { arrivedAt } = useVisit();
  const endsAt = arrivedAt + countdown.remainingMs;
  const [now, setNow] = useState(() => performance.now());
  const remaining = Math.max(0, endsAt - Math.max(now, arrivedAt));
  useEffect(() => {
    const left = endsAt - performance.now();
    if (left <= 0) return undefined;
    // One millisecond past the whole second, so that the clock has surely moved on.
    const timer = setTimeout(() => setNow(performance.now()), (left % 1_000) + 1);
    return () => clearTimeout(timer);
  });
  return remaining;
}
