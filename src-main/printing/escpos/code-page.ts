import iconv from 'iconv-lite';
import { type CharacterSet, toKnownCharacters } from '../known-characters.ts';

const ENCODING = 'cp850';
const FIRST_PRINTABLE = 0x20;
const DELETE = 0x7f;

/** The upper half of CP850, less its soft hyphen and no-break space, which print as nothing useful. */
const upperHalf: ReadonlySet<string> = new Set(
  [...iconv.decode(Buffer.from(Array.from({ length: 128 }, (_, index) => 128 + index)), ENCODING)].filter(
    (character) => character !== '\u00ad' && character !== '\u00a0',
  ),
);

/** Characters that CP850 lacks and whose likeness Unicode itself does not tell. */
const replacements: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '⁄': '/',
  '∕': '/',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '‹': '<',
  '›': '>',
  '•': '·',
  '∙': '·',
  '●': '·',
  '…': '...',
  '€': 'EUR',
  '™': '(TM)',
  '№': 'nº',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '→': '->',
  '←': '<-',
  '✓': 'v',
  '✔': 'v',
  Œ: 'OE',
  œ: 'oe',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ẞ: 'SS',
};

const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text that CP850 can show, knowingly replaced where it lacks a character and never by a question mark. Control
 * characters are dropped but line breaks, and the many spaces of Unicode become one kind. The length may change.
 */
export function toCodePage(text: string): string {
  const composed = text
    .normalize('NFC')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(invisible, '');
  return toKnownCharacters(composed, codePage);
}

const codePage: CharacterSet = {
  has: (character) =>
    character === '\n' || (character >= ' ' && character <= '~') || upperHalf.has(character),
  replacements,
};

/** One line as the printer's bytes. Whatever was done before, no control byte gets through. */
export function encodeLine(line: string): Uint8Array {
  return iconv
    .encode(toCodePage(line), ENCODING)
    .filter((byte) => byte >= FIRST_PRINTABLE && byte !== DELETE);
}
