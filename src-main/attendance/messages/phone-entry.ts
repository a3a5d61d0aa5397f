import type { PhoneError } from '../../contract/screen.ts';
import { isMobile } from '../../domain/contact-data.ts';
import { normalizePhone } from '../../domain/phone.ts';
import { failure, type Result, success } from '../../domain/result.ts';

/** DDD and the nine digits of a mobile. */
const longestNumber = 11;
/** DDD and a number without its ninth digit. */
const shortestNumber = 10;

/** Adds a digit; anything that cannot be meant there changes nothing, e.g. the trunk zero before the DDD. */
export function typePhoneKey(typed: string, key: string): string {
  if (!/^\d$/.test(key) || (typed === '' && key === '0')) return typed;
  return `${typed}${key}`.slice(0, longestNumber);
}

/** Reads a typed number. @returns its digits with country code and ninth digit, or what is wrong with it */
export function readMobile(typed: string): Result<string, PhoneError> {
  if (typed.length < shortestNumber) return failure('incomplete');
  const phone = normalizePhone(typed);
  if (phone) return isMobile(phone) ? success(phone.e164Digits) : failure('landline');
  const anyMobile = `${typed.slice(0, 2)}987654321`;
  return failure(normalizePhone(anyMobile) ? 'impossible' : 'unknown-area');
}
