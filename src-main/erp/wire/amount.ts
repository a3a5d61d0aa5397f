import type { Cents } from '../../domain/money.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { ReadValue } from './record.ts';

/** Which marks an ERP writes in its amounts; they differ. */
export interface AmountMarks {
  readonly decimalMark: '.' | ',';
  /** Empty: it does not group digits. */
  readonly thousandsMark: '' | '.' | ',';
}

/** API Pix allows ten digits before the mark. */
const LARGEST_CENTS = 999_999_999_999;
/** Some languages write the double 129.9 as 129.90000000000001: noise, far below any digit that somebody meant. */
const FLOAT_NOISE_CENTS = 0.001;
/** "1.129" is a thousand to one ERP and little more than one real to another; declared marks have been wrong before. */
const TWO_WAYS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * A reader of amounts in reais: a JSON number, or text with the declared marks. Refused, never guessed: text that
 * could be read two ways ("1.129"), undeclared or misplaced marks, fractions of a cent other than zeros.
 */
export function amountReader(marks: AmountMarks): ReadValue<Cents> {
  const pattern = amountPattern(marks);
  return (raw) => {
    if (raw === undefined || raw === null) return success(undefined);
    if (typeof raw === 'number') return centsFromNumber(raw);
    if (typeof raw !== 'string') return failure('not an amount');
    const text = raw.trim();
    return text === '' ? success(undefined) : centsFromText(text, pattern, marks.thousandsMark);
  };
}

/** An amount that makes no sense below zero. */
export function notNegative(read: ReadValue<Cents>): ReadValue<Cents> {
  return (raw) => {
    const amount = read(raw);
    return amount.ok && amount.value !== undefined && amount.value < 0 ? failure('negative') : amount;
  };
}

function amountPattern({ decimalMark, thousandsMark }: AmountMarks): RegExp {
  const grouped = thousandsMark === '' ? '' : String.raw`\d{1,3}(?:[${thousandsMark}]\d{3})+|`;
  return new RegExp(String.raw`^(-?)(${grouped}\d+)(?:[${decimalMark}](\d+))?$`);
}

function centsFromText(text: string, pattern: RegExp, thousandsMark: string): Result<Cents, string> {
  const unsigned = text.replace(/^-/, '');
  if (TWO_WAYS.test(unsigned)) return failure('an amount that can be read two ways');
  const match = pattern.exec(text);
  if (match === null) return failure('not an amount');
  const [, sign = '', whole = '', decimals = ''] = match;
  if (/[1-9]/.test(decimals.slice(2))) return failure('more than two decimals');
  const digits = whole.replaceAll(thousandsMark, '') + decimals.slice(0, 2).padEnd(2, '0');
  return bounded(Number(digits), sign === '-');
}

function centsFromNumber(reais: number): Result<Cents, string> {
  const exact = Math.abs(reais) * 100;
  const cents = Math.round(exact);
  if (Math.abs(exact - cents) > FLOAT_NOISE_CENTS) return failure('more than two decimals');
  return bounded(cents, reais < 0);
}

function bounded(cents: number, negative: boolean): Result<Cents, string> {
  if (!(cents <= LARGEST_CENTS)) return failure('an amount too large');
  return success(negative && cents > 0 ? -cents : cents);
}
