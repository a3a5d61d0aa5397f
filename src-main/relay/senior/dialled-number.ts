import { normalizePhone } from '../../domain/phone.ts';

/**
 * A number as 3CX dials it: the CRM compares texts and normalises nothing (CONTRACTS.md E.1). Undefined when it is no
 * Brazilian number, of which alone the parts are known.
 * @param mask digits, and `{country}`, `{ddd}`, `{number}` for the number's parts
 */
export function dialledNumber(mask: string, phone: string): string | undefined {
  const digits = normalizePhone(phone)?.e164Digits;
  if (digits === undefined) return undefined;
  return mask
    .replaceAll('{country}', digits.slice(0, 2))
    .replaceAll('{ddd}', digits.slice(2, 4))
    .replaceAll('{number}', digits.slice(4));
}
