import { LARGEST_PDF_BYTES } from '../../domain/pdf.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { HttpAnswer, HttpRequest } from '../../http/http-client.ts';
import { parseJson } from '../../http/json.ts';
import { type ErpOperation, pdfOperations, writeOperations } from '../erp-operation.ts';
import type { MappingValues } from '../mapping/mapping-engine.ts';
import { buildRequest } from './build-request.ts';
import type { ErpConnection } from './connection.ts';
import type { Operation, Step } from './operation-schema.ts';
import type { ErpProfile } from './profile-schema.ts';
import { type Identity, openSession, type Session } from './session.ts';

/** What an operation is asked with, in the kiosk's own words; what is absent is left out. */
export type OperationInput = Readonly<Record<string, unknown>>;

/** How an operation ended. */
export type OperationOutcome =
  /** The mapped answer. */
  | { readonly kind: 'answer'; readonly value: unknown }
  /** The ERP says that there is nothing of the kind. */
  | { readonly kind: 'not-found' }
  /** It cannot be asked like this, now or later; nothing was sent. */
  | { readonly kind: 'impossible'; readonly detail: string }
  /** `said` is the mapped body of a refusal, when it has one. */
  | { readonly kind: 'failed'; readonly error: RemoteFailure; readonly said?: unknown };

/** Runs operations of a profile. */
export interface Interpreter {
  readonly profile: ErpProfile;
  /** @param idempotencyKey sent with every request of the operation, the same on each try */
  run(name: ErpOperation, input: OperationInput, idempotencyKey?: string): Promise<OperationOutcome>;
}

/** One operation under way. */
interface Course {
  readonly name: ErpOperation;
  readonly operation: Operation;
  readonly input: OperationInput;
  readonly idempotencyKey: string | undefined;
  /** Raw answers of earlier steps, by their names. */
  readonly answers: Record<string, unknown>;
  /** Whether a request that changes something was answered already. */
  acted: boolean;
}

type Judged =
  | { readonly kind: 'answer'; readonly raw: unknown; readonly mapped?: unknown }
  | Exclude<OperationOutcome, { kind: 'answer' }>;

export function createInterpreter(profile: ErpProfile, connection: ErpConnection): Interpreter {
  const session = openSession(profile.authentication, connection, profile.timeoutMs);
  return {
    profile,
    async run(name, input, idempotencyKey) {
      const operation = profile.operations[name];
      if (!operation) return { kind: 'impossible', detail: `${name}: the profile does not have it` };
      const missing = operation.requires.find((each) => input[each] === undefined || input[each] === '');
      if (missing !== undefined) return { kind: 'impossible', detail: `${name}: ${missing} is missing` };
      const course: Course = { name, operation, input, idempotencyKey, answers: {}, acted: false };
      return runSteps(profile, connection, session, course);
    },
  };
}

async function runSteps(
  profile: ErpProfile,
  connection: ErpConnection,
  session: Session,
  course: Course,
): Promise<OperationOutcome> {
  const { steps } = course.operation;
  let outcome: OperationOutcome = { kind: 'answer', value: undefined };
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const sent = await sendStep(profile, connection, session, course, step);
    if (sent === 'left-out') continue;
    const judged = sent.ok
      ? await judgeAnswer(connection, course, step, sent.value, isLast)
      : await judgeFailure(connection, course, step, sent.error, isLast);
    if (judged.kind !== 'answer') return afterEarlierSteps(course, step, judged);
    course.acted ||= doesAct(course, step);
    if (step.as !== undefined) course.answers[step.as] = judged.raw;
    outcome = { kind: 'answer', value: judged.mapped };
  }
  return outcome;
}

/**
 * A failed look-up before anything was changed leaves the ERP as it was; a failure after something was changed must
 * not look as if nothing had been.
 */
function afterEarlierSteps(course: Course, step: Step, outcome: OperationOutcome): OperationOutcome {
  if (outcome.kind !== 'failed') return outcome;
  const changes = course.operation.steps.some((each) => doesAct(course, each));
  const { kind, detail } = outcome.error;
  if (course.acted)
    return { kind: 'failed', error: { kind: 'no-answer', detail: `after a first step: ${detail}` } };
  if (changes && !doesAct(course, step) && kind !== 'refused')
    return { kind: 'failed', error: { kind: 'not-sent', detail } };
  return outcome;
}

function doesAct({ name }: Course, step: Step): boolean {
  return step.acts ?? (writeOperations.has(name) && step.method !== 'GET');
}

/** Sends one request, and a second time with a fresh identity when the first one was used up. */
async function sendStep(
  profile: ErpProfile,
  connection: ErpConnection,
  session: Session,
  course: Course,
  step: Step,
): Promise<Result<HttpAnswer, RemoteFailure> | 'left-out'> {
  for (let renewed = false; ; renewed = true) {
    const identity = await session.identify();
    if (!identity.ok) return identity;
    const request = await prepareStep(profile, connection, course, step, identity.value);
    if (request === 'left-out') return request;
    if (!request.ok) return failure({ kind: 'not-sent', detail: `${course.name}: ${request.error}` });
    const answer = await connection.http.request({ ...request.value, ...boundOf(course.name) });
    if (answer.ok || renewed || !session.hasExpired(answer.error, identity.value)) return answer;
  }
}

