import { type CalendarDate, formatCalendarDate } from '../../domain/calendar-date.ts';
import { type Cents, formatBrl } from '../../domain/money.ts';
import { printableText } from '../../domain/text.ts';
import type { Block, PrintDocument } from '../layout.ts';
import { type Company, companyHeader } from './company.ts';
import { customerBlocks, type PaperCustomer } from './customer-line.ts';
import { formatDateTime } from './date-time.ts';
import { endBlocks, footBlocks, type PrintMark } from './foot.ts';
import { headerBlocks } from './header.ts';

/** One line of a customer's account. */
export interface StatementRow {
  readonly description: string;
  /** What the invoice asks for; absent where the company does not tell. */
  readonly amountCents?: Cents;
  readonly dueDate?: CalendarDate;
  /** Absent while it is open. */
  readonly paid?: { readonly on: CalendarDate; readonly amountCents: Cents };
}

/** What a statement says. Texts come as the ERP wrote them; they are made printable here. */
export interface StatementInput extends PrintMark {
  readonly receiptHeader?: string;
  readonly slipHeader?: string;
  readonly company: Company;
  readonly customer: PaperCustomer;
  /** First and last day; absent: all that the company has. */
  readonly period?: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly rows: readonly StatementRow[];
}

/** What a customer owed and paid, row by row. */
export function statementDocument(input: StatementInput): PrintDocument {
  const { company, rows } = input;
  return {
    blocks: [
      ...headerBlocks([input.receiptHeader, input.slipHeader, companyHeader(company)], company.logo),
      { kind: 'text', text: 'EXTRATO FINANCEIRO', align: 'center', bold: true },
      ...periodBlocks(input.period),
      { kind: 'rule' },
      ...customerBlocks(input.customer),
      { kind: 'rule' },
      ...(rows.length === 0 ? [nothing] : rows.flatMap(rowBlocks)),
      { kind: 'rule' },
      ...totalBlocks(rows),
      { kind: 'rule' },
      { kind: 'columns', label: 'Impresso', value: formatDateTime(input.printedAt, input.timeZone) },
      ...footBlocks(company, input.terminalId),
      ...endBlocks,
    ],
  };
}

const nothing: Block = { kind: 'text', text: 'Nada lançado neste período.', align: 'center' };

function periodBlocks(period: StatementInput['period']): readonly Block[] {
  if (!period) return [];
  const text = `${formatCalendarDate(period.from)} a ${formatCalendarDate(period.to)}`;
  return [{ kind: 'text', text, align: 'center' }];
}

function rowBlocks(
  { description, amountCents, dueDate, paid }: StatementRow,
  index: number,
): readonly Block[] {
  const due = dueDate === undefined ? 'Sem vencimento' : `Vencimento ${formatCalendarDate(dueDate)}`;
  const text = printableText(description).trim();
  return [
    ...(index === 0 ? [] : [{ kind: 'feed', lines: 1 } as const]),
    ...(text === '' ? [] : [{ kind: 'text', text, bold: true } as const]),
    { kind: 'columns', label: due, value: amountCents === undefined ? '' : formatBrl(amountCents) },
    paid
      ? {
          kind: 'columns',
          label: `Pago em ${formatCalendarDate(paid.on)}`,
          value: formatBrl(paid.amountCents),
        }
      : { kind: 'columns', label: 'Situação', value: 'em aberto' },
  ];
}

function totalBlocks(rows: readonly StatementRow[]): readonly Block[] {
  const paid = rows.reduce((sum, row) => sum + (row.paid?.amountCents ?? 0), 0);
  const open = rows.reduce((sum, row) => sum + (row.paid ? 0 : (row.amountCents ?? 0)), 0);
  return [
    { kind: 'columns', label: 'Total pago', value: formatBrl(paid), bold: true },
    { kind: 'columns', label: 'Em aberto', value: formatBrl(open), bold: true },
  ];
}
