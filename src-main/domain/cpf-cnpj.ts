import { mod11CheckDigit } from './check-digits.ts';
import { failure, type Result, success } from './result.ts';

export type DocumentKind = 'cpf' | 'cnpj';

/** A valid CPF or CNPJ; `value` has 11 or 14 characters, no mask, letters in upper case. */
export interface CustomerDocument {
  readonly kind: DocumentKind;
  readonly value: string;
}

/** Why a text is no document. `incomplete` covers every wrong length and characters that no document has. */
export type DocumentProblem =
  | 'incomplete'
  | 'wrong-check-digit'
  /** All digits the same: the check digits match, but no such number was ever given out. */
  | 'repeated-digits'
  /** Letters may stand in the first twelve places of a CNPJ only. */
  | 'letter-in-check-digits';

const CPF_LENGTH = 11;
const CNPJ_LENGTH = 14;
const CNPJ_BASE_LENGTH = 12;

/**
 * Reads a CPF or CNPJ, with or without mask. CNPJs may be alphanumeric (IN RFB 2.229/2024, registrations since July
 * 2026); lower case is taken for upper case.
 */
export function parseDocument(text: string): Result<CustomerDocument, DocumentProblem> {
  const bare = text.replace(/[.\-/\s]/g, '');
  if (/^\d{11}$/.test(bare)) return parseCpf(bare);
  if (/^[0-9A-Za-z]{14}$/.test(bare)) return parseCnpj(bare.toUpperCase());
  return failure('incomplete');
}

function parseCpf(value: string): Result<CustomerDocument, DocumentProblem> {
  return checkDocument({ kind: 'cpf', value }, 11);
}

function parseCnpj(value: string): Result<CustomerDocument, DocumentProblem> {
  if (/[A-Z]/.test(value.slice(CNPJ_BASE_LENGTH))) return failure('letter-in-check-digits');
  return checkDocument({ kind: 'cnpj', value }, 9);
}

function checkDocument(
  document: CustomerDocument,
  heaviest: number,
): Result<CustomerDocument, DocumentProblem> {
  const { value } = document;
  if (/^(\d)\1+$/.test(value)) return failure('repeated-digits');
  const base = value.slice(0, -2);
  const first = mod11CheckDigit(base, heaviest);
  const second = mod11CheckDigit(`${base}${first}`, heaviest);
  return value === `${base}${first}${second}` ? success(document) : failure('wrong-check-digit');
}

/** Writes a document with its official mask: 000.000.000-00 or 00.000.000/0000-00. */
export function formatDocument(document: CustomerDocument): string {
  return document.kind === 'cpf' ? withCpfMask(document.value) : withCnpjMask(document.value);
}

/** Writes a document so that its owner knows it again and nobody learns it: ***.456.789-** or **.***.345/0001-**. */
export function maskDocument(document: CustomerDocument): string {
  const { kind, value } = document;
  return kind === 'cpf'
    ? withCpfMask(`***${value.slice(3, 9)}**`)
    : withCnpjMask(`*****${value.slice(5, CNPJ_BASE_LENGTH)}**`);
}

/**
 * Writes what has been typed so far (no mask, upper case) with as much of the mask as it reaches: the CPF's up to
 * eleven digits, the CNPJ's beyond that or as soon as there is a letter.
 */
export function formatEntry(entry: string): string {
  return entryKind(entry) === 'cnpj' ? withCnpjMask(entry) : withCpfMask(entry);
}

/** What the typed characters can only be: eleven digits count as a CPF, fewer may still become either. */
export function entryKind(entry: string): 'unknown' | DocumentKind {
  if (entry.length > CPF_LENGTH || /[A-Z]/.test(entry)) return 'cnpj';
  return entry.length === CPF_LENGTH ? 'cpf' : 'unknown';
}

/** Whether `key` (one digit or upper-case letter) may follow what has been typed. */
export function acceptsKey(entry: string, key: string): boolean {
  if (entry.length >= CNPJ_LENGTH) return false;
  return /^\d$/.test(key) || (/^[A-Z]$/.test(key) && lettersPossible(entry));
}

/** Whether the next character may be a letter. */
export function lettersPossible(entry: string): boolean {
  return entry.length < CNPJ_BASE_LENGTH;
}

function withCpfMask(text: string): string {
  return withSeparators(text, { 3: '.', 6: '.', 9: '-' });
}

function withCnpjMask(text: string): string {
  return withSeparators(text, { 2: '.', 5: '.', 8: '/', 12: '-' });
}

/** Puts each separator before the character at its index, if there is one. */
function withSeparators(text: string, separators: Readonly<Record<number, string>>): string {
  return text.replace(/./g, (character, index: number) => (separators[index] ?? '') + character);
}
