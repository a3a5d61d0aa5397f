import { failure, type Result, success } from '../../domain/result.ts';
import { isWireObject } from './record.ts';

/**
 * The rows of a list: a bare array, or an object with exactly one array among its properties. Anything else is
 * wrong, never an empty list.
 */
export function readList(raw: unknown): Result<readonly unknown[], string> {
  if (Array.isArray(raw)) return success(raw);
  if (!isWireObject(raw)) return failure('not a list');
  const [list, ...others] = Object.values(raw).filter((value) => Array.isArray(value));
  if (list === undefined) return failure('no list within the object');
  return others.length > 0 ? failure('several lists within the object') : success(list);
}

/**
 * Reads every row that a mapping made; the failure names the first one that is wrong, counted from 1. No row is ever
 * left out. A mapping that yields nothing has failed: there is no empty list but one that the ERP sent.
 */
export function readMappedRows<T>(
  mapped: unknown,
  readRow: (row: unknown) => Result<T, string>,
): Result<readonly T[], string> {
  if (!Array.isArray(mapped)) return failure('the mapping yields no list');
  const rows: T[] = [];
  for (const [index, each] of mapped.entries()) {
    const row = readRow(each);
    if (!row.ok) return failure(`row ${index + 1}: ${row.error}`);
    rows.push(row.value);
  }
  return success(rows);
}
