import { calculaMod10, calculaMod11 } from '@mrmgomes/boleto-utils';
import fc from 'fast-check';

/** The decimal digits, as text. */
export const DIGITS: readonly string[] = Array.from('0123456789');

/** A text of exactly `length` decimal digits. */
export function digitsArbitrary(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length });
}

/** Builds a sound bank line of 47 digits; `factorAndValue` has 14 digits, `free` 25. */
export function bankLine(bank: string, factorAndValue: string, free: string): string {
  const generalDigit = calculaMod11(`${bank}9${factorAndValue}${free}`) || 1;
  const field = (content: string) => `${content}${calculaMod10(content)}`;
  const fields = [`${bank}9${free.slice(0, 5)}`, free.slice(5, 15), free.slice(15)].map(field).join('');
  return `${fields}${generalDigit}${factorAndValue}`;
}

/** Builds a sound collection line of 48 digits; `value` has 11 digits, `free` 29. */
export function collectionLine(segment: string, valueId: string, value: string, free: string): string {
  const checkDigit = valueId === '6' || valueId === '7' ? calculaMod10 : calculaMod11;
  const head = `8${segment}${valueId}`;
  const barcode = `${head}${checkDigit(head + value + free)}${value}${free}`;
  return [0, 11, 22, 33]
    .map((start) => barcode.slice(start, start + 11))
    .map((group) => `${group}${checkDigit(group)}`)
    .join('');
}

/** The due factor in four digits, and the value in cents in ten. */
export const factorAndValueArbitrary = fc
  .tuple(fc.oneof(fc.constant(0), fc.integer({ min: 1000, max: 9999 })), fc.nat({ max: 9_999_999_999 }))
  .map(([factor, cents]) => ({ factor, cents, digits: `${pad(factor, 4)}${pad(cents, 10)}` }));

export const bankLineArbitrary = fc
  .tuple(
    fc.integer({ min: 1, max: 799 }).map((bank) => pad(bank, 3)),
    factorAndValueArbitrary.map(({ digits }) => digits),
    digitsArbitrary(25),
  )
  .map((parts) => bankLine(...parts));

export const collectionLineArbitrary = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
    fc.constantFrom('6', '7', '8', '9'),
    digitsArbitrary(11),
    digitsArbitrary(29),
  )
  .map((parts) => collectionLine(...parts));

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
