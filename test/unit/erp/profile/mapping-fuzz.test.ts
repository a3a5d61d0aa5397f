import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invoice } from '../../../../src-main/domain/invoice.ts';
import { erpOperations } from '../../../../src-main/erp/erp-operation.ts';
import { createMappingEngine } from '../../../../src-main/erp/mapping/mapping-engine.ts';
import { builtInProfiles } from '../../../../src-main/erp/profile/built-in-profiles.ts';
import { checkErpProfile } from '../../../../src-main/erp/profile/load-profile.ts';
import { createProfileGateway } from '../../../../src-main/erp/profile/profile-gateway.ts';
import type { ErpProfile } from '../../../../src-main/erp/profile/profile-schema.ts';
import type { HttpRequest } from '../../../../src-main/http/http-client.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { DOCUMENT, everyOperation } from './every-operation.ts';
import { answered, FakeErp } from './fake-erp.ts';

const mapping = createMappingEngine();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

afterAll(() => mapping.close());

/** The names that a profile's mappings mention, so that random objects have fields that matter. */
function namesOf(profile: ErpProfile): string[] {
  const text = JSON.stringify(Object.values(profile.operations).map(({ result }) => result));
  return [...new Set(text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])];
}

const values = fc.oneof(
  { arbitrary: fc.jsonValue({ maxDepth: 2 }), weight: 2 },
  {
    arbitrary: fc.constantFrom<unknown>(
      '',
      null,
      '1',
      7001,
      '129.90',
      '1.129,90',
      '1.129',
      129.9,
      '-1.00',
      '2026-11-09',
      '09/11/2026 10:30',
      '31/02/2026',
      'S',
      'não',
      DOCUMENT,
      '11144477735',
      'ok',
      'https://x.example.com/1.pdf',
      'None',
      [],
      {},
    ),
    weight: 3,
  },
);

function answersOf(profile: ErpProfile) {
  const names = fc.constantFrom(...namesOf(profile));
  const row = fc.dictionary(names, values, { maxKeys: 25 });
  const rows = fc.array(fc.oneof(row, values), { maxLength: 4 });
  const wrapped = fc
    .tuple(names, rows, fc.oneof(fc.constant(true), values))
    .map(([name, list, total]) => ({ [name]: list, total: total === true ? list.length : total }));
  const plain = fc.oneof(row, rows, wrapped, fc.record({ registros: rows, total: values }), values);
  // Contract B may put the whole answer into a text.
  return fc.oneof(
    { arbitrary: plain, weight: 3 },
    { arbitrary: plain.map((answer) => JSON.stringify(answer)), weight: 1 },
  );
}

/** Answers of an ERP whose logins go well: else nothing but the login would be tried. */
function afterLogin(reply: () => ReturnType<typeof answered>) {
  return ({ url }: HttpRequest) =>
    url.endsWith('/oauth/token') ? answered({ access_token: 't', expires_in: 3600 }) : reply();
}

function assertNamed(result: unknown): void {
  const { ok, error, outcome } = Object(result) as {
    ok?: unknown;
    error?: { kind?: unknown };
    outcome?: unknown;
  };
  if (outcome !== undefined)
    expect(['accepted', 'refused', 'already-settled', 'not-sent', 'unknown']).toContain(outcome);
  else if (ok !== true) expect(['not-sent', 'malformed', 'refused']).toContain(error?.kind);
  for (const [, cents] of JSON.stringify(result).matchAll(/"\w*Cents":([^,}]+)/g)) {
    expect(Number.isSafeInteger(Number(cents))).toBe(true);
  }
  // Text of the answer stays out of what goes to the log.
  expect(JSON.stringify(error ?? {})).not.toMatch(/52998224725|11144477735/);
}

