import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInvoices } from '../../../../src-main/erp/contract-a/read-invoice.ts';
import type { AmountMarks } from '../../../../src-main/erp/wire/amount.ts';

const DOCUMENT = '52998224725';
const MARKS: AmountMarks = { decimalMark: '.', thousandsMark: '' };
const LINE_OF_123_45 = '34191101213456788005871234570001616670000012345';
const LINE_WITHOUT_VALUE = '23794150099001980167035000211405700000000000000';
const COLLECTION_LINE_OF_143_59 = '846700000017435900240209024050002435842210108119';

const row = {
  id_fatura: '910001',
  code_fatura: '910001-52998224725',
  nome_cliente: 'Maria da Silva Souza',
  document_number: '529.982.247-25',
  remote_id: '7001',
  valor_inicial: '123.45',
  valor_atual: '126.44',
  juros: '0.52',
  multa: '2.47',
  desconto: '',
  emissao: '2026-10-20',
  vencimento: '09/11/2026',
  historico: 'Mensalidade Fibra 500 Mega',
  bank_code: '341',
  linha_digitavel: '34191.10121 34567.880058 71234.570001 6 16670000012345',
  integration_id: '1',
  identifier: 'carteira-1',
  pix_code: '',
  contract_id: '3001,3002',
  bill_receipt: 'SERRA FIBRA\r\nCNPJ 33.000.167/0001-01',
  bill_pix_receipt: 'PIX\n',
};

function read(json: unknown, marks = MARKS) {
  return readInvoices(json, DOCUMENT, marks);
}

function readOne(change: Readonly<Record<string, unknown>>) {
  const invoices = read([{ ...row, ...change }]);
  return invoices.ok ? invoices.value[0] : invoices.error;
}

function without(...names: readonly string[]) {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

describe('an invoice', () => {
  it('is read in the kiosk’s own words', () => {
    expect(read([row])).toEqual({
      ok: true,
      value: [
        {
          id: '910001',
          customerErpId: '7001',
          customerName: 'Maria da Silva Souza',
          contractIds: ['3001', '3002'],
          description: 'Mensalidade Fibra 500 Mega',
          issueDate: '2026-10-20',
          dueDate: '2026-11-09',
          originalCents: 12_345,
          dueCents: 12_644,
          interestCents: 52,
          fineCents: 247,
          discountCents: 0,
          slip: {
            sound: true,
            boleto: expect.objectContaining({
              kind: 'bank',
              typeableLine: LINE_OF_123_45,
              amountCents: 12_345,
            }),
          },
          accountKey: 'carteira-1',
          slipHeader: 'SERRA FIBRA\nCNPJ 33.000.167/0001-01',
          receiptHeader: 'PIX\n',
        },
      ],
    });
  });

  it('is read by the old names of its dates', () => {
    const old = {
      ...without('emissao', 'vencimento'),
      data_emissao: '2026-10-20',
      data_vencimento: '2026-11-09',
    };
    expect(read([old])).toEqual(read([row]));
  });

  it('is read with comma and thousands mark when they are declared', () => {
    const brazilian = {
      ...row,
      valor_inicial: '1.123,45',
      valor_atual: 1126.44,
      juros: '0,52',
      multa: '2,47',
    };
    expect(read([brazilian], { decimalMark: ',', thousandsMark: '.' })).toMatchObject({
      value: [{ originalCents: 112_345, dueCents: 112_644, interestCents: 52, fineCents: 247 }],
    });
  });

  it('needs no more than id, due date and amounts', () => {
    expect(read([{ id_fatura: 1, vencimento: '2026-11-09', valor_inicial: 10, valor_atual: 10 }])).toEqual({
      ok: true,
      value: [
        {
          id: '1',
          customerName: '',
          contractIds: [],
          description: '',
          dueDate: '2026-11-09',
          originalCents: 1000,
          dueCents: 1000,
          interestCents: 0,
          fineCents: 0,
          discountCents: 0,
          slip: { sound: false, problem: 'absent' },
        },
      ],
    });
  });

  it('keeps the ERP’s PIX text as it is', () => {
    expect(readOne({ pix_code: '00020126…6304ABCD' })).toMatchObject({ pixCode: '00020126…6304ABCD' });
  });

  it('has a printable name', () => {
    expect(readOne({ nome_cliente: 'Zé\u001b@ <b>x</b>\r\n' })).toMatchObject({
      customerName: 'Zé@ <b>x</b>',
    });
  });
});

describe('a typed line', () => {
  it.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ['without value is legal', { linha_digitavel: LINE_WITHOUT_VALUE }, { sound: true }],
    [
      'of a collection boleto is read',
      { linha_digitavel: COLLECTION_LINE_OF_143_59, valor_inicial: '143.59' },
      { sound: true, boleto: { kind: 'collection' } },
    ],
    ['that is empty is absent', { linha_digitavel: ' ' }, { sound: false, problem: 'absent' }],
    [
      'too short is malformed',
      { linha_digitavel: LINE_OF_123_45.slice(1) },
      { sound: false, problem: 'malformed' },
    ],
    ['of another type is malformed', { linha_digitavel: 3.4e46 }, { sound: false, problem: 'malformed' }],
    [
      'with a wrong digit is told so',
      { linha_digitavel: LINE_OF_123_45.replace(/5$/, '6') },
      { sound: false, problem: 'wrong-check-digit' },
    ],
    [
      'must carry the original amount',
      { valor_inicial: '123.46' },
      { sound: false, problem: 'amount-mismatch' },
    ],
    [
      'may not carry the amount due instead',
      { valor_inicial: '120.00', valor_atual: '123.45' },
      { sound: false, problem: 'amount-mismatch' },
    ],
  ])('%s', (_name, change, slip) => {
    expect(readOne(change)).toMatchObject({ slip });
  });
});

