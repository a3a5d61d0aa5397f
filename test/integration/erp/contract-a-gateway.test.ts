import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErpGateway } from '../../../src-main/erp/erp-gateway.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import type { Log } from '../../../src-main/logging/log.ts';
import {
  defaultErpToken,
  type ErpSimulator,
  type ErpSimulatorOptions,
  startErpSimulator,
} from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { connectTestErp } from './connect-test-erp.ts';

const { maria, twoContracts, company, alphanumericCompany, noneOpen, many, difficult } = customers;

let erp: ErpSimulator;
let http: HttpClient;
let logged: unknown[][];

const log: Log = {
  info: (...line) => logged.push(['info', ...line]),
  warn: (...line) => logged.push(['warn', ...line]),
  error: (...line) => logged.push(['error', ...line]),
};

beforeEach(async () => {
  logged = [];
  http = createHttpClient();
  erp = await startErpSimulator();
});

afterEach(async () => {
  await erp.close();
  await http.close();
});

async function restart(options: ErpSimulatorOptions): Promise<void> {
  await erp.close();
  erp = await startErpSimulator(options);
}

const mapping = createMappingEngine();

afterAll(() => mapping.close());

/** The kiosk's gateway to the simulator, by the built-in profile and what the settings change. */
function gateway(change: Record<string, unknown> = {}): Promise<ErpGateway> {
  const settings = {
    profile: 'contract-a',
    baseUrl: erp.url,
    auth: { token: defaultErpToken },
    timeoutMs: 5000,
    ...change,
  };
  return connectTestErp(settings, { http, log, mapping });
}

function writeOff(invoiceId: string = maria.invoices.plain) {
  return { customerErpId: maria.id, invoiceId, idempotencyKey: 'key-1' };
}

describe('getCustomer', () => {
  it.each([
    ['a CPF', maria],
    ['a numeric CNPJ', company],
    ['an alphanumeric CNPJ', alphanumericCompany],
  ])('finds %s', async (_name, customer) => {
    expect(await (await gateway()).getCustomer(customer.document)).toMatchObject({
      ok: true,
      value: { erpId: customer.id, name: customer.name, active: true },
    });
  });

  it('brings birth date and telephones for the second factor', async () => {
    expect(await (await gateway()).getCustomer(maria.document)).toMatchObject({
      value: { birthDate: '1985-03-15', phones: ['5554987654321', '54987654321', '5434521000'] },
    });
  });

  it.each(['empty-object', 'empty-list', 'not-found'] as const)(
    'answers "nobody" for an unknown document when the ERP says %s',
    async (unknownCustomer) => {
      erp.behave({ unknownCustomer });
      expect(await (await gateway()).getCustomer('11122233396')).toEqual({ ok: true, value: undefined });
      expect(logged).toEqual([]);
    },
  );

  it('hands on no control characters of a hostile name', async () => {
    const customer = await (await gateway()).getCustomer(difficult.document);
    expect(customer.ok && customer.value?.name).toMatch(/^Zé .*<b>Ninguém<\/b>.* Ltda$/);
    expect(JSON.stringify(customer)).not.toMatch(/\\u00[01]/);
  });
});

