import {
  isMobile,
  nationalDigits,
  parseEmail,
  parseTypedPhone,
  sameEmail,
  samePhone,
} from '../../domain/contact-data.ts';
import type { Contact } from '../../domain/customer.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { eraseLast, keepText, typeDigit } from '../text-entry.ts';
import type { MyDataChange, MyDataField, MyDataRecord } from './my-data-desk.ts';

/** `not-mobile`: a landline has no WhatsApp; `same`: nothing would change. */
export type ContactError = 'missing' | 'wrong' | 'not-mobile' | 'same';

/** What the customer has typed of a new address or number. */
export interface ContactEntry {
  readonly field: MyDataField;
  readonly text: string;
  readonly error?: ContactError;
}

const longest: Readonly<Record<MyDataField, number>> = { email: 100, phone: 11, whatsapp: 11 };

export function longestContact(field: MyDataField): number {
  return longest[field];
}

/** Keeps what was typed of an address, as far as it fits. A number is typed digit by digit. */
export function enterContact(entry: ContactEntry, text: string): ContactEntry {
  if (entry.field !== 'email') return entry;
  return { field: 'email', text: keepText(text, longest.email) };
}

/** Adds a digit of a number. */
export function typeContactKey({ field, text }: ContactEntry, key: string): ContactEntry {
  return field === 'email' ? { field, text } : { field, text: typeDigit(text, key, longest[field]) };
}

/** Takes the last character away, or all of them. */
export function eraseContact({ field, text }: ContactEntry, all = false): ContactEntry {
  return { field, text: all ? '' : eraseLast(text) };
}

/** The change that the entry asks for, or what is wrong with it. */
export function changeOf(
  { field, text }: ContactEntry,
  records: readonly MyDataRecord[],
): Result<MyDataChange, ContactError> {
  if (text.trim() === '') return failure('missing');
  const value = field === 'email' ? success(parseEmail(text)) : parseNumber(field, text);
  if (!value.ok) return value;
  if (value.value === undefined) return failure('wrong');
  const change = { field, value: value.value };
  return records.every((record) => hasAlready(record, change)) ? failure('same') : success(change);
}

function parseNumber(field: MyDataField, text: string): Result<string | undefined, ContactError> {
  const phone = parseTypedPhone(text);
  if (phone && field === 'whatsapp' && !isMobile(phone)) return failure('not-mobile');
  return success(phone && nationalDigits(phone));
}

/** Whether the change would change nothing there. Which of the numbers has WhatsApp no ERP tells. */
export function hasAlready({ contacts }: Pick<MyDataRecord, 'contacts'>, change: MyDataChange): boolean {
  return change.field !== 'whatsapp' && isAmong(contacts, change);
}

/** Whether one of the contacts is this one. */
export function isAmong(contacts: readonly Contact[], { field, value }: MyDataChange): boolean {
  const same = field === 'email' ? sameEmail : samePhone;
  const kind = field === 'email' ? 'email' : 'phone';
  return contacts.some((contact) => contact.kind === kind && same(contact.value, value));
}
