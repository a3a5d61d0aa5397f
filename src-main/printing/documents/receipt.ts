import { type Cents, formatBrl } from '../../domain/money.ts';
import { printableText } from '../../domain/text.ts';
import type { Settlement } from '../../domain/write-off.ts';
import type { Block, PrintDocument } from '../layout.ts';
import { type Company, documentLine } from './company.ts';
import { maskedDocumentLine } from './customer-line.ts';
import { formatDateTime } from './date-time.ts';
import { headerBlocks } from './header.ts';
import { settlementWords } from './settlement-words.ts';

/** Who said that the money arrived, and what they know of the payment. */
export type PaymentProof =
  | {
      readonly by: 'psp';
      readonly txid: string;
      /** Absent when the PSP calls the charge paid without naming the payment. */
      readonly endToEndId?: string;
      /** The PSP's clock, milliseconds since the Unix epoch. */
      readonly paidAt: number;
    }
  /** The ERP's own PIX: the company confirms it and tells neither ids nor the time of the payment. */
  | {
      readonly by: 'company';
      /** When the terminal learnt it, milliseconds since the Unix epoch. */
      readonly confirmedAt: number;
    };

/** What a payment receipt says. Texts come as the ERP wrote them; they are made printable here. */
export interface ReceiptInput {
  /** The ERP's header for PIX receipts (`bill_pix_receipt`), then the one for boletos, which stands in for it. */
  readonly receiptHeader?: string;
  readonly slipHeader?: string;
  readonly company: Company;
  readonly payer: {
    /** Already masked, e.g. "Maria S."; may be empty. */
    readonly maskedName: string;
    /** CPF or CNPJ, printed masked. */
    readonly document: string;
  };
  readonly invoices: readonly {
    readonly id: string;
    readonly description: string;
    readonly amountCents: Cents;
  }[];
  readonly amountCents: Cents;
  readonly proof: PaymentProof;
  /** What became of the payment in the ERP. */
  readonly writeOff: Settlement;
  readonly terminalId: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Set on a second copy. */
  readonly reprint?: boolean;
}

/** The receipt of a PIX payment. */
export function receiptDocument(input: ReceiptInput): PrintDocument {
  return {
    ...(input.reprint === true ? { reprint: true } : {}),
    blocks: [
      ...headerBlocks([input.receiptHeader, input.slipHeader, companyHeader(input.company)]),
      { kind: 'text', text: 'COMPROVANTE DE PAGAMENTO PIX', align: 'center', bold: true },
      { kind: 'feed', lines: 1 },
      { kind: 'text', text: formatBrl(input.amountCents), align: 'center', bold: true, size: 'large' },
      { kind: 'text', text: moment(input), align: 'center' },
      { kind: 'rule' },
      ...payerBlocks(input.payer),
      ...invoiceBlocks(input.invoices),
      { kind: 'rule' },
      ...proofBlocks(input.proof),
      ...writeOffBlocks(input.writeOff),
      { kind: 'rule' },
      ...footBlocks(input),
      { kind: 'feed', lines: 1 },
      { kind: 'cut' },
    ],
  };
}

function companyHeader({ name, document, address }: Company): string {
  return `${name}\n${documentLine(document)}\n${address}`;
}

function moment({ proof, timeZone }: ReceiptInput): string {
  return formatDateTime(proof.by === 'psp' ? proof.paidAt : proof.confirmedAt, timeZone);
}

function payerBlocks({ maskedName, document }: ReceiptInput['payer']): readonly Block[] {
  const [kind = '', number = ''] = maskedDocumentLine(document).split(' ');
  return [
    ...(maskedName === ''
      ? []
      : [{ kind: 'columns', label: 'Cliente', value: printableText(maskedName) } as const]),
    { kind: 'columns', label: number === '' ? 'Documento' : kind, value: number === '' ? kind : number },
  ];
}

function invoiceBlocks(invoices: ReceiptInput['invoices']): readonly Block[] {
  return invoices.flatMap(({ id, description, amountCents }): readonly Block[] => [
    { kind: 'feed', lines: 1 },
    { kind: 'columns', label: `Fatura ${printableText(id)}`, value: formatBrl(amountCents), bold: true },
    ...(description.trim() === '' ? [] : [{ kind: 'text', text: printableText(description) } as const]),
  ]);
}

function proofBlocks(proof: PaymentProof): readonly Block[] {
  if (proof.by === 'company') {
    return [{ kind: 'text', text: 'Pagamento confirmado pela empresa.', align: 'center' }];
  }
  return [
    ...(proof.endToEndId === undefined ? [] : identifier('ID da transação', proof.endToEndId)),
    ...identifier('Identificador da cobrança (txid)', proof.txid),
  ];
}

function identifier(label: string, value: string): readonly Block[] {
  return [
    { kind: 'text', text: label },
    { kind: 'text', text: printableText(value), bold: true },
  ];
}

function writeOffBlocks(settlement: Settlement): readonly Block[] {
  if (settlement === 'done') return [];
  const [title, text] = settlementWords[settlement];
  return [
    { kind: 'rule' },
    { kind: 'text', text: title, align: 'center', bold: true },
    { kind: 'text', text, align: 'center' },
  ];
}

function footBlocks({ company, terminalId }: ReceiptInput): readonly Block[] {
  return [
    { kind: 'columns', label: 'Terminal', value: printableText(terminalId) },
    ...(company.supportPhone === undefined
      ? []
      : [{ kind: 'columns', label: 'Atendimento', value: printableText(company.supportPhone) } as const]),
    { kind: 'feed', lines: 1 },
    { kind: 'text', text: 'NÃO É DOCUMENTO FISCAL', align: 'center', bold: true },
  ];
}
