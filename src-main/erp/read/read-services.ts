import type { Result } from '../../domain/result.ts';
import type { CustomerService } from '../../domain/service.ts';
import { type AmountMarks, amountReader, notNegative } from '../wire/amount.ts';
import { readMappedRows } from '../wire/list.ts';
import { optional, readRecord, required } from '../wire/record.ts';
import { readLine, readText } from '../wire/text.ts';
import { readAddress } from './read-customer.ts';

/** Reads the mapped services of a customer. */
export function readServices(
  mapped: unknown,
  marks: AmountMarks,
): Result<readonly CustomerService[], string> {
  const fields = {
    id: required(['id'], readText),
    name: required(['name'], readLine),
    situation: optional(['situation'], readLine),
    remarks: optional(['remarks'], readLine),
    priceCents: optional(['price'], notNegative(amountReader(marks))),
    planNumber: optional(['planNumber'], readText),
    address: optional(['address'], readAddress),
  };
  return readMappedRows(mapped, (row) => readRecord(row, fields));
}
