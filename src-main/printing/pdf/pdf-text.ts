import { printableText } from '../../domain/text.ts';
import { isInHelvetica } from './helvetica.ts';

/** Stands for a character that has no likeness in Helvetica at all, e.g. an ideogram. */
const UNKNOWN = '*';

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
  return [...printableText(text.slice(0, LONGEST_TEXT))].map(toKnown).join('');
}

function toKnown(character: string): string {
  if (isKnown(character)) return character;
  const replacement = replacements[character];
  if (replacement !== undefined) return replacement;
  return [...character.normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((part) => (isKnown(part) ? part : (replacements[part] ?? UNKNOWN)))
    .join('');
}

function isKnown(character: string): boolean {
  return character === '\n' || isInHelvetica(character);
}
