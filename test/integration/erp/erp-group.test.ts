import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ConnectedErp, connectErps, prepareErps } from '../../../src-main/erp/connect-erp.ts';
import { ErpGroup } from '../../../src-main/erp/erp-group.ts';
import { createMappingEngine, type MappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { erpsSettings } from '../../../src-main/settings/erp-settings.ts';
import { todayInBrazil } from '../../simulators/codes/calendar.ts';
import {
  defaultErpToken,
  type ErpSimulator,
  type ErpSimulatorOptions,
  startErpSimulator,
} from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { fixtureInvoices } from '../../simulators/erp/fixture-invoices.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';

const { maria } = customers;

/** The other company knows Maria under another number, and numbers its invoices as the first one does. */
const there: ErpSimulatorOptions = {
  customers: [{ ...maria, id: '7901' }],
  invoices: fixtureInvoices(todayInBrazil())
    .filter(({ id }) => id === maria.invoices.plain)
    .map((invoice) => ({ ...invoice, customerId: '7901', originalCents: 4_321, typeableLine: '' })),
};

let first: ErpSimulator;
let second: ErpSimulator;
let mapping: MappingEngine;
let clock: ManualClock;
let log: RecordingLog;
let changes: number;
const http = createHttpClient();

beforeEach(async () => {
  first = await startErpSimulator();
  second = await startErpSimulator(there);
  mapping = createMappingEngine({ timeBoundMs: 20_000 });
  clock = new ManualClock();
  log = new RecordingLog();
  changes = 0;
});

afterEach(async () => {
  await Promise.all([first.close(), second.close(), mapping.close()]);
});

async function connect(
  change: Record<string, unknown> = {},
): Promise<{ erps: readonly ConnectedErp[]; group: ErpGroup }> {
  const auth = { token: defaultErpToken };
  const settings = erpsSettings.parse([
    { id: 'a', baseUrl: first.url, auth, timeoutMs: 5_000 },
    { id: 'b', companyName: 'Vale Fibra', baseUrl: second.url, auth, timeoutMs: 5_000, ...change },
  ]);
  const prepared = await prepareErps('/nowhere', settings, mapping);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const erps = connectErps(prepared.value, 'Rede Horizonte', {
    http,
    mapping,
    clock,
    log,
    random: () => 0.5,
    onHealthChange: () => {
      changes += 1;
    },
  });
  return { erps, group: new ErpGroup(erps, log) };
}

async function accountOf(group: ErpGroup) {
  const customer = await group.findCustomer(maria.document);
  if (!customer.ok || !customer.value) throw new Error('not found');
  const account = await group.openAccount(maria.document, customer.value);
  if (!account.ok) throw new Error(account.error.kind);
  return { customer: customer.value, ...account.value };
}

it('names every ERP whose settings do not fit its profile, each by its place', async () => {
  const settings = erpsSettings.parse([
    { id: 'a', baseUrl: first.url },
    { id: 'b', profile: 'nenhum', baseUrl: second.url },
  ]);
  const prepared = await prepareErps('/nowhere', settings, mapping);
  expect(prepared.ok ? [] : prepared.error.map(({ field }) => field)).toEqual([
    'erps[0].auth.token',
    'erps[1].profile',
  ]);
});

it('puts together what two companies have, under the ids of each', async () => {
  const { group } = await connect();
  const { customer, invoices, contracts, unreadable } = await accountOf(group);
  expect(Object.fromEntries(customer.erpIds)).toEqual({ a: maria.id, b: '7901' });
  const same = invoices.filter(({ id }) => id === maria.invoices.plain);
  expect(same.map(({ erp, dueCents }) => [erp, dueCents])).toContainEqual(['b', 4_321]);
  expect(new Set(same.map(({ key }) => key)).size).toBe(2);
  expect(contracts.some(({ label }) => label.startsWith('Vale Fibra · '))).toBe(true);
  expect(contracts.some(({ label }) => label.startsWith('Rede Horizonte · '))).toBe(true);
  expect(unreadable).toEqual([]);
});

it('goes on with one company while the other is unreachable, remembers that, and hears when it is back', async () => {
  const { group, erps } = await connect();
  second.setFaults([{ effect: { kind: 'status', status: 503 } }]);
  const partly = await accountOf(group);
  expect(partly.customer.unreadable).toEqual(['Vale Fibra']);
  expect(partly.invoices.every(({ erp }) => erp === 'a')).toBe(true);
  expect(log.entries).toContainEqual(
    expect.objectContaining({
      code: 'ERP-PARTLY-UNAVAILABLE',
      fields: expect.objectContaining({ erp: 'b' }),
    }),
  );
  await group.findCustomer(maria.document);
  expect(erps.map((erp) => erp.isDown())).toEqual([false, true]);
  expect(group.isDown()).toBe(false);
  expect(log.entries).toContainEqual(
    expect.objectContaining({ code: 'ERP-DOWN', fields: expect.objectContaining({ erp: 'b' }) }),
  );
  expect(changes).toBe(1);

  second.setFaults([]);
  await vi.waitFor(async () => {
    await clock.advance(5_000);
    expect(erps.map((erp) => erp.isDown())).toEqual([false, false]);
  });
  expect(changes).toBe(2);
  expect((await accountOf(group)).customer.erpIds.size).toBe(2);
});

it('asks each with its own profile and its own words', async () => {
  const { group, erps } = await connect({ paths: { getCustomer: '/nowhere' }, repeat: 'never' });
  expect(erps.map(({ rules }) => rules.repeat)).toEqual(['after-window', 'never']);
  const { customer } = await accountOf(group);
  expect([...customer.erpIds.keys()]).toEqual(['a']);
});

it('is down when all are, and asks nobody then', async () => {
  const { group } = await connect();
  for (const erp of [first, second]) erp.setFaults([{ effect: { kind: 'status', status: 503 } }]);
  await group.findCustomer(maria.document);
  await group.findCustomer(maria.document);
  expect(group.isDown()).toBe(true);
  const asked = second.ledger.requests.getCustomer;
  expect(await group.findCustomer(maria.document)).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
  expect(second.ledger.requests.getCustomer).toBe(asked);
});
