import { type Charge, isConfirmedByErp } from '../domain/charge.ts';
import { protocolOf } from '../domain/protocol.ts';
import type { Settlement } from '../domain/write-off.ts';
import type { PaperInvoice } from '../printing/documents/paid-invoices.ts';
import { type RefusalProtocolInput, refusalProtocolDocument } from '../printing/documents/protocol.ts';
import {
  type PaymentProof,
  type ReceiptCopy,
  type ReceiptInput,
  receiptDocument,
} from '../printing/documents/receipt.ts';
import type { PrintDocument } from '../printing/layout.ts';
import { beneficiaryOf, type TerminalIdentity } from './paper-desk.ts';

/** A charge for which money came, and what became of it in the ERP: of all its invoices, and of each by its id. */
export interface PaidCharge {
  readonly charge: Charge;
  readonly settlement: Settlement;
  readonly byInvoice: ReadonlyMap<string, Settlement>;
}

/** What a payer is given: the receipt, or the protocol where people have to finish what the kiosk could not. */
export interface ReceiptPaper {
  readonly says: 'receipt' | 'protocol';
  readonly document: PrintDocument;
}

/**
 * The paper that tells the truth about a payment now.
 * @param copies for whom; a protocol is always the customer's alone
 */
export function receiptPaper(
  paid: PaidCharge,
  terminal: TerminalIdentity,
  copies: readonly ReceiptCopy[] = ['customer'],
): ReceiptPaper {
  const { charge } = paid;
  const matter = matterOf(paid);
  if (matter) {
    const customer = payerOf(charge);
    const common = { ...commonOf(paid, terminal), proof: proofOf(charge) };
    const amountCents = charge.payment?.amountCents ?? charge.amountCents;
    const protocol = protocolOf(charge.txid);
    return {
      says: 'protocol',
      document: refusalProtocolDocument({ ...common, customer, protocol, amountCents, matter }),
    };
  }
  const receipt = receiptOf(paid, terminal);
  // One that is alone need not say whose it is.
  const named = copies.length > 1 ? { copies } : {};
  return { says: 'receipt', document: receiptDocument({ ...receipt, ...named }) };
}

/** What the receipt says; `undefined` where a protocol takes its place. */
export function receiptInput(paid: PaidCharge, terminal: TerminalIdentity): ReceiptInput | undefined {
  return matterOf(paid) ? undefined : receiptOf(paid, terminal);
}

function receiptOf(paid: PaidCharge, terminal: TerminalIdentity): ReceiptInput {
  const { charge, settlement } = paid;
  return {
    ...commonOf(paid, terminal),
    proof: proofOf(charge),
    payer: payerOf(charge),
    amountCents: charge.amountCents,
    writeOff: settlement,
  };
}

function payerOf({ maskedName, document }: Charge) {
  return { maskedName, document };
}

/** Why people have to see to a payment; `undefined` when they need not. */
function matterOf({ charge, settlement }: PaidCharge): RefusalProtocolInput['matter'] | undefined {
  if (charge.state === 'REFUND_DUE') return 'wrong-amount';
  if (settlement !== 'for-person' && settlement !== 'refund-due') return undefined;
  if (charge.invoices.length > 1) return 'by-invoice';
  return settlement === 'for-person' ? 'refused' : 'refund';
}

function commonOf(paid: PaidCharge, terminal: TerminalIdentity) {
  const { charge } = paid;
  const header = charge.invoices.find((invoice) => invoice.receiptHeader !== undefined)?.receiptHeader;
  return {
    company: beneficiaryOf(charge.erp, terminal),
    invoices: paperInvoices(paid),
    terminalId: terminal.id,
    timeZone: terminal.timeZone,
    ...(header !== undefined && { receiptHeader: header }),
  };
}

/** Of several, each says what became of it, unless that is the same good end of all. */
function paperInvoices({ charge, settlement, byInvoice }: PaidCharge): readonly PaperInvoice[] {
  const told = charge.invoices.length > 1 && settlement !== 'done';
  return charge.invoices.map(({ invoiceId, description, amountCents }) => {
    const standing = told ? byInvoice.get(invoiceId) : undefined;
    return { id: invoiceId, description, amountCents, ...(standing !== undefined && { standing }) };
  });
}

function proofOf(charge: Charge): PaymentProof {
  const paidAt = Date.parse(charge.payment?.paidAt ?? '');
  if (isConfirmedByErp(charge.source)) return { by: 'company', confirmedAt: paidAt };
  const endToEndId = charge.payment?.endToEndId;
  return { by: 'psp', txid: charge.txid, paidAt, ...(endToEndId !== undefined && { endToEndId }) };
}
