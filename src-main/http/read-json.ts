import type { z } from 'zod';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { HttpAnswer } from './http-client.ts';
import { parseJson } from './json.ts';

/** Reads an answer as JSON of the given shape. The failure names the field that does not fit, never its value. */
export function readJson<S extends z.ZodType>(
  answer: HttpAnswer,
  schema: S,
): Result<z.output<S>, RemoteFailure> {
  const json = parseJson(answer.text);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return success(parsed.data);
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || '(root)');
  return failure({ kind: 'malformed', detail: `unexpected ${[...new Set(fields)].join(', ')}` });
}
