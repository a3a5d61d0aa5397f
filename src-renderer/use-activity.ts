import { useEffect, useRef } from 'react';
import type { Visit } from './visit-context.ts';

/** At most one `activity` a second: enough to keep a visit awake. */
const throttleMs = 1_000;

/** Tells main of touches and keys that are no action of their own, so that a reading customer is not sent home. */
export function useActivity(visit: Visit | undefined): void {
  const lastSentAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (visit === undefined) return undefined;
    const report = (event: Event): void => {
      if (isAction(event.target)) return;
      const now = performance.now();
      if (now - lastSentAt.current < throttleMs) return;
      lastSentAt.current = now;
      visit.send({ type: 'activity' });
    };
    window.addEventListener('pointerdown', report);
    window.addEventListener('keydown', report);
    return () => {
      window.removeEventListener('pointerdown', report);
      window.removeEventListener('keydown', report);
    };
  }, [visit]);
}

/** Buttons that send an intent tell main by themselves; turning a page (`data-local`) does not. */
function isAction(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button:not([aria-disabled="true"], [data-local])') !== null
  );
}
