/**
 * Time, handed to whoever needs it so that tests can move it by hand.
 *
 * `wallTime` may jump (NTP, a technician, a flat CMOS battery): it is good for stamping what happened, never for
 * deciding how long something took. Durations are measured with `monotonic`.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch, as the machine believes. */
  wallTime(): number;
  /** Milliseconds since an arbitrary moment; never goes back. */
  monotonic(): number;
  /** Runs `callback` once after `delayMs` milliseconds; the returned handle goes to `clearTimeout`. */
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(handle: unknown): void;
}
