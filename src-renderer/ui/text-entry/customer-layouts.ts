import type { TextKeyboard } from '../../../src-main/contract/text-entry.ts';
import { chars, type Key, type Page, type Row } from '../keyboard/layouts.ts';

/** Portrait screens have room for more rows, landscape ones for more columns. */
export type Shape = 'tall' | 'wide';

const shift: Key = { action: 'shift' };
const erase: Key = { action: 'erase' };
const space: Key = { char: ' ', wide: true };
const digits = chars('1234567890');

const foot: Row = [{ action: 'page', span: 2 }, ...chars(','), space, ...chars('.-')];

const letters: Readonly<Record<Shape, readonly Row[]>> = {
  tall: [
    digits,
    chars('qwertyuiop'),
    chars('asdfghjklç'),
    [shift, ...chars('zxcvbnm'), erase],
    chars('áãâéêíóõôú'),
    foot,
  ],
  // The accents stand in a block of their own at the right.
  wide: [[...chars('qwertyuiopáã'), erase], chars('asdfghjklçâéê'), [shift, ...chars('zxcvbnmíóõôú')], foot],
};

const signs: Readonly<Record<Shape, readonly Row[]>> = {
  tall: [
    digits,
    chars('!?:;()"\'/@'),
    chars('àüñºª%+=&#'),
    [...chars('_*$€<>[]'), { ...erase, span: 2 }],
    foot,
  ],
  wide: [[...digits, ...chars('àü'), erase], chars('!?:;()"\'/@ñºª'), chars('%+=&#_*$€<>[]'), foot],
};

const domain = (char: string): Key => ({ char, span: 3 });

/** No space, no capitals, and the ends of most addresses at one touch. */
const address: Readonly<Record<Shape, readonly Row[]>> = {
  tall: [
    digits,
    chars('qwertyuiop'),
    chars('asdfghjkl-'),
    [...chars('_zxcvbnm'), { ...erase, span: 2 }],
    [
      { char: '@', span: 2 },
      { char: '.', span: 2 },
      { char: '.com', span: 2 },
      { char: '.br', span: 2 },
    ],
    [domain('@gmail.com'), domain('@hotmail.com'), domain('@outlook.com')],
  ],
  wide: [
    [...chars('qwertyuiop_-'), erase],
    [...chars('asdfghjkl.@'), { char: '.com', span: 2 }],
    [...chars('zxcvbnm'), domain('@hotmail.com'), domain('@outlook.com')],
    [...digits, domain('@gmail.com')],
  ],
};

/** The rows of keys for a customer's text. */
export function customerRows(
  keyboard: Exclude<TextKeyboard, 'digits'>,
  page: Page,
  shape: Shape,
): readonly Row[] {
  if (keyboard === 'email') return address[shape];
  return (page === 'signs' ? signs : letters)[shape];
}

const startOf: Readonly<Record<TextKeyboard, RegExp | undefined>> = {
  words: /(^|[\s-])$/,
  sentences: /(^|[.!?]\s+)$/,
  plain: undefined,
  email: undefined,
  digits: undefined,
};

/** Whether the letter after this text is a capital one by itself. */
export function startsCapital(keyboard: TextKeyboard, before: string): boolean {
  return startOf[keyboard]?.test(before) === true;
}
