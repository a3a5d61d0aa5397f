import { daysBetween } from './calendar.ts';

/** What a bank boleto's typed line says. */
export interface BankLine {
  /** COMPE code, 3 digits. */
  readonly bank: string;
  /** YYYY-MM-DD; absent: no due date (factor 0000). */
  readonly dueDate?: string;
  readonly amountCents: number;
  /** The bank's own part, 25 digits. */
  readonly freeField: string;
}

/** What a collection (*arrecadação*) typed line says. */
export interface CollectionLine {
  /** 1-9, the kind of biller (4: telecommunications). */
  readonly segment: string;
  readonly amountCents: number;
  /** Biller and reference, 29 digits. */
  readonly freeField: string;
}

/** The 47 digits of a bank boleto's typed line, with right check digits (FEBRABAN). */
export function bankLine(line: BankLine): string {
  const factorAndValue = dueFactor(line.dueDate) + String(line.amountCents).padStart(10, '0');
  const start = `${line.bank}9`;
  const check = bankMod11(start + factorAndValue + line.freeField);
  const fields = [
    start + line.freeField.slice(0, 5),
    line.freeField.slice(5, 15),
    line.freeField.slice(15, 25),
  ].map((field) => field + mod10(field));
  return fields.join('') + check + factorAndValue;
}

/** The 48 digits of a collection typed line with an effective amount in reais and mod10 digits (value id 6). */
export function collectionLine(line: CollectionLine): string {
  const start = `8${line.segment}6`;
  const rest = String(line.amountCents).padStart(11, '0') + line.freeField;
  const barcode = start + mod10(start + rest) + rest;
  const fields = [0, 11, 22, 33].map((at) => barcode.slice(at, at + 11));
  return fields.map((field) => field + mod10(field)).join('');
}

/** Days since 1997-10-07, starting again at 1000 after 9999 (2025-02-22), `0000` without a due date. */
function dueFactor(dueDate: string | undefined): string {
  if (dueDate === undefined) return '0000';
  const days = daysBetween('1997-10-07', dueDate);
  return String(1000 + ((days - 1000) % 9000));
}

function mod10(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (product > 9 ? product - 9 : product);
    }, 0);
  return String((10 - (sum % 10)) % 10);
}

function bankMod11(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
  const check = 11 - (sum % 11);
  return check > 9 ? '1' : String(check);
}
