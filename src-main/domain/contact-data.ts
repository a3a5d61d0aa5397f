import { normalizePhone, type Phone, phoneDigits } from './phone.ts';

/** Longer addresses exist on paper only (RFC 5321, 4.5.3.1.3). */
const LONGEST_EMAIL = 254;

/**
 * What people really have, which is less than RFC 5322 allows: no quotes, no comments, a domain with a dot. An address
 * that a mail server refuses is worth as little as none.
 */
const EMAIL = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;

/** Longest part before the @ (RFC 5321, 4.5.3.1.1). */
const LONGEST_LOCAL_PART = 64;

/** An e-mail address in small letters and without spaces around it, or `undefined` when it cannot be one. */
export function parseEmail(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  const sound = address.length <= LONGEST_EMAIL && address.indexOf('@') <= LONGEST_LOCAL_PART;
  return sound && EMAIL.test(address) ? address : undefined;
}

/** Whether two texts name the same mailbox, as far as one can know from outside. */
export function sameEmail(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Whether two texts name the same line, with or without country code and ninth digit. */
export function samePhone(one: string, other: string): boolean {
  const phones = [normalizePhone(one), normalizePhone(other)];
  const [first, second] = phones;
  if (!first || !second) return phoneDigits(one) === phoneDigits(other);
  return first.e164Digits === second.e164Digits;
}

/** A mobile has thirteen digits with country code, a landline twelve. */
export function isMobile({ e164Digits }: Phone): boolean {
  return e164Digits.length === 13;
}

/**
 * A Brazilian number that somebody has just typed, area code first. Ten digits that look like a mobile without its ninth
 * one are a slip of the finger by now, not an old number.
 */
export function parseTypedPhone(text: string): Phone | undefined {
  const phone = normalizePhone(text);
  const complete = phone && (!isMobile(phone) || phoneDigits(text).length === 11);
  return complete ? phone : undefined;
}

/** Area code and number as digits, the way Brazilian ERPs keep them. */
export function nationalDigits({ e164Digits }: Pick<Phone, 'e164Digits'>): string {
  return e164Digits.slice(2);
}

/** `(54) 98765-4321`, also of a number that is typed only in part. At most eleven digits count. */
export function formatPhone(digits: string): string {
  const national = phoneDigits(digits).slice(0, 11);
  const area = national.slice(0, 2);
  const number = national.slice(2);
  if (number === '') return area === '' ? '' : `(${area}`;
  const head = number.length > 8 ? 5 : 4;
  return number.length <= head
    ? `(${area}) ${number}`
    : `(${area}) ${number.slice(0, head)}-${number.slice(head)}`;
}

/** `(54) 9****-4321`: enough to know one's own number, too little to learn another's. */
export function maskPhone(text: string): string {
  const phone = normalizePhone(text);
  if (!phone) return `****-${phoneDigits(text).slice(-2)}`;
  const national = nationalDigits(phone);
  const first = isMobile(phone) ? '9' : '';
  return `(${national.slice(0, 2)}) ${first}****-${national.slice(-4)}`;
}

/** `m***@gmail.com`: the first letter, and where it is kept. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${address.slice(0, 1)}***${address.slice(at)}`;
}
