/** Exponential waiting with jitter, in milliseconds, so that many kiosks do not come back in the same second. */
export interface Backoff {
  readonly firstMs: number;
  readonly maximumMs: number;
}

/**
 * How long to wait before try number `failures + 1`: doubles from `firstMs`, never above `maximumMs`, and varies by
 * ±20 % with `random` in [0, 1).
 */
export function backoffDelay(backoff: Backoff, failures: number, random: number): number {
  const plain = Math.min(backoff.maximumMs, backoff.firstMs * 2 ** Math.min(failures, 30));
  return Math.round(plain * (0.8 + 0.4 * random));
}
