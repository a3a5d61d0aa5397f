/** What a font or code page can show, and what stands for the rest. */
export interface CharacterSet {
  has(character: string): boolean;
  /** Characters that it lacks and whose likeness Unicode itself does not tell. */
  readonly replacements: Readonly<Record<string, string>>;
}

/** Stands for a character that has no likeness at all, e.g. an ideogram; never a question mark, which could be meant. */
const UNKNOWN = '*';

/** The text with each character that the set lacks knowingly replaced. The length may change. */
export function toKnownCharacters(text: string, set: CharacterSet): string {
  return [...text].map((character) => toKnown(character, set)).join('');
}

function toKnown(character: string, set: CharacterSet): string {
  if (set.has(character)) return character;
  const replacement = set.replacements[character];
  if (replacement !== undefined) return replacement;
  return [...character.normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((part) => (set.has(part) ? part : (set.replacements[part] ?? UNKNOWN)))
    .join('');
}
