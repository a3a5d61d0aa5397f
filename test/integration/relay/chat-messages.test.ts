import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { MessageOrder } from '../../../src-main/domain/message.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createMessageBook } from '../../../src-main/relay/chat/message-book.ts';
import { createMessageSender } from '../../../src-main/relay/chat/message-sender.ts';
import { createMessageStore } from '../../../src-main/relay/chat/message-store.ts';
import { defaultTemplates } from '../../../src-main/settings/chat-sender-settings.ts';
import { erasePersonalData } from '../../../src-main/storage/retention.ts';
import { type ChatSimulator, startChatSimulator } from '../../simulators/chat/chat-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openPostOffice } from '../../unit/relay/post-office.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';

const day = 86_400_000;
const terminal = { id: 'T01', timeZone: 'America/Sao_Paulo' };
const order: MessageOrder = {
  visitId: 'v1',
  content: 'pix',
  phone: '(54) 98765-4321',
  facts: { company: 'Rede Horizonte', invoiceId: '910003', amountCents: 12_990, pixCode: '000201-PIX-CODE' },
  chargeId: 'c-1',
  consentVersion: '2026-11',
};

let chat: ChatSimulator;
let http: HttpClient;

beforeEach(async () => {
  chat = await startChatSimulator({ sendToken: 'Bearer send-token-1' });
  http = createHttpClient();
});

afterEach(async () => {
  await chat.close();
  await http.close();
});

function open(token = 'send-token-1') {
  const [database, clock] = [openTemporaryDatabase(), new ManualClock()];
  const store = createMessageStore(database);
  const access = {
    url: `${chat.url}/send`,
    tokenHeader: 'Authorization',
    tokenScheme: 'Bearer',
    token,
    sendType: 'common',
  };
  const target = createMessageSender(access, { store, http, clock });
  const office = openPostOffice([target], { database, clock });
  office.visits.identify('v1', { document: '52998224725', name: 'Maria da Silva', customerErpId: '7001' });
  const book = createMessageBook(defaultTemplates, {
    database,
    store,
    visits: office.visits,
    record: office.outbox.record,
    agent: {},
    terminal,
    clock,
  });
  return {
    ...office,
    store,
    book,
    ask(change: Partial<MessageOrder> = {}): string {
      const asked = book.ask({ ...order, ...change });
      if (!asked.ok) throw new Error(asked.error);
      return asked.value.messageId;
    },
    states: () => office.deliveries('chat-messages').map(({ state }) => state),
    until: (expectation: () => void) =>
      vi.waitFor(
        async () => {
          await clock.advance(1_000);
          expectation();
        },
        { timeout: 20_000, interval: 3 },
      ),
    everything: () =>
      JSON.stringify([
        office.log.entries,
        office.deliveries('chat-messages'),
        database.all('SELECT * FROM events', z.record(z.string(), z.unknown())),
        database.all('SELECT * FROM messages', z.record(z.string(), z.unknown())),
      ]),
  };
}

