import { failure, type Result, success } from '../../domain/result.ts';
import { readText } from './text.ts';

const DELIMITERS = /[,;|]/;

/** One or several ids: a text, a number, a list of them, or a text that strings them together by comma, semicolon or bar. */
export function readIdList(raw: unknown): Result<readonly string[] | undefined, string> {
  const ids = new Set<string>();
  for (const each of Array.isArray(raw) ? raw : [raw]) {
    const text = readText(each);
    if (!text.ok) return failure(text.error);
    for (const part of (text.value ?? '').split(DELIMITERS)) {
      if (part.trim() !== '') ids.add(part.trim());
    }
  }
  return success(ids.size === 0 ? undefined : [...ids]);
}
