import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { type ChatCallbackUrls, createChatCallbacks } from '../../../src-main/relay/chat/chat-callbacks.ts';
import { type ChatSimulator, startChatSimulator } from '../../simulators/chat/chat-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { FakeTarget } from '../../unit/relay/fake-target.ts';
import { openPostOffice, type PostOfficeOptions } from '../../unit/relay/post-office.ts';

const minute = 60_000;
const maria = {
  document: '52998224725',
  name: 'Maria & João',
  customerErpId: '7001',
  phone: '5554987654321',
};

let chat: ChatSimulator;
let http: HttpClient;

beforeEach(async () => {
  chat = await startChatSimulator();
  http = createHttpClient();
});

afterEach(async () => {
  await chat.close();
  await http.close();
});

function urls(): ChatCallbackUrls {
  const common = 'doc=$Document$&nome=$name$&jid=$Jid$&grupo=$isGroup$&desde=$CreateDate$&fone=$Phone$';
  return {
    onLoadContact: `${chat.url}/callbacks/OnLoadContact?${common}`,
    onStartConversation: `${chat.url}/callbacks/OnStartConversation?${common}`,
    onEndConversation: `${chat.url}/callbacks/OnEndConversation?${common}`,
  };
}

function openChat(change: Partial<ChatCallbackUrls> = {}, options: PostOfficeOptions = {}) {
  const target = createChatCallbacks({ ...urls(), ...change }, http);
  const other = new FakeTarget('other');
  const office = openPostOffice([target, other], options);
  return {
    ...office,
    other,
    /** A customer comes, is known, and goes. */
    visit(id = 'v1', contact = maria): void {
      office.outbox.record(id, { type: 'visit-started' });
      office.visits.identify(id, contact);
      office.outbox.record(id, { type: 'customer-identified' });
      office.visits.end(id, 'completed');
      office.outbox.record(id, { type: 'visit-ended', reason: 'completed' });
    },
    /** Lets time pass until `expectation` holds. */
    until: (expectation: () => void) =>
      vi.waitFor(
        async () => {
          await office.clock.advance(1_000);
          expectation();
        },
        { timeout: 20_000, interval: 3 },
      ),
    states: () => office.deliveries('chat-callbacks').map(({ state }) => state),
  };
}

function told(): string[] {
  return chat.ledger.callbacks.map(({ event }) => event);
}

const whole = ['OnLoadContact', 'OnStartConversation', 'OnEndConversation'];

it('tells of a visit as of a conversation: contact loaded, started, ended', async () => {
  const desk = openChat();
  desk.visit();
  await desk.until(() => expect(told()).toEqual(whole));
  for (const { query, method } of chat.ledger.callbacks) {
    expect(method).toBe('GET');
    expect(query).toEqual({
      doc: '529.982.247-25',
      nome: 'Maria & João',
      jid: '',
      grupo: 'false',
      desde: '20261121 12:00:00',
      fone: '5554987654321',
    });
  }
});

it('keeps each visit in order, and tells each callback with a key of its own', async () => {
  const desk = openChat();
  desk.visit('v1');
  desk.visit('v2', { ...maria, phone: '5554900000002' });
  await desk.until(() => expect(told()).toHaveLength(6));
  for (const phone of [maria.phone, '5554900000002']) {
    const ofVisit = chat.ledger.callbacks.filter(({ query }) => query.fone === phone);
    expect(ofVisit.map(({ event }) => event)).toEqual(whole);
  }
  expect(new Set(chat.ledger.callbacks.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(6);
});

it('says nothing of a visit in which nobody was identified', async () => {
  const desk = openChat();
  desk.outbox.record('v1', { type: 'visit-started' });
  desk.outbox.record('v1', { type: 'visit-ended', reason: 'timed-out' });
  await desk.until(() => expect(desk.states()).toEqual(['delivered']));
  expect(told()).toEqual([]);
});

it('calls only what is registered', async () => {
  const desk = openChat({ onLoadContact: undefined, onStartConversation: undefined });
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(['delivered']));
  expect(told()).toEqual(['OnEndConversation']);
});

it.each([
  ['a lost answer', { kind: 'drop-after' }],
  ['a 503', { kind: 'status', status: 503 }],
  ['a 429 that names a time', { kind: 'status', status: 429, retryAfter: 30 }],
] as const)('repeats with the same key after %s, and keeps the order', async (_name, effect) => {
  chat.setFaults([{ times: 3, effect }]);
  const desk = openChat();
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(['delivered', 'delivered']));
  const first = new Map<string, number>();
  for (const [index, { event, idempotencyKey }] of chat.ledger.callbacks.entries()) {
    const key = `${event} ${idempotencyKey}`;
    if (!first.has(key)) first.set(key, index);
  }
  expect([...first.keys()].map((key) => key.split(' ')[0])).toEqual(whole);
  expect(chat.ledger.requests.callback).toBe(6);
});

it('gives a refused event up, and goes on with the later ones', async () => {
  chat.setFaults([{ times: 1, effect: { kind: 'status', status: 400 } }]);
  const desk = openChat({ onStartConversation: undefined });
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(['dead', 'delivered']));
  expect(told()).toEqual(['OnEndConversation']);
});

it('one refused callback does not silence the other one of the same event', async () => {
  chat.setAnswer('OnLoadContact', { status: 404 });
  const desk = openChat();
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(['dead', 'delivered']));
  expect(told()).toEqual(whole);
});

it('a target that is down delays nobody else', async () => {
  await chat.close();
  const desk = openChat();
  desk.visit();
  await desk.until(() => expect(desk.other.tries).toHaveLength(3));
  await desk.until(() => expect(desk.deliveries('chat-callbacks')[0]?.attempts).toBeGreaterThan(2));
  expect(desk.states()).toEqual(['waiting', 'waiting']);
  chat = await startChatSimulator();
});

it.each([60 * minute, -60 * minute, 525_600 * minute, -525_600 * minute])(
  'is told in order although the clock is moved by %i ms while it is down',
  async (jump) => {
    chat.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    const desk = openChat({}, { clock: new ManualClock() });
    desk.visit();
    await desk.until(() => expect(chat.ledger.requests.callback).toBeGreaterThan(2));
    desk.clock.setWallTime(desk.clock.wallTime() + jump);
    chat.setFaults([]);
    await desk.until(() => expect(told()).toEqual(whole));
  },
);

it('leaves no document, name or telephone in log or row', async () => {
  chat.setFaults([{ times: 2, effect: { kind: 'status', status: 500 } }]);
  const desk = openChat();
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(['delivered', 'delivered']));
  const written = JSON.stringify([desk.log.entries, desk.deliveries('chat-callbacks')]);
  expect(written).toContain('status 500');
  expect(written).not.toMatch(/52998224725|529\.982|Maria|54987654321/);
});
