/** A server may not silence the kiosk for longer than this, whatever it answers. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * Milliseconds to wait by an answer's `Retry-After` (seconds or an HTTP date, RFC 9110), at most a day;
 * `undefined` when there is none or it cannot be read.
 *
 * A date counts against the answer's own `Date` header: the kiosk's clock may be off by an hour or by a year.
 */
export function retryAfterMs(
  retryAfter: string | undefined,
  answeredAt: string | undefined,
): number | undefined {
  if (retryAfter === undefined) {
    return undefined;
  }
  const text = retryAfter.trim();
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.parse(answeredAt ?? '');
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS);
}
