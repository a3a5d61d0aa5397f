import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestedTarget } from '../../../src-main/contract/technician.ts';
import { failure } from '../../../src-main/domain/result.ts';
import { testRelay } from '../../../src-main/technician/relay-probe.ts';
import {
  type ChatSimulator,
  defaultChatAccount,
  startChatSimulator,
} from '../../simulators/chat/chat-simulator.ts';
import type { Simulator } from '../../simulators/server/simulator.ts';
import type { WebhookLedger } from '../../simulators/webhook/ledger.ts';
import { defaultWebhookSecret, startWebhookSimulator } from '../../simulators/webhook/webhook-simulator.ts';
import { probeParts, settingsWith } from './probe-setup.ts';

let chat: ChatSimulator;
let webhook: Simulator<WebhookLedger>;
let parts: ReturnType<typeof probeParts>;

beforeEach(async () => {
  parts = probeParts();
  [chat, webhook] = await Promise.all([startChatSimulator(), startWebhookSimulator()]);
});

afterEach(async () => {
  await Promise.all([chat.close(), webhook.close(), parts.close()]);
});

function test(target: TestedTarget, change: Record<string, unknown> = {}) {
  const settings = settingsWith({
    relay: {
      chat: {
        onLoadContact: `${chat.url}/callbacks/OnLoadContact?key=chat-api-key-9&doc=$Document$&nome=$Name$&x=$Jid$`,
        onStartConversation: `${chat.url}/callbacks/OnStartConversation`,
      },
      ...change,
    },
  });
  const readKeyFile = () => Promise.resolve(failure('missing'));
  return testRelay({ settings, target, http: parts.http, clock: parts.clock, readKeyFile });
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

  it('says that nothing of the answer is of use', async () => {
    chat.setAnswer('OnLoadContact', { body: { UrlInfo: 'https://x.example' } });
    expect((await test('chat')).summary).toContain('(0 campos aproveitados)');
  });

  it('says so when the answer is an error with a 200', async () => {
    chat.setAnswer('OnLoadContact', { body: 'Fatal error: x' });
    expect(await test('chat')).toMatchObject({ worked: false, code: 'RELAY-TROUBLE' });
  });
});

describe('trying the variables API', () => {
  const change = (key: string) => ({
    chat: {
      wid: defaultChatAccount.wid,
      variables: { baseUrl: `${chat.url}/api/witime`, key },
    },
  });

  it('reads a variable, and changes none', async () => {
    const report = await test('chat', change(defaultChatAccount.key));
    expect(report).toMatchObject({ worked: true, summary: 'A API de variáveis aceitou a chave.' });
    expect(chat.ledger.requests).toMatchObject({ loadVariable: 1 });
    expect(chat.ledger.variables).toEqual({});
    expect(JSON.stringify(report)).not.toContain(defaultChatAccount.key);
  });

  it('says what to check when the key is not taken', async () => {
    const report = await test('chat', change('another-api-key-5'));
    expect(report).toMatchObject({ worked: false, code: 'RELAY-TROUBLE' });
    expect(report.summary).toMatch(/403.*a chave da API e o WID/);
    expect(JSON.stringify(report)).not.toContain('another-api-key-5');
  });
});

describe('trying a webhook', () => {
  const entry = (secret: string) => ({ webhooks: [{ id: 'bi', url: `${webhook.url}/events`, secret }] });

  it('posts a signed event that stands for nothing, and shows the secret to nobody', async () => {
    const report = await test('webhook:bi', entry(defaultWebhookSecret));
    expect(report).toMatchObject({ worked: true, summary: 'O evento de teste foi recebido.' });
    expect(webhook.ledger.received).toMatchObject([{ body: { type: 'test', version: 1, data: {} } }]);
    expect(JSON.stringify(report)).not.toContain(defaultWebhookSecret.slice(6));
  });

  it('says what to check when the signature is not taken', async () => {
    const other = 'whsec_YW5vdGhlci13ZWJob29rLWtleS1vZi0zMi1ieXRlcy4=';
    const report = await test('webhook:bi', entry(other));
    expect(report).toMatchObject({ worked: false, code: 'RELAY-TROUBLE' });
    expect(report.summary).toMatch(/401.*o segredo.*a hora/);
  });

  it('sends nothing for one that is not in the draft', async () => {
    expect(await test('webhook:old', entry(defaultWebhookSecret))).toMatchObject({
      worked: false,
      exchanges: [],
    });
    expect(webhook.ledger.received).toEqual([]);
  });
});
