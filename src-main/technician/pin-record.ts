import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { failure, type Result, success } from '../domain/result.ts';
import { errorCode } from '../logging/error-code.ts';
import { pinHashSchema } from './pin-hash.ts';

const recordSchema = z.strictObject({
  version: z.literal(1),
  pin: pinHashSchema,
  /** In a row, since the last right one. */
  wrongTries: z.int().min(0),
});

/** What `technician.json` holds. */
export type PinRecord = z.output<typeof recordSchema>;

/**
 * Reads `technician.json`; undefined: there is none. A file that cannot be read or understood is a failure, never "no
 * PIN", with a reason that quotes nothing of it.
 */
export function readPinRecord(file: string): Result<PinRecord | undefined, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? success(undefined) : failure(code);
  }
  try {
    const record = recordSchema.safeParse(JSON.parse(text), { jitless: true });
    return record.success ? success(record.data) : failure('not-a-pin-file');
  } catch {
    return failure('not-json');
  }
}
