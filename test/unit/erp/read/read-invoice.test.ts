import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AmountRules, readInvoices } from '../../../../src-main/erp/read/read-invoice.ts';

const DOCUMENT = '52998224725';
const MARKS: AmountRules = { decimalMark: '.', thousandsMark: '', consistent: false };
const LINE_OF_123_45 = '34191101213456788005871234570001616670000012345';
const LINE_WITHOUT_VALUE = '23794150099001980167035000211405700000000000000';
const COLLECTION_LINE_OF_143_59 = '846700000017435900240209024050002435842210108119';

const row = {
  id: '910001',
  code: '910001-52998224725',
  customerName: 'Maria da Silva Souza',
  document: '529.982.247-25',
  customerErpId: '7001',
  originalAmount: '123.45',
  amountDue: '126.44',
  interest: '0.52',
  fine: '2.47',
  discount: '',
  issueDate: '2026-10-20',
  dueDate: '09/11/2026',
  description: 'Mensalidade Fibra 500 Mega',
  bankCode: '341',
  typeableLine: '34191.10121 34567.880058 71234.570001 6 16670000012345',
  integrationId: '1',
  accountKey: 'carteira-1',
  pixCode: '',
  contractIds: '3001,3002',
  slipHeader: 'SERRA FIBRA\r\nCNPJ 33.000.167/0001-01',
  receiptHeader: 'PIX\n',
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
          code: '910001-52998224725',
          bankCode: '341',
          integrationId: '1',
          slipHeader: 'SERRA FIBRA\nCNPJ 33.000.167/0001-01',
          receiptHeader: 'PIX\n',
        },
      ],
    });
  });

  it('is read with comma and thousands mark when they are declared', () => {
    const brazilian = {
      ...row,
      originalAmount: '1.123,45',
      amountDue: 1126.44,
      interest: '0,52',
      fine: '2,47',
    };
    expect(read([brazilian], { decimalMark: ',', thousandsMark: '.', consistent: false })).toMatchObject({
      value: [{ originalCents: 112_345, dueCents: 112_644, interestCents: 52, fineCents: 247 }],
    });
  });

  it('needs no more than id, due date and amounts', () => {
    expect(read([{ id: 1, dueDate: '2026-11-09', originalAmount: 10, amountDue: 10 }])).toEqual({
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
    expect(readOne({ pixCode: '00020126…6304ABCD' })).toMatchObject({ pixCode: '00020126…6304ABCD' });
  });

  it('has a printable name', () => {
    expect(readOne({ customerName: 'Zé\u001b@ <b>x</b>\r\n' })).toMatchObject({
      customerName: 'Zé@ <b>x</b>',
    });
  });
});

describe('a typed line', () => {
  it.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ['without value is legal', { typeableLine: LINE_WITHOUT_VALUE }, { sound: true }],
    [
      'of a collection boleto is read',
      { typeableLine: COLLECTION_LINE_OF_143_59, originalAmount: '143.59' },
      { sound: true, boleto: { kind: 'collection' } },
    ],
    ['that is empty is absent', { typeableLine: ' ' }, { sound: false, problem: 'absent' }],
    [
      'too short is malformed',
      { typeableLine: LINE_OF_123_45.slice(1) },
      { sound: false, problem: 'malformed' },
    ],
    ['of another type is malformed', { typeableLine: 3.4e46 }, { sound: false, problem: 'malformed' }],
    [
      'with a wrong digit is told so',
      { typeableLine: LINE_OF_123_45.replace(/5$/, '6') },
      { sound: false, problem: 'wrong-check-digit' },
    ],
    [
      'must carry the original amount',
      { originalAmount: '123.46' },
      { sound: false, problem: 'amount-mismatch' },
    ],
    [
      'may not carry the amount due instead',
      { originalAmount: '120.00', amountDue: '123.45' },
      { sound: false, problem: 'amount-mismatch' },
    ],
  ])('%s', (_name, change, slip) => {
    expect(readOne(change)).toMatchObject({ slip });
  });
});

describe('a list', () => {
  it('is sorted by due date', () => {
    const dates = ['2026-12-01', '2025-01-31', '2026-02-28'];
    const invoices = read(dates.map((dueDate, index) => ({ ...row, id: String(index), dueDate })));
    expect(invoices).toMatchObject({ value: [{ id: '1' }, { id: '2' }, { id: '0' }] });
  });

  it('is empty only when the ERP says so', () => {
    expect(read([])).toEqual({ ok: true, value: [] });
    for (const json of [undefined, null, {}, { rows: [] }, '']) {
      expect(read(json).ok).toBe(false);
    }
  });

  it('with amounts that do not add up is refused where the ERP is known to be consistent', () => {
    const rules = { ...MARKS, consistent: true };
    expect(read([{ ...row, amountDue: '126.45' }], rules).ok).toBe(true);
    expect(read([{ ...row, amountDue: '126.46' }], rules)).toEqual({
      ok: false,
      error: 'row 1: the amounts do not add up',
    });
    expect(read([{ ...row, amountDue: '126.46' }]).ok).toBe(true);
  });

  it('tells which invoices the ERP has as settled', () => {
    expect(read([{ ...row, settled: 'S' }])).toMatchObject({ value: [{ settled: true }] });
    expect(readOne({ settled: 'N' })).not.toHaveProperty('settled');
  });

  it('is not spoilt by an address of a PDF that is none', () => {
    expect(readOne({ pdfUrl: 'https://erp.example.com/1.pdf' })).toMatchObject({
      pdfUrl: 'https://erp.example.com/1.pdf',
    });
    expect(readOne({ pdfUrl: 'indisponível' })).not.toHaveProperty('pdfUrl');
  });

  it('counts a repeated invoice once', () => {
    expect(read([row, { ...row, code: 'other' }])).toEqual(read([row]));
  });

  it.each<[string, unknown, string]>([
    [
      'two invoices under one id',
      { ...row, amountDue: '1.00' },
      'id: two different invoices with the same id',
    ],
    [
      'another customer’s',
      { ...row, id: '2', document: '11144477735' },
      'row 2: document: another document than the one asked for',
    ],
    ['no id', { ...row, id: '' }, 'row 2: id: missing'],
    ['a rounded id', { ...row, id: 2 ** 60 }, 'row 2: id: not a whole number'],
    ['no due date', without('dueDate'), 'row 2: dueDate: missing'],
    ['an impossible due date', { ...row, dueDate: '31/02/2026' }, 'row 2: dueDate: not a date'],
    ['no original amount', without('originalAmount'), 'row 2: originalAmount: missing'],
    ['no amount due', { ...row, amountDue: null }, 'row 2: amountDue: missing'],
    [
      'an amount in two ways',
      { ...row, amountDue: '1.129' },
      'row 2: amountDue: an amount that can be read two ways',
    ],
    ['a negative amount', { ...row, amountDue: '-1.00' }, 'row 2: amountDue: negative'],
    ['an unreadable fine', { ...row, fine: 'dois' }, 'row 2: fine: not an amount'],
    ['an unreadable PIX text', { ...row, pixCode: false }, 'row 2: pixCode: not a text'],
    ['no invoice at all', null, 'row 2: not an object'],
  ])('with %s is wrong as a whole, and no data is quoted', (_name, second, error) => {
    expect(read([row, second])).toEqual({ ok: false, error });
  });

  it('never loses a row, whatever JSON holds', () => {
    const field = fc.constantFrom(...Object.keys(row));
    const change = fc.dictionary(field, fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(row))));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const rows = changes.map((each, index) => ({ ...row, ...each, id: String(index) }));
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
