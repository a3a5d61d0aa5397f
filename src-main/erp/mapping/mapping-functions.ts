import type { Expression } from 'jsonata';
import { formatCalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';
import { formatDocument, parseDocument } from '../../domain/cpf-cnpj.ts';
import { decimalFromCents } from '../../domain/money.ts';
import { readBoolean } from '../wire/boolean.ts';
import { readList } from '../wire/list.ts';
import { isWireObject } from '../wire/record.ts';

/** The answer is not what the expression says it is. The message quotes no data. */
export class AnswerMismatch extends Error {}

const LONGEST_PADDING = 10_000;

/** The functions that a profile's expressions have besides JSONata's own. */
const functions: Readonly<Record<string, (...values: readonly unknown[]) => unknown>> = {
  rows,
  items,
  one,
  first,
  json,
  unpacked: (value) => withoutNone(json(value)),
  flag,
  maskedDocument: (document) => withMask(document),
  brazilianDate: (date) => (typeof date === 'string' ? brazilianDate(date) : undefined),
  decimal: (cents) => (typeof cents === 'number' ? decimalFromCents(cents) : undefined),
  pad,
};

/** Gives an expression the profile's functions. */
export function registerMappingFunctions(expression: Expression): void {
  for (const [name, implementation] of Object.entries(functions)) {
    expression.registerFunction(name, (...values: readonly unknown[]) => implementation(...values));
  }
}

/** `$rows(x)`: the objects of a bare array, or of an object with exactly one array in it; nothing else is a list. */
function rows(answer: unknown): readonly unknown[] {
  const list = items(answer);
  list.forEach((row, index) => {
    if (!isWireObject(row)) throw new AnswerMismatch(`row ${index + 1}: not an object`);
  });
  return list;
}

/** `$items(x)`: like `$rows`, whatever the elements are. */
function items(answer: unknown): readonly unknown[] {
  const list = readList(answer);
  if (!list.ok) throw new AnswerMismatch(list.error);
  return list.value;
}

/**
 * `$one(x, 'id', …)`: the single object of an answer, which may come wrapped in a list of one; null when there is
 * nothing in it. An object with one of the names is taken as it is, even when it also holds a list.
 */
function one(answer: unknown, ...names: readonly unknown[]): unknown {
  if (isEmpty(answer)) return null;
  const list = readList(answer);
  if (isWireObject(answer) && (names.some((name) => String(name) in answer) || !list.ok)) return answer;
  if (!list.ok) throw new AnswerMismatch(list.error);
  if (list.value.length > 1) throw new AnswerMismatch('several where one was expected');
  return isEmpty(list.value[0]) ? null : list.value[0];
}

/** Null, or an object whose every field is absent; what an empty list has first is undefined. */
function isEmpty(answer: unknown): boolean {
  if (answer === null || answer === undefined) return true;
  return isWireObject(answer) && Object.values(answer).every((value) => value === null || value === '');
}

/** `$first(a, b, …)`: the first value that holds something; for fields with several names. */
function first(...values: readonly unknown[]): unknown {
  return values.find((value) => {
    if (typeof value === 'string') return value.trim() !== '';
    return value !== undefined && value !== null;
  });
}

/** `$json(x)`: what a text holds as JSON, for answers that wrap one in the other; "None" and nothing are null. */
function json(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  const text = value.trim();
  if (text === '' || text === 'None') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AnswerMismatch('a text that is not JSON');
  }
}

/** `$unpacked(x)`: like `$json`, and "None" is null wherever it stands for a whole value, as Python writes it. */
function withoutNone(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === 'None' ? null : value;
  if (Array.isArray(value)) return value.map(withoutNone);
  if (!isWireObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutNone(each)]));
}

/** `$flag(x)`: a yes or no in any spelling; nothing where it is neither, so that it can be told from a no. */
function flag(value: unknown): boolean | undefined {
  const read = readBoolean(value);
  return read.ok ? read.value : undefined;
}

function withMask(document: unknown): string | undefined {
  if (typeof document !== 'string') return undefined;
  const parsed = parseDocument(document);
  return parsed.ok ? formatDocument(parsed.value) : document;
}

function brazilianDate(text: string): string {
  const date = parseCalendarDate(text);
  return date === undefined ? text : formatCalendarDate(date);
}

/** JSONata's own `$pad` allocates whatever width it is told, before any bound on the output can see it. */
function pad(text: unknown, width: unknown, filling: unknown): string | undefined {
  if (typeof text !== 'string' || typeof width !== 'number') return undefined;
  if (Math.abs(width) > LONGEST_PADDING) throw new AnswerMismatch('$pad: too wide');
  const character = typeof filling === 'string' && filling !== '' ? filling : ' ';
  return width < 0 ? text.padStart(-width, character) : text.padEnd(width, character);
}
