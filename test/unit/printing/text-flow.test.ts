import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToLength, wrapColumns, wrapEvenly, wrapText } from '../../../src-main/printing/text-flow.ts';

const words = fc
  .array(fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'aáZç9.-/') }), { maxLength: 30 })
  .chain((parts) =>
    fc
      .array(fc.constantFrom(' ', '  ', '\n'), { minLength: parts.length, maxLength: parts.length })
      .map((gaps) => parts.map((part, index) => part + gaps[index]).join('')),
  );
const columns = fc.integer({ min: 16, max: 64 });

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText('Rua das Acácias, 1200, Centro', 16)).toEqual(['Rua das Acácias,', '1200, Centro']);
  });

  it('keeps line breaks, blank lines and leading spaces', () => {
    expect(wrapText('um\n\n  dois', 10)).toEqual(['um', '', '  dois']);
  });

  it('cuts only a word that is longer than a line', () => {
    expect(wrapText('é 12345678901234567890 fim', 8)).toEqual(['é', '12345678', '90123456', '7890 fim']);
  });

  it.each([
    ['wrapText', wrapText],
    ['wrapEvenly', wrapEvenly],
  ])('%s overflows nowhere and loses no character', (_, wrap) => {
    fc.assert(
      fc.property(words, columns, (text, width) => {
        const lines = wrap(text, width);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
        expect(withoutBlanks(lines.join(''))).toBe(withoutBlanks(text));
      }),
    );
  });
});

describe('wrapEvenly', () => {
  it('leaves no word alone on the last line', () => {
    expect(wrapEvenly('Pague por um só meio: boleto ou PIX', 32)).toEqual([
      'Pague por um só',
      'meio: boleto ou PIX',
    ]);
  });

  it('cuts no word that fits a line', () => {
    expect(wrapEvenly(`${'x'.repeat(40)} ${'y'.repeat(10)}`, 48)).toEqual(['x'.repeat(40), 'y'.repeat(10)]);
  });

  it('takes no more lines than needed', () => {
    fc.assert(
      fc.property(words, columns, (text, width) => {
        expect(wrapEvenly(text, width).length).toBeLessThanOrEqual(wrapText(text, width).length);
      }),
    );
  });
});

describe('cutToLength', () => {
  it('keeps every character, spaces at the breaks too', () => {
    expect(cutToLength('ab cd  e', 3)).toEqual(['ab ', 'cd ', ' e']);
    expect(cutToLength('', 3)).toEqual(['']);
    fc.assert(
      fc.property(words, columns, (text, width) => {
        const pieces = cutToLength(text, width);
        expect(pieces.join('')).toBe(text);
        expect(pieces.every((piece) => piece.length <= width)).toBe(true);
      }),
    );
  });
});

describe('wrapColumns', () => {
  it('sets the value at the right edge', () => {
    expect(wrapColumns('Valor', 'R$ 1,00', 20)).toEqual(['Valor        R$ 1,00']);
  });

  it('sets the value beside the last line of a long label', () => {
    expect(wrapColumns('Total hoje, com encargos', 'R$ 12,34', 20)).toEqual([
      'Total hoje, com',
      'encargos    R$ 12,34',
    ]);
  });

  it('breaks no word of the label for the value’s sake', () => {
    expect(wrapColumns('Fatura 202611000045-3', 'R$ 12,34', 20)).toEqual([
      'Fatura',
      '202611000045-3',
      '            R$ 12,34',
    ]);
  });

  it('takes one line where both fit, and never a blank one', () => {
    expect(wrapColumns('Nº', '12345678901234567', 20)).toEqual(['Nº 12345678901234567']);
    expect(wrapColumns('', '12345678901234567890', 20)).toEqual(['12345678901234567890']);
  });

  it('gives a long value lines of its own', () => {
    expect(wrapColumns('Nome', 'Maria da Conceição', 20)).toEqual(['Nome', '  Maria da Conceição']);
  });

  it('overflows nowhere and loses no character', () => {
    fc.assert(
      fc.property(words, words, columns, (label, value, width) => {
        const lines = wrapColumns(label, value, width);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
        expect(withoutBlanks(lines.join(''))).toBe(withoutBlanks(label + value));
        if (value.trim() !== '') expect(lines.at(-1)).toMatch(new RegExp(`^.{${width - 1}}\\S$`, 'u'));
      }),
    );
  });
});
