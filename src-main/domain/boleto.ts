import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts';
import { mod10CheckDigit, mod11CheckDigit, mod11Remainder } from './check-digits.ts';
import type { Cents } from './money.ts';
import { failure, type Result, success } from './result.ts';

/** A boleto whose typed line (*linha digitável*) passed every check. */
export interface Boleto {
  /** `bank`: ordinary boleto, 47 digits. `collection`: *arrecadação/convênio*, 48 digits, starts with 8. */
  readonly kind: 'bank' | 'collection';
  /** The typed line, digits only. */
  readonly typeableLine: string;
  /** The 44 digits of the Interleaved 2 of 5 barcode. */
  readonly barcode: string;
  /** Absent when the line carries no value in reais, or zero (legal: the payer then fills it in). */
  readonly amountCents?: Cents;
  /**
   * Days that the due factor can mean in its first two runs (until 2049-10-13), oldest first; empty when the line
   * carries no due date, as collection boletos never do.
   */
  readonly dueDateCandidates: readonly CalendarDate[];
}

/** `malformed`: wrong length, characters or fixed fields. `wrong-check-digit`: the digits contradict one another. */
export type BoletoError = 'malformed' | 'wrong-check-digit';

const FACTOR_EPOCH: CalendarDate = '1997-10-07';
const FIRST_FACTOR = 1000;
/** The factor runs from 1000 to 9999 and starts again: 2025-02-21 was 9999, the day after 1000 (FEBRABAN). */
const FACTOR_RUN_DAYS = 9000;

const BANK_LINE = /^[0-79]\d{2}9\d{43}$/;
const COLLECTION_LINE = /^8\d[6-9]\d{45}$/;

/**
 * Reads a typed line of 47 (bank) or 48 (collection) digits; dots, spaces and hyphens are ignored. Checks the digit of
 * every field and the general one. A bank line must be in reais (currency code 9) and not start with 8, which every
 * reader takes for a collection boleto; a collection line must have one of the value ids 6 to 9.
 */
export function parseTypeableLine(text: string): Result<Boleto, BoletoError> {
  const line = text.replace(/[.\s-]/g, '');
  if (BANK_LINE.test(line)) return parseBankLine(line);
  if (COLLECTION_LINE.test(line)) return parseCollectionLine(line);
  return failure('malformed');
}

function parseBankLine(line: string): Result<Boleto, BoletoError> {
  const fields = [line.slice(0, 10), line.slice(10, 21), line.slice(21, 32)];
  const contents = fields.map((field) => field.slice(0, -1));
  const generalDigit = line.slice(32, 33);
  const factorAndValue = line.slice(33);
  const free = contents.join('').slice(4);
  const barcode = line.slice(0, 4) + generalDigit + factorAndValue + free;

  const fieldsMatch = fields.every((field) => endsWithDigit(field, mod10CheckDigit));
  if (!fieldsMatch || bankGeneralDigit(barcode) !== Number(generalDigit)) return failure('wrong-check-digit');
  return success({ kind: 'bank', typeableLine: line, barcode, ...readFactorAndValue(factorAndValue) });
}

/**
 * Splits the last 14 digits of a bank line. No factor from 0001 to 0999 is in use: such digits are the head of a value
 * above R$ 99.999.999,99, which takes over the factor's places and leaves the boleto without a due date.
 */
function readFactorAndValue(digits: string): Pick<Boleto, 'amountCents' | 'dueDateCandidates'> {
  const factor = Number(digits.slice(0, 4));
  if (factor < FIRST_FACTOR) return { ...amountFrom(digits), dueDateCandidates: [] };
  const first = addDays(FACTOR_EPOCH, factor);
  return {
    ...amountFrom(digits.slice(4)),
    dueDateCandidates: [first, addDays(first, FACTOR_RUN_DAYS)],
  };
}

function parseCollectionLine(line: string): Result<Boleto, BoletoError> {
  const groups = [line.slice(0, 12), line.slice(12, 24), line.slice(24, 36), line.slice(36)];
  const barcode = groups.map((group) => group.slice(0, -1)).join('');
  const valueId = barcode.charAt(2);
  const checkDigit = valueId === '6' || valueId === '7' ? mod10CheckDigit : collectionMod11;

  const groupsMatch = groups.every((group) => endsWithDigit(group, checkDigit));
  const generalMatches = checkDigit(withoutCharacter(barcode, 3)) === Number(barcode.charAt(3));
  if (!groupsMatch || !generalMatches) return failure('wrong-check-digit');
  // Ids 7 and 9 carry an amount of some other unit or index, which is no value in reais.
  const effective = valueId === '6' || valueId === '8';
  return success({
    kind: 'collection',
    typeableLine: line,
    barcode,
    ...(effective ? amountFrom(barcode.slice(4, 15)) : {}),
    dueDateCandidates: [],
  });
}

function collectionMod11(digits: string): number {
  return mod11CheckDigit(digits, 9);
}

/** General digit of a bank barcode: mod11 without the digit itself; 0, 10 and 11 become 1. */
function bankGeneralDigit(barcode: string): number {
  const digit = 11 - mod11Remainder(withoutCharacter(barcode, 4), 9);
  return digit >= 10 ? 1 : digit;
}

function endsWithDigit(field: string, checkDigit: (digits: string) => number): boolean {
  return checkDigit(field.slice(0, -1)) === Number(field.slice(-1));
}

function withoutCharacter(text: string, index: number): string {
  return text.slice(0, index) + text.slice(index + 1);
}

function amountFrom(digits: string): { amountCents?: Cents } {
  const cents = Number(digits);
  return cents > 0 ? { amountCents: cents } : {};
}

/** The typed line as it is printed: 47 digits in five fields with dots, or 48 in four groups with a hyphen. */
export function formatTypeableLine(boleto: Pick<Boleto, 'kind' | 'typeableLine'>): string {
  return boleto.kind === 'bank'
    ? boleto.typeableLine.replace(
        /^(.{5})(.{5})(.{5})(.{6})(.{5})(.{6})(.)(.{14})$/,
        '$1.$2 $3.$4 $5.$6 $7 $8',
      )
    : boleto.typeableLine.replace(/(.{11})(.)/g, '$1-$2 ').trimEnd();
}

/**
 * The due date that the factor means nearest to `near` (the ERP's date, or else today), the later one of two that are
 * equally near; right beyond the first two runs as well. Undefined when the line carries no due date.
 */
export function resolveDueDate(
  boleto: Pick<Boleto, 'dueDateCandidates'>,
  near: CalendarDate,
): CalendarDate | undefined {
  const first = boleto.dueDateCandidates[0];
  if (first === undefined) return undefined;
  const runs = Math.max(0, Math.round(daysBetween(first, near) / FACTOR_RUN_DAYS));
  return addDays(first, runs * FACTOR_RUN_DAYS);
}
