import type { SecondFactorError, SecondFactorKind } from '../contract/screen.ts';
import { parseCalendarDate } from '../domain/calendar-date.ts';
import type { Customer } from '../domain/customer.ts';

/** The answer to the second factor as typed so far: digits only. */
export interface FactorEntry {
  readonly question: SecondFactorKind;
  readonly text: string;
  readonly error?: SecondFactorError;
}

const lengths: Readonly<Record<SecondFactorKind, number>> = { 'birth-date': 8, 'phone-last-digits': 4 };

/**
 * What to ask this customer: the configured question if the ERP knows its answer, else the other one; `undefined`
 * when it knows neither and nothing may be shown.
 */
export function chooseQuestion(
  configured: SecondFactorKind,
  customer: Customer,
): SecondFactorKind | undefined {
  const other: SecondFactorKind = configured === 'birth-date' ? 'phone-last-digits' : 'birth-date';
  return [configured, other].find((question) =>
    question === 'birth-date'
      ? customer.birthDate !== undefined
      : customer.phones.some(({ length }) => length >= lengths[question]),
  );
}

/** How many digits the answer has. */
export function factorLength(question: SecondFactorKind): number {
  return lengths[question];
}

/** Adds a digit; anything else, or one too many, changes nothing. */
export function typeFactorKey(entry: FactorEntry, key: string): FactorEntry {
  if (!/^\d$/.test(key) || entry.text.length >= factorLength(entry.question)) return entry;
  return { question: entry.question, text: entry.text + key };
}

export function eraseFactorKey(entry: FactorEntry): FactorEntry {
  return { question: entry.question, text: entry.text.slice(0, -1) };
}

/** dd/mm/aaaa as far as typed, or the digits. */
export function formatFactor(entry: FactorEntry): string {
  if (entry.question !== 'birth-date') return entry.text;
  const parts = [entry.text.slice(0, 2), entry.text.slice(2, 4), entry.text.slice(4)];
  return parts.filter((part) => part !== '').join('/');
}

/** What is wrong with the answer, or nothing when it proves the customer. */
export function checkFactor(entry: FactorEntry, customer: Customer): SecondFactorError | undefined {
  if (entry.text.length < factorLength(entry.question)) return 'incomplete';
  if (entry.question === 'phone-last-digits') {
    return customer.phones.some((phone) => phone.endsWith(entry.text)) ? undefined : 'wrong';
  }
  const date = parseCalendarDate(formatFactor(entry));
  if (date === undefined) return 'impossible-date';
  return date === customer.birthDate ? undefined : 'wrong';
}