describe('listOpenInvoices', () => {
  it('brings the oldest due date first', async () => {
    const ids = maria.invoices;
    expect(await (await gateway()).listOpenInvoices(maria.document)).toMatchObject({
      ok: true,
      value: [
        { id: ids.overdue, dueCents: 13_302, originalCents: 12_990, slip: { sound: true } },
        { id: ids.withPixCode, pixCode: expect.stringMatching(/^000201/), slip: { sound: true } },
        { id: ids.plain, slip: { sound: true, boleto: { kind: 'bank' } } },
        { id: ids.collection, slip: { sound: true, boleto: { kind: 'collection' } } },
      ],
    });
  });

  it('asks for one contract only', async () => {
    const invoices = await (await gateway()).listOpenInvoices(twoContracts.document, '3003');
    expect(invoices).toMatchObject({
      value: [
        { id: twoContracts.invoices.secondContract, contractIds: ['3003'] },
        { id: twoContracts.invoices.bothContracts, contractIds: ['3002', '3003'] },
      ],
    });
  });

  it('brings none, or 200', async () => {
    expect(await (await gateway()).listOpenInvoices(noneOpen.document)).toEqual({ ok: true, value: [] });
    const invoices = await (await gateway()).listOpenInvoices(many.document);
    expect(invoices.ok && invoices.value).toHaveLength(200);
  });

  it('offers invoices with an unsound typed line all the same, and tells the technician', async () => {
    const ids = difficult.invoices;
    const invoices = await (await gateway()).listOpenInvoices(difficult.document);
    const slips = new Map(invoices.ok ? invoices.value.map(({ id, slip }) => [id, slip]) : []);
    expect(slips.get(ids.brokenLine)).toEqual({ sound: false, problem: 'wrong-check-digit' });
    expect(slips.get(ids.contradictingLine)).toEqual({ sound: false, problem: 'amount-mismatch' });
    expect(slips.get(ids.noLine)).toEqual({ sound: false, problem: 'absent' });
    expect(slips.get(ids.zeroValueLine)).toMatchObject({ sound: true });
    expect(logged).toEqual([
      ['warn', 'ERP-TYPED-LINE-UNSOUND', { invoiceId: ids.brokenLine, problem: 'wrong-check-digit' }],
      ['warn', 'ERP-TYPED-LINE-UNSOUND', { invoiceId: ids.contradictingLine, problem: 'amount-mismatch' }],
      [
        'warn',
        'ERP-AMOUNTS-DISAGREE',
        { invoiceId: ids.inconsistentAmounts, sumCents: 13_250, dueCents: 12_990 },
      ],
    ]);
  });
});

describe('the other lists', () => {
  it('brings contracts', async () => {
    expect(await (await gateway()).listContracts(twoContracts.document)).toEqual({
      ok: true,
      value: twoContracts.contracts,
    });
  });

  it('brings the statement, where only settled invoices have a date', async () => {
    await (await gateway()).writeOffInvoice(writeOff());
    const rows = await (await gateway()).listStatement(maria.document, maria.id);
    const settled = rows.ok ? rows.value.filter((row) => row.writtenOffOn !== undefined) : [];
    expect(settled.map((row) => row.invoiceId).sort()).toEqual(['909001', maria.invoices.plain]);
    expect(rows.ok && rows.value.map((row) => row.invoiceId)).toContain(maria.invoices.overdue);
  });
});

it.each<[string, ErpSimulatorOptions, Record<string, unknown>]>([
  ['lists within an object', { listShape: 'object' }, {}],
  ['Brazilian marks', { decimalMark: ',', thousandsMark: '.' }, { decimalMark: ',', thousandsMark: '.' }],
  ['Brazilian dates under their other names', { dateFormat: 'br', dateNames: 'data' }, {}],
  ['input in the body of a GET', {}, { getInput: 'body' }],
  [
    'a token in a header of its own',
    { tokenHeader: 'X-Api-Key', tokenScheme: '', token: 'k' },
    { auth: { header: 'X-Api-Key', scheme: '', token: 'k' } },
  ],
])('reads the same from an ERP with %s', async (_name, options, change) => {
  const readAll = async (reader: ErpGateway) => [
    await reader.getCustomer(company.document),
    await reader.listContracts(company.document),
    await reader.listOpenInvoices(company.document),
    await reader.listStatement(noneOpen.document, noneOpen.id),
  ];
  const expected = await readAll(await gateway());
  expect(expected.map(({ ok }) => ok)).toEqual([true, true, true, true]);

  await restart(options);

  expect(await readAll(await gateway(change))).toEqual(expected);
});

