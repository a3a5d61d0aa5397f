import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HttpClient, HttpRequest } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import type { ChatAccess } from '../../../src-main/relay/chat/chat-access.ts';
import { callCallback } from '../../../src-main/relay/chat/chat-call.ts';
import { createChatCallbacks } from '../../../src-main/relay/chat/chat-callbacks.ts';
import { createVisitRecords, type VisitContact } from '../../../src-main/storage/visit-records.ts';
import { type ChatSimulator, startChatSimulator } from '../../simulators/chat/chat-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { FakeTarget } from '../../unit/relay/fake-target.ts';
import { openPostOffice, type PostOfficeOptions } from '../../unit/relay/post-office.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';

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

function urls(): ChatAccess {
  const common = 'doc=$Document$&nome=$name$&jid=$Jid$&grupo=$isGroup$&desde=$LockedUserDate$&fone=$Phone$';
  return {
    method: 'GET',
    agentId: 7,
    onLoadContact: `${chat.url}/callbacks/OnLoadContact?${common}`,
    onStartConversation: `${chat.url}/callbacks/OnStartConversation?${common}`,
    onEndConversation: `${chat.url}/callbacks/OnEndConversation?${common}`,
  };
}

function openChat(change: Partial<ChatAccess> = {}, options: PostOfficeOptions = {}) {
  const { database = openTemporaryDatabase(), clock = new ManualClock() } = options;
  const chatLog = new RecordingLog();
  const target = createChatCallbacks(
    { ...urls(), ...change },
    {
      http,
      log: chatLog,
      visits: createVisitRecords(database, clock),
      terminal: { id: 'T01', timeZone: 'America/Sao_Paulo' },
    },
  );
  const other = new FakeTarget('other');
  const office = openPostOffice([target, other], { database, clock });
  return {
    ...office,
    chatLog,
    other,
    /** A customer comes, is known, and goes. */
    visit(id = 'v1', contact: VisitContact = maria): void {
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
      jid: '5554987654321@s.whatsapp.net',
      grupo: 'false',
      desde: '20261121 09:00:00',
      fone: '5554987654321',
    });
  }
});

it.each(['GET', 'POST'] as const)(
  'is never told over a connection that may have died: by %s an unclear end is told twice',
  async (method) => {
    const asked: HttpRequest[] = [];
    const watching: HttpClient = {
      ...http,
      request: (request) => {
        asked.push(request);
        return http.request(request);
      },
    };
    const call = { template: `${chat.url}/callbacks/OnEndConversation`, values: {}, idempotencyKey: 'k' };
    expect(await callCallback({ method }, watching, call)).toMatchObject({ ok: true });
    expect(asked).toMatchObject([{ method, writes: true }]);
  },
);

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
  expect(desk.deliveries('chat-callbacks')).toMatchObject([
    { last_failure: 'no contact: nobody was identified' },
  ]);
});

it('calls by POST where that is set, with the variables in the address all the same', async () => {
  const desk = openChat({ method: 'POST' });
  desk.visit();
  await desk.until(() => expect(told()).toEqual(whole));
  for (const { method, query } of chat.ledger.callbacks) {
    expect({ method, doc: query.doc }).toEqual({ method: 'POST', doc: '529.982.247-25' });
  }
});

it('tells of saved contact data and of a call for an attendant by their own addresses', async () => {
  const desk = openChat({
    onSaveContact: `${chat.url}/callbacks/OnSaveContact?mail=$Email$`,
    onGetChatMessageSugestion: `${chat.url}/callbacks/OnGetChatMessageSugestion?jid=$jid$`,
  });
  desk.visits.identify('v1', maria);
  desk.visits.changeContact('v1', { email: 'nova@example.com' });
  desk.outbox.record('v1', { type: 'contact-saved', fields: ['email'] });
  desk.outbox.record('v1', { type: 'help-asked', screen: 'invoices' });
  await desk.until(() => expect(desk.states()).toEqual(['delivered', 'delivered']));
  expect(chat.ledger.callbacks).toMatchObject([
    { event: 'OnSaveContact', query: { mail: 'nova@example.com' } },
    { event: 'OnGetChatMessageSugestion', query: { jid: '5554987654321@s.whatsapp.net' } },
  ]);
});

