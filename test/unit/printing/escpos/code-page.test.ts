import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodeLine, toCodePage } from '../../../../src-main/printing/escpos/code-page.ts';

const portuguese = 'áàâãäéèêëíìîïóòôõöúùûüçñÁÀÂÃÄÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÇÑªº°§²³«»¿¡·R$1.234,56%&@#*/\\()[]{}';

describe('toCodePage', () => {
  it('leaves every character of Portuguese as it is', () => {
    expect(toCodePage(portuguese)).toBe(portuguese);
  });

  it('composes accents that came apart', () => {
    expect(toCodePage('Conceição'.normalize('NFD'))).toBe('Conceição');
  });

  it.each([
    ['2020–2026 — sim', '2020-2026 - sim'],
    ['“aspas” ‘simples’ d’água', `"aspas" 'simples' d'água`],
    ['€ 10…', 'EUR 10...'],
    ['R$\u00a010\u202f000', 'R$ 10 000'],
    ['• item', '· item'],
    ['Łódź, Šárka, Œuvre', 'Lódz, Sárka, OEuvre'],
    ['ﬁbra ｆｕｌｌ', 'fibra full'],
    ['zero\u200bwidth\u202e\u2066', 'zerowidth'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['漢 👩‍👧', '* **'],
    ['a\tb', 'a b'],
    ['um\ndois', 'um\ndois'],
  ])('%s → %s', (text, expected) => {
    expect(toCodePage(text)).toBe(expected);
  });
});

describe('encodeLine', () => {
  it('speaks CP850', () => {
    expect([...encodeLine('ÃÕãõçÇªº§°')]).toEqual([
      0xc7, 0xe5, 0xc6, 0xe4, 0x87, 0x80, 0xa6, 0xa7, 0xf5, 0xf8,
    ]);
    expect(iconv.decode(Buffer.from(encodeLine(portuguese)), 'cp850')).toBe(portuguese);
  });

  it('lets no control byte through and makes no question mark of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const bytes = encodeLine(text);
        expect([...bytes].filter((byte) => byte < 0x20 || byte === 0x7f)).toEqual([]);
        const questions = [...text.normalize('NFKD')].filter((character) =>
          /[?¿‽⁇⁈⁉❓❔︖﹖？]/u.test(character),
        );
        if (questions.length === 0) expect([...bytes]).not.toContain(0x3f);
      }),
      { numRuns: 500 },
    );
  });

  it('is as long as what was measured', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const prepared = toCodePage(text).replaceAll('\n', '');
        expect(encodeLine(prepared)).toHaveLength(prepared.length);
      }),
    );
  });
});
