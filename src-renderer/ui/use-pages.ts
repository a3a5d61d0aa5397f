import { useState } from 'react';

/** One page of a list and the ways to the others; `current` counts from 1. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly current: number;
  readonly total: number;
  readonly turn: (by: 1 | -1) => void;
}

/** Cuts a list into pages: big arrows are surer than scrolling for a standing stranger. */
export function usePages<T>(all: readonly T[], size: number): Page<T> {
  const [wanted, setWanted] = useState(1);
  const total = Math.max(1, Math.ceil(all.length / size));
  const current = Math.min(wanted, total);
  const first = (current - 1) * size;
  return {
    items: all.slice(first, first + size),
    current,
    total,
    turn: (by) => setWanted(Math.min(total, Math.max(1, current + by))),
  };
}
