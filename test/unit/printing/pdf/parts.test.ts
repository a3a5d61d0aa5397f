import { describe, expect, it } from 'vitest';
import { bankOf } from '../../../../src-main/printing/pdf/bank.ts';
import { barcodeBars } from '../../../../src-main/printing/pdf/symbols.ts';
import { bankBarcode } from '../documents/sample-inputs.ts';

describe('bankOf', () => {
  it.each([
    ['001', '001-9'],
    ['033', '033-7'],
    ['041', '041-8'],
    ['104', '104-0'],
    ['237', '237-2'],
    ['341', '341-7'],
    ['422', '422-7'],
    ['748', '748-X'],
    ['756', '756-0'],
  ])('%s is printed as %s', (code, expected) => {
    expect(bankOf(code).codeWithDigit).toBe(expected);
  });

  it('names a bank that it does not know by its code', () => {
    expect(bankOf('999').name).toBe('Banco 999');
  });
});

describe('barcodeBars', () => {
  it('are five bars for each pair of digits, four at the ends, 103 mm from the first to the last', () => {
    const bars = barcodeBars(bankBarcode, 15, 200);
    expect(bars).toHaveLength(22 * 5 + 4);
    const last = bars.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(118, 9);
    expect(new Set(bars.map(({ height }) => height))).toEqual(new Set([13]));
  });
});
