import type { ActionAnswer } from '../../domain/erp-action.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { withoutPersonalNumbers } from '../../domain/text.ts';
import type { OperationOutcome } from '../profile/interpreter.ts';
import type { Operation } from '../profile/operation-schema.ts';
import { isWireObject } from '../wire/record.ts';
import { foldText } from '../wire/text.ts';

type StatusWords = Operation['words'];
type Meaning = 'accepted' | 'already-settled' | 'refused' | 'unknown' | undefined;

const LONGEST_DETAIL = 200;
const OUTCOMES = ['accepted', 'already-settled', 'refused', 'unknown'] as const;

/**
 * What the answer to a write proves. The mapped answer has an `outcome` where the ERP's answer is clear by its form;
 * else its free text in `status` counts only when it is, as a whole, one of the words that the profile knows: every
 * other text leaves it unknown, whatever it seems to say.
 */
export function readActionAnswer(outcome: OperationOutcome, words: StatusWords): ActionAnswer {
  switch (outcome.kind) {
    case 'not-found':
      return { outcome: 'refused', detail: 'the ERP knows nothing of the kind' };
    case 'impossible':
      // Trying again would change nothing: somebody must look at it.
      return { outcome: 'refused', detail: outcome.detail };
    case 'failed':
      return readFailure(outcome.error, outcome.said, words);
    case 'answer': {
      const { meaning, status } = readSaid(outcome.value, words);
      return { outcome: meaning ?? 'unknown', ...inWords(status, 'the answer has no status') };
    }
  }
}

function readFailure(error: RemoteFailure, said: unknown, words: StatusWords): ActionAnswer {
  switch (error.kind) {
    case 'not-sent':
      return { outcome: 'not-sent', detail: error.detail };
    case 'refused':
      return readRefusal(error, said, words);
    case 'server-error':
      return {
        outcome: 'unknown',
        detail: error.detail,
        ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      };
    case 'no-answer':
    case 'malformed':
      return { outcome: 'unknown', detail: error.detail };
  }
}

/**
 * A 4xx is a no, unless its text says something else: some ERPs answer 409 "already paid". A redirect is no answer at
 * all, for a form may well be taken before it sends its user elsewhere.
 */
function readRefusal(
  error: Extract<RemoteFailure, { kind: 'refused' }>,
  said: unknown,
  words: StatusWords,
): ActionAnswer {
  if (error.status >= 300 && error.status < 400) return { outcome: 'unknown', detail: error.detail };
  const { meaning, status } = readSaid(said, words);
  const outcome = meaning === 'accepted' ? 'unknown' : (meaning ?? 'refused');
  return { outcome, ...inWords(status, error.detail) };
}

function inWords(status: string | undefined, otherwise: string): Pick<ActionAnswer, 'detail' | 'said'> {
  return status === undefined ? { detail: otherwise } : { detail: status, said: status };
}

interface Said {
  readonly meaning: Meaning;
  /** Without personal data. */
  readonly status?: string;
}

function readSaid(mapped: unknown, words: StatusWords): Said {
  if (!isWireObject(mapped)) return { meaning: undefined };
  const text = statusText(mapped.status);
  const explicit = OUTCOMES.find((each) => each === mapped.outcome);
  const worded = text === undefined ? undefined : meaningOf(text, words);
  const meaning = explicit === 'refused' ? reasonedNo(worded) : (explicit ?? worded);
  return { meaning, ...(text === undefined ? {} : { status: withoutPersonalNumbers(text, LONGEST_DETAIL) }) };
}

/** A no by its form, whose text may be a known one: that it was so before, or the very opposite of a no. */
function reasonedNo(worded: Meaning): Meaning {
  if (worded === 'accepted') return 'unknown';
  return worded === 'already-settled' ? worded : 'refused';
}

/** Flags and codes count as text. */
function statusText(status: unknown): string | undefined {
  const text = ['string', 'number', 'boolean'].includes(typeof status) ? String(status).trim() : '';
  return text === '' ? undefined : text;
}

function meaningOf(status: string, words: StatusWords): Meaning {
  const means = (list: readonly string[]) => list.some((word) => foldText(word) === foldText(status));
  if (means(words.alreadyDone)) return 'already-settled';
  if (means(words.refused)) return 'refused';
  return means(words.done) ? 'accepted' : undefined;
}
