import { useEffect } from 'react';
import { totem } from './totem.ts';

const heartbeatMs = 2_000;

/**
 * Tells main every two seconds that the page is alive. It lives in an effect on purpose: when drawing throws, React
 * takes the tree down, the beat stops with it, and main reloads the page.
 */
export function useHeartbeat(): void {
  useEffect(() => {
    totem.heartbeat();
    const timer = setInterval(() => totem.heartbeat(), heartbeatMs);
    return () => clearInterval(timer);
  }, []);
}