describe('a message that a customer asked for', () => {
  it('goes out as the platform wants it, and its text is forgotten', async () => {
    const desk = open();
    const id = desk.ask();
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    const [words, code, ...others] = chat.ledger.messages;
    expect(words).toMatchObject({ kind: 'common', reference: id, number: '54987654321' });
    expect(words?.text).toMatch(/^Olá, Maria!\n/);
    expect(code).toMatchObject({ reference: id, number: '54987654321', text: '000201-PIX-CODE' });
    expect(others).toEqual([]);
    expect(desk.store.find(id)).toEqual({
      id,
      visitId: 'v1',
      content: 'pix',
      subject: 'c-1',
      phone: '5554987654321',
      consentVersion: '2026-11',
      consentedAt: Date.UTC(2026, 10, 21, 12),
      sentAt: expect.any(Number),
      unclearTries: 0,
    });
    expect(desk.everything()).not.toContain('PIX-CODE');
  });

  it('is one message however often it is asked for; another phone, content or invoice is another', async () => {
    const desk = open();
    const id = desk.ask();
    expect(desk.ask({ phone: '5554987654321' })).toBe(id);
    const others = [{ phone: '54987650000' }, { content: 'receipt' as const }, { chargeId: 'c-2' }];
    for (const other of others) expect(desk.ask(other)).not.toBe(id);
    await desk.until(() =>
      expect(new Set(chat.ledger.messages.map(({ reference }) => reference)).size).toBe(4),
    );
    expect(desk.deliveries('chat-messages')).toHaveLength(4);
  });

  it('is another one for the invoice of the same number that another company sent', () => {
    const desk = open();
    const { chargeId: _, ...ofInvoice } = order;
    const ids = ['Rede Horizonte', 'Rede Poente'].map((company) => {
      const asked = desk.book.ask({ ...ofInvoice, facts: { ...order.facts, company } });
      return asked.ok && asked.value.messageId;
    });
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    ['a number without its ninth digit', '54 8765-4321', '54987654321'],
    ['a number with country code', '+55 (54) 98765-4321', '54987654321'],
  ])('reaches %s', async (_name, phone, number) => {
    const desk = open();
    desk.ask({ phone });
    await desk.until(() => expect(chat.ledger.messages).toMatchObject([{ number }, { number }]));
  });

  it.each(['54 3456-7890', '123', '', '00000000000'])('is not taken for %s', (phone) => {
    const desk = open();
    expect(desk.book.ask({ ...order, phone })).toEqual({ ok: false, error: 'not-a-mobile' });
    expect(desk.deliveries('chat-messages')).toEqual([]);
  });

  it.each([
    ['an unclear end', { kind: 'drop-after' }],
    ['a 503', { kind: 'status', status: 503 }],
  ] as const)('keeps its reference when it is sent again after %s', async (_name, effect) => {
    chat.setFaults([{ times: 2, effect }]);
    const desk = open();
    const id = desk.ask();
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(new Set(chat.ledger.messages.map(({ reference }) => reference))).toEqual(new Set([id]));
  });

  it.each([
    ['that never answers', { kind: 'drop-after' }],
    ['that breaks down', { kind: 'status', status: 500 }],
  ] as const)(
    'is not sent on and on to a platform %s: it may have gone out each time',
    async (_n, effect) => {
      chat.setFaults([{ effect }]);
      const desk = open();
      desk.ask();
      await desk.until(() => expect(desk.states()).toEqual(['dead']));
      expect(chat.ledger.requests.send).toBe(3);
      expect(desk.log.codes).not.toContain('RELAY-BACK');
      desk.desk.retryAll('chat-messages');
      await desk.until(() => expect(desk.deliveries('chat-messages')).toMatchObject([{ attempts: 4 }]));
      expect(desk.states()).toEqual(['dead']);
      // A person wants it sent, and this time nothing can have gone out.
      chat.setFaults([{ times: 1, effect: { kind: 'status', status: 503 } }]);
      desk.desk.retryAll('chat-messages');
      await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    },
  );

  it('waits as long as it takes for a platform that plainly took nothing', async () => {
    chat.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    const desk = open();
    desk.ask();
    await desk.until(() => expect(chat.ledger.requests.send).toBeGreaterThan(5));
    expect(desk.states()).toEqual(['waiting']);
  });

  it.each([{ error: 'number 54987654321 has no WhatsApp' }, 'Error: instance disconnected', '<html>'])(
    'is given up after a 200 with %o, for a technician to send again',
    async (body) => {
      chat.setAnswer('send', { body });
      const desk = open();
      const id = desk.ask();
      await desk.until(() => expect(desk.states()).toEqual(['dead']));
      expect(desk.store.find(id)?.texts).toContain('000201-PIX-CODE');
      expect(JSON.stringify([desk.log.entries, desk.deliveries('chat-messages')])).not.toMatch(/54987654321/);
      chat.clearAnswer('send');
      desk.desk.retryAll('chat-messages');
      await desk.until(() => expect(desk.states()).toEqual(['delivered']));
      expect(chat.ledger.messages).toHaveLength(2);
    },
  );

  it.each([
    ['pix', day / 24],
    ['receipt', day],
  ] as const)('is not sent any more when it is of no use: %s after %i ms', async (content, age) => {
    chat.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    const desk = open();
    desk.ask({ content });
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-TROUBLE'));
    desk.clock.setWallTime(desk.clock.wallTime() + age);
    chat.setFaults([]);
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(chat.ledger.messages).toEqual([]);
    expect(desk.deliveries('chat-messages')).toMatchObject([{ last_failure: 'it is too old by now' }]);
  });

  it('is not sent any more once its PIX is void', async () => {
    chat.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    const desk = open();
    desk.ask({ facts: { ...order.facts, validUntil: desk.clock.wallTime() + 600_000 } });
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-TROUBLE'));
    desk.clock.setWallTime(desk.clock.wallTime() + 600_000);
    chat.setFaults([]);
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(chat.ledger.messages).toEqual([]);
  });

  it('leaves token, number and text out of log and rows when it is refused', async () => {
    const desk = open('wrong-token-2');
    desk.ask();
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-TROUBLE'));
    const written = JSON.stringify([desk.log.entries, desk.deliveries('chat-messages')]);
    expect(written).toContain('status 401');
    expect(written).not.toMatch(/wrong-token|54987654321|PIX-CODE|Maria/);
  });

  it('is forgotten with the rest of the visit', async () => {
    chat.setAnswer('send', { body: { success: false } });
    const desk = open();
    desk.ask();
    await desk.until(() => expect(desk.states()).toEqual(['dead']));
    desk.visits.end('v1', 'completed');
    const later = desk.clock.wallTime() + 1;
    for (const _rows of erasePersonalData(desk.database, later));
    expect(desk.everything()).not.toMatch(/54987654321|PIX-CODE|Maria/);
    desk.desk.retryAll('chat-messages');
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(chat.ledger.messages).toEqual([]);
  });
});

it('nothing may be offered where no sender is set', () => {
  const desk = open();
  const { database, visits, store, clock } = desk;
  const record = desk.outbox.record;
  const book = createMessageBook(undefined, { database, visits, store, clock, record, agent: {}, terminal });
  expect(book.contents).toEqual([]);
  expect(book.ask(order)).toEqual({ ok: false, error: 'not-offered' });
});
