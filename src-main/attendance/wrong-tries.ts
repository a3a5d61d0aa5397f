import type { Clock } from '../domain/clock.ts';

/** Wrong answers that a document may get before it is blocked. */
export const allowedTries = 3;

interface Tries {
  wrong: number;
  /** On the monotonic clock. */
  blockedUntil?: number;
}

/**
 * Counts wrong second factors per document, across visits, in memory only: nobody can restart a kiosk from its
 * screen, and a list of documents on disk would be one more thing to protect.
 */
export class WrongTries {
  readonly #clock: Clock;
  readonly #blockMs: number;
  readonly #tries = new Map<string, Tries>();

  constructor(clock: Clock, blockMs: number) {
    this.#clock = clock;
    this.#blockMs = blockMs;
  }

  /** Whole minutes, at least 1, until the document may be tried again; `undefined` when it may be tried now. */
  blockedMinutes(document: string): number | undefined {
    const blockedUntil = this.#tries.get(document)?.blockedUntil;
    if (blockedUntil === undefined) return undefined;
    const leftMs = blockedUntil - this.#clock.monotonic();
    if (leftMs > 0) return Math.ceil(leftMs / 60_000);
    this.#tries.delete(document);
    return undefined;
  }

  triesLeft(document: string): number {
    return allowedTries - (this.#tries.get(document)?.wrong ?? 0);
  }

  /** Counts a wrong answer; the last one blocks the document. */
  count(document: string): void {
    const tries = this.#tries.get(document) ?? { wrong: 0 };
    tries.wrong += 1;
    if (tries.wrong >= allowedTries) tries.blockedUntil = this.#clock.monotonic() + this.#blockMs;
    this.#tries.set(document, tries);
  }

  /** The right answer clears what went before. */
  clear(document: string): void {
    this.#tries.delete(document);
  }
}
