import type { Charge } from '../domain/charge.ts';
import type { Refund, RefundJournal, RefundSubject } from './refund-journal.ts';
import type { ByHand } from './write-off-by-hand.ts';
import type { WriteOffJournal } from './write-off-journal.ts';

export interface RefundByHandParts {
  readonly findCharge: (chargeId: string) => Charge | undefined;
  readonly writeOffs: WriteOffJournal;
  readonly refunds: RefundJournal;
  /** Whether the account that has the money can be asked to send it back. */
  readonly canRefund: (chargeId: string) => boolean;
  /** Sends what is due, or tries once more what failed. */
  readonly send: (refund: Refund) => void;
}

/** What a person may have sent back by PIX: an entry of the list of unfinished write-offs, by the id it has there. */
export interface RefundByHand {
  /** `gone`: nothing is due there (any more); `failed`: the PSP of this money cannot be asked for it. */
  refund(id: string): ByHand;
}

export function createRefundByHand(parts: RefundByHandParts): RefundByHand {
  const { writeOffs, refunds, canRefund, send } = parts;
  return {
    refund(id) {
      const found = subjectOf(parts, id);
      if (!found) return 'gone';
      if (!canRefund(found.chargeId)) return 'failed';
      const writeOff = writeOffs.find(id);
      if (writeOff?.state === 'MANUAL') writeOffs.markRefundDue(writeOff);
      const due = refunds.listOf(found.subject);
      // What came without an id of its own cannot be sent back to anybody.
      if (due.length === 0) return 'failed';
      const toSend = due.filter(({ state }) => state === 'DUE' || state === 'FAILED');
      for (const refund of toSend) send(refund);
      return toSend.length === 0 ? 'gone' : 'done';
    },
  };
}

interface Found {
  readonly chargeId: string;
  readonly subject: RefundSubject;
}

function subjectOf({ findCharge, writeOffs, refunds }: RefundByHandParts, id: string): Found | undefined {
  const writeOff = writeOffs.find(id);
  if (writeOff) {
    const open = !writeOff.handled && (writeOff.state === 'MANUAL' || writeOff.state === 'REFUND_DUE');
    return open ? { chargeId: writeOff.chargeId, subject: { writeOffId: id } } : undefined;
  }
  const refund = refunds.find(id);
  if (refund) return { chargeId: refund.chargeId, subject: { refundId: refund.id } };
  const charge = findCharge(id);
  return charge?.state === 'REFUND_DUE' ? { chargeId: id, subject: { chargeId: id } } : undefined;
}
