import { failure, type Result, success } from './result.ts';

/** Why a text is no CEP. `unknown`: eight digits that no state has. */
export type PostalCodeProblem = 'incomplete' | 'unknown';

/** Digits of a CEP (Código de Endereçamento Postal). */
export const POSTAL_CODE_LENGTH = 8;

/** The last CEP of each range, as its first five digits, and the state (UF) that has the range (Correios). */
const RANGES: readonly (readonly [last: number, state: string])[] = [
  [19_999, 'SP'],
  [28_999, 'RJ'],
  [29_999, 'ES'],
  [39_999, 'MG'],
  [48_999, 'BA'],
  [49_999, 'SE'],
  [56_999, 'PE'],
  [57_999, 'AL'],
  [58_999, 'PB'],
  [59_999, 'RN'],
  [63_999, 'CE'],
  [64_999, 'PI'],
  [65_999, 'MA'],
  [68_899, 'PA'],
  [68_999, 'AP'],
  [69_299, 'AM'],
  [69_399, 'RR'],
  [69_899, 'AM'],
  [69_999, 'AC'],
  [72_799, 'DF'],
  [72_999, 'GO'],
  [73_699, 'DF'],
  [76_799, 'GO'],
  [76_999, 'RO'],
  [77_999, 'TO'],
  [78_899, 'MT'],
  [78_999, 'RO'],
  [79_999, 'MS'],
  [87_999, 'PR'],
  [89_999, 'SC'],
  [99_999, 'RS'],
];

/** The first CEP in use is 01000-000. */
const FIRST = 1_000;

/** Reads a CEP, with or without mask, as its eight digits. */
export function parsePostalCode(text: string): Result<string, PostalCodeProblem> {
  const digits = text.replace(/[.\-\s]/g, '');
  if (!/^\d{8}$/.test(digits)) return failure('incomplete');
  return stateOfPostalCode(digits) === undefined ? failure('unknown') : success(digits);
}

/** The state (two letters) that a CEP of eight digits lies in, or `undefined` when it is not in use. */
export function stateOfPostalCode(digits: string): string | undefined {
  const head = Number(digits.slice(0, 5));
  if (head < FIRST) return undefined;
  return RANGES.find(([last]) => head <= last)?.[1];
}

/** Writes as much of a CEP as was typed: `01310-100`. */
export function formatPostalCode(digits: string): string {
  return digits.length <= 5 ? digits : `${digits.slice(0, 5)}-${digits.slice(5)}`;
}
