import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText } from '../../../../src-main/printing/pdf/fit-text.ts';
import { isInHelvetica, textWidth } from '../../../../src-main/printing/pdf/helvetica.ts';
import { pdfText } from '../../../../src-main/printing/pdf/pdf-text.ts';

const pdfkitFolder = path.dirname(
  createRequire(createRequire(import.meta.url).resolve('pdfmake')).resolve('pdfkit'),
);

/** Where Adobe's encoding has other quotation marks than ASCII. */
const notAscii = [39, 96];
const oneThousandPoints = (1000 * 25.4) / 72;

describe.each([
  ['Helvetica', false],
  ['Helvetica-Bold', true],
])('the widths of %s', (font, bold) => {
  const metrics = readFileSync(path.join(pdfkitFolder, 'data', `${font}.afm`), 'utf8');

  it('are those that the PDF library sets text with', () => {
    const rows = [...metrics.matchAll(/^C (\d+) ; WX (\d+) ;/gm)].map(([, code, width]) =>
      [code, width].map(Number),
    );
    const ascii = rows.filter(([code = 0]) => code < 127 && !notAscii.includes(code));
    expect(ascii).toHaveLength(93);
    for (const [code = 0, width = 0] of ascii) {
      const character = String.fromCharCode(code);
      expect(textWidth(character, { size: 1000, bold }) / oneThousandPoints, character).toBeCloseTo(
        width / 1000,
        6,
      );
    }
  });

  it('are the same with an accent as without', () => {
    for (const character of 'áàâãçéêíóôõúüÁÀÂÃÇÉÊÍÓÔÕÚÜñÑ') {
      const [base = ''] = character.normalize('NFD');
      // The dotted i is the one letter that an accent makes wider.
      if (base === 'i') continue;
      expect(textWidth(character, { size: 10, bold })).toBe(textWidth(base, { size: 10, bold }));
    }
  });
});

describe('pdfText', () => {
  it('keeps every character of Portuguese', () => {
    const text = 'ÁÀÂÃÇÉÊÍÓÔÕÚÜ áàâãçéêíóôõúü ªº§ “aspas” ‘simples’ – — … • R$ € nº';
    expect(pdfText(text)).toBe(text);
  });

  it('replaces knowingly what Helvetica lacks', () => {
    expect(pdfText('Łukasz Şener − ≤ 3 № 日')).toBe('Lukasz Sener - <= 3 nº *');
    expect(pdfText('a\u0301 caf\u00e9\tx\u200b')).toBe('á café x');
  });

  it('leaves nothing that Helvetica lacks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        [...pdfText(text)].every((each) => each === '\n' || isInHelvetica(each)),
      ),
    );
  });
});

describe('fitText', () => {
  const style = { size: 10 };

  it('breaks between words, and keeps the size when there is room', () => {
    const fitted = fitText('uma duas três quatro', { width: 25, lines: 3 }, style, 5);
    expect(fitted.style.size).toBe(10);
    expect(fitted.lines).toEqual(['uma duas três', 'quatro']);
  });

  it('gets smaller before it cuts', () => {
    const fitted = fitText('uma duas três quatro', { width: 25, lines: 1 }, style, 5);
    expect(fitted.style.size).toBeLessThan(10);
    expect(fitted.lines).toEqual(['uma duas três quatro']);
  });

  it('shows that it cut', () => {
    expect(fitText('uma duas três quatro', { width: 20, lines: 1 }, style, 10).lines).toEqual(['uma duas…']);
  });

  it('never leaves the room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'Wi ç\n'), maxLength: 300 }),
        fc.integer({ min: 8, max: 140 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, lines) => {
          const fitted = fitText(text, { width, lines }, style, 6);
          expect(fitted.lines.length).toBeLessThanOrEqual(lines);
          for (const line of fitted.lines) expect(textWidth(line, fitted.style)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
