import { failure, type Result, success } from '../../domain/result.ts';
import { printableText } from '../../domain/text.ts';

/**
 * Text as it stands, without blanks around it; blank is absent. Whole numbers count as text (ids often come so),
 * except those beyond 2^53: JSON has already rounded them to some other customer's id.
 */
export function readText(raw: unknown): Result<string | undefined, string> {
  if (raw === undefined || raw === null) return success(undefined);
  if (typeof raw === 'number') {
    return Number.isSafeInteger(raw) ? success(String(raw)) : failure('not a whole number');
  }
  if (typeof raw !== 'string') return failure('not a text');
  const text = raw.trim();
  return success(text === '' ? undefined : text);
}

/** Text for one line on screen or paper: printable, breaks and runs of blanks become one space. */
export function readLine(raw: unknown): Result<string | undefined, string> {
  const text = readText(raw);
  if (!text.ok || text.value === undefined) return text;
  const line = printableText(text.value).replace(/\s+/g, ' ').trim();
  return success(line === '' ? undefined : line);
}

/** Text of several lines, printable; its breaks and its indentation are kept, for a header may be centred by blanks. */
export function readLines(raw: unknown): Result<string | undefined, string> {
  if (typeof raw !== 'string') return readText(raw);
  const lines = printableText(raw);
  return success(lines.trim() === '' ? undefined : lines);
}

/** Makes texts that differ only in case, accents or blanks equal: " JÁ  Paga " and "ja paga". */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
