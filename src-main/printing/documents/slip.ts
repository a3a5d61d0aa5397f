import { type Boleto, formatTypeableLine } from '../../domain/boleto.ts';
import { type CalendarDate, formatCalendarDate } from '../../domain/calendar-date.ts';
import { type Cents, formatBrl } from '../../domain/money.ts';
import { printableText } from '../../domain/text.ts';
import type { Block, PrintDocument } from '../layout.ts';
import { type Company, documentLine } from './company.ts';
import { maskedDocumentLine } from './customer-line.ts';
import { printedBlock } from './foot.ts';
import { headerBlocks } from './header.ts';

/** What a boleto slip says. Texts come as the ERP wrote them; they are made printable here. */
export interface SlipInput {
  /** The ERP's header for boletos (`bill_receipt`), then the one for PIX receipts, which stands in for it. */
  readonly slipHeader?: string;
  readonly receiptHeader?: string;
  /** The beneficiary, whose name, address and CNPJ a boleto must show (FEBRABAN). */
  readonly company: Company;
  readonly payer: {
    readonly name: string;
    /** CPF or CNPJ, printed masked. */
    readonly document: string;
  };
  /** Printed as the document number. */
  readonly invoiceId: string;
  readonly description: string;
  readonly dueDate: CalendarDate;
  readonly originalCents: Cents;
  /** Set when the invoice is overdue: what must be paid today, with interest and fine. */
  readonly overdueCents?: Cents;
  readonly boleto: Pick<Boleto, 'kind' | 'typeableLine' | 'barcode'>;
  /** The ERP's own PIX text. Never that of a charge of ours, which would expire in the customer's pocket. */
  readonly pixCode?: string;
  readonly terminalId: string;
  /** Wall time, milliseconds. */
  readonly printedAt: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** The boleto slip: what a customer takes along to pay at a bank, a lottery shop or with a phone. */
export function slipDocument(input: SlipInput): PrintDocument {
  return {
    blocks: [
      ...headerBlocks([input.slipHeader, input.receiptHeader, input.company.name], input.company.logo),
      { kind: 'text', text: 'BOLETO', align: 'center', bold: true, size: 'large' },
      { kind: 'feed', lines: 1 },
      ...amountBlocks(input),
      { kind: 'rule' },
      ...partyBlocks(input),
      { kind: 'rule' },
      ...lineBlocks(input.boleto),
      ...pixBlocks(input.pixCode),
      { kind: 'rule' },
      { kind: 'text', text: 'Pague por um só meio: boleto ou PIX', align: 'center', bold: true },
      printedBlock(input),
      { kind: 'feed', lines: 1 },
      { kind: 'cut' },
    ],
  };
}

function amountBlocks({ dueDate, originalCents, overdueCents }: SlipInput): readonly Block[] {
  return [
    { kind: 'columns', label: 'Vencimento', value: formatCalendarDate(dueDate), bold: true, size: 'tall' },
    { kind: 'columns', label: 'Valor', value: formatBrl(originalCents), bold: true, size: 'tall' },
    ...(overdueCents === undefined
      ? []
      : [
          {
            kind: 'columns',
            label: 'Vencido. Total hoje',
            value: formatBrl(overdueCents),
            bold: true,
          } as const,
        ]),
  ];
}

function partyBlocks({ company, payer, invoiceId, description }: SlipInput): readonly Block[] {
  return [
    ...field('Beneficiário', company.name, `${documentLine(company.document)}\n${company.address}`),
    { kind: 'feed', lines: 1 },
    ...field('Pagador', payer.name, maskedDocumentLine(payer.document)),
    { kind: 'feed', lines: 1 },
    { kind: 'columns', label: 'Documento nº', value: printableText(invoiceId) },
    ...(description.trim() === '' ? [] : [{ kind: 'text', text: printableText(description) } as const]),
  ];
}

function field(label: string, value: string, below: string): readonly Block[] {
  return [
    { kind: 'text', text: label },
    { kind: 'text', text: printableText(value), bold: true },
    { kind: 'text', text: printableText(below) },
  ];
}

function lineBlocks(boleto: SlipInput['boleto']): readonly Block[] {
  return [
    { kind: 'text', text: 'Linha digitável', align: 'center' },
    { kind: 'text', text: inTwoLines(formatTypeableLine(boleto)), align: 'center', bold: true, size: 'tall' },
    { kind: 'barcode', digits: boleto.barcode },
  ];
}

/** The typed line is longer than any receipt paper is wide: broken after its second group on all of them. */
function inTwoLines(typeableLine: string): string {
  return typeableLine.replace(/^(\S+ \S+) /, '$1\n');
}

function pixBlocks(pixCode: string | undefined): readonly Block[] {
  if (pixCode === undefined) return [];
  return [
    { kind: 'rule' },
    { kind: 'text', text: 'Ou pague com PIX', align: 'center', bold: true, size: 'tall' },
    { kind: 'text', text: 'Aponte a câmera do app do seu banco', align: 'center' },
    { kind: 'qr', text: pixCode },
  ];
}
