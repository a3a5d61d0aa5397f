import { printableText } from '../../domain/text.ts';
import { type CharacterSet, toKnownCharacters } from '../known-characters.ts';
import { isInHelvetica } from './helvetica.ts';

/** Longer than anything that a page has room for; what lies beyond is not even looked at. */
const LONGEST_TEXT = 4000;

/** Characters whose likeness Unicode itself does not tell. */
const replacements: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '―': '—',
  '−': '-',
  '⁄': '/',
  '∕': '/',
  '‛': '’',
  '′': "'",
  '″': '"',
  '‟': '“',
  '●': '•',
  '∙': '·',
  '№': 'nº',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '→': '->',
  '←': '<-',
  '✓': 'v',
  '✔': 'v',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ẞ: 'SS',
};

/**
 * Text that Helvetica can show: made printable, knowingly replaced where the font lacks a character and never by a
 * question mark. Line breaks are kept.
 */
export function pdfText(text: string): string {
  return toKnownCharacters(printableText(text.slice(0, LONGEST_TEXT)), helvetica);
}

const helvetica: CharacterSet = {
  has: (character) => character === '\n' || isInHelvetica(character),
  replacements,
};
