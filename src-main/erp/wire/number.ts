import { failure, type Result, success } from '../../domain/result.ts';
import type { ReadValue } from './record.ts';

/** A whole number between two bounds, as number or text. */
export function wholeNumberBetween(least: number, most: number): ReadValue<number> {
  return (raw) => {
    const number = readNumber(raw, /^\d{1,10}$/);
    if (!number.ok || number.value === undefined) return number;
    const fits = Number.isInteger(number.value) && number.value >= least && number.value <= most;
    return fits ? number : failure('not a number in its bounds');
  };
}

/** Degrees, as number or text with a dot or a comma before at most 20 decimals, no further from zero than `most`. */
export function degreesUpTo(most: number): ReadValue<number> {
  return (raw) => {
    const number = readNumber(raw, /^-?\d{1,3}(?:[.,]\d{1,20})?$/);
    if (!number.ok || number.value === undefined) return number;
    return Math.abs(number.value) <= most ? number : failure('not degrees');
  };
}

function readNumber(raw: unknown, pattern: RegExp): Result<number | undefined, string> {
  if (raw === undefined || raw === null) return success(undefined);
  if (typeof raw === 'number') return success(raw);
  if (typeof raw !== 'string') return failure('not a number');
  const text = raw.trim();
  if (text === '') return success(undefined);
  return pattern.test(text) ? success(Number(text.replace(',', '.'))) : failure('not a number');
}
