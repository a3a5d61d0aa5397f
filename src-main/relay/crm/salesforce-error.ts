import { z } from 'zod';
import type { RemoteFailure } from '../../domain/remote-failure.ts';

/** The day's calls are used up: they come back little by little over 24 hours. */
const LIMIT_REST_MS = 15 * 60_000;

/** Refusals that mean "not now". */
const passing: ReadonlySet<string> = new Set([
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'QUERY_TIMEOUT',
  'REQUEST_RUNNING_TOO_LONG',
]);

const limitCode = 'REQUEST_LIMIT_EXCEEDED';
const duplicatesCode = 'DUPLICATES_DETECTED';

/** Messages are left alone: they quote what was sent. */
const errorList = z.array(
  z.object({
    errorCode: z.string().regex(/^[A-Z0-9_]{1,80}$/),
    fields: z
      .array(z.string())
      .default([])
      .transform((names) => names.filter((name) => /^\w{1,80}$/.test(name))),
  }),
);

const duplicateResult = z.object({
  allowSave: z.boolean(),
  matchResults: z.array(
    z.object({ matchRecords: z.array(z.object({ record: z.object({ Id: z.string() }) })) }),
  ),
});

/** The key is misspelt on the wire; read as it should be, too. */
const duplicateList = z.array(
  z
    .object({
      errorCode: z.literal(duplicatesCode),
      duplicateResut: duplicateResult.exactOptional(),
      duplicateResult: duplicateResult.exactOptional(),
    })
    .transform((error) => error.duplicateResut ?? error.duplicateResult),
);

/** What a duplicate rule took a new record for. */
export interface Duplicates {
  /** The rule only warns: whoever insists may save. */
  readonly allowSave: boolean;
  readonly ids: readonly string[];
}

/** The failure as one decides on it: its codes and fields in the detail, and what passes by itself as such. */
export function readFailure(error: RemoteFailure): RemoteFailure {
  if (error.kind !== 'refused') return error;
  const { status } = error;
  const errors = errorList.safeParse(error.body);
  if (!errors.success) return error;
  const detail = [error.detail, ...errors.data.map(nameOf)].join(' ');
  const codes = errors.data.map(({ errorCode }) => errorCode);
  if (codes.includes(limitCode)) {
    return { kind: 'server-error', status, detail, retryAfterMs: LIMIT_REST_MS };
  }
  if (codes.some((code) => passing.has(code))) return { kind: 'server-error', status, detail };
  return { ...error, detail };
}

/** `undefined`: no duplicate rule said no. */
export function readDuplicates(error: RemoteFailure): Duplicates | undefined {
  if (error.kind !== 'refused') return undefined;
  const list = duplicateList.safeParse(error.body);
  if (!list.success) return undefined;
  const results = list.data.filter((result) => result !== undefined);
  return {
    allowSave: results.length > 0 && results.every(({ allowSave }) => allowSave),
    ids: results.flatMap(({ matchResults }) =>
      matchResults.flatMap(({ matchRecords }) => matchRecords.map(({ record }) => record.Id)),
    ),
  };
}

function nameOf({ errorCode, fields }: z.output<typeof errorList>[number]): string {
  return fields.length === 0 ? errorCode : `${errorCode} (${fields.join(', ')})`;
}
