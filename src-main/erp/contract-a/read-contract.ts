import type { Contract } from '../../domain/customer.ts';
import { type Result, success } from '../../domain/result.ts';
import { readRows } from '../wire/list.ts';
import { optional, readRecord, required } from '../wire/record.ts';
import { readLine, readText } from '../wire/text.ts';

const CONTRACT_FIELDS = {
  id: required(['remote_id'], readText),
  label: optional(['contract_name'], readLine),
};

/** Reads the answer of listContracts; a contract without a name is called by its id, and none comes twice. */
export function readContracts(json: unknown): Result<readonly Contract[], string> {
  const rows = readRows(json, (row) => readRecord(row, CONTRACT_FIELDS));
  if (!rows.ok) return rows;
  const contracts = new Map<string, Contract>();
  for (const { id, label } of rows.value) {
    if (!contracts.has(id)) contracts.set(id, { id, label: label ?? id });
  }
  return success([...contracts.values()]);
}
