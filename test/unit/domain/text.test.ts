import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printableText } from '../../../src-main/domain/text.ts';

describe('printableText', () => {
  test.each([
    ['plain text', 'Olá, João & Cia. R$ 1,00', 'Olá, João & Cia. R$ 1,00'],
    ['line breaks', 'a\r\nb\rc\nd\u2028e\u2029f\u0085g', 'a\nb\nc\nd\ne\nf\ng'],
    ['blank lines', 'a\r\n\r\nb', 'a\n\nb'],
    ['printer commands', '\u001b@A\u001dV\u0000B\u0007', '@AVB'],
    ['C1 controls', 'a\u009bb', 'ab'],
    ['tabs and spaces of other widths', 'a\tb\u00a0c\u2003d\u3000e', 'a b c d e'],
    ['bidirectional marks', '\u202eabc\u202c\u2066d\u2069\u200f', 'abcd'],
    ['zero-width characters', 'a\u200bb\u200dc\ufeffd\u2060e\u00adf', 'abcdef'],
    ['invisible letters', 'a\u3164b\u115fc', 'abc'],
    ['half of a surrogate pair', 'a\ud800b', 'ab'],
    ['whole surrogate pairs', 'a😀b', 'a😀b'],
    ['decomposed accents', 'Joa\u0303o', 'João'],
    ['accents behind an invisible character', 'Joa\u200b\u0303o', 'João'],
  ])('handles %s', (_, text, expected) => {
    expect(printableText(text)).toBe(expected);
  });

  test('leaves nothing invisible but LF, and nothing to do a second time', () => {
    const nasty = fc.constantFrom(
      '\r',
      '\n',
      '\t',
      '\u001b',
      '\u202e',
      '\u200b',
      '\u0303',
      '\u00a0',
      '\ud800',
      '\udc00',
      'a',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.string({ unit: 'binary' }), nasty), maxLength: 30 }),
        (text) => {
          const printable = printableText(text);
          expect(printable.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
          expect(printableText(printable)).toBe(printable);
        },
      ),
      { numRuns: 300 },
    );
  });
});