/** A file within JSON is larger than any list; base64 takes four characters for three bytes. */
function boundOf(name: ErpOperation): Pick<HttpRequest, 'maxBodyBytes'> {
  return pdfOperations.has(name) ? { maxBodyBytes: LARGEST_PDF_BYTES * 1.5 } : {};
}

async function prepareStep(
  profile: ErpProfile,
  { baseUrl, credentials, mapping }: ErpConnection,
  { input, answers, idempotencyKey }: Course,
  step: Step,
  identity: Identity,
): Promise<Result<HttpRequest, string> | 'left-out'> {
  const expressions = present({ when: step.when, input: step.input });
  const bindings = { credentials, answers, input, token: identity.token ?? null };
  const values = isEmpty(expressions) ? {} : await mapping.evaluate({ expressions, input, bindings });
  const { when, input: sent } = values;
  if (when && !when.ok) return failure(`when: ${when.error}`);
  if (when && when.value !== true) return 'left-out';
  if (sent && !sent.ok) return failure(`input: ${sent.error}`);
  const key = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
  return buildRequest({ ...step, charset: step.charset ?? profile.charset }, sent?.value, {
    baseUrl,
    headers: { ...identity.headers, ...key },
    timeoutMs: step.timeoutMs ?? profile.timeoutMs,
  });
}

async function judgeAnswer(
  connection: ErpConnection,
  course: Course,
  step: Step,
  answer: HttpAnswer,
  isLast: boolean,
): Promise<Judged> {
  const json = readBody(step, answer);
  if (!json.ok) return failed({ ...json.error, detail: `${course.name}: ${json.error.detail}` });
  const values = await evaluateAnswer(connection, course, json.value, {
    notFound: step.notFound?.when,
    refused: step.refused?.when,
    reason: step.refused?.reason,
    success: step.success,
    result: isLast ? course.operation.result : undefined,
  });
  const verdict = verdictOf(values);
  if (verdict === 'not-found') return { kind: 'not-found' };
  if (verdict === 'refused') return refusedByAnswer(course, answer, values);
  if (verdict !== 'sound') return failed({ kind: 'malformed', detail: `${course.name}: ${verdict.wrong}` });
  return { kind: 'answer', raw: json.value, mapped: values.result?.ok ? values.result.value : undefined };
}

function readBody({ answer: form }: Step, { status, text }: HttpAnswer): Result<unknown, RemoteFailure> {
  if (form === 'text') return success(text);
  return status === 204 ? success(null) : parseJson(text);
}

type Verdict = 'sound' | 'not-found' | 'refused' | { readonly wrong: string };

/** What the rules make of an answer, in this order; only of a sound one does it matter whether it can be mapped. */
function verdictOf(values: MappingValues): Verdict {
  const rules = [
    ['notFound', 'not-found'],
    ['refused', 'refused'],
  ] as const;
  for (const [rule, verdict] of rules) {
    const value = values[rule];
    if (value && !value.ok) return { wrong: `${rule}: ${value.error}` };
    if (value?.value === true) return verdict;
  }
  const { success: done, result } = values;
  if (done && !done.ok) return { wrong: `success: ${done.error}` };
  if (done && done.value !== true) return { wrong: 'the answer does not count as success' };
  return result && !result.ok ? { wrong: result.error } : 'sound';
}

function refusedByAnswer(
  { name }: Course,
  { status }: HttpAnswer,
  { reason, result }: MappingValues,
): Judged {
  // The ERP's own words may name somebody: they are kept apart from the detail, which goes to the log.
  const body = reason?.ok ? { reason: reason.value } : {};
  const error: RemoteFailure = { kind: 'refused', status, detail: `${name}: refused by the answer`, body };
  return { kind: 'failed', error, ...(result?.ok ? { said: result.value } : {}) };
}

async function judgeFailure(
  connection: ErpConnection,
  course: Course,
  step: Step,
  error: RemoteFailure,
  isLast: boolean,
): Promise<Judged> {
  const named = { ...error, detail: `${course.name}: ${error.detail}` };
  if (error.kind !== 'refused' || error.status < 400) return failed(named);
  if (step.notFound?.status.includes(error.status)) return { kind: 'not-found' };
  if (error.body === undefined || !isLast || !doesAct(course, step)) return failed(named);
  const { result } = await evaluateAnswer(connection, course, error.body, {
    result: course.operation.result,
  });
  return { kind: 'failed', error: named, ...(result?.ok ? { said: result.value } : {}) };
}

async function evaluateAnswer(
  { mapping }: ErpConnection,
  { input, answers }: Course,
  answer: unknown,
  rules: Readonly<Record<string, string | undefined>>,
): Promise<MappingValues> {
  const expressions = present(rules);
  return isEmpty(expressions)
    ? {}
    : mapping.evaluate({ expressions, input: answer, bindings: { input, answers } });
}

function present(expressions: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(expressions).flatMap(([name, source]) => (source === undefined ? [] : [[name, source]])),
  );
}

function isEmpty(expressions: Readonly<Record<string, string>>): boolean {
  return Object.keys(expressions).length === 0;
}

function failed(error: RemoteFailure): { readonly kind: 'failed'; readonly error: RemoteFailure } {
  return { kind: 'failed', error };
}
