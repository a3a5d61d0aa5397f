import { z } from 'zod';
import { type Backoff, backoffDelay } from '../domain/backoff.ts';
import type { Clock } from '../domain/clock.ts';
import { type Result, success } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../storage/database.ts';
import type { RaiseAlarm } from './alarms.ts';
import type { ApiPixClient } from './api-pix/api-pix-client.ts';
import type { PixFailure, PixProblem } from './api-pix/pix-failure.ts';
import type { PaymentGate } from './payment-gate.ts';

type ListingClient = Pick<ApiPixClient, 'listPix'>;

export interface RestoreLookParts {
  readonly database: Database;
  /** By id of an account. */
  readonly clients: ReadonlyMap<string, ListingClient>;
  readonly gate: PaymentGate;
  readonly raiseAlarm: RaiseAlarm;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** Payments are on again. */
  readonly onDone: () => void;
}

const restoreRow = z.object({
  id: z.string(),
  restored_at: z.number().int(),
  backup_at: z.number().int().nullable(),
});
type Restore = z.output<typeof restoreRow>;

const txidRow = z.object({ txid: z.string() });

/** A charge made by a kiosk: `randomUUID` without its dashes. What others collect on the account looks otherwise. */
const KIOSK_TXID = /^[0-9a-f]{32}$/;

/** A day, for clocks that differ and charges that were made before the backup and paid after it. */
const MARGIN_MS = 86_400_000;
/** Without a backup: as long as a kiosk may have run on. */
const WITHOUT_BACKUP_MS = 30 * 86_400_000;
/** However old the backup is. */
const LONGEST_MS = 90 * 86_400_000;
/** As much as the strictest PSP lists at once. */
const SLICE_MS = 5 * 86_400_000;

/** These pass by themselves. Any other no is for good as soon as it was said so often. */
const passing: readonly PixProblem[] = ['no-answer', 'not-sent', 'unavailable', 'too-many-requests'];
const OFTEN = 3;

const trouble: Backoff = { firstMs: 5_000, maximumMs: 300_000 };

/**
 * After a backup took the place of a damaged database: lists what came in at each account since, and raises an alarm
 * for each payment of a kiosk's charge that this database does not know. Its customer and invoice are not known any
 * more, so only a person can see to it. Payments stay off until every account was listed; for one that does not let
 * itself be listed a person is told to read its statement, because waiting would change nothing.
 */
export class RestoreLook {
  readonly #parts: RestoreLookParts;
  #timer: unknown;
  #failures = 0;
  #stopped = false;

  constructor(parts: RestoreLookParts) {
    this.#parts = parts;
  }

  /** Shuts the gate if there is something to look at, and looks. */
  start(): void {
    if (this.#listUnseen().length === 0) return;
    this.#parts.gate.shut('restored');
    void this.#look();
  }

  stop(): void {
    this.#stopped = true;
    this.#parts.clock.clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const { clock, log, random, gate } = this.#parts;
    const worked = await this.#lookAtAll().catch((error: unknown) => {
      log.error('RESTORE-LOOK-FAILED', { reason: String(error) });
      return false;
    });
    if (this.#stopped) return;
    if (worked) {
      log.info('RESTORE-LOOK-DONE');
      gate.open('restored');
      this.#parts.onDone();
      return;
    }
    this.#failures += 1;
    this.#timer = clock.setTimeout(() => void this.#look(), backoffDelay(trouble, this.#failures, random()));
  }

  async #lookAtAll(): Promise<boolean> {
    for (const restore of this.#listUnseen()) {
      for (const [account, client] of this.#parts.clients) {
        const looked = await this.#lookAt(restore, account, client);
        if (!looked || this.#stopped) return false;
      }
      this.#parts.database.run('UPDATE restores SET looked_at = $at WHERE id = $id', {
        id: restore.id,
        at: this.#parts.clock.wallTime(),
      });
    }
    return true;
  }

  async #lookAt(restore: Restore, account: string, client: ListingClient): Promise<boolean> {
    const { clock, log, raiseAlarm } = this.#parts;
    const now = clock.wallTime();
    const from = Math.max(firstMoment(restore), now - LONGEST_MS);
    // A clock that is behind the backup; it will be set.
    if (now + MARGIN_MS <= from) return false;
    const txids = await this.#listPaid(client, from, now + MARGIN_MS);
    if (this.#stopped) return false;
    if (txids.ok) {
      for (const txid of txids.value) this.#check(txid);
      return true;
    }
    const { kind, detail, pix } = txids.error;
    log.warn('RESTORE-LOOK-FAILED', { account, kind, detail });
    if (passing.includes(pix.problem) || this.#failures < OFTEN) return false;
    raiseAlarm('PIX-NOT-LISTED', { chargeId: restore.id });
    return true;
  }

  async #listPaid(
    client: ListingClient,
    from: number,
    to: number,
  ): Promise<Result<readonly string[], PixFailure>> {
    const txids: string[] = [];
    for (let start = from; start < to; start += SLICE_MS) {
      const end = Math.min(to, start + SLICE_MS);
      for (let page = 0, pages = 1; page < pages; page += 1) {
        const answer = await client.listPix({ from: start, to: end, page });
        if (!answer.ok) return answer;
        pages = answer.value.pages;
        txids.push(...answer.value.payments.flatMap(({ txid }) => txid ?? []));
      }
    }
    return success(txids);
  }

  #check(txid: string): void {
    if (!KIOSK_TXID.test(txid)) return;
    const { database, raiseAlarm } = this.#parts;
    if (database.get('SELECT txid FROM charges WHERE txid = $txid', txidRow, { txid })) return;
    // The only id that there is of it.
    raiseAlarm('PIX-UNKNOWN-CHARGE', { chargeId: txid });
  }

  #listUnseen(): readonly Restore[] {
    return this.#parts.database.all(
      'SELECT id, restored_at, backup_at FROM restores WHERE looked_at IS NULL ORDER BY restored_at',
      restoreRow,
    );
  }
}

/** From when on payments may be missing, by the wall clock. */
function firstMoment({ restored_at: restoredAt, backup_at: backupAt }: Restore): number {
  return backupAt === null ? restoredAt - WITHOUT_BACKUP_MS : backupAt - MARGIN_MS;
}