describe('an ERP in trouble', () => {
  it.each(['html', 'broken-json', 'double-brace'] as const)(
    'that answers %s is malformed, never empty',
    async (garbage) => {
      erp.setFaults([{ effect: { kind: 'garbage', garbage, acts: true } }]);
      const reader = await gateway();
      const answers = [
        await reader.getCustomer(maria.document),
        await reader.listContracts(maria.document),
        await reader.listOpenInvoices(maria.document),
        await reader.listStatement(maria.document, maria.id),
      ];
      for (const answer of answers) {
        expect(answer).toMatchObject({ ok: false, error: { kind: 'malformed' } });
      }
      expect(logged).toHaveLength(4);
    },
  );

  it('that is down, slow or overloaded says which', async () => {
    const listed = async () => (await gateway({ timeoutMs: 500 })).listOpenInvoices(maria.document);
    erp.setFaults([{ effect: { kind: 'status', status: 503, retryAfter: 9 } }]);
    expect(await listed()).toMatchObject({
      error: { kind: 'server-error', status: 503, retryAfterMs: 9000 },
    });
    erp.setFaults([{ effect: { kind: 'hang' } }]);
    expect(await listed()).toMatchObject({ error: { kind: 'no-answer' } });
    erp.setFaults([{ effect: { kind: 'drop-before' } }]);
    expect(await listed()).toMatchObject({ error: { kind: 'no-answer' } });
    await erp.close();
    expect(await listed()).toMatchObject({ error: { kind: 'not-sent' } });
    await restart({});
  });

  it('that has no such path has not said "no invoices"', async () => {
    const paths = { listOpenInvoices: '/x' };
    expect(await (await gateway({ paths })).listOpenInvoices(maria.document)).toMatchObject({
      error: { kind: 'refused', status: 404 },
    });
  });

  it('leaves no document, name or token in log or failure', async () => {
    const reader = await gateway({
      auth: { header: 'Authorization', scheme: 'Bearer', token: 'wrong-token' },
    });
    const answers = [await reader.getCustomer(maria.document), await reader.listOpenInvoices(maria.document)];
    expect(answers.map(({ ok }) => ok)).toEqual([false, false]);
    expect(logged).toHaveLength(2);
    expect(JSON.stringify([logged, answers])).not.toMatch(/52998224725|wrong-token|Maria/);
  });
});

describe('writeOffInvoice', () => {
  it('names customer, invoice and key', async () => {
    expect(await (await gateway()).writeOffInvoice(writeOff())).toEqual({
      outcome: 'accepted',
      detail: 'Baixa efetuada',
    });
    expect(erp.ledger.writeOffPosts).toMatchObject([
      { customerId: maria.id, invoiceId: maria.invoices.plain, idempotencyKey: 'key-1' },
    ]);
    expect(erp.isOpen(maria.invoices.plain)).toBe(false);
  });

  it.each(['say-already-settled', 'refuse'] as const)(
    'hears that it was settled before when the ERP is one to %s',
    async (writeOffOfSettled) => {
      erp.behave({ writeOffOfSettled });
      erp.settleElsewhere(maria.invoices.plain);
      expect(await (await gateway()).writeOffInvoice(writeOff())).toMatchObject({
        outcome: 'already-settled',
      });
    },
  );

  it('is refused for an invoice that is not there', async () => {
    expect(await (await gateway()).writeOffInvoice(writeOff('919999'))).toMatchObject({ outcome: 'refused' });
  });

  it('is unknown when the status is none of the configured words', async () => {
    erp.behave({ writeOffStatus: 'Processando' });
    expect(await (await gateway()).writeOffInvoice(writeOff())).toEqual({
      outcome: 'unknown',
      detail: 'Processando',
    });
  });

  it('is unknown, and sent once, when the reply is lost after it took effect', async () => {
    erp.setFaults([{ effect: { kind: 'drop-after' } }]);
    expect(await (await gateway()).writeOffInvoice(writeOff())).toMatchObject({ outcome: 'unknown' });
    expect(erp.ledger.writeOffs).toMatchObject([{ times: 1, effective: 1 }]);
  });

  it.each([
    ['a time-out', { kind: 'hang' }],
    ['HTML with 200', { kind: 'garbage', garbage: 'html', acts: true }],
    ['a 500', { kind: 'status', status: 500 }],
  ] as const)('is unknown after %s', async (_name, effect) => {
    erp.setFaults([{ effect }]);
    expect(await (await gateway({ timeoutMs: 500 })).writeOffInvoice(writeOff())).toMatchObject({
      outcome: 'unknown',
    });
    expect(erp.ledger.writeOffs).toMatchObject([{ times: 1 }]);
  });

  it('is unknown with the wait that an overloaded ERP asks for', async () => {
    erp.setFaults([{ effect: { kind: 'status', status: 429, retryAfter: '30' } }]);
    expect(await (await gateway()).writeOffInvoice(writeOff())).toMatchObject({
      outcome: 'unknown',
      retryAfterMs: 30_000,
    });
  });

  it('was not sent when nobody listens', async () => {
    await erp.close();
    expect(await (await gateway()).writeOffInvoice(writeOff())).toMatchObject({ outcome: 'not-sent' });
    await restart({});
  });
});
