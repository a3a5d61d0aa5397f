import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createSalesforceCase, type SalesforceAccess } from '../../../src-main/relay/crm/salesforce-case.ts';
import {
  type CrmSimulator,
  defaultCrmAccount,
  startCrmSimulator,
} from '../../simulators/crm/crm-simulator.ts';
import { openPostOffice } from '../../unit/relay/post-office.ts';

let crm: CrmSimulator;
let http: HttpClient;

beforeEach(async () => {
  crm = await startCrmSimulator();
  http = createHttpClient();
});

afterEach(async () => {
  await crm.close();
  await http.close();
});

function openCrm(change: Partial<SalesforceAccess> = {}) {
  const access: SalesforceAccess = {
    loginUrl: crm.url,
    clientId: defaultCrmAccount.clientId,
    clientSecret: defaultCrmAccount.clientSecret,
    apiVersion: '62.0',
    externalIdField: 'BalcaoVisit__c',
    ...change,
  };
  const office = openPostOffice([createSalesforceCase(access, 'T01', http)]);
  return {
    ...office,
    visit({ phone }: { readonly phone?: string } = {}): void {
      const contact = { document: '52998224725', name: 'Maria', customerErpId: '7001' };
      office.outbox.record('v1', { type: 'visit-started' });
      office.visits.identify('v1', { ...contact, ...(phone !== undefined && { phone }) });
      office.outbox.record('v1', { type: 'customer-identified' });
      office.outbox.record('v1', {
        type: 'charge-paid',
        chargeId: 'c1',
        txid: 'txid1',
        invoiceIds: ['910003'],
        amountCents: 9_990,
        endToEndId: 'E1',
      });
      office.outbox.record('v1', { type: 'visit-ended', reason: 'completed' });
    },
    until: (expectation: () => void) =>
      vi.waitFor(
        async () => {
          await office.clock.advance(1_000);
          expectation();
        },
        { timeout: 20_000, interval: 3 },
      ),
    state: () => office.deliveries('salesforce-case').map(({ state }) => state),
  };
}

it('makes one Case of a visit, with what happened in it', async () => {
  const desk = openCrm();
  desk.visit({ phone: '5554987654321' });
  await desk.until(() => expect(desk.state()).toEqual(['delivered']));
  expect(crm.ledger.cases).toMatchObject([
    {
      externalField: 'BalcaoVisit__c',
      externalId: 'v1',
      times: 1,
      fields: { Subject: '5554987654321 [v1]', Origin: 'Totem', Status: 'Closed' },
    },
  ]);
  const description = String(crm.ledger.cases[0]?.fields.Description).split('\n');
  expect(description.map((line) => line.replace(/^\S+ /, ''))).toEqual([
    'Atendimento iniciado',
    'Cliente identificado',
    'PIX de R$ 99,90 pago (E1)',
    'Atendimento encerrado (completed)',
  ]);
});

it('names the terminal when there is no number', async () => {
  const desk = openCrm();
  desk.visit();
  await desk.until(() => expect(crm.ledger.cases[0]?.fields.Subject).toBe('Totem T01 [v1]'));
});

it.each([
  ['the answer is lost', { kind: 'drop-after' }],
  ['a 500 comes although it worked', { kind: 'status', status: 500, acts: true }],
] as const)('makes no second Case when %s', async (_name, effect) => {
  crm.setFaults([{ operation: 'upsertCase', times: 2, effect }]);
  const desk = openCrm();
  desk.visit();
  await desk.until(() => expect(desk.state()).toEqual(['delivered']));
  expect(crm.ledger.cases).toMatchObject([{ externalId: 'v1', times: 3 }]);
});

it('reads the answer without a body that older versions give to a repeat', async () => {
  crm.setFaults([{ operation: 'upsertCase', times: 1, effect: { kind: 'drop-after' } }]);
  const desk = openCrm({ apiVersion: '45.0' });
  desk.visit();
  await desk.until(() => expect(desk.state()).toEqual(['delivered']));
  expect(crm.ledger.cases).toHaveLength(1);
});

it('waits while nobody can sign in', async () => {
  crm.setFaults([{ operation: 'token', times: 3, effect: { kind: 'status', status: 503 } }]);
  const desk = openCrm();
  desk.visit();
  await desk.until(() => expect(desk.state()).toEqual(['delivered']));
  expect(crm.ledger.requests).toMatchObject({ token: 4, upsertCase: 1 });
});

it('takes no HTML for a session', async () => {
  crm.setFaults([{ operation: 'token', times: 1, effect: { kind: 'garbage', garbage: 'html' } }]);
  const desk = openCrm();
  desk.visit();
  await desk.until(() => expect(desk.state()).toEqual(['delivered']));
});

it('gives up what the CRM refuses, without a secret in log or row', async () => {
  const desk = openCrm({ clientSecret: 'a-wrong-secret' });
  desk.visit();
  await desk.until(() => expect(desk.state()).toEqual(['dead']));
  const written = JSON.stringify([desk.log.entries, desk.deliveries('salesforce-case')]);
  expect(written).not.toMatch(/a-wrong-secret|52998224725|Maria|consumer-key/);
});

it('makes no Case of a visit in which nobody was identified', async () => {
  const desk = openCrm();
  desk.outbox.record('v1', { type: 'visit-started' });
  desk.outbox.record('v1', { type: 'visit-ended', reason: 'timed-out' });
  await desk.until(() => expect(desk.state()).toEqual(['delivered']));
  expect(crm.ledger.cases).toEqual([]);
  expect(crm.ledger.requests).toEqual({});
});
