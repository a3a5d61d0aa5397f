import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../src-main/domain/result.ts';
import { testRelay } from '../../../src-main/technician/relay-probe.ts';
import {
  type CrmSimulator,
  defaultCrmAccount,
  startCrmSimulator,
} from '../../simulators/crm/crm-simulator.ts';
import { probeParts, settingsWith } from './probe-setup.ts';

let crm: CrmSimulator;
let parts: ReturnType<typeof probeParts>;

beforeEach(async () => {
  parts = probeParts();
  crm = await startCrmSimulator();
});

afterEach(async () => {
  await Promise.all([crm.close(), parts.close()]);
});

const audit = { auditFields: true, customerUsername: 'cliente@crm.example.com' };

function test(change: Record<string, unknown> = {}, agentEmail?: string) {
  const { clientId, clientSecret } = defaultCrmAccount;
  const settings = settingsWith({
    relay: { crm: { loginUrl: crm.url, clientId, clientSecret, ...change } },
  });
  const terminal = { ...settings.terminal, ...(agentEmail !== undefined && { agentEmail }) };
  return testRelay({
    settings: { ...settings, terminal },
    target: 'crm',
    http: parts.http,
    clock: parts.clock,
    readKeyFile: () => Promise.resolve(failure('missing')),
  });
}

describe('trying Salesforce', () => {
  it('says how and as whom it got in, what is there and what is left, and writes nothing', async () => {
    const report = await test();
    expect(report).toMatchObject({
      worked: true,
      summary: [
        'Entrou por client credentials como api@crm.example.com; API 62.0.',
        'O campo BalcaoVisit__c está no Case.',
        'Restam 14996 de 15000 chamadas hoje.',
      ].join(' '),
    });
    expect(crm.ledger.requests).toEqual({ token: 1, query: 1, describe: 1, limits: 1 });
    const shown = JSON.stringify(report);
    for (const secret of [defaultCrmAccount.clientId, defaultCrmAccount.clientSecret, '00Dcrmsim']) {
      expect(shown).not.toContain(secret);
    }
  });

  it('says that the login was refused, and what to check', async () => {
    const report = await test({ clientId: 'a', clientSecret: 'b' });
    expect(report).toMatchObject({ worked: false, code: 'RELAY-TROUBLE' });
    expect(report.summary).toMatch(
      /^Login: o Salesforce não deixou entrar \(invalid_client\): confira consumer key/,
    );
    expect(report.exchanges[0]?.answer).toContain('invalid_client');
  });

  it('shows neither password nor token', async () => {
    const user = { username: 'api@crm.example.com', password: 'pass-word-1', securityToken: 'token-2-x' };
    const report = await test({ signIn: 'username-password', ...user });
    expect(report.summary).toMatch(/invalid_grant.*senha e token de segurança/);
    expect(JSON.stringify(report)).not.toMatch(/pass-word-1|token-2-x/);
  });

  it('says that the private key cannot be read', async () => {
    const jwt = { signIn: 'jwt-bearer', username: 'a', privateKeyFile: 'k.pem' };
    expect((await test(jwt)).summary).toMatch(/^Login: a chave privada não pôde ser lida/);
    expect(crm.ledger.requests).toEqual({});
  });

  it('tells a login that worked from a question that did not', async () => {
    crm.setFaults([{ operation: 'limits', effect: { kind: 'status', status: 404 } }]);
    expect((await test()).summary).toMatch(
      /^O login deu certo; a consulta dos limites não: .*404.*versão da API/,
    );
  });

  it.each([
    [{ externalIdField: 'Falta__c' }, /falta o campo Falta__c no Case/],
    [{ externalIdField: 'BalcaoPlain__c' }, /BalcaoPlain__c do Case não está marcado como External ID/],
    [audit, /não tem a permissão “Set Audit Fields/],
  ])('says what is missing there: %o', async (change, words) => {
    const report = await test(change);
    expect(report).toMatchObject({ worked: false, code: 'RELAY-TROUBLE' });
    expect(report.summary).toMatch(words);
  });

  it('looks for the users that comments are by', async () => {
    crm.setAuditFields(true);
    const found = await test(audit, 'totem@horizonte.example');
    expect(found.summary).toContain('Achou o usuário com o e-mail do agente. Achou o usuário do cliente.');
    const missing = await test({ ...audit, customerUsername: 'ninguem@crm.example.com' });
    expect(missing.summary).toMatch(/não há usuário ativo do cliente \(ninguem@crm\.example\.com\)/);
  });
});
