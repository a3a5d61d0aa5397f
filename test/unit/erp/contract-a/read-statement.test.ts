import { describe, expect, it } from 'vitest';
import { readContracts } from '../../../../src-main/erp/contract-a/read-contract.ts';
import { readStatement } from '../../../../src-main/erp/contract-a/read-statement.ts';

const MARKS = { decimalMark: '.', thousandsMark: '' } as const;

const settled = {
  id_nota: '909001',
  data_lancamento: '2026-09-20',
  data_vencimento: '2026-10-10',
  data_baixa: '09/10/2026 14:02:11',
  historico: 'Mensalidade',
  valor: '129.90',
  saldo: '129.90',
  cobranca: 'Boleto',
};

function read(...rows: readonly unknown[]) {
  return readStatement(rows, MARKS);
}

describe('readStatement', () => {
  it('tells what was written off, when and for how much', () => {
    expect(read(settled)).toEqual({
      ok: true,
      value: [{ invoiceId: '909001', writtenOffOn: '2026-10-09', receivedCents: 12_990 }],
    });
  });

  it.each(['', null, '0000-00-00', undefined])('takes a write-off date of %j for "still open"', (date) => {
    expect(read({ id_nota: 1, data_baixa: date, valor: 0 })).toEqual({
      ok: true,
      value: [{ invoiceId: '1', receivedCents: 0 }],
    });
  });

  it('does not take the superseded answer’s fiscal note for an invoice, nor its charge for a payment', () => {
    const old = {
      id_boleto: '910001',
      id_nota: '55',
      data_baixa: '2026-10-09',
      valor: '129.90',
      valor_pago: '',
    };
    expect(read(old)).toEqual({ ok: true, value: [{ invoiceId: '910001', writtenOffOn: '2026-10-09' }] });
    expect(read({ ...old, id_boleto: '' })).toEqual({ ok: true, value: [] });
    expect(read({ ...old, valor_pago: '130.00' })).toMatchObject({ value: [{ receivedCents: 13_000 }] });
  });

  it('takes no reversal for a settlement', () => {
    expect(read({ ...settled, valor: '-129.90' })).toEqual({
      ok: true,
      value: [{ invoiceId: '909001', receivedCents: -12_990 }],
    });
  });

  it('leaves out rows that belong to no invoice', () => {
    expect(read({ ...settled, id_nota: '' }, settled)).toMatchObject({ value: [{ invoiceId: '909001' }] });
  });

  it.each<[unknown, string]>([
    [{ ...settled, data_baixa: 'ontem' }, 'row 1: data_baixa: not a date'],
    [{ ...settled, valor: '1.129' }, 'row 1: valor: an amount that can be read two ways'],
    [{ ...settled, id_nota: {} }, 'row 1: id_nota: not a text'],
    [null, 'row 1: not an object'],
  ])('refuses %j', (row, error) => {
    expect(read(row)).toEqual({ ok: false, error });
  });

  it.each([null, {}, { status: 'erro' }])('never takes %j for an empty statement', (json) => {
    expect(readStatement(json, MARKS).ok).toBe(false);
  });
});

describe('readContracts', () => {
  it('reads ids and labels, each contract once', () => {
    const rows = [
      { remote_id: '3002', contract_name: 'Av. Osvaldo Aranha, 1500\u0007' },
      { remote_id: 3003, contract_name: '' },
      { remote_id: '3002', contract_name: 'again' },
    ];
    expect(readContracts({ contratos: rows })).toEqual({
      ok: true,
      value: [
        { id: '3002', label: 'Av. Osvaldo Aranha, 1500' },
        { id: '3003', label: '3003' },
      ],
    });
  });

  it('refuses a contract without an id', () => {
    expect(readContracts([{ contract_name: 'x' }])).toEqual({
      ok: false,
      error: 'row 1: remote_id: missing',
    });
  });
});
