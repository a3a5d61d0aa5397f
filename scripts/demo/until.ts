import { setTimeout as delay } from 'node:timers/promises';

const intervalMs = 50;

/** Waits until `find` gives something. @throws when nothing came within `timeoutMs`, saying what was awaited */
export async function until<T>(
  what: string,
  find: () => T | undefined | false,
  timeoutMs: number,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s in vain for ${what}`);
    await delay(intervalMs);
  }
}
