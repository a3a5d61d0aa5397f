import { useCallback, useEffect, useState } from 'react';

/** A wait that runs down on the page's own clock: milliseconds left, and how to begin one. */
export function useWait(): readonly [leftMs: number, begin: (waitMs: number) => void] {
  const [endsAt, setEndsAt] = useState(0);
  const [now, setNow] = useState(0);
  const left = Math.max(0, endsAt - now);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setNow(performance.now()), Math.min(left, 250) + 1);
    return () => clearTimeout(timer);
  });
  const begin = useCallback((waitMs: number): void => {
    const start = performance.now();
    setNow(start);
    setEndsAt(start + waitMs);
  }, []);
  return [left, begin];
}

/** "9 s", "59 min 40 s". */
export function tellWait(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
