import * as z from 'zod';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { printableText } from '../../domain/text.ts';
import type { HttpAnswer } from '../../http/http-client.ts';
import { parseJson } from '../../http/json.ts';

/** What the CRM said of a number. */
export interface FoundCall {
  /** Of the record that the lookup itself made. */
  readonly callId?: string;
  /** Whose number it is; absent also when the CRM knows several people by it. */
  readonly name?: string;
}

/** An odd one is none: the call's id beside it counts for more. */
const text = z
  .union([z.string(), z.int().transform(String)])
  .nullish()
  .catch(null);

const contact = z.object({
  firstname: text,
  lastname: text,
  company: text,
  customvalue: z.unknown().optional(),
});

const found = z.object({ contact: z.union([z.array(contact), contact.transform((one) => [one])]) });

const verdict = z.object({ error: z.unknown().optional(), success: z.unknown().optional() });

const withCallId = z.object({ call_id: z.union([z.string(), z.int().transform(String)]) });

/** `malformed` when it is no list of contacts; `refused` when the CRM says 200 and means no. */
export function readFoundCall(answer: HttpAnswer): Result<FoundCall, RemoteFailure> {
  const body = readBody(answer);
  if (!body.ok) return body;
  const parsed = found.safeParse(body.value);
  if (!parsed.success) return failure({ kind: 'malformed', detail: 'consult-phone: no list of contacts' });
  const contacts = parsed.data.contact;
  const callId = contacts.map((each) => callIdIn(each.customvalue)).find((id) => id !== undefined);
  const names = new Set(contacts.map(nameOf));
  const [name = ''] = names;
  return success({
    ...(callId !== undefined && { callId }),
    // Several people share it: any of the names might be shown to another.
    ...(names.size === 1 && name !== '' && { name }),
  });
}

/** As `readFoundCall`. */
export function readEndedCall(answer: HttpAnswer): Result<void, RemoteFailure> {
  const body = readBody(answer);
  if (!body.ok) return body;
  return verdict.safeParse(body.value).data?.success
    ? success(undefined)
    : failure({ kind: 'malformed', detail: 'end-call: no success' });
}

/** What the CRM writes after "error" may quote the number, so nothing keeps it. */
function readBody(answer: HttpAnswer): Result<unknown, RemoteFailure> {
  const body = parseLenient(answer.text);
  if (!body.ok || !verdict.safeParse(body.value).data?.error) return body;
  return failure({ kind: 'refused', status: answer.status, detail: 'the CRM answered with an error' });
}

/** The contract prints an object within braces of its own, `{ {…} }`, which is no JSON (CONTRACTS.md E.4). */
function parseLenient(answer: string): Result<unknown, RemoteFailure> {
  const json = parseJson(answer);
  const inner = json.ok ? undefined : /^\s*\{(\s*\{[\s\S]*\}\s*)\}\s*$/.exec(answer)?.[1];
  return inner === undefined ? json : parseJson(inner);
}

/** Characters of a `customvalue`; three ids need a few dozen. */
const LONGEST_CUSTOM_VALUE = 1_000;

/** `customvalue`: client, contact and call between slashes, an object with `call_id`, or the JSON text of one. */
function callIdIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return digitsOnly(withCallId.safeParse(value).data?.call_id);
  if (value.length > LONGEST_CUSTOM_VALUE) return undefined;
  const triple = /^[^/]*\/[^/]*\/\s*(\d{1,20})[\s>]*$/.exec(value)?.[1];
  if (triple !== undefined) return triple;
  const json = parseJson(value);
  return json.ok ? digitsOnly(withCallId.safeParse(json.value).data?.call_id) : undefined;
}

function digitsOnly(id: string | undefined): string | undefined {
  return /^\s*(\d{1,20})\s*$/.exec(id ?? '')?.[1];
}

function nameOf({ firstname, lastname, company }: z.output<typeof contact>): string {
  const person = lineOf(`${firstname ?? ''} ${lastname ?? ''}`);
  return person === '' ? lineOf(company ?? '') : person;
}

function lineOf(raw: string): string {
  return printableText(raw).replace(/\s+/g, ' ').trim().slice(0, 120);
}