describe('a list', () => {
  it('is sorted by due date', () => {
    const dates = ['2026-12-01', '2025-01-31', '2026-02-28'];
    const invoices = read(
      dates.map((vencimento, index) => ({ ...row, id_fatura: String(index), vencimento })),
    );
    expect(invoices).toMatchObject({ value: [{ id: '1' }, { id: '2' }, { id: '0' }] });
  });

  it('is empty only when the ERP says so', () => {
    expect(read([])).toEqual({ ok: true, value: [] });
    expect(read({ faturas: [] })).toEqual({ ok: true, value: [] });
    for (const json of [null, {}, { status: 'erro' }, '', { a: [], b: [] }]) {
      expect(read(json).ok).toBe(false);
    }
  });

  it('counts a repeated invoice once', () => {
    expect(read([row, { ...row, code_fatura: 'other' }])).toEqual(read([row]));
  });

  it.each<[string, unknown, string]>([
    [
      'two invoices under one id',
      { ...row, valor_atual: '1.00' },
      'id_fatura: two different invoices with the same id',
    ],
    [
      'another customer’s',
      { ...row, id_fatura: '2', document_number: '11144477735' },
      'row 2: document_number: another document than the one asked for',
    ],
    ['no id', { ...row, id_fatura: '' }, 'row 2: id_fatura: missing'],
    ['a rounded id', { ...row, id_fatura: 2 ** 60 }, 'row 2: id_fatura: not a whole number'],
    ['no due date', without('vencimento'), 'row 2: vencimento: missing'],
    ['an impossible due date', { ...row, vencimento: '31/02/2026' }, 'row 2: vencimento: not a date'],
    ['no original amount', without('valor_inicial'), 'row 2: valor_inicial: missing'],
    ['no amount due', { ...row, valor_atual: null }, 'row 2: valor_atual: missing'],
    [
      'an amount in two ways',
      { ...row, valor_atual: '1.129' },
      'row 2: valor_atual: an amount that can be read two ways',
    ],
    ['a negative amount', { ...row, valor_atual: '-1.00' }, 'row 2: valor_atual: negative'],
    ['an unreadable fine', { ...row, multa: 'dois' }, 'row 2: multa: not an amount'],
    ['an unreadable PIX text', { ...row, pix_code: false }, 'row 2: pix_code: not a text'],
    ['no invoice at all', null, 'row 2: not an object'],
  ])('with %s is wrong as a whole, and no data is quoted', (_name, second, error) => {
    expect(read([row, second])).toEqual({ ok: false, error });
  });

  it('never loses a row, whatever JSON holds', () => {
    const field = fc.constantFrom(...Object.keys(row));
    const change = fc.dictionary(field, fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(row))));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const rows = changes.map((each, index) => ({ ...row, ...each, id_fatura: String(index) }));
        const invoices = read(rows);
        if (!invoices.ok) return;
        expect(invoices.value).toHaveLength(rows.length);
        for (const { originalCents, dueCents } of invoices.value) {
          expect(Number.isSafeInteger(originalCents) && Number.isSafeInteger(dueCents)).toBe(true);
        }
      }),
    );
  });
});
