import { type Backoff, backoffDelay } from '../domain/backoff.ts';
import { type Charge, isLive } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Log } from '../logging/log.ts';
import type { ChargeJournal } from './charge-journal.ts';

export interface LateLooksParts {
  readonly journal: ChargeJournal;
  /** Looks once and records a payment, if there is one. */
  readonly lookNow: (charge: Charge) => Promise<Charge | RemoteFailure>;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
}

/** Milliseconds from the end of a charge, or from one late look, to the next. */
const delaysMs: readonly number[] = [60_000, 600_000, 3_600_000, 21_600_000];

/** A charge that is to be looked at again. */
interface DueLook {
  readonly chargeId: string;
  /** On the monotonic clock. */
  readonly at: number;
  /** How many were made, and how many failed since the last of them. */
  readonly looks: number;
  readonly failures: number;
}

const trouble: Backoff = { firstMs: 60_000, maximumMs: 3_600_000 };

/**
 * Looks a few times more at charges that have ended. A PIX can slip through in the second in which its charge expires
 * or is taken back, or when two people pay one QR, and money that came must not go unnoticed. How many looks were made
 * is on disk.
 */
export class LateLooks {
  readonly #parts: LateLooksParts;
  readonly #due = new Map<string, DueLook>();
  /** One for all of them: a busy day has hundreds of charges to come back to. */
  #timer: unknown;
  #stopped = false;

  constructor(parts: LateLooksParts) {
    this.#parts = parts;
  }

  /** After a restart: goes on where an earlier run was. */
  resume(): void {
    for (const { chargeId, looks } of this.#parts.journal.listLateLooks(delaysMs.length)) {
      this.#schedule(chargeId, looks, 0);
    }
  }

  /** A charge has just ended. Never throws: at worst the next start takes it up. */
  add(chargeId: string): void {
    try {
      const looks = this.#parts.journal.lateLooksAt(chargeId);
      if (looks !== undefined) this.#schedule(chargeId, looks, 0);
    } catch (error) {
      this.#parts.log.error('CHARGE-LATE-LOOK-FAILED', { chargeId, reason: String(error) });
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#parts.clock.clearTimeout(this.#timer);
    this.#due.clear();
  }

  #schedule(chargeId: string, looks: number, failures: number): void {
    const { clock, random } = this.#parts;
    const regular = delaysMs[looks];
    if (this.#stopped || regular === undefined) return;
    const delay = failures > 0 ? backoffDelay(trouble, failures - 1, random()) : regular;
    this.#due.set(chargeId, { chargeId, at: clock.monotonic() + delay, looks, failures });
    this.#waitForNext();
  }

  #waitForNext(): void {
    const { clock } = this.#parts;
    clock.clearTimeout(this.#timer);
    if (this.#due.size === 0) return;
    const soonest = Math.min(...[...this.#due.values()].map(({ at }) => at));
    this.#timer = clock.setTimeout(() => this.#lookAtDue(), Math.max(0, soonest - clock.monotonic()));
  }

  #lookAtDue(): void {
    const now = this.#parts.clock.monotonic();
    for (const look of [...this.#due.values()].filter(({ at }) => at <= now)) {
      this.#due.delete(look.chargeId);
      void this.#look(look);
    }
    this.#waitForNext();
  }

  async #look({ chargeId, looks, failures }: DueLook): Promise<void> {
    const { journal, lookNow, log } = this.#parts;
    try {
      const charge = journal.find(chargeId);
      if (!charge || isLive(charge.state)) return;
      const seen = await lookNow(charge);
      if (this.#stopped) return;
      if ('kind' in seen) return this.#schedule(chargeId, looks, failures + 1);
      // Its payment starts the looks over.
      if (seen.state !== charge.state) return;
      journal.countLateLook(seen);
      this.#schedule(chargeId, looks + 1, 0);
    } catch (error) {
      log.error('CHARGE-LATE-LOOK-FAILED', { chargeId, reason: String(error) });
      this.#schedule(chargeId, looks, failures + 1);
    }
  }
}
