import type { Screen, WriteOffStanding } from '../contract/screen.ts';
import { protocolOf } from '../domain/protocol.ts';
import type { Settlement } from '../domain/write-off.ts';
import { matterAt } from './messages/message-matter.ts';
import type { VisitContext } from './visit-context.ts';

/** "Pago": what became of the payment so far, and of each invoice where there were several. */
export function paidScreen(context: VisitContext): Screen {
  const { charge, receipt, settlement, byInvoice, service } = context;
  const writeOff = writeOffWords[settlement];
  return {
    name: 'paid',
    amountCents: charge?.amountCents ?? 0,
    receipt,
    writeOff,
    ...(charge && writeOff === 'by-hand' && { protocol: protocolOf(charge.txid) }),
    ...(service && { service }),
    ...(matterAt('paid', context) && { message: 'receipt' }),
    ...(charge &&
      charge.invoices.length > 1 && {
        invoices: charge.invoices.map(({ invoiceId, description, amountCents }) => ({
          id: invoiceId,
          description,
          amountCents,
          writeOff: writeOffWords[byInvoice.get(invoiceId) ?? settlement],
        })),
      }),
  };
}

const writeOffWords: Readonly<Record<Settlement, WriteOffStanding>> = {
  done: 'done',
  'closed-by-hand': 'done',
  processing: 'processing',
  'for-person': 'by-hand',
  'refund-due': 'by-hand',
  refunded: 'by-hand',
};
