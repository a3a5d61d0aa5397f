import { parentPort } from 'node:worker_threads';
import jsonata, { type Expression } from 'jsonata';
import { AnswerMismatch, registerMappingFunctions } from './mapping-functions.ts';
import type { MappingJob, MappingOutcome, WorkerMessage } from './mapping-job.ts';

/** Bounds of JSONata's own against endless recursion and lists; the rest is stopped from outside, with this thread. */
const BOUNDS = { stack: 500, sequence: 200_000 };

const compiled = new Map<string, Expression>();

function compile(source: string): Expression {
  const known = compiled.get(source);
  if (known) return known;
  const expression = jsonata(source, BOUNDS);
  registerMappingFunctions(expression);
  compiled.set(source, expression);
  return expression;
}

async function evaluate(source: string, job: MappingJob, input: unknown): Promise<MappingOutcome> {
  try {
    const expression = compile(source);
    if (job.checkOnly) return { ok: true };
    const value: unknown = await expression.evaluate(input, { ...job.bindings });
    const json: string | undefined = JSON.stringify(value);
    if (json === undefined) return { ok: true };
    return json.length > job.maxOutputChars ? { ok: false, reason: 'too large' } : { ok: true, json };
  } catch (error) {
    return { ok: false, reason: job.checkOnly ? syntaxReason(error) : reasonOf(error) };
  }
}

/** What is wrong with an expression as written may quote it: that is the author's own text. */
function syntaxReason(error: unknown): string {
  const { message } = Object(error) as { readonly message?: unknown };
  return typeof message === 'string' ? `${message} (${reasonOf(error)})` : reasonOf(error);
}

/** JSONata's messages may quote values, its code and position never do. */
function reasonOf(error: unknown): string {
  if (error instanceof AnswerMismatch) return error.message;
  const { code, position } = Object(error) as { readonly code?: unknown; readonly position?: unknown };
  const place = typeof position === 'number' ? ` at character ${position}` : '';
  return typeof code === 'string' ? `${code}${place}` : `not a value${place}`;
}

const DECOMPOSED = /[\u0300-\u036f]/;

function parseInput(json: string): unknown {
  const input: unknown = JSON.parse(json);
  return DECOMPOSED.test(json) ? withComposedNames(input) : input;
}

/** Accents of names may come composed or decomposed, and look the same to whoever wrote the expression. */
function withComposedNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withComposedNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.normalize('NFC'), withComposedNames(each)]),
  );
}

async function run(job: MappingJob): Promise<void> {
  const outcomes: Record<string, MappingOutcome> = {};
  try {
    const input = parseInput(job.inputJson);
    for (const [name, source] of Object.entries(job.expressions)) {
      outcomes[name] = await evaluate(source, job, input);
    }
  } catch (error) {
    for (const name of Object.keys(job.expressions)) outcomes[name] = { ok: false, reason: reasonOf(error) };
  }
  post({ kind: 'done', id: job.id, outcomes });
}

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (job: MappingJob) => {
  void run(job);
});
post({ kind: 'ready' });
