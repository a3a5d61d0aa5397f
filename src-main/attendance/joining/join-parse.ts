import type { JoinTextError } from '../../contract/join-screen.ts';
import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts';
import { parseEmail } from '../../domain/contact-data.ts';
import { normalizePhone } from '../../domain/phone.ts';
import { parsePostalCode } from '../../domain/postal-code.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { printableText } from '../../domain/text.ts';

/** What a typed answer comes to. */
export type Parsed = Result<string, JoinTextError>;

const WRONG_IN_NAMES = /[^\p{L}\p{M}\s'’.-]/u;
const LAST_AGE = 120;

/** One line without spaces to spare. */
function oneLine(text: string): string {
  return printableText(text).replaceAll(/\s+/g, ' ').trim();
}

/** A line that must not be empty, e.g. a street. */
export function parseLine(text: string): Parsed {
  const line = oneLine(text);
  if (line === '') return failure('missing');
  return /[\p{L}\p{N}]/u.test(line) ? success(line) : failure('wrong');
}

/** A person's name: two words at least, of letters. */
export function parsePersonName(text: string): Parsed {
  const name = oneLine(text);
  if (name === '') return failure('missing');
  if (WRONG_IN_NAMES.test(name)) return failure('name-signs');
  const words = name.split(' ').filter((word) => /\p{L}/u.test(word));
  return words.length < 2 ? failure('name-alone') : success(name);
}

/** ddmmaaaa of somebody who may sign a contract (18 years, Código Civil, art. 5). */
export function parseBirthDate(digits: string, today: CalendarDate): Parsed {
  if (digits.length < 8) return failure(digits === '' ? 'missing' : 'incomplete');
  const date = parseCalendarDate(showDate(digits));
  if (date === undefined || date > today) return failure('impossible-date');
  const age = fullYears(date, today);
  if (age > LAST_AGE) return failure('impossible-date');
  return age < 18 ? failure('under-age') : success(date);
}

function fullYears(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** A telephone number with area code, as its eleven or ten digits. */
export function parsePhone(digits: string): Parsed {
  if (digits === '') return failure('missing');
  const phone = normalizePhone(digits);
  if (phone) return success(phone.e164Digits.slice(2));
  return failure(digits.length < 10 ? 'incomplete' : 'wrong');
}

export function parseEmailAddress(text: string): Parsed {
  if (text.trim() === '') return failure('missing');
  const address = parseEmail(text);
  return address === undefined ? failure('wrong') : success(address);
}

export function parseCep(digits: string): Parsed {
  if (digits === '') return failure('missing');
  const code = parsePostalCode(digits);
  if (code.ok) return code;
  return failure(code.error === 'incomplete' ? 'incomplete' : 'wrong');
}

/** dd/mm/aaaa as far as typed. */
export function showDate(digits: string): string {
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter((part) => part !== '').join('/');
}
