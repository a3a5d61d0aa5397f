import { type Cents, formatBrl } from '../../domain/money.ts';
import type { Settlement } from '../../domain/write-off.ts';
import type { Block, PrintDocument } from '../layout.ts';
import { type Company, companyHeader } from './company.ts';
import { customerBlocks, type PaperCustomer } from './customer-line.ts';
import { formatDateTime } from './date-time.ts';
import { endBlocks, footBlocks } from './foot.ts';
import { headerBlocks } from './header.ts';
import { invoiceBlocks, type PaperInvoice } from './paid-invoices.ts';
import { momentOf, type PaymentProof, proofBlocks } from './payment-proof.ts';
import { eachSettlementWords, settlementWords } from './settlement-words.ts';

export type { PaymentProof } from './payment-proof.ts';

/** Whose piece of paper it is. */
export type ReceiptCopy = 'customer' | 'company';

/** What a payment receipt says. Texts come as the ERP wrote them; they are made printable here. */
export interface ReceiptInput {
  /** The ERP's header for PIX receipts (`bill_pix_receipt`), then the one for boletos, which stands in for it. */
  readonly receiptHeader?: string;
  readonly slipHeader?: string;
  readonly company: Company;
  readonly payer: PaperCustomer;
  readonly invoices: readonly PaperInvoice[];
  readonly amountCents: Cents;
  readonly proof: PaymentProof;
  /** What became of the payment in the ERP; a receipt of one that is still on its way is provisional. */
  readonly writeOff: Settlement;
  readonly terminalId: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Set on a second copy. */
  readonly reprint?: boolean;
  /** A piece of paper for each, in this order; without it one that does not say whose it is. */
  readonly copies?: readonly ReceiptCopy[];
}

const copyWords: Readonly<Record<ReceiptCopy, string>> = {
  customer: 'Via do cliente',
  company: 'Via da empresa',
};

/** The receipt of a PIX payment. */
export function receiptDocument(input: ReceiptInput): PrintDocument {
  const copies = input.copies ?? [undefined];
  return {
    ...(input.reprint === true ? { reprint: true } : {}),
    blocks: copies.flatMap((copy) => copyBlocks(input, copy)),
  };
}

function copyBlocks(input: ReceiptInput, copy: ReceiptCopy | undefined): readonly Block[] {
  const { company } = input;
  return [
    ...headerBlocks([input.receiptHeader, input.slipHeader, companyHeader(company)], company.logo),
    { kind: 'text', text: 'COMPROVANTE DE PAGAMENTO PIX', align: 'center', bold: true },
    ...(copy === undefined ? [] : [{ kind: 'text', text: copyWords[copy], align: 'center' } as const]),
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: formatBrl(input.amountCents), align: 'center', bold: true, size: 'large' },
    { kind: 'text', text: formatDateTime(momentOf(input.proof), input.timeZone), align: 'center' },
    { kind: 'rule' },
    ...writeOffBlocks(input),
    ...customerBlocks(input.payer),
    ...invoiceBlocks(input.invoices, input.amountCents),
    { kind: 'rule' },
    ...proofBlocks(input.proof),
    { kind: 'rule' },
    ...footBlocks(company, input.terminalId),
    ...endBlocks,
  ];
}

function writeOffBlocks({ writeOff, invoices }: ReceiptInput): readonly Block[] {
  if (writeOff === 'done') return [];
  const tellsEach = invoices.some(({ standing }) => standing !== undefined);
  const [title, text] = tellsEach ? eachSettlementWords : settlementWords[writeOff];
  return [
    ...(writeOff === 'processing' ? [provisional] : []),
    { kind: 'text', text: title, align: 'center', bold: true },
    { kind: 'text', text, align: 'center' },
    { kind: 'rule' },
  ];
}

const provisional: Block = {
  kind: 'text',
  text: 'PROVISÓRIO',
  align: 'center',
  bold: true,
  size: 'large',
};
