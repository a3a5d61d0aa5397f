import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centsFromDecimal, decimalFromCents, formatBrl } from '../../../src-main/domain/money.ts';

describe('formatBrl', () => {
  test.each([
    [0, 'R$ 0,00'],
    [5, 'R$ 0,05'],
    [14359, 'R$ 143,59'],
    [123456, 'R$ 1.234,56'],
    [100_000_000_00, 'R$ 100.000.000,00'],
    [-5, '-R$ 0,05'],
    [-123456, '-R$ 1.234,56'],
  ])('writes %i as %s', (cents, text) => {
    expect(formatBrl(cents)).toBe(text);
  });

  test('agrees with the locale of Brazil, but for its no-break space', () => {
    const brl = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (cents) => {
        expect(formatBrl(cents)).toBe(brl.format(cents / 100).replace('\u00a0', ' '));
      }),
    );
  });
});

describe('decimals of API Pix', () => {
  test.each([
    [0, '0.00'],
    [7, '0.07'],
    [12345, '123.45'],
    [-50, '-0.50'],
  ])('writes %i as %s', (cents, text) => {
    expect(decimalFromCents(cents)).toBe(text);
  });

  test.each([
    '',
    '1',
    '1.2',
    '1.234',
    '1,23',
    '.10',
    '-1.00',
    '+1.00',
    ' 1.00',
    '1.00 ',
    '1e2.00',
    '12345678901.00',
    '1.00\n',
  ])('refuses %j', (text) => {
    expect(centsFromDecimal(text)).toBeUndefined();
  });

  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999 }), (cents) => {
        expect(centsFromDecimal(decimalFromCents(cents))).toBe(cents);
      }),
    );
  });
});
