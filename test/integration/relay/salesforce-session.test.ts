import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure, success } from '../../../src-main/domain/result.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import type { SalesforceAccess } from '../../../src-main/relay/crm/salesforce-access.ts';
import { type CrmSimulator, startCrmSimulator } from '../../simulators/crm/crm-simulator.ts';
import { openCrm } from './salesforce-setup.ts';

const phone = '5554987654321';
const hour = 3_600_000;
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

let crm: CrmSimulator;
let http: HttpClient;

beforeEach(async () => {
  crm = await startCrmSimulator({ publicKey, now: () => Date.UTC(2026, 10, 21, 12, 1) });
  http = createHttpClient();
});

afterEach(async () => {
  await crm.close();
  await http.close();
});

const byPassword: Partial<SalesforceAccess> = {
  signIn: 'username-password',
  username: 'api@crm.example.com',
  password: 'crm-sim-password',
  securityToken: 'crm-sim-security-token',
};

const byJwt: Partial<SalesforceAccess> = {
  signIn: 'jwt-bearer',
  username: 'api@crm.example.com',
  privateKeyFile: 'key.pem',
};

describe('signing in', () => {
  it.each([
    ['client credentials', {}],
    ['user name, password and token', byPassword],
    [
      'a password alone, where the org wants no token',
      { ...byPassword, password: 'crm-sim-passwordcrm-sim-security-token', securityToken: '' },
    ],
    ['JWT bearer', byJwt],
  ])('works by %s', async (_name, access) => {
    const desk = openCrm(crm, http, { access, readKeyFile: () => Promise.resolve(success(pem)) });
    desk.visit({ phone });
    await desk.until(() => expect(crm.ledger.cases).toHaveLength(1));
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.requests.token).toBe(1);
  });

  it.each([
    ['a wrong secret', { clientSecret: 'a-wrong-secret' }],
    ['a wrong password', { ...byPassword, password: 'a-wrong-password' }],
    ['a user that the app does not know', { ...byJwt, username: 'outro@crm.example.com' }],
  ])('with %s keeps what is to be told, asks rarely, and tells no secret', async (_name, access) => {
    const desk = openCrm(crm, http, { access, readKeyFile: () => Promise.resolve(success(pem)) });
    desk.visit({ phone });
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-DOWN'));
    await desk.failAgain(4, 6 * hour);
    expect(desk.states()).toEqual(['delivered', 'waiting']);
    expect(crm.ledger.requests).toEqual({ token: 5 });
    expect(desk.written()).toMatch(/sign-in: POST \S+: status 400 invalid_(client|grant)/);
    expect(desk.written()).not.toMatch(/a-wrong|52998224725|Maria|consumer-key|outro@|98765/);
  });

  it('is not taken for mended by a visit of which there is nothing to tell yet', async () => {
    const desk = openCrm(crm, http, { access: { clientSecret: 'a-wrong-secret' } });
    desk.visit({ id: 'v1', phone });
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-DOWN'));
    desk.outbox.record('v2', { type: 'visit-started' });
    desk.outbox.record('v2', { type: 'charge-expired', chargeId: 'c2' });
    await desk.failAgain(2, 6 * hour);
    expect(desk.log.codes).not.toContain('RELAY-BACK');
    expect(crm.ledger.requests).toEqual({ token: 3 });
  });

  it.each([
    ['is missing', () => failure('missing')],
    ['is none', () => success(Buffer.from('no key at all'))],
    ['is not of RSA', () => success(Buffer.from(otherKey.export({ type: 'pkcs8', format: 'pem' })))],
  ])('sends nothing where the private key %s', async (_name, read) => {
    const desk = openCrm(crm, http, { access: byJwt, readKeyFile: () => Promise.resolve(read()) });
    desk.visit({ phone });
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-DOWN'));
    expect(crm.ledger.requests).toEqual({});
    expect(desk.states()).toEqual(['delivered', 'waiting']);
  });

  it('is done once for several visits at the same time', async () => {
    const desk = openCrm(crm, http);
    desk.visit({ id: 'v1', phone });
    desk.visit({ id: 'v2', phone });
    await desk.until(() => expect(crm.ledger.cases).toHaveLength(2));
    expect(crm.ledger.requests.token).toBe(1);
  });

  it('takes no HTML for a session, and waits while nobody can sign in', async () => {
    crm.setFaults([
      { operation: 'token', times: 1, effect: { kind: 'garbage', garbage: 'html' } },
      { operation: 'token', times: 2, effect: { kind: 'status', status: 503 } },
    ]);
    const desk = openCrm(crm, http);
    desk.visit({ phone });
    await desk.until(() => expect(crm.ledger.cases).toHaveLength(1));
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.requests.token).toBe(4);
  });
});

