import type { Clock } from '../domain/clock.ts';
import type { Database } from '../storage/database.ts';
import { readCharge } from './charge-rows.ts';
import { type FoundCharges, findCharges } from './charge-search.ts';
import { chargeEntry, type RecordMoney } from './money-audit.ts';
import { createRefundByHand, type RefundByHandParts } from './refund-by-hand.ts';
import { type ByHand, createWriteOffByHand, type WriteOffByHandParts } from './write-off-by-hand.ts';
import { listUnfinishedWriteOffs, type UnfinishedWriteOffs } from './write-off-list.ts';

/** What a person may see of charges and write-offs, and do to them. Reads nobody's name or document. */
export interface PaymentRecords {
  listWriteOffItems(): UnfinishedWriteOffs;
  /** See `findCharges`: 20 on a page, newest first. */
  findCharges(text: string, page: number, timeZone: string): FoundCharges;
  /** See `WriteOffByHand`. */
  retryWriteOff(id: string): ByHand;
  /** Also closes what was to go back of a charge: its id, or the refund's, stands in the list then. */
  settleWriteOff(id: string, reason: string): ByHand;
  /** See `RefundByHand`. */
  refundPix(id: string): ByHand;
}

export interface PaymentRecordsParts
  extends WriteOffByHandParts,
    Omit<RefundByHandParts, 'writeOffs' | 'findCharge'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordMoney: RecordMoney;
}

export function createPaymentRecords(parts: PaymentRecordsParts): PaymentRecords {
  const { database, writeOffs, refunds, canRefund } = parts;
  const byHand = createWriteOffByHand(parts);
  const refundByHand = createRefundByHand({ ...parts, findCharge: (id) => readCharge(database, id) });
  return {
    listWriteOffItems: () => listUnfinishedWriteOffs(database, canRefund),
    findCharges: (text, page, timeZone) => findCharges(database, text, page, timeZone),
    retryWriteOff: (id) => byHand.retry(id),
    settleWriteOff(id, reason) {
      return database.transaction(() => {
        if (writeOffs.find(id)) {
          return refunds.closeByHand({ writeOffId: id }, reason) ? byHand.settle(id, reason) : 'failed';
        }
        return settleDue(parts, id, reason);
      });
    },
    refundPix: (id) => refundByHand.refund(id),
  };
}

/** The money goes back by a person's hand; the charge stays what it became. */
function settleDue(parts: PaymentRecordsParts, id: string, reason: string): ByHand {
  const { database, clock, recordMoney, refunds } = parts;
  if (refunds.find(id)) {
    if (refunds.listOf({ refundId: id }).length === 0) return 'gone';
    return refunds.closeByHand({ refundId: id }, reason) ? 'done' : 'failed';
  }
  if (!refunds.closeByHand({ chargeId: id }, reason)) return 'failed';
  const changed = database.run(
    `UPDATE charges SET handled_at = $at, handled_reason = $reason
     WHERE id = $id AND state = 'REFUND_DUE' AND handled_at IS NULL`,
    { id, reason, at: clock.wallTime() },
  );
  const charge = changed === 1 ? readCharge(database, id) : undefined;
  if (charge) recordMoney(chargeEntry(charge, 'HANDLED'));
  return charge ? 'done' : 'gone';
}
