import type { Log } from '../../src-main/logging/log.ts';

/** A log that keeps nothing. */
export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
