import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type ChatSimulator,
  defaultChatAccount,
  startChatSimulator,
} from '../../simulators/chat/chat-simulator.ts';

let chat: ChatSimulator;

beforeEach(async () => {
  chat = await startChatSimulator({ now: () => Date.parse('2026-11-21T12:00:00Z') });
});

afterEach(() => chat.close());

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(chat.url + path, { method: 'POST', headers, body });
}

function variables(name: string, query: Record<string, string>): string {
  const { key, wid } = defaultChatAccount;
  return `/api/witime/${name}.aspx?${new URLSearchParams({ key, WID: wid, ...query })}`;
}

describe('callbacks', () => {
  test('are kept in order, whatever the verb and the body, repeats included', async () => {
    await fetch(`${chat.url}/callbacks/OnStartConversation?name=Maria%20da%20Silva&jid=&isGroup=false`);
    const json = { 'content-type': 'application/json', 'idempotency-key': 'event-1' };
    await post('/callbacks/OnEndConversation?status=Normal', '{"amount":"133.02"}', json);
    await post('/callbacks/OnEndConversation?status=Normal', '{"amount":"133.02"}', json);
    await post('/callbacks/OnSaveContact', 'texto livre');
    expect(chat.ledger.callbacks).toEqual([
      {
        event: 'OnStartConversation',
        method: 'GET',
        query: { name: 'Maria da Silva', jid: '', isGroup: 'false' },
        body: null,
        idempotencyKey: null,
        at: '2026-11-21T12:00:00.000Z',
      },
      expect.objectContaining({
        event: 'OnEndConversation',
        body: { amount: '133.02' },
        idempotencyKey: 'event-1',
      }),
      expect.objectContaining({ event: 'OnEndConversation', idempotencyKey: 'event-1' }),
      expect.objectContaining({ event: 'OnSaveContact', method: 'POST', body: 'texto livre' }),
    ]);
  });

  test('OnLoadContact answers with a profile, OnBeforeSaveContact with true, others with OK', async () => {
    const answer = async (event: string) => (await fetch(`${chat.url}/callbacks/${event}`)).text();
    expect(JSON.parse(await answer('OnLoadContact'))).toMatchObject({ Name: 'Maria da Silva Souza' });
    expect(await answer('OnBeforeSaveContact')).toBe('true');
    expect(await answer('OnGetChatMessageSugestion')).toBe('OK');
  });

  test('an answer can be set, also over HTTP', async () => {
    chat.setAnswer('OnBeforeSaveContact', { body: { result: false } });
    expect(await (await fetch(`${chat.url}/callbacks/OnBeforeSaveContact`)).json()).toEqual({
      result: false,
    });
    await post('/__control/answer', JSON.stringify({ event: 'OnLoadContact', status: 500, body: 'erro' }));
    const failed = await fetch(`${chat.url}/callbacks/OnLoadContact`);
    expect([failed.status, await failed.text()]).toEqual([500, 'erro']);
  });

  test('a callback that a fault swallowed before its effect is counted, not kept', async () => {
    chat.setFaults([{ operation: 'callback', times: 1, effect: { kind: 'drop-before' } }]);
    await expect(fetch(`${chat.url}/callbacks/OnEndConversation`)).rejects.toThrow();
    await fetch(`${chat.url}/callbacks/OnEndConversation`);
    expect(chat.ledger.callbacks).toHaveLength(1);
    expect(chat.ledger.requests.callback).toBe(2);
  });
});

describe('send', () => {
  const body = {
    tipo_envio: 'common',
    referencia: 'api send',
    mensagens: [
      { numero: '54987654321', mensagem: 'Pagamento recebido' },
      { numero: '5434521000', mensagem: 'Obrigado' },
    ],
  };

  test('takes the bulk body', async () => {
    const answer = await post('/send', JSON.stringify(body));
    expect(answer.status).toBe(200);
    expect(chat.ledger.messages.map(({ number, text }) => [number, text])).toEqual([
      ['54987654321', 'Pagamento recebido'],
      ['5434521000', 'Obrigado'],
    ]);
  });

  test.each([
    { ...body, mensagens: [] },
    { ...body, mensagens: [{ numero: '5554987654321', mensagem: 'com código do país' }] },
    { ...body, mensagens: [{ numero: '(54) 98765-4321', mensagem: 'com máscara' }] },
    { ...body, tipo_envio: undefined },
  ])('refuses %j', async (wrong) => {
    expect((await post('/send', JSON.stringify(wrong))).status).toBe(400);
    expect(chat.ledger.messages).toEqual([]);
  });
});

describe('variables', () => {
  test('are saved as they come, overwritten and loaded', async () => {
    const save = variables('savevars', { NAME: 'ultima fatura' });
    expect(await (await post(save, '{"id":"910001"}')).text()).toBe('OK');
    await post(save, 'fatura 910002');
    const loaded = await fetch(chat.url + variables('loadvars', { NAME: 'ultima fatura' }));
    expect(await loaded.text()).toBe('fatura 910002');
    expect(chat.ledger.variables).toEqual({ 'ultima fatura': 'fatura 910002' });
    expect(await (await fetch(chat.url + variables('loadvars', { NAME: 'outra' }))).text()).toBe('');
  });

  test('want the key, the instance and a name', async () => {
    expect((await post(variables('savevars', { NAME: 'x', key: 'errada' }), 'y')).status).toBe(403);
    expect((await post(variables('savevars', { NAME: 'x', WID: 'errado' }), 'y')).status).toBe(403);
    expect((await post(variables('savevars', {}), 'y')).status).toBe(400);
    expect(chat.ledger.variables).toEqual({});
  });
});

test('the APIs answer what they are told to, without doing it, until that is taken back', async () => {
  const message = { numero: '54987654321', mensagem: 'Olá' };
  const body = JSON.stringify({ tipo_envio: 'common', referencia: 'm-1', mensagens: [message] });
  const send = async () => (await post('/send', body, { 'content-type': 'application/json' })).text();
  chat.setAnswer('send', { body: 'Error: instance disconnected' });
  expect(await send()).toBe('Error: instance disconnected');
  expect(chat.ledger.messages).toEqual([]);
  chat.clearAnswer('send');
  expect(JSON.parse(await send())).toEqual({ success: true, total: 1 });
  expect(chat.ledger.messages).toHaveLength(1);
});

test('the send API wants its token where it was given one', async () => {
  const guarded = await startChatSimulator({ sendToken: 'Bearer t' });
  const ask = (authorization: string) =>
    fetch(`${guarded.url}/send`, { method: 'POST', headers: { authorization }, body: '{}' });
  expect((await ask('Bearer x')).status).toBe(401);
  expect((await ask('Bearer t')).status).toBe(400);
  await guarded.close();
});
