import type { CreatedRecord } from '../../domain/erp-action.ts';
import type { ProspectProgress } from '../../domain/prospect.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { readBoolean } from '../wire/boolean.ts';
import { optional, readRecord, required, withDefault } from '../wire/record.ts';
import { readLine, readText } from '../wire/text.ts';

const CREATED_FIELDS = {
  id: optional(['id'], readText),
  remarks: optional(['remarks'], readLine),
  asTicket: withDefault(['asTicket'], readBoolean, false),
  done: withDefault(['done'], readBoolean, false),
};

const PROGRESS_FIELDS = {
  status: required(['status'], readLine),
  reason: optional(['reason'], readLine),
};

/** Reads what the ERP made. Without an id it counts as made only where the mapping says so by `done`. */
export function readCreated(mapped: unknown): Result<CreatedRecord, string> {
  const record = readRecord(mapped, CREATED_FIELDS);
  if (!record.ok) return record;
  const { done, asTicket, ...created } = record.value;
  if (created.id === undefined && !done) return failure('id: missing');
  return success({ ...created, ...(asTicket ? { asTicket: true as const } : {}) });
}

/** Reads how far a prospect has come. */
export function readProgress(mapped: unknown): Result<ProspectProgress, string> {
  return readRecord(mapped, PROGRESS_FIELDS);
}
