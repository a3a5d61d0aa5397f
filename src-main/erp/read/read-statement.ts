import type { StatementRow } from '../../domain/invoice.ts';
import { type Result, success } from '../../domain/result.ts';
import { type AmountMarks, amountReader } from '../wire/amount.ts';
import { readDate } from '../wire/date.ts';
import { readMappedRows } from '../wire/list.ts';
import { optional, readRecord } from '../wire/record.ts';
import { readLine, readText } from '../wire/text.ts';

/**
 * Reads a mapped statement. Rows without an invoice (credits, fees) are left out: they prove nothing of any invoice. A
 * negative amount is a reversal, and its date settles nothing.
 */
export function readStatement(mapped: unknown, marks: AmountMarks): Result<readonly StatementRow[], string> {
  const readAmount = amountReader(marks);
  const fields = {
    invoiceId: optional(['invoiceId'], readText),
    writtenOffOn: optional(['writtenOffOn'], readDate),
    receivedCents: optional(['received'], readAmount),
    postedOn: optional(['postedOn'], readDate),
    dueDate: optional(['dueDate'], readDate),
    amountCents: optional(['amount'], readAmount),
    description: optional(['description'], readLine),
    charge: optional(['charge'], readLine),
  };
  const rows = readMappedRows(mapped, (row) => readRecord(row, fields));
  return rows.ok ? success(rows.value.flatMap(settlement)) : rows;
}

function settlement(row: Partial<StatementRow>): StatementRow[] {
  const { invoiceId, writtenOffOn, ...rest } = row;
  if (invoiceId === undefined) return [];
  const reversed = rest.receivedCents !== undefined && rest.receivedCents < 0;
  return [{ invoiceId, ...(writtenOffOn === undefined || reversed ? {} : { writtenOffOn }), ...rest }];
}
