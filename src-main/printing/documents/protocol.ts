import { type Cents, formatBrl } from '../../domain/money.ts';
import { printableText } from '../../domain/text.ts';
import type { Block, PrintDocument, TextSize } from '../layout.ts';
import { type Company, companyHeader } from './company.ts';
import { customerBlocks, type PaperCustomer } from './customer-line.ts';
import { formatDateTime } from './date-time.ts';
import { endBlocks, footBlocks } from './foot.ts';
import { headerBlocks } from './header.ts';
import { invoiceBlocks, type PaperInvoice } from './paid-invoices.ts';
import { momentOf, type PaymentProof, proofBlocks } from './payment-proof.ts';

/** What every paper with a protocol says. */
export interface ProtocolBase {
  readonly receiptHeader?: string;
  readonly slipHeader?: string;
  readonly company: Company;
  readonly customer: PaperCustomer;
  /** What the company finds the matter by. */
  readonly protocol: string;
  readonly terminalId: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** A payment that people have to see to. */
export interface RefusalProtocolInput extends ProtocolBase {
  readonly invoices: readonly PaperInvoice[];
  /** What came, also where that is not what the invoices are. */
  readonly amountCents: Cents;
  readonly proof: PaymentProof;
  /**
   * `refused`: a person has to write it off. `refund`: it settles nothing, because the invoice was paid elsewhere or
   * the code had expired. `wrong-amount`: it is not what the invoices are. `by-invoice`: several were paid, and what
   * became of each stands beside it.
   */
  readonly matter: 'refused' | 'refund' | 'wrong-amount' | 'by-invoice';
}

const refusalWords: Readonly<Record<RefusalProtocolInput['matter'], string>> = {
  refused:
    'Seu pagamento foi recebido, mas a fatura continua em aberto no sistema. Não pague de novo: mostre este papel no atendimento.',
  refund:
    'Seu pagamento foi recebido, mas esta fatura já estava paga ou o código já tinha vencido. O valor deve ser devolvido: mostre este papel no atendimento.',
  'by-invoice':
    'Seu pagamento foi recebido, mas nem todas as faturas puderam ser baixadas: veja abaixo cada uma. Não pague de novo: mostre este papel no atendimento.',
  'wrong-amount':
    'Recebemos um valor diferente do cobrado: o que você quis pagar continua em aberto. Seu dinheiro está registrado. Não pague de novo: mostre este papel no atendimento.',
};

/** What a customer takes to the counter when money came and the invoice stays open: it proves the payment too. */
export function refusalProtocolDocument(input: RefusalProtocolInput): PrintDocument {
  return {
    blocks: [
      ...protocolHead(input, 'PAGAMENTO RECEBIDO'),
      { kind: 'text', text: formatBrl(input.amountCents), align: 'center', bold: true, size: 'large' },
      { kind: 'text', text: formatDateTime(momentOf(input.proof), input.timeZone), align: 'center' },
      { kind: 'rule' },
      { kind: 'text', text: refusalWords[input.matter], align: 'center', bold: true },
      { kind: 'feed', lines: 1 },
      ...protocolNumber(input.protocol),
      { kind: 'rule' },
      ...customerBlocks(input.customer),
      ...invoiceBlocks(input.invoices, totalOf(input.invoices)),
      { kind: 'rule' },
      ...proofBlocks(input.proof),
      { kind: 'rule' },
      ...footBlocks(input.company, input.terminalId),
      ...endBlocks,
    ],
  };
}

function totalOf(invoices: readonly PaperInvoice[]): Cents {
  return invoices.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

/** Whose paper it is, and what it is. */
export function protocolHead(
  { receiptHeader, slipHeader, company }: ProtocolBase,
  title: string,
): readonly Block[] {
  return [
    ...headerBlocks([receiptHeader, slipHeader, companyHeader(company)], company.logo),
    { kind: 'text', text: title, align: 'center', bold: true },
    { kind: 'feed', lines: 1 },
  ];
}

/** Large letters of 58 mm paper: a longer number would break. */
const LONGEST_LARGE_NUMBER = 16;

/** The number by which the company finds the matter. */
export function protocolNumber(protocol: string): readonly Block[] {
  const text = printableText(protocol);
  const size: TextSize = text.length > LONGEST_LARGE_NUMBER ? 'tall' : 'large';
  return [
    { kind: 'text', text: 'Protocolo', align: 'center' },
    { kind: 'text', text, align: 'center', bold: true, size },
  ];
}
