import { describe, expect, it } from 'vitest';
import { readContracts } from '../../../../src-main/erp/read/read-contract.ts';
import { readStatement } from '../../../../src-main/erp/read/read-statement.ts';

const MARKS = { decimalMark: '.', thousandsMark: '' } as const;

const settled = {
  invoiceId: '909001',
  postedOn: '2026-09-20',
  dueDate: '2026-10-10',
  writtenOffOn: '09/10/2026 14:02:11',
  description: 'Mensalidade',
  received: '129.90',
  amount: '129.90',
  charge: 'Boleto',
};

const whole = {
  invoiceId: '909001',
  writtenOffOn: '2026-10-09',
  receivedCents: 12_990,
  postedOn: '2026-09-20',
  dueDate: '2026-10-10',
  amountCents: 12_990,
  description: 'Mensalidade',
  charge: 'Boleto',
};

function read(...rows: readonly unknown[]) {
  return readStatement(rows, MARKS);
}

describe('readStatement', () => {
  it('tells what was written off, when and for how much', () => {
    expect(read(settled)).toEqual({
      ok: true,
      value: [whole],
    });
  });

  it.each(['', null, '0000-00-00', undefined])('takes a write-off date of %j for "still open"', (date) => {
    expect(read({ invoiceId: 1, writtenOffOn: date, received: 0 })).toEqual({
      ok: true,
      value: [{ invoiceId: '1', receivedCents: 0 }],
    });
  });

  it('takes no reversal for a settlement', () => {
    const { writtenOffOn: _none, ...reversed } = whole;
    expect(read({ ...settled, received: '-129.90' })).toEqual({
      ok: true,
      value: [{ ...reversed, receivedCents: -12_990 }],
    });
  });

  it('leaves out rows that belong to no invoice', () => {
    expect(read({ ...settled, invoiceId: '' }, settled)).toMatchObject({ value: [{ invoiceId: '909001' }] });
  });

  it.each<[unknown, string]>([
    [{ ...settled, writtenOffOn: 'ontem' }, 'row 1: writtenOffOn: not a date'],
    [{ ...settled, received: '1.129' }, 'row 1: received: an amount that can be read two ways'],
    [{ ...settled, invoiceId: {} }, 'row 1: invoiceId: not a text'],
    [null, 'row 1: not an object'],
  ])('refuses %j', (row, error) => {
    expect(read(row)).toEqual({ ok: false, error });
  });

  it.each([undefined, null, {}, { status: 'erro' }])('never takes %j for an empty statement', (json) => {
    expect(readStatement(json, MARKS).ok).toBe(false);
  });
});

describe('readContracts', () => {
  it('reads ids and labels, each contract once', () => {
    const rows = [
      { id: '3002', label: 'Av. Osvaldo Aranha, 1500\u0007' },
      { id: 3003, label: '' },
      { id: '3002', label: 'again' },
    ];
    expect(readContracts(rows)).toEqual({
      ok: true,
      value: [
        { id: '3002', label: 'Av. Osvaldo Aranha, 1500' },
        { id: '3003', label: '3003' },
      ],
    });
  });

  it('refuses a contract without an id', () => {
    expect(readContracts([{ label: 'x' }])).toEqual({
      ok: false,
      error: 'row 1: id: missing',
    });
  });
});
