import type { Door, PinOutcome } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import { errorCode } from '../logging/error-code.ts';
import type { Log } from '../logging/log.ts';
import { writeDurably } from '../settings/durable-file.ts';
import type { AuditLog } from './audit-log.ts';
import { hashPin, type PinHash, pinMatches } from './pin-hash.ts';
import { type PinRecord, readPinRecord } from './pin-record.ts';
import { delayAfter, judgePin, LOCK_OUT_MS, triesUntilLockOut } from './pin-rules.ts';

export interface PinKeeperParts {
  /** `technician.json` in the data folder. */
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: Pick<AuditLog, 'record'>;
}

/** A door that only its keeper can judge: whether it stands open is for whoever asked to remember. */
export type KeptDoor = Exclude<Door, { readonly state: 'open' }>;

/**
 * Guards the technician's area. One call is looked at after the other, so that two tries at once cost as much as two
 * in a row. Each call rejects with `PinNotSaved` when the disk does not take what has to be remembered; nothing was
 * compared or changed then.
 */
export interface PinKeeper {
  door(): KeptDoor;
  /** Sets the first PIN. While there is one (or a damaged one) it answers `wait` and changes nothing. */
  choose(pin: string): Promise<PinOutcome>;
  /** While there is no PIN it answers `wait`: nothing can be compared. */
  check(pin: string): Promise<PinOutcome>;
  /** Takes the place of a PIN; a wrong `current` counts like any wrong try. */
  change(current: string, next: string): Promise<PinOutcome>;
}

/** The disk did not take the PIN or the count of wrong tries; the log has `TECHNICIAN-PIN-NOT-SAVED`. */
export class PinNotSaved extends Error {
  override readonly name = 'PinNotSaved';
}

/** Reads the file at once. A wait that a restart cut short begins anew. */
export function createPinKeeper(parts: PinKeeperParts): PinKeeper {
  return new FilePinKeeper(parts);
}

class FilePinKeeper implements PinKeeper {
  readonly #parts: PinKeeperParts;
  #record: PinRecord | undefined;
  readonly #damaged: boolean;
  /** Monotonic time before which no try counts. */
  #waitUntil: number;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: PinKeeperParts) {
    this.#parts = parts;
    const found = readPinRecord(parts.file);
    this.#damaged = !found.ok;
    if (found.ok) this.#record = found.value;
    else this.#reportDamage(found.error);
    this.#waitUntil = parts.clock.monotonic() + delayAfter(this.#record?.wrongTries ?? 0);
  }

  door(): KeptDoor {
    if (this.#damaged) return { state: 'locked', triesLeft: 0, waitMs: LOCK_OUT_MS };
    if (!this.#record) return { state: 'no-pin' };
    return { state: 'locked', ...this.#standing(this.#record) };
  }

  choose(pin: string): Promise<PinOutcome> {
    return this.#inTurn(async () => {
      if (this.#damaged || this.#record) return { outcome: 'wait', waitMs: this.#waitMs() };
      const reason = judgePin(pin);
      if (reason) return { outcome: 'unfit', reason };
      this.#save({ version: 1, pin: await hashPin(pin), wrongTries: 0 });
      this.#parts.audit.record('pin-chosen');
      return { outcome: 'open' };
    });
  }

  check(pin: string): Promise<PinOutcome> {
    return this.#inTurn(() => this.#try(pin));
  }

  change(current: string, next: string): Promise<PinOutcome> {
    return this.#inTurn(async () => {
      const reason = judgePin(next);
      if (reason) return { outcome: 'unfit', reason };
      const outcome = await this.#try(current);
      if (outcome.outcome !== 'open') return outcome;
      this.#save({ version: 1, pin: await hashPin(next), wrongTries: 0 });
      this.#parts.audit.record('pin-changed');
      return outcome;
    });
  }

  async #try(pin: string): Promise<PinOutcome> {
    const record = this.#record;
    const waitMs = this.#waitMs();
    if (!record || waitMs > 0) return { outcome: 'wait', waitMs };
    // Counted before it is looked at: whoever kills the kiosk in between has had a try.
    const counted = { ...record, wrongTries: record.wrongTries + 1 };
    this.#save(counted);
    if (await this.#isRight(pin, record.pin)) return this.#welcome(record);
    return this.#turnAway(counted);
  }

  /** What cannot be a PIN is wrong without the work. */
  async #isRight(pin: string, hash: PinHash): Promise<boolean> {
    return /^[0-9]{6,12}$/.test(pin) && (await pinMatches(pin, hash));
  }

  #welcome(record: PinRecord): PinOutcome {
    try {
      this.#save({ ...record, wrongTries: 0 });
    } catch (error) {
      if (!(error instanceof PinNotSaved)) throw error;
      // The right PIN opens all the same; the log has it, and the count on the disk is only too high.
    }
    this.#parts.audit.record('pin-right');
    return { outcome: 'open' };
  }

  #turnAway(record: PinRecord): PinOutcome {
    const delay = delayAfter(record.wrongTries);
    this.#waitUntil = this.#parts.clock.monotonic() + delay;
    this.#parts.audit.record(delay >= LOCK_OUT_MS ? 'pin-lock-out' : 'pin-wrong', String(record.wrongTries));
    return { outcome: 'wrong', ...this.#standing(record) };
  }

  #standing({ wrongTries }: PinRecord): { readonly triesLeft: number; readonly waitMs: number } {
    const waitMs = this.#waitMs();
    return { triesLeft: triesUntilLockOut(wrongTries, waitMs > 0), waitMs };
  }

  #waitMs(): number {
    if (this.#damaged) return LOCK_OUT_MS;
    return Math.max(0, Math.ceil(this.#waitUntil - this.#parts.clock.monotonic()));
  }

  #save(record: PinRecord): void {
    try {
      writeDurably(this.#parts.file, `${JSON.stringify(record)}\n`);
    } catch (error) {
      const reason = errorCode(error);
      this.#parts.log.error('TECHNICIAN-PIN-NOT-SAVED', { reason });
      throw new PinNotSaved(reason);
    }
    this.#record = record;
  }

  #reportDamage(reason: string): void {
    this.#parts.log.error('TECHNICIAN-PIN-UNREADABLE', { reason });
    this.#parts.audit.record('pin-unreadable', reason);
  }

  #inTurn(action: () => Promise<PinOutcome>): Promise<PinOutcome> {
    const turn = this.#queue.then(action);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
