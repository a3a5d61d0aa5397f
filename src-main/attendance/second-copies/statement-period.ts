import type { StatementMonths } from '../../contract/second-copies-screen.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { StatementRow } from '../../domain/invoice.ts';
import type { CareRow } from '../../erp/erp-care.ts';
import type { StatementRow as PaperRow } from '../../printing/documents/statement.ts';

/** First and last day. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A line of a customer's account as screen and paper show it. */
export interface AccountLine extends PaperRow {
  readonly key: string;
  readonly erp: string;
  readonly companyName: string;
}

/** So many months back from today, that day included; nothing for all there is. */
export function periodOf(months: StatementMonths, today: CalendarDate): Period | undefined {
  return months === 0 ? undefined : { from: monthsBefore(today, months), to: today };
}

/**
 * The lines of a period, newest first. A line belongs to the day on which it was posted, else on which it falls due;
 * one that tells neither is of every period.
 */
export function statementOf(
  rows: readonly CareRow<StatementRow>[],
  period: Period | undefined,
): readonly AccountLine[] {
  return rows
    .filter((row) => isWithin(dayOf(row), period))
    .toSorted((one, other) => (dayOf(other) ?? '').localeCompare(dayOf(one) ?? ''))
    .map(lineOf);
}

function dayOf({ postedOn, dueDate }: StatementRow): CalendarDate | undefined {
  return postedOn ?? dueDate;
}

function isWithin(day: CalendarDate | undefined, period: Period | undefined): boolean {
  return day === undefined || period === undefined || (day >= period.from && day <= period.to);
}

function lineOf(row: CareRow<StatementRow>): AccountLine {
  const { key, erp, companyName, dueDate, amountCents, writtenOffOn: on } = row;
  const paidCents = row.receivedCents ?? amountCents;
  return {
    key,
    erp,
    companyName,
    description: row.description ?? row.charge ?? `Fatura ${row.invoiceId}`,
    ...(dueDate !== undefined && { dueDate }),
    ...(amountCents !== undefined && { amountCents }),
    ...(on !== undefined && paidCents !== undefined && { paid: { on, amountCents: paidCents } }),
  };
}

/** The same day of an earlier month; of a shorter one its last day. */
function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const found = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(found.getUTCFullYear(), found.getUTCMonth() + 1, 0)).getUTCDate();
  found.setUTCDate(Math.min(day, lastDay));
  return found.toISOString().slice(0, 10);
}
