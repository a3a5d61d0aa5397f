import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf, statementOf } from '../../../../src-main/attendance/second-copies/statement-period.ts';
import { addDays, daysBetween } from '../../../../src-main/domain/calendar-date.ts';
import type { StatementRow } from '../../../../src-main/domain/invoice.ts';
import type { CareRow } from '../../../../src-main/erp/erp-care.ts';

function rowOf(row: Partial<StatementRow>): CareRow<StatementRow> {
  const invoiceId = row.invoiceId ?? '910001';
  return { invoiceId, erp: 'principal', key: `principal:${invoiceId}`, companyName: 'Rede', ...row };
}

describe('the period of a statement', () => {
  it.each([
    [3, '2026-11-21', '2026-08-21'],
    [3, '2026-05-31', '2026-02-28'],
    [12, '2024-02-29', '2023-02-28'],
    [6, '2026-03-31', '2025-09-30'],
  ] as const)('of %i months until %s begins on %s', (months, today, from) => {
    expect(periodOf(months, today)).toEqual({ from, to: today });
  });

  it('of all there is has no bounds', () => {
    expect(periodOf(0, '2026-11-21')).toBeUndefined();
  });

  it('is about as long as its months, from any day', () => {
    const days = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(days, fc.constantFrom(3, 6, 12), (offset, months) => {
        const today = addDays('2000-01-01', offset);
        const length = daysBetween(periodOf(months as 3 | 6 | 12, today)?.from ?? today, today);
        expect(length).toBeGreaterThanOrEqual(months * 30 - 2);
        expect(length).toBeLessThanOrEqual(months * 31);
      }),
    );
  });
});

describe('the lines of a statement', () => {
  const period = { from: '2026-08-21', to: '2026-11-21' };

  it('are those of the period, both ends included, the newest first', () => {
    const rows = ['2026-08-20', '2026-08-21', '2026-11-21', '2026-11-22'].map((postedOn) =>
      rowOf({ invoiceId: postedOn, postedOn }),
    );
    expect(statementOf(rows, period).map(({ key }) => key)).toEqual([
      'principal:2026-11-21',
      'principal:2026-08-21',
    ]);
    expect(statementOf(rows, undefined)).toHaveLength(4);
  });

  it('go by the due date where nobody says when they were posted, and stay where nobody says anything', () => {
    const rows = [rowOf({ invoiceId: '1', dueDate: '2026-01-10' }), rowOf({ invoiceId: '2' })];
    expect(statementOf(rows, period).map(({ key }) => key)).toEqual(['principal:2']);
  });

  it('are paid only with the day on which they were written off, and say what was received', () => {
    const paid = rowOf({ writtenOffOn: '2026-10-09', amountCents: 12_990, receivedCents: 13_200 });
    const open = rowOf({ amountCents: 12_990, receivedCents: 0 });
    const [first, second] = statementOf([paid, open], undefined);
    expect(first?.paid).toEqual({ on: '2026-10-09', amountCents: 13_200 });
    expect(second).not.toHaveProperty('paid');
  });

  it('are called by what the company says of them, and never by nothing', () => {
    const rows = [
      rowOf({ description: 'Mensalidade' }),
      rowOf({ charge: 'Taxa' }),
      rowOf({ invoiceId: '77' }),
    ];
    expect(statementOf(rows, undefined).map(({ description }) => description)).toEqual([
      'Mensalidade',
      'Taxa',
      'Fatura 77',
    ]);
  });
});
