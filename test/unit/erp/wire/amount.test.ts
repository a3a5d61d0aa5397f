import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AmountMarks, amountReader, notNegative } from '../../../../src-main/erp/wire/amount.ts';

const DOT: AmountMarks = { decimalMark: '.', thousandsMark: '' };
const COMMA: AmountMarks = { decimalMark: ',', thousandsMark: '.' };
const BARE_COMMA: AmountMarks = { decimalMark: ',', thousandsMark: '' };
const ENGLISH: AmountMarks = { decimalMark: '.', thousandsMark: ',' };
const ALL_MARKS = [DOT, COMMA, BARE_COMMA, ENGLISH];

describe('amountReader', () => {
  it.each<[AmountMarks, unknown, number]>([
    [DOT, '129.90', 12_990],
    [DOT, '129.9', 12_990],
    [DOT, '129', 12_900],
    [DOT, ' 0.05 ', 5],
    [DOT, '1129.90', 112_990],
    [DOT, '0.900', 90],
    [DOT, '129.9000', 12_990],
    [DOT, '1234.500', 123_450],
    [COMMA, '1.129,90', 112_990],
    [COMMA, '1129,90', 112_990],
    [COMMA, '1.129,900', 112_990],
    [COMMA, '1.234.567', 123_456_700],
    [BARE_COMMA, '129,90', 12_990],
    [ENGLISH, '1,129.90', 112_990],
    [DOT, '-12.50', -1250],
    [DOT, '-0.00', 0],
    [DOT, 129.9, 12_990],
    [DOT, 1129, 112_900],
    [DOT, 129.90000000000001, 12_990],
    [COMMA, 1.1, 110],
    [COMMA, -5, -500],
    [DOT, 0, 0],
  ])('with %o reads %j as %i cents', (marks, raw, cents) => {
    expect(amountReader(marks)(raw)).toEqual({ ok: true, value: cents });
  });

  it.each([undefined, null, '', '  '])('takes %j as absent', (raw) => {
    expect(amountReader(DOT)(raw)).toEqual({ ok: true, value: undefined });
  });

  it.each(ALL_MARKS)('refuses with %o what could be read two ways', (marks) => {
    for (const raw of ['1.129', '1,129', '129.900', '129,900', '-1.129', '1.000']) {
      expect(amountReader(marks)(raw)).toEqual({ ok: false, error: expect.stringContaining('two ways') });
    }
  });

  it.each<[AmountMarks, unknown]>([
    [DOT, '129,90'],
    [BARE_COMMA, '129.90'],
    [COMMA, '129.90'],
    [COMMA, '11.29,90'],
    [COMMA, '1129.000,00'],
    [DOT, '1,129.90'],
    [DOT, '1.129.90'],
    [DOT, '129.901'],
    [DOT, '.90'],
    [DOT, '129.'],
    [DOT, 'R$ 129.90'],
    [DOT, '1e3'],
    [DOT, '--1'],
    [DOT, '１２９'],
    [DOT, 1.129],
    [DOT, 129.905],
    [DOT, Number.POSITIVE_INFINITY],
    [DOT, Number.NaN],
    [DOT, 1e300],
    [DOT, '99999999999.99'],
    [DOT, true],
    [DOT, {}],
    [DOT, ['1.00']],
  ])('with %o refuses %j', (marks, raw) => {
    expect(amountReader(marks)(raw).ok).toBe(false);
  });

  it('reads back every amount that an ERP with the same marks writes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL_MARKS),
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.boolean(),
        (marks, cents, grouped) => {
          const digits = String(Math.abs(cents)).padStart(3, '0');
          const whole = digits.slice(0, -2);
          const mark = grouped ? marks.thousandsMark : '';
          const text = `${cents < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, mark)}${marks.decimalMark}${digits.slice(-2)}`;
          expect(amountReader(marks)(text)).toEqual({ ok: true, value: cents });
        },
      ),
    );
  });

  it('reads back every amount that is a JSON number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (cents) => {
        const sent: unknown = JSON.parse(JSON.stringify(cents / 100));
        expect(amountReader(DOT)(sent)).toEqual({ ok: true, value: cents === 0 ? 0 : cents });
      }),
    );
  });

  it('answers whole cents or a reason for whatever JSON holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL_MARKS),
        fc.oneof(fc.jsonValue(), fc.stringMatching(/^-?[\d.,]{1,12}$/)),
        (marks, raw) => {
          const result = amountReader(marks)(raw);
          if (result.ok && result.value !== undefined) expect(Number.isSafeInteger(result.value)).toBe(true);
        },
      ),
    );
  });

  it('never reads one text as two different amounts, whichever marks are declared', () => {
    const text = fc.stringMatching(/^[1-9][\d]{0,3}(?:[.,]\d{1,4}){0,2}$/);
    fc.assert(
      fc.property(text, (raw) => {
        const amounts = ALL_MARKS.map((marks) => amountReader(marks)(raw)).flatMap((each) =>
          each.ok ? [each.value] : [],
        );
        expect(new Set(amounts).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('notNegative', () => {
  it('refuses what is below zero and lets the rest pass', () => {
    const read = notNegative(amountReader(DOT));
    expect(read('-0.01')).toEqual({ ok: false, error: 'negative' });
    expect(read('0')).toEqual({ ok: true, value: 0 });
    expect(read('')).toEqual({ ok: true, value: undefined });
  });
});
