import type { ChargeJournal } from './charge-journal.ts';
import type { RefundJournalParts } from './refund-journal.ts';
import type { WriteOffJournal } from './write-off-journal.ts';

/** All that had to go back of a charge, or for one of its invoices, is back: that closes it. */
export function closeReturned(
  subject: Parameters<RefundJournalParts['onReturned']>[0],
  { journal, writeOffs }: { readonly journal: ChargeJournal; readonly writeOffs: WriteOffJournal },
): void {
  if ('writeOffId' in subject) {
    const writeOff = writeOffs.find(subject.writeOffId);
    if (writeOff?.state === 'REFUND_DUE' && !writeOff.handled) writeOffs.markRefunded(writeOff);
    return;
  }
  const charge = journal.find(subject.chargeId);
  if (charge?.state === 'REFUND_DUE') journal.markRefunded(charge);
}
