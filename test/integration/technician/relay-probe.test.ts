import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testRelay } from '../../../src-main/technician/relay-probe.ts';
import { type ChatSimulator, startChatSimulator } from '../../simulators/chat/chat-simulator.ts';
import {
  type CrmSimulator,
  defaultCrmAccount,
  startCrmSimulator,
} from '../../simulators/crm/crm-simulator.ts';
import { probeParts, settingsWith } from './probe-setup.ts';

let chat: ChatSimulator;
let crm: CrmSimulator;
let parts: ReturnType<typeof probeParts>;

beforeEach(async () => {
  parts = probeParts();
  [chat, crm] = await Promise.all([startChatSimulator(), startCrmSimulator()]);
});

afterEach(async () => {
  await Promise.all([chat.close(), crm.close(), parts.close()]);
});

function test(target: 'chat' | 'crm', change: Record<string, unknown> = {}) {
  const settings = settingsWith({
    relay: {
      chat: {
        onLoadContact: `${chat.url}/callbacks/OnLoadContact?key=chat-api-key-9&doc=$Document$&nome=$Name$&x=$Jid$`,
        onStartConversation: `${chat.url}/callbacks/OnStartConversation`,
      },
      crm: {
        loginUrl: crm.url,
        clientId: defaultCrmAccount.clientId,
        clientSecret: defaultCrmAccount.clientSecret,
      },
      ...change,
    },
  });
  return testRelay({ settings, target, http: parts.http, clock: parts.clock });
}

describe('trying the chat platform', () => {
  it('tells it of a contact that nobody can take for a customer, and nothing else', async () => {
    const report = await test('chat');
    expect(report.worked).toBe(true);
    expect(report.summary).toMatch(/^A plataforma respondeu: .*SegmentName/);
    expect(chat.ledger.callbacks).toMatchObject([
      {
        event: 'OnLoadContact',
        query: { key: 'chat-api-key-9', doc: '000.000.000-00', nome: expect.stringMatching(/TESTE/), x: '' },
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('chat-api-key-9');
  });

  it('says what to check when it refuses', async () => {
    chat.setAnswer('OnLoadContact', { status: 403, body: 'no' });
    const report = await test('chat');
    expect(report).toMatchObject({ worked: false, code: 'RELAY-TROUBLE' });
    expect(report.summary).toMatch(/403.*a chave que está no endereço/);
  });

  it.each([{ chat: {} }, { chat: { onEndConversation: 'http://127.0.0.1:9/' } }])(
    'sends nothing without an address (%o)',
    async (change) => {
      expect(await test('chat', change)).toMatchObject({ worked: false, exchanges: [] });
    },
  );
});

describe('trying Salesforce', () => {
  it('signs in and reads the limits, and writes nothing', async () => {
    const report = await test('crm');
    expect(report).toMatchObject({
      worked: true,
      summary: 'O Salesforce aceitou o login e a consulta; restam 14998 de 15000 chamadas hoje.',
    });
    expect(crm.ledger.requests).toEqual({ token: 1, limits: 1 });
    const shown = JSON.stringify(report);
    for (const secret of [defaultCrmAccount.clientId, defaultCrmAccount.clientSecret, '00Dcrmsim']) {
      expect(shown).not.toContain(secret);
    }
  });

  it('says that the login was refused', async () => {
    const report = await test('crm', { crm: { loginUrl: crm.url, clientId: 'a', clientSecret: 'b' } });
    expect(report).toMatchObject({ worked: false, code: 'RELAY-TROUBLE' });
    expect(report.summary).toMatch(/^Login: /);
    expect(report.exchanges[0]?.answer).toContain('invalid_client');
  });

  it('tells a login that worked from a question that did not', async () => {
    crm.setFaults([{ operation: 'limits', effect: { kind: 'status', status: 404 } }]);
    expect((await test('crm')).summary).toMatch(/^O login deu certo, a consulta não: .*404.*versão da API/);
  });
});