describe('what OnLoadContact answers', () => {
  const stranger: VisitContact = { document: '52998224725', name: '', customerErpId: '7001' };
  const profile = `{
    // the platform's own sample has such a line
    "Name": "Maria da Silva", "Email": "", "Telefone": "(54) 98765-4321",
    "SegmentName": "Cliente", "MemoText": "Prefere manhã", "Priority": 2, "JID": "555487654321@s.whatsapp.net",
  }`;

  it('fills what the ERP does not know, for this event already and for all later ones', async () => {
    chat.setAnswer('OnLoadContact', { body: profile });
    const desk = openChat();
    desk.visit('v1', stranger);
    await desk.until(() => expect(told()).toEqual(whole));
    expect(chat.ledger.callbacks.map(({ query }) => [query.nome, query.fone, query.jid])).toEqual([
      ['', '', ''],
      ['Maria da Silva', '5554987654321', '555487654321@s.whatsapp.net'],
      ['Maria da Silva', '5554987654321', '555487654321@s.whatsapp.net'],
    ]);
    expect(desk.visits.find('v1')).toMatchObject({
      contact: { name: 'Maria da Silva', phone: '5554987654321' },
      chatProfile: { segment: 'Cliente', note: 'Prefere manhã', priority: 2 },
    });
    expect(desk.visits.find('v1')?.contact).not.toHaveProperty('email');
  });

  it('never takes the place of what the ERP knows', async () => {
    const email = 'other@example.com';
    chat.setAnswer('OnLoadContact', { body: { Name: 'Outra', Telefone: '11987650000', Email: email } });
    const desk = openChat();
    desk.visit();
    await desk.until(() => expect(told()).toEqual(whole));
    expect(desk.visits.find('v1')?.contact).toEqual({ ...maria, email });
  });

  it('is left alone when it is of somebody else', async () => {
    chat.setAnswer('OnLoadContact', { body: { Name: 'José', Document: '111.444.777-35' } });
    const desk = openChat();
    desk.visit('v1', stranger);
    await desk.until(() => expect(told()).toEqual(whole));
    expect(desk.visits.find('v1')).toMatchObject({ contact: stranger });
    expect(desk.visits.find('v1')).not.toHaveProperty('chatProfile');
    expect(desk.chatLog.entries).toEqual([{ code: 'CHAT-PROFILE-FOREIGN', fields: { visitId: 'v1' } }]);
  });

  it('is told again later when it is a text of an error, and then kept', async () => {
    chat.setAnswer('OnLoadContact', { body: 'Fatal error: Uncaught PDOException in /var/www/load.php' });
    const desk = openChat();
    desk.visit('v1', stranger);
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-TROUBLE'));
    expect(told()).not.toContain('OnStartConversation');
    chat.setAnswer('OnLoadContact', { body: profile });
    await desk.until(() => expect(desk.states()).toEqual(['delivered', 'delivered']));
    expect(desk.visits.find('v1')?.contact?.name).toBe('Maria da Silva');
  });

  it('is given up when it says no in JSON, where a technician sees it', async () => {
    chat.setAnswer('OnLoadContact', { body: { error: 'contact 529.982.247-25 not found' } });
    const desk = openChat();
    desk.visit();
    await desk.until(() => expect(desk.states()).toEqual(['dead', 'delivered']));
    expect(told()).toEqual(whole);
    expect(JSON.stringify([desk.log.entries, desk.deliveries('chat-callbacks')])).not.toContain('529');
  });

  it('is not read when it is far too long', async () => {
    chat.setAnswer('OnLoadContact', { body: { Name: 'x'.repeat(300_000) } });
    const desk = openChat({ onStartConversation: undefined });
    desk.visit('v1', stranger);
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-TROUBLE'));
    expect(desk.visits.find('v1')).not.toHaveProperty('chatProfile');
  });
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