describe('a session that ended', () => {
  it('is renewed once, and nothing is told twice', async () => {
    const desk = openCrm(crm, http);
    desk.visit({ id: 'v1', phone });
    await desk.until(() => expect(crm.ledger.cases).toHaveLength(1));
    crm.revokeSessions();
    desk.visit({ id: 'v2', phone });
    await desk.until(() => expect(crm.ledger.cases).toHaveLength(2));
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.requests.token).toBe(2);
    expect(desk.log.codes).not.toContain('RELAY-TROUBLE');
  });

  it('and ends again and again is not asked for without end: a 401 storm is bounded', async () => {
    const desk = openCrm(crm, http);
    desk.visit({ id: 'v1', phone });
    await desk.until(() => expect(crm.ledger.cases).toHaveLength(1));
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    crm.refuseSessions(true);
    const before = { ...crm.ledger.requests };
    desk.visit({ id: 'v2', phone });
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-DOWN'));
    await desk.failAgain(4, 6 * hour);
    expect(desk.states()).toEqual(['delivered', 'waiting']);
    const tries = (crm.ledger.requests.query ?? 0) - (before.query ?? 0);
    // The first finds the old session ended and renews it; from then on each try signs in once and asks once.
    expect(tries).toBe(6);
    expect((crm.ledger.requests.token ?? 0) - (before.token ?? 0)).toBe(5);
    crm.refuseSessions(false);
    await desk.clock.advance(6 * hour);
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.cases).toHaveLength(2);
  });
});

describe('the calls of a day', () => {
  it('that come to an end are told, once', async () => {
    crm.setApiCalls({ max: 100, used: 88 });
    const desk = openCrm(crm, http);
    desk.visit({ id: 'v1', phone });
    desk.visit({ id: 'v2', phone });
    await desk.until(() => expect(crm.ledger.cases).toHaveLength(2));
    expect(desk.crmLog.entries).toEqual([{ code: 'CRM-API-LIMIT', fields: { used: 90, most: 100 } }]);
  });

  it('that are used up make the kiosk wait, and nothing is lost', async () => {
    crm.setApiCalls({ max: 100, used: 100 });
    const desk = openCrm(crm, http);
    desk.visit({ phone });
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-DOWN'));
    await desk.failAgain(4, hour);
    expect(crm.ledger.requests).toEqual({ token: 1, query: 5 });
    expect(desk.written()).toContain('REQUEST_LIMIT_EXCEEDED');
    crm.setApiCalls({ max: 100, used: 0 });
    await desk.clock.advance(hour);
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(crm.ledger.cases).toHaveLength(1);
  });
});

it('a record that somebody else holds is tried again', async () => {
  const body = [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access: Maria' }];
  crm.setFaults([{ operation: 'composite', times: 1, effect: { kind: 'status', status: 400, body } }]);
  const desk = openCrm(crm, http);
  desk.visit({ phone });
  await desk.until(() => expect(crm.ledger.cases).toHaveLength(1));
  await desk.until(() => expect(desk.states()).toEqual(['delivered']));
  expect(desk.written()).toContain('UNABLE_TO_LOCK_ROW');
  expect(desk.written()).not.toContain('Maria');
});
