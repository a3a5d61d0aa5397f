import { type Result, success } from '../../domain/result.ts';
import { readText } from './text.ts';

/** An http(s) address. Everybody can do without one: what is none counts as absent. */
export function readWebAddressIfAny(raw: unknown): Result<string | undefined, string> {
  const text = readText(raw);
  const isAddress =
    text.ok && text.value !== undefined && /^https?:\/\//i.test(text.value) && URL.canParse(text.value);
  return isAddress ? text : success(undefined);
}
