import { useLayoutEffect, useState } from 'react';
import { fewerItems } from '../fit-screen.ts';
import { useVisit } from '../visit-context.ts';

/** One page of a list and the ways to the others; `current` counts from 1. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly current: number;
  readonly total: number;
  readonly turn: (by: 1 | -1) => void;
}

/** Cuts a list into pages: big arrows are surer than scrolling for a standing stranger. */
export function usePages<T>(all: readonly T[], standardSize: number): Page<T> {
  const size = usePageSize(standardSize);
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

/** How many items a page has; fewer where larger type, the lower half or an ERP's long texts leave no room. */
function usePageSize(standard: number): number {
  const { modes = [] } = useVisit().view.display ?? {};
  const key = modes.join(' ');
  const [fewer, setFewer] = useState({ key, by: 0 });
  const by = fewer.key === key ? fewer.by : 0;
  const size = Math.max(1, standard - by);
  // Before the screen is measured for the first time.
  useLayoutEffect(() => {
    const shrink = (event: Event): void => {
      if (size === 1) return;
      event.preventDefault();
      setFewer({ key, by: by + 1 });
    };
    document.addEventListener(fewerItems, shrink);
    return () => document.removeEventListener(fewerItems, shrink);
  }, [size, key, by]);
  return size;
}
