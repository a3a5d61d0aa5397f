import { type Cents, formatBrl } from '../../domain/money.ts';
import { printableText } from '../../domain/text.ts';
import type { Block, PrintDocument } from '../layout.ts';
import { type Company, companyHeader } from './company.ts';
import { formatDateTime } from './date-time.ts';
import { endBlocks, type PrintMark, printedBlock } from './foot.ts';
import { headerBlocks } from './header.ts';
import { invoiceBlocks, type PaperInvoice } from './paid-invoices.ts';

/** What a PIX slip says. Texts come as the ERP wrote them; they are made printable here. */
export interface PixSlipInput extends PrintMark {
  /** The ERP's header for PIX receipts, then the one for boletos. */
  readonly receiptHeader?: string;
  readonly slipHeader?: string;
  readonly company: Company;
  /** Who gets the money, as the payer's bank will name them. */
  readonly payeeName: string;
  readonly invoices: readonly PaperInvoice[];
  readonly amountCents: Cents;
  /** The text behind the QR, verbatim. */
  readonly brCode: string;
  /** Wall time, milliseconds; absent when the code has no end. */
  readonly expiresAt?: number;
}

/** A PIX code to take along and pay with a phone. It names no customer: whoever finds it learns an amount. */
export function pixSlipDocument(input: PixSlipInput): PrintDocument {
  const { company } = input;
  return {
    blocks: [
      ...headerBlocks([input.receiptHeader, input.slipHeader, companyHeader(company)], company.logo),
      { kind: 'text', text: 'PAGUE COM PIX', align: 'center', bold: true, size: 'large' },
      { kind: 'feed', lines: 1 },
      { kind: 'text', text: formatBrl(input.amountCents), align: 'center', bold: true, size: 'large' },
      ...expiryBlocks(input),
      { kind: 'rule' },
      { kind: 'text', text: 'Quem recebe' },
      { kind: 'text', text: printableText(input.payeeName), bold: true },
      ...invoiceBlocks(input.invoices, input.amountCents),
      { kind: 'rule' },
      ...codeBlocks(input.brCode),
      { kind: 'rule' },
      { kind: 'text', text: 'Antes de pagar, confira quem recebe e o valor.', align: 'center', bold: true },
      printedBlock(input),
      ...endBlocks,
    ],
  };
}

function expiryBlocks({ expiresAt, timeZone }: PixSlipInput): readonly Block[] {
  if (expiresAt === undefined) return [];
  return [
    { kind: 'text', text: 'Pague até', align: 'center' },
    { kind: 'text', text: formatDateTime(expiresAt, timeZone), align: 'center', bold: true, size: 'tall' },
    { kind: 'text', text: 'Depois, este código não vale mais.', align: 'center' },
  ];
}

function codeBlocks(brCode: string): readonly Block[] {
  return [
    { kind: 'text', text: 'Aponte a câmera do app do seu banco', align: 'center' },
    { kind: 'qr', text: brCode },
    { kind: 'text', text: 'PIX copia e cola' },
    { kind: 'text', text: brCode, verbatim: true },
  ];
}
