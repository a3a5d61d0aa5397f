import type { Clock } from '../domain/clock.ts';
import type { Database } from '../storage/database.ts';
import { type FoundCharges, findCharges } from './charge-search.ts';
import { type ByHand, createWriteOffByHand, type WriteOffByHandParts } from './write-off-by-hand.ts';
import { listUnfinishedWriteOffs, type UnfinishedWriteOffs } from './write-off-list.ts';

/** What a person may see of charges and write-offs, and do to them. Reads nobody's name or document. */
export interface PaymentRecords {
  listWriteOffItems(): UnfinishedWriteOffs;
  /** See `findCharges`: 20 on a page, newest first. */
  findCharges(text: string, page: number, timeZone: string): FoundCharges;
  /** See `WriteOffByHand`. */
  retryWriteOff(id: string): ByHand;
  /** Also closes a charge whose amount was wrong; its id stands in the list then. */
  settleWriteOff(id: string, reason: string): ByHand;
}

export interface PaymentRecordsParts extends WriteOffByHandParts {
  readonly database: Database;
  readonly clock: Clock;
}

export function createPaymentRecords(parts: PaymentRecordsParts): PaymentRecords {
  const { database, clock, writeOffs } = parts;
  const byHand = createWriteOffByHand(parts);
  return {
    listWriteOffItems: () => listUnfinishedWriteOffs(database),
    findCharges: (text, page, timeZone) => findCharges(database, text, page, timeZone),
    retryWriteOff: (id) => byHand.retry(id),
    settleWriteOff(id, reason) {
      if (writeOffs.find(id)) return byHand.settle(id, reason);
      return settleWrongAmount(database, clock, id, reason) ? 'done' : 'gone';
    },
  };
}

/** The money goes back by a person's hand; the charge stays what it became. */
function settleWrongAmount(database: Database, clock: Clock, chargeId: string, reason: string): boolean {
  const changed = database.run(
    `UPDATE charges SET handled_at = $at, handled_reason = $reason
     WHERE id = $chargeId AND state = 'REFUND_DUE' AND handled_at IS NULL`,
    { chargeId, reason, at: clock.wallTime() },
  );
  return changed === 1;
}
