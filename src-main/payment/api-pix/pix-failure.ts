import { z } from 'zod';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { parseJson } from '../../http/json.ts';

/** Every request that a PSP is sent, as the log names it. */
export type PspOperation =
  | 'token'
  | `${'create' | 'read' | 'cancel'}-${'cob' | 'cobv'}`
  | `${'create' | 'read'}-location`
  | 'read-pix'
  | 'list-pix'
  | 'request-refund'
  | 'read-refund';

/** One field that the PSP did not like (`violacoes`). Its value and the PSP's words are left out: they may be a person's. */
export interface Violation {
  /** As the standard names it, e.g. `cob.valor.original`. */
  readonly property: string;
}

/**
 * What the PSP meant by its no. The failure's own `kind` still says whether it may have acted; this says what to do.
 *
 * `unauthorised` no token, or a refused one · `forbidden` the token lacks a scope, or the account may not ·
 * `not-found` no such charge, PIX or refund · `duplicate` the id is taken · `not-active` the charge can no longer be
 * changed · `invalid` refused as written · `too-many-requests`, `unavailable` try later, not before `retryAfterMs` ·
 * `certificate-unusable` the account's own cannot be read · `certificate-refused` the PSP does not take it, or wants one ·
 * `no-answer` it may have acted · `not-sent` it did not · `unusable-answer` it answered something else than the standard.
 */
export type PixProblem =
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'duplicate'
  | 'not-active'
  | 'invalid'
  | 'too-many-requests'
  | 'unavailable'
  | 'certificate-unusable'
  | 'certificate-refused'
  | 'no-answer'
  | 'not-sent'
  | 'unusable-answer';

/** What is known of a failed call beyond `RemoteFailure`. */
export interface PixFailureFacts {
  readonly problem: PixProblem;
  /** The PSP's own name for it: the end of the problem's type, as `CobOperacaoInvalida`, or `nome` or `codigo`. */
  readonly type?: string;
  readonly violations: readonly Violation[];
  /** How long (milliseconds) the PSP wants to be left alone. */
  readonly retryAfterMs?: number;
  /** Our id of the request; the PSP may have it in its logs. */
  readonly sentId?: string;
  /** The PSP's id of it: what to quote to its support. */
  readonly correlationId?: string;
}

export type PixFailure = RemoteFailure & { readonly pix: PixFailureFacts };

/** A failure that only reading a 2xx answer brought to light. */
export function unusable(error: RemoteFailure): PixFailure {
  return { ...error, pix: { problem: 'unusable-answer', violations: [] } };
}

interface Heard {
  readonly operation: PspOperation;
  /** The answer's text, as far as it came. */
  readonly text: string | undefined;
  /** The PSP's own words, and what they mean. */
  readonly refusals: Readonly<Record<string, PixProblem>>;
  /** Id of the request in a header of the answer. */
  readonly heardId: string | undefined;
}

const word = z.union([z.string(), z.number()]).transform(String);

/** The standard's problem (RFC 7807), or what some PSPs answer in its place; whatever is missing or odd is left out. */
const problemAnswer = z.object({
  type: z.string().optional().catch(undefined),
  nome: word.optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  correlationId: word.optional().catch(undefined),
  violacoes: z
    .array(z.object({ propriedade: z.string().catch('') }))
    .catch([])
    .default([]),
  erros: z
    .array(
      z.object({ codigo: word.optional().catch(undefined), ocorrencia: word.optional().catch(undefined) }),
    )
    .catch([])
    .default([]),
});

type ProblemAnswer = z.output<typeof problemAnswer>;

const byKind: Readonly<Record<Exclude<RemoteFailure['kind'], 'refused' | 'server-error'>, PixProblem>> = {
  'not-sent': 'not-sent',
  'no-answer': 'no-answer',
  malformed: 'unusable-answer',
};

/** Reads what a failed call means. Never throws, whatever came. */
export function failureFacts(error: RemoteFailure, heard: Heard): PixFailureFacts {
  const told = readProblem(heard.text);
  const type = told && typeOf(told);
  const correlationId = told?.correlationId ?? told?.erros[0]?.ocorrencia ?? heard.heardId;
  return {
    problem: problemIn(error, heard, told, type),
    ...(type !== undefined && { type }),
    violations: (told?.violacoes ?? []).flatMap(({ propriedade }) =>
      /^[\w.[\]-]{1,80}$/.test(propriedade) ? [{ property: propriedade }] : [],
    ),
    ...(error.kind === 'server-error' &&
      error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    ...(correlationId !== undefined && { correlationId: correlationId.slice(0, 100) }),
  };
}

function readProblem(text: string | undefined): ProblemAnswer | undefined {
  const json = text === undefined ? undefined : parseJson(text);
  const parsed = json?.ok ? problemAnswer.safeParse(json.value) : undefined;
  return parsed?.data;
}

/** Only what can be a name: a sentence may quote somebody's data. */
function typeOf({ type, nome, error, erros }: ProblemAnswer): string | undefined {
  const names = [type?.split('/').at(-1), nome, error, erros[0]?.codigo];
  return names.find((name) => name !== undefined && /^[\w-]{1,60}$/.test(name));
}

function problemIn(
  error: RemoteFailure,
  heard: Heard,
  told: ProblemAnswer | undefined,
  type: string | undefined,
): PixProblem {
  if (error.kind === 'server-error') return error.status === 429 ? 'too-many-requests' : 'unavailable';
  if (error.kind !== 'refused') return refusesCertificate(error) ? 'certificate-refused' : byKind[error.kind];
  if (heard.operation === 'token' || error.status === 401) return 'unauthorised';
  if (error.status === 403) return 'forbidden';
  const known = type === undefined ? undefined : heard.refusals[type];
  return known ?? refusalIn(error.status, heard.operation, told);
}

/**
 * The other side said no in the handshake, by the codes of OpenSSL and BoringSSL; some servers just hang up. What we
 * find wrong with the PSP's own certificate has other codes.
 */
function refusesCertificate({ detail }: RemoteFailure): boolean {
  return /ERR_SSL_\S*(?:ALERT|CERTIFICATE_REQUIRED)/.test(detail);
}

function refusalIn(status: number, operation: PspOperation, told: ProblemAnswer | undefined): PixProblem {
  // The standard's 404 comes with a problem as JSON; a gateway's page says nothing of the charge.
  if (status === 404) return told === undefined ? 'unusable-answer' : 'not-found';
  if (status < 400) return 'unusable-answer';
  if (operation.startsWith('cancel-')) return 'not-active';
  const isTaken = told?.violacoes.some(({ propriedade }) =>
    /(?:^|\.)txid$|^(?:devolucao\.)?id$/.test(propriedade),
  );
  return status === 409 || isTaken === true ? 'duplicate' : 'invalid';
}
