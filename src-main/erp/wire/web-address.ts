import { failure, type Result, success } from '../../domain/result.ts';
import { readText } from './text.ts';

/** An http(s) address; anything else that holds something is wrong. */
export function readWebAddress(raw: unknown): Result<string | undefined, string> {
  const text = readText(raw);
  if (!text.ok || text.value === undefined) return text;
  return /^https?:\/\//i.test(text.value) && URL.canParse(text.value) ? text : failure('not a web address');
}

/** The same for an address that somebody can do without: what is none counts as absent. */
export function readWebAddressIfAny(raw: unknown): Result<string | undefined, string> {
  const address = readWebAddress(raw);
  return address.ok ? address : success(undefined);
}
