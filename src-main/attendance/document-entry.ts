import type { DocumentError } from '../contract/screen.ts';
import { acceptsKey, entryKind, formatEntry, lettersPossible } from '../domain/cpf-cnpj.ts';

/** What the customer has typed of a CPF or CNPJ, without mask. */
export interface DocumentEntry {
  readonly text: string;
  readonly lettersShown: boolean;
  readonly error?: DocumentError;
  /** With `blocked`: whole minutes until the document may be tried again. */
  readonly retryInMinutes?: number;
}

export const emptyDocumentEntry: DocumentEntry = { text: '', lettersShown: false };

/** Adds a character if it can be meant there; anything else changes nothing. */
export function typeDocumentKey(entry: DocumentEntry, key: string): DocumentEntry {
  const character = key.toUpperCase();
  if (!acceptsKey(entry.text, character)) return entry;
  const text = entry.text + character;
  return { text, lettersShown: entry.lettersShown && lettersPossible(text) };
}

/** Takes the last character away. */
export function eraseDocumentKey(entry: DocumentEntry): DocumentEntry {
  return { text: entry.text.slice(0, -1), lettersShown: entry.lettersShown };
}

/** Shows or hides the letters, where a letter can be meant (an alphanumeric CNPJ, IN RFB 2.229/2024). */
export function toggleLetters(entry: DocumentEntry): DocumentEntry {
  if (!lettersPossible(entry.text)) return entry;
  return { ...entry, lettersShown: !entry.lettersShown };
}

/** The entry as the screen shows it. */
export function viewDocumentEntry(entry: DocumentEntry): {
  readonly entry: string;
  readonly kind: 'unknown' | 'cpf' | 'cnpj';
  readonly letters: 'impossible' | 'offered' | 'shown';
  readonly canSubmit: boolean;
} {
  const letters = !lettersPossible(entry.text) ? 'impossible' : entry.lettersShown ? 'shown' : 'offered';
  return {
    entry: formatEntry(entry.text),
    kind: entryKind(entry.text),
    letters,
    canSubmit: entry.text.length > 0,
  };
}
