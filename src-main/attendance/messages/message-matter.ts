import { type Charge, isConfirmedByErp } from '../../domain/charge.ts';
import type { OpenInvoice } from '../../domain/customer-account.ts';
import type { MessageFacts } from '../../domain/message.ts';
import { protocolOf } from '../../domain/protocol.ts';
import { readErpPixCode } from '../../payment/erp-pix.ts';
import type { VisitContext } from '../visit-context.ts';
import type { MessageDesk } from './message-desk.ts';
import { type MessageMatter, type MessagePlace, mostMessages } from './message-talk.ts';

/** What can be sent to the customer's phone from where they are; undefined when there is nothing, or enough was sent. */
export function matterAt(place: MessagePlace, context: VisitContext): MessageMatter | undefined {
  const { invoice, charge, message, parts } = context;
  const desk = parts.messages;
  if (!desk || message.asked.length >= mostMessages) return undefined;
  const matter = place === 'invoice' ? ofInvoice(invoice, desk) : ofCharge(place, charge, desk);
  return matter && desk.book.contents.includes(matter.content) ? matter : undefined;
}

/** The typed line, or the ERP's own PIX where there is no sound line. */
function ofInvoice(invoice: OpenInvoice | undefined, desk: MessageDesk): MessageMatter | undefined {
  if (!invoice) return undefined;
  const { id: invoiceId, description, dueDate, slip, erp, originalCents, dueCents } = invoice;
  const common = { company: desk.companyOf(erp), invoiceId, description, dueDate };
  if (slip.sound) {
    const { typeableLine } = slip.boleto;
    // The line carries the original amount; what a bank adds for late payment it works out itself, about as the ERP did.
    const late = dueCents > originalCents ? { dueCents } : {};
    const facts = { ...common, ...late, amountCents: originalCents, typeableLine };
    return { place: 'invoice', content: 'typeable-line', facts };
  }
  const code = readErpPixCode(invoice);
  if (!code.ok || dueCents <= 0) return undefined;
  const facts = { ...common, amountCents: dueCents, pixCode: code.value.brCode };
  return { place: 'invoice', content: 'pix', facts };
}

/** The PIX that waits to be paid, or the receipt of one that was. */
function ofCharge(
  place: 'pix' | 'paid',
  charge: Charge | undefined,
  desk: MessageDesk,
): MessageMatter | undefined {
  const told = charge && (place === 'pix' ? pixFacts(charge) : receiptFacts(charge));
  if (!told) return undefined;
  const facts = { ...factsOf(charge), company: desk.companyOf(charge.erp), ...told };
  return { place, content: place === 'pix' ? 'pix' : 'receipt', chargeId: charge.id, facts };
}

function pixFacts(charge: Charge): MessageFacts | undefined {
  const { state, brCode: pixCode, amountCents, source, createdAt, expirySeconds } = charge;
  if (state !== 'AWAITING' || pixCode === undefined) return undefined;
  // How long a code of the ERP's or a static one can be paid, nobody here knows.
  const ends = !isConfirmedByErp(source) && { validUntil: createdAt + expirySeconds * 1000 };
  return { pixCode, amountCents, ...ends };
}

function receiptFacts({ state, payment, txid }: Charge): MessageFacts | undefined {
  if (state !== 'PAID' || !payment) return undefined;
  const { amountCents, paidAt, endToEndId } = payment;
  return {
    amountCents,
    paidAt: Date.parse(paidAt),
    protocol: protocolOf(txid),
    txid,
    ...(endToEndId !== undefined && { endToEndId }),
  };
}

function factsOf({ invoices }: Charge): MessageFacts {
  const [first, ...others] = invoices;
  const description = invoices.map((invoice) => invoice.description).join('; ');
  if (!first || others.length > 0) return { description };
  return { description, invoiceId: first.invoiceId, dueDate: first.dueDate };
}
