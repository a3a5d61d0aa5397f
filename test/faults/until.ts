import { setTimeout as delay } from 'node:timers/promises';

/** How long anything may take to come true (milliseconds): generous, for two busy cores. */
export const PATIENCE_MS = 20_000;

/** Waits until something is true. @throws with what was waited for when it does not come true */
export async function until(what: string | (() => string), isTrue: () => unknown): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!isTrue()) {
    if (performance.now() > deadline) {
      throw new Error(`waited in vain for: ${typeof what === 'string' ? what : what()}`);
    }
    await delay(5);
  }
}
