import { phoneDigits } from '../../domain/phone.ts';
import { type Result, success } from '../../domain/result.ts';
import { readText } from './text.ts';

/** Digits of a telephone number; one without any digit is absent. */
export function readPhone(raw: unknown): Result<string | undefined, string> {
  const text = readText(raw);
  if (!text.ok || text.value === undefined) return text;
  const digits = phoneDigits(text.value);
  return success(digits === '' ? undefined : digits);
}

/** Several telephone numbers, each once; a single one may stand without a list. */
export function readPhones(raw: unknown): Result<readonly string[] | undefined, string> {
  const phones = new Set<string>();
  for (const each of Array.isArray(raw) ? raw : [raw]) {
    const phone = readPhone(each);
    if (!phone.ok) return phone;
    if (phone.value !== undefined) phones.add(phone.value);
  }
  return success(phones.size === 0 ? undefined : [...phones]);
}
