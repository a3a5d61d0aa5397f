import { type CalendarDate, formatCalendarDate } from '../../domain/calendar-date.ts';
import { type Cents, formatBrl } from '../../domain/money.ts';
import { printableText } from '../../domain/text.ts';
import type { Block, PrintDocument } from '../layout.ts';
import { type Company, companyHeader } from './company.ts';
import { customerBlocks, type PaperCustomer } from './customer-line.ts';
import { endBlocks, type PrintMark, printedBlock } from './foot.ts';
import { headerBlocks } from './header.ts';

interface CopySlipBase extends PrintMark {
  readonly company: Company;
  readonly customer: PaperCustomer;
  readonly amountCents?: Cents;
  /** Where a phone finds the whole document. */
  readonly address?: string;
}

/** What tells one fiscal note from another. */
export interface FiscalNoteSlip extends CopySlipBase {
  readonly paper: 'fiscal-note';
  readonly number?: string;
  readonly postedOn?: CalendarDate;
  readonly protocol?: string;
  readonly identification?: string;
}

/** The yearly declaration that nothing is owed. */
export interface DebtClearanceSlip extends CopySlipBase {
  readonly paper: 'debt-clearance';
  readonly year: number;
}

/** A paper that says what document there is, and leads a phone to the whole of it: a summary, not the document. */
export function copySlipDocument(input: FiscalNoteSlip | DebtClearanceSlip): PrintDocument {
  const { company } = input;
  const title = input.paper === 'fiscal-note' ? 'NOTA FISCAL' : 'DECLARAÇÃO DE QUITAÇÃO';
  return {
    blocks: [
      ...headerBlocks([companyHeader(company)], company.logo),
      { kind: 'text', text: title, align: 'center', bold: true },
      { kind: 'rule' },
      ...customerBlocks(input.customer),
      ...(input.paper === 'fiscal-note' ? noteBlocks(input) : [column('Ano', String(input.year))]),
      ...(input.amountCents === undefined ? [] : [column('Valor', formatBrl(input.amountCents))]),
      { kind: 'rule' },
      ...addressBlocks(input.address),
      { kind: 'text', text: 'Este papel é só um resumo do documento.', align: 'center', bold: true },
      printedBlock(input),
      ...endBlocks,
    ],
  };
}

function noteBlocks({ number, postedOn, identification, protocol }: FiscalNoteSlip): readonly Block[] {
  return [
    ...(number === undefined ? [] : [column('Número', printableText(number))]),
    ...(postedOn === undefined ? [] : [column('Lançada em', formatCalendarDate(postedOn))]),
    ...(identification === undefined ? [] : [column('Identificação', printableText(identification))]),
    ...(protocol === undefined
      ? []
      : [
          { kind: 'text', text: 'Protocolo' } as const,
          { kind: 'text', text: printableText(protocol), bold: true } as const,
        ]),
  ];
}

function addressBlocks(address: string | undefined): readonly Block[] {
  if (address === undefined) return [];
  return [
    { kind: 'text', text: 'Aponte a câmera do celular para abrir', align: 'center' },
    { kind: 'text', text: 'o documento inteiro', align: 'center' },
    { kind: 'qr', text: address },
    { kind: 'rule' },
  ];
}

function column(label: string, value: string): Block {
  return { kind: 'columns', label, value };
}
