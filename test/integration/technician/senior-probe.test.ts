import { afterEach, beforeEach, expect, it } from 'vitest';
import { testSeniorCrm } from '../../../src-main/technician/senior-probe.ts';
import {
  defaultSeniorAccount,
  type SeniorCrmSimulator,
  startSeniorCrmSimulator,
} from '../../simulators/senior-crm/senior-crm-simulator.ts';
import { probeParts, settingsWith } from './probe-setup.ts';

let senior: SeniorCrmSimulator;
let parts: ReturnType<typeof probeParts>;

beforeEach(async () => {
  parts = probeParts();
  senior = await startSeniorCrmSimulator();
});

afterEach(async () => {
  await Promise.all([senior.close(), parts.close()]);
});

function test(phone: string, change: Record<string, unknown> = {}) {
  const seniorCrm = { baseUrl: senior.url, ...defaultSeniorAccount, agentExtension: '8001', ...change };
  const settings = settingsWith({ relay: { seniorCrm } });
  return testSeniorCrm({ settings, phone, http: parts.http, clock: parts.clock });
}

it('without a number nothing is looked up: the CRM only answers', async () => {
  const report = await test('  ');
  expect(report.worked).toBe(true);
  expect(report.summary).toMatch(/responde.*digite um número/);
  expect(senior.ledger.requests).toEqual({ unknown: 1 });
  expect(senior.ledger.calls).toEqual([]);
});

it('with a number it is looked up once, and says who and which call', async () => {
  const report = await test('(54) 98765-4321');
  expect(report).toMatchObject({
    worked: true,
    summary: 'O CRM abriu a ligação 70001 para 0054987654321, em nome de Maria da Silva.',
  });
  expect(senior.ledger.requests).toEqual({ consult: 1 });
  expect(JSON.stringify(report)).not.toContain(defaultSeniorAccount.token);
});

it('an answer without the id of the call is said to be no good', async () => {
  senior.setManners({ customValue: 'none' });
  const report = await test('54987654321');
  expect(report).toMatchObject({ worked: false, summary: expect.stringMatching(/customvalue/) });
});

it('what is no number with area code is not sent', async () => {
  expect(await test('98765-4321')).toMatchObject({ worked: false, exchanges: [] });
});

it.each([
  [{ token: 'another-token' }, /401.*o token e o tenant/],
  [{ baseUrl: 'http://127.0.0.1:9' }, /recusou a conexão/],
])('says what to check (%o)', async (change, words) => {
  const report = await test('54987654321', change);
  expect(report).toMatchObject({ worked: false, code: 'RELAY-TROUBLE' });
  expect(report.summary).toMatch(words);
});

it('an error that comes with 200 is one', async () => {
  senior.setManners({ error: 'cliente não encontrado' });
  expect((await test('54987654321')).summary).toMatch(/disse não/);
});
