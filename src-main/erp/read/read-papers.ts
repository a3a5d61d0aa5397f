import type { DebtClearance, FiscalNote } from '../../domain/fiscal-papers.ts';
import type { Result } from '../../domain/result.ts';
import { type AmountMarks, amountReader, notNegative } from '../wire/amount.ts';
import { readDate } from '../wire/date.ts';
import { readMappedRows } from '../wire/list.ts';
import { wholeNumberBetween } from '../wire/number.ts';
import { optional, readRecord, required } from '../wire/record.ts';
import { readLine, readText } from '../wire/text.ts';
import { readWebAddressIfAny } from '../wire/web-address.ts';

/** Reads mapped fiscal notes. */
export function readFiscalNotes(mapped: unknown, marks: AmountMarks): Result<readonly FiscalNote[], string> {
  const fields = {
    id: required(['id'], readText),
    typeId: optional(['typeId'], readText),
    number: optional(['number'], readLine),
    amountCents: optional(['amount'], notNegative(amountReader(marks))),
    protocol: optional(['protocol'], readLine),
    postedOn: optional(['postedOn'], readDate),
    identification: optional(['identification'], readLine),
    pdfUrl: optional(['pdfUrl'], readWebAddressIfAny),
  };
  return readMappedRows(mapped, (row) => readRecord(row, fields));
}

/** Reads mapped declarations that nothing is owed. */
export function readDebtClearances(
  mapped: unknown,
  marks: AmountMarks,
): Result<readonly DebtClearance[], string> {
  const fields = {
    id: required(['id'], readText),
    year: required(['year'], wholeNumberBetween(1990, 2999)),
    amountCents: optional(['amount'], notNegative(amountReader(marks))),
    pdfUrl: optional(['pdfUrl'], readWebAddressIfAny),
  };
  return readMappedRows(mapped, (row) => readRecord(row, fields));
}
