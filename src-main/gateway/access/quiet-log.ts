import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../logging/log.ts';

const MINUTE_MS = 60_000;

/**
 * Log lines that strangers can cause: the first of a kind at once, then one a minute at most, with how many there were.
 * Nothing of what they sent is written down.
 */
export class QuietLog {
  readonly #log: Log;
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #kinds = new Map<string, { at: number; since: number }>();

  constructor(log: Log, clock: Pick<Clock, 'monotonic'>) {
    this.#log = log;
    this.#clock = clock;
  }

  /** @param kind one of a few words of ours */
  note(code: string, kind: string): void {
    const now = this.#clock.monotonic();
    const name = `${code} ${kind}`;
    const last = this.#kinds.get(name);
    if (last && now - last.at < MINUTE_MS) {
      last.since += 1;
      return;
    }
    this.#kinds.set(name, { at: now, since: 0 });
    this.#log.info(code, { kind, count: (last?.since ?? 0) + 1 });
  }
}