describe.each([...builtInProfiles.keys()])('the mappings of %s', (name) => {
  let profile: ErpProfile;

  beforeAll(async () => {
    const checked = await checkErpProfile(await builtInProfiles.get(name)?.load(), mapping);
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    profile = checked.value;
  });

  function gateway(http: FakeErp) {
    const connection = {
      baseUrl: 'https://erp.example.com',
      credentials: { token: 't', username: 'u', password: 'p', clientId: 'c', clientSecret: 's' },
      http,
      mapping,
      log,
    };
    return createProfileGateway(profile, { ...connection, clock: new ManualClock() });
  }

  it.each(erpOperations)('%s makes a value or a named error of any JSON', async (operation) => {
    const http = new FakeErp(() => answered(null));
    const erp = gateway(http);
    await fc.assert(
      fc.asyncProperty(answersOf(profile), async (json) => {
        http.answer = afterLogin(() => answered(json));
        assertNamed(await everyOperation[operation](erp));
      }),
      { numRuns: 60 },
    );
  });

  it('no operation takes what is not JSON for an answer', async () => {
    for (const text of ['{ [ {} ] }', '<html></html>', '', '[{"a":1}']) {
      const http = new FakeErp(
        afterLogin(() => ({ ok: true, value: { status: 200, contentType: '', text } })),
      );
      const erp = gateway(http);
      for (const operation of erpOperations.filter((each) => profile.operations[each])) {
        const result = (await everyOperation[operation](erp)) as { ok?: boolean; outcome?: string };
        expect(result.outcome ?? result.ok).toBe(result.outcome === undefined ? false : 'unknown');
      }
    }
  });
});

/** How each ERP lists open invoices: what goes around the rows, and the names of id, due date and amounts. */
const lists: Record<string, [(rows: unknown[]) => unknown, readonly string[]]> = {
  'contract-a': [(rows) => rows, ['id_fatura', 'vencimento', 'valor_inicial', 'valor_atual']],
  'contract-b': [(rows) => JSON.stringify(rows), ['fatura', 'vencimento', 'valor_inicial', 'valor_final']],
  hubsoft: [(faturas) => ({ status: 'success', faturas }), ['id_fatura', 'data_vencimento', 'valor']],
  ixc: [
    (registros) => ({ total: String(registros.length), registros }),
    ['id', 'data_vencimento', 'valor', 'valor_aberto'],
  ],
  sgp: [(titulos) => ({ titulos }), ['id', 'dataVencimento', 'valor', 'valorCorrigido']],
};

it('has a list for every built-in profile', () => {
  expect(Object.keys(lists)).toEqual([...builtInProfiles.keys()]);
});

it.each(Object.entries(lists))('never makes a wrong cent of an amount of %s', async (name, [wrap, names]) => {
  const checked = await checkErpProfile(await builtInProfiles.get(name)?.load(), mapping);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const http = new FakeErp(() => answered(null));
  const credentials = { token: 't', clientId: 'c', clientSecret: 's' };
  const connection = { baseUrl: 'https://erp.example.com', credentials, http, mapping, log };
  const erp = createProfileGateway(checked.value, { ...connection, clock: new ManualClock() });
  const written = fc.tuple(
    fc.integer({ min: 0, max: 99_999_999 }),
    fc.constantFrom('number', 'dot', 'comma', 'grouped'),
  );
  const [id = '', dueDate = '', ...amountNames] = names;
  let read = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 5 }), async (amounts) => {
      const rows = amounts.map(([cents, style], index) => ({
        [id]: `9${index}`,
        [dueDate]: '2026-11-09',
        ...Object.fromEntries(amountNames.map((each) => [each, write(cents, style)])),
      }));
      http.answer = afterLogin(() => answered(wrap(rows)));
      const invoices = await erp.listOpenInvoices(DOCUMENT);
      if (!invoices.ok) return;
      read += 1;
      const byId = new Map(invoices.value.map((invoice: Invoice) => [invoice.id, invoice.dueCents]));
      expect(amounts.map((_amount, index) => byId.get(`9${index}`))).toEqual(amounts.map(([cents]) => cents));
    }),
  );
  expect(read).toBeGreaterThan(0);
});

function write(cents: number, style: string): unknown {
  if (style === 'number') return cents / 100;
  const text = (cents / 100).toFixed(2);
  if (style === 'dot') return text;
  const [whole = '', decimals = ''] = text.split('.');
  return `${style === 'grouped' ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole},${decimals}`;
}
