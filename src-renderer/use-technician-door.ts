import { useEffect, useRef } from 'react';
import type { Visit } from './visit-context.ts';

/** So many touches on the company's mark, within so many milliseconds. */
const touches = 5;
const withinMs = 4_000;

/** The hidden ways to the technician's area: five touches on the company's mark, or Ctrl+Alt+T. Main decides. */
export function useTechnicianDoor(visit: Visit | undefined): void {
  const send = visit?.send;
  // Kept across views: one may come between two touches.
  const earlier = useRef<readonly number[]>([]);
  useEffect(() => {
    if (send === undefined) return undefined;
    const handleTouch = (event: PointerEvent): void => {
      const onMark = event.target instanceof Element && event.target.closest('[data-brand-mark]') !== null;
      if (!onMark) return;
      const now = event.timeStamp;
      earlier.current = [...earlier.current, now].filter((at) => now - at <= withinMs);
      if (earlier.current.length < touches) return;
      earlier.current = [];
      send({ type: 'technician' });
    };
    const handleKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey && event.altKey && event.code === 'KeyT') send({ type: 'technician' });
    };
    window.addEventListener('pointerdown', handleTouch);
    window.addEventListener('keydown', handleKey);
    return () => {
      window.removeEventListener('pointerdown', handleTouch);
      window.removeEventListener('keydown', handleKey);
    };
  }, [send]);
}
