import type { Contract } from '../../domain/customer.ts';
import { type Result, success } from '../../domain/result.ts';
import { readMappedRows } from '../wire/list.ts';
import { optional, readRecord, required } from '../wire/record.ts';
import { readLine, readText } from '../wire/text.ts';

const CONTRACT_FIELDS = {
  id: required(['id'], readText),
  label: optional(['label'], readLine),
};

/** Reads mapped contracts; a contract without a name is called by its id, and none comes twice. */
export function readContracts(mapped: unknown): Result<readonly Contract[], string> {
  const rows = readMappedRows(mapped, (row) => readRecord(row, CONTRACT_FIELDS));
  if (!rows.ok) return rows;
  const contracts = new Map<string, Contract>();
  for (const { id, label } of rows.value) {
    if (!contracts.has(id)) contracts.set(id, { id, label: label ?? id });
  }
  return success([...contracts.values()]);
}
