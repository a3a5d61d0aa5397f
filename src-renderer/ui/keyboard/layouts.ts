/** What a key does; a string is typed as it is. */
export type KeyAction = 'shift' | 'page' | 'erase' | 'left' | 'right' | 'next' | 'close';

export type Key =
  /** What is typed; `wide` and `span` (columns) make the key wider than one of a letter. */
  | { readonly char: string; readonly wide?: true; readonly span?: number }
  | { readonly action: KeyAction; readonly span?: number };

export type Page = 'letters' | 'signs' | 'digits';

export type Row = readonly Key[];

/** One key for each character. */
export const chars = (text: string): Row => [...text].map((char) => ({ char }));

const foot: Row = [
  { action: 'page' },
  { action: 'left' },
  { action: 'right' },
  { char: ' ', wide: true },
  { action: 'next' },
  { action: 'close' },
];

/** Address fields have their signs at hand instead of the space bar, which no address takes. */
const addressFoot: Row = [
  { action: 'page' },
  { action: 'left' },
  { action: 'right' },
  ...chars('/:@'),
  { action: 'next' },
  { action: 'close' },
];

const letters: readonly Row[] = [
  chars('1234567890'),
  chars('qwertyuiop'),
  chars('asdfghjklç'),
  [{ action: 'shift' }, ...chars('zxcvbnm'), ...chars('.-'), { action: 'erase' }],
];

const accents: Row = chars('áàâãéêíóôõúü');

const signs: readonly Row[] = [
  chars('1234567890'),
  chars(':/.-_?=&@%'),
  chars('#+~$*!,;"\''),
  [...chars('()[]{}<>|'), { action: 'erase' }],
  chars('\\^`´ºª§°€'),
];

/** Signs that stand between digits in times, dates, versions and documents are at hand. */
const digits: readonly Row[] = [
  [...chars('123'), { action: 'left' }, { action: 'right' }],
  [...chars('456-:')],
  [...chars('789./')],
  [...chars(',0'), { action: 'erase' }, { action: 'next' }, { action: 'close' }],
];

/** The rows of keys for a page, as fields of this kind need them. */
export function rowsOf(page: Page, kind: string): readonly Row[] {
  if (page === 'digits') return digits;
  const address = kind === 'url' || kind === 'email';
  const end = address ? addressFoot : foot;
  if (page === 'signs') return [...signs, end];
  return address ? [...letters, end] : [...letters, accents, end];
}
