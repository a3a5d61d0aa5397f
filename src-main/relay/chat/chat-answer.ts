import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { HttpAnswer } from '../../http/http-client.ts';
import { parseLenientJson } from './lenient-json.ts';

/** How programs begin a text when something went wrong, in the two languages that these speak. */
const ERROR_TEXT =
  /^\W*(?:(?:(?:fatal|parse|internal|internal server) )?(?:error|erro)\b|exception\b|uncaught\b|warning:|notice:|falha\b|failed\b|failure\b|invalid\b|inv[aá]lid[oa]\b|unauthori[sz]ed\b|forbidden\b|access denied|acesso negado|n[aã]o autorizado|not found\b)/i;

/** Characters that tell what kind of text it is. */
const BEGINNING = 200;

/** Fields that tell of an error by being filled. */
const ERROR_FIELDS = ['error', 'errors', 'erro', 'erros', 'exception'];
/** Fields that tell of an error by saying no. */
const OUTCOME_FIELDS = ['success', 'sucesso', 'ok'];
const STATUS_FIELDS = ['status', 'situacao'];
const NO = new Set<unknown>([false, 'false', 0, '0']);
const BAD_STATUS = new Set(['error', 'erro', 'fail', 'failed', 'failure', 'falha', 'nok']);

/** An answer of the platform or of the company's callback that says 2xx and means it. */
export interface ChatAnswer {
  readonly text: string;
  /** Absent when it is no JSON. */
  readonly json?: unknown;
}

/**
 * Makes a failure of a 2xx that is an error all the same. An answer in JSON that says no is `refused`: its maker
 * understood. A page or a text of an error is `malformed`: something is broken there, and may not be later.
 */
export function readChatAnswer({ status, text }: HttpAnswer): Result<ChatAnswer, RemoteFailure> {
  const json = parseLenientJson(text);
  if (saysNo(json))
    return failure({ kind: 'refused', status, detail: `status ${status} with an error inside` });
  const words = (typeof json === 'string' ? json : text).trimStart().slice(0, BEGINNING);
  if (json === undefined && words.startsWith('<')) {
    return failure({ kind: 'malformed', detail: `status ${status} with a page of HTML` });
  }
  if (typeof json !== 'object' && ERROR_TEXT.test(words)) {
    return failure({ kind: 'malformed', detail: `status ${status} with an error's text` });
  }
  return success({ text, ...(json !== undefined && { json }) });
}

/** Reads an answer in which a no is no failure. */
export function readAnyAnswer({ text }: HttpAnswer): Result<ChatAnswer, RemoteFailure> {
  const json = parseLenientJson(text);
  return success({ text, ...(json !== undefined && { json }) });
}

function saysNo(json: unknown): boolean {
  const fields = fieldsOf(json);
  return (
    ERROR_FIELDS.some((name) => isFilled(fields.get(name))) ||
    OUTCOME_FIELDS.some((name) => NO.has(fields.get(name))) ||
    STATUS_FIELDS.some((name) => BAD_STATUS.has(String(fields.get(name)).toLowerCase()))
  );
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || NO.has(value)) return false;
  if (typeof value === 'object') return Object.keys(value).length > 0;
  return typeof value !== 'string' || value.trim() !== '';
}

/** The fields of a JSON object by their names in lower case; of one in a list of one, too. The first of a name wins. */
export function fieldsOf(json: unknown): ReadonlyMap<string, unknown> {
  const object: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json;
  const fields = new Map<string, unknown>();
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return fields;
  for (const [name, value] of Object.entries(object)) {
    const plain = name.toLowerCase();
    if (!fields.has(plain)) fields.set(plain, value);
  }
  return fields;
}
