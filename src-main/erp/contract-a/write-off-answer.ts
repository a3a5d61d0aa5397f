import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import { printableText } from '../../domain/text.ts';
import type { WriteOffAnswer } from '../../domain/write-off.ts';
import { isWireObject } from '../wire/record.ts';
import { foldText } from '../wire/text.ts';
import type { ContractASettings } from './contract-a-settings.ts';

type StatusWords = Pick<ContractASettings, 'successWords' | 'alreadySettledWords' | 'refusalWords'>;
type Meaning = 'accepted' | 'already-settled' | 'refused' | undefined;

const LONGEST_DETAIL = 200;
const NO_STATUS = 'writeOffInvoice: the answer has no status';

/**
 * What a write-off's answer proves. Contract A answers with a free text in `status`, which counts only when it is, as a
 * whole, one of the configured words; every other text leaves it unknown, whatever it seems to say.
 */
export function readWriteOffAnswer(
  answer: Result<unknown, RemoteFailure>,
  words: StatusWords,
): WriteOffAnswer {
  if (!answer.ok) return readFailure(answer.error, words);
  const status = statusText(answer.value);
  if (status === undefined) return { outcome: 'unknown', detail: NO_STATUS };
  return { outcome: meaningOf(status, words) ?? 'unknown', detail: withoutPersonalNumbers(status) };
}

function readFailure(error: RemoteFailure, words: StatusWords): WriteOffAnswer {
  switch (error.kind) {
    case 'not-sent':
      return { outcome: 'not-sent', detail: error.detail };
    case 'refused':
      return readRefusal(error, words);
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
function readRefusal(error: Extract<RemoteFailure, { kind: 'refused' }>, words: StatusWords): WriteOffAnswer {
  if (error.status < 400) return { outcome: 'unknown', detail: error.detail };
  const status = statusText(error.body);
  if (status === undefined) return { outcome: 'refused', detail: error.detail };
  const meaning = meaningOf(status, words);
  const outcome = meaning === 'accepted' ? 'unknown' : (meaning ?? 'refused');
  return { outcome, detail: withoutPersonalNumbers(status) };
}

/** The `status` of an answer, which may come wrapped in a list of one; flags and codes count as text. */
function statusText(json: unknown): string | undefined {
  const record: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json;
  if (!isWireObject(record)) return undefined;
  const { status } = record;
  const text = ['string', 'number', 'boolean'].includes(typeof status) ? String(status).trim() : '';
  return text === '' ? undefined : text;
}

function meaningOf(status: string, words: StatusWords): Meaning {
  const means = (list: readonly string[]) => list.some((word) => foldText(word) === foldText(status));
  if (means(words.alreadySettledWords)) return 'already-settled';
  if (means(words.refusalWords)) return 'refused';
  return means(words.successWords) ? 'accepted' : undefined;
}

/** The ERP's text for the journal: one line, bounded, without anything that could be a CPF, CNPJ or telephone. */
function withoutPersonalNumbers(status: string): string {
  return printableText(status)
    .replace(/\s+/g, ' ')
    .replace(/\(?\d(?:[.\-/ ()]*\d){7,}|[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/?[0-9A-Z]{4}-?\d{2}/gi, '…')
    .slice(0, LONGEST_DETAIL);
}
