import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { messageConsentVersion } from '../../../src-main/attendance/messages/consent.ts';
import { mobilesOf } from '../../../src-main/attendance/messages/phone-sources.ts';
import { createVisitDiary } from '../../../src-main/attendance/visit-diary.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createMessageBook } from '../../../src-main/relay/chat/message-book.ts';
import { createMessageSender } from '../../../src-main/relay/chat/message-sender.ts';
import { createMessageStore } from '../../../src-main/relay/chat/message-store.ts';
import { defaultTemplates } from '../../../src-main/settings/chat-sender-settings.ts';
import { type ChatSimulator, startChatSimulator } from '../../simulators/chat/chat-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { StagedVisit } from '../../unit/attendance/staged-visit.ts';
import { openPostOffice } from '../../unit/relay/post-office.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';

const eventRow = z.object({ body: z.string() });

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

/** A visit whose diary and messages are the real ones, down to the platform's own socket. */
function open() {
  const [database, clock] = [openTemporaryDatabase(), new ManualClock()];
  const store = createMessageStore(database);
  const access = {
    url: `${chat.url}/send`,
    tokenHeader: 'Authorization',
    tokenScheme: 'Bearer',
    token: 'send-token-1',
    sendType: 'common',
  };
  const office = openPostOffice([createMessageSender(access, { store, http, clock })], { database, clock });
  const { visits, outbox, log } = office;
  const book = createMessageBook(defaultTemplates, {
    database,
    store,
    visits,
    record: outbox.record,
    agent: {},
    terminal: { id: 'T01', timeZone: 'America/Sao_Paulo' },
    clock,
  });
  const stage = new StagedVisit(
    {},
    {},
    {
      diary: createVisitDiary(database, visits, outbox.record, log),
      messages: {
        book,
        findPhones: ({ customer }) => Promise.resolve(mobilesOf(customer.phones)),
        companyOf: () => 'Rede Horizonte',
      },
    },
  );
  const until = (expectation: () => void) =>
    vi.waitFor(
      async () => {
        // In small steps: a PIX is not sent any more once its ten minutes are over.
        await clock.advance(50);
        expectation();
      },
      { timeout: 20_000, interval: 3 },
    );
  return { stage, store, office, until };
}

it('sends what a customer touched for, to the number that they agreed to', async () => {
  const { stage, store, office, until } = open();
  await stage.openInvoice();
  for (const content of ['line', 'pix', 'receipt'] as const) {
    if (content === 'pix') await stage.touch('pay-pix');
    if (content === 'receipt') stage.payments.pay(stage.charge().id);
    await stage.touch('receive-message');
    await stage.send({ type: 'choose-phone', phoneId: '0' });
    await stage.touch('agree');
    expect(stage.seeing('message-asked').outcome).toBe('asked');
    await stage.touch('done');
  }
  stage.seeing('paid');
  await until(() =>
    expect(office.deliveries('chat-messages').map(({ state }) => state)).toEqual([
      'delivered',
      'delivered',
      'delivered',
    ]),
  );
  const { messages } = chat.ledger;
  const said = messages.map(({ text }) => text).join('\n');
  expect(new Set(messages.map(({ number }) => number))).toEqual(new Set(['19987654321']));
  expect(said).toContain('00190000090281928601450903000170313730000012500');
  expect(said).toContain('br-code-of-charge-1');
  expect(said).toContain('Rede Horizonte');
  const kept = store.find(messages[0]?.reference ?? '');
  expect(kept).toMatchObject({ phone: '5519987654321', consentVersion: messageConsentVersion });
  expect(store.listOf(kept?.visitId ?? '')).toHaveLength(3);
  await office.stop();
});

it('asks for an attendant in the same outbox, where the visit stands', async () => {
  const { stage, office } = open();
  await stage.openInvoice();
  await stage.touch('call-attendant');
  expect(stage.view()).toMatchObject({ attendant: 'called', helpNotice: { told: true } });
  const last = office.database.get('SELECT body FROM events ORDER BY id DESC LIMIT 1', eventRow);
  expect(JSON.parse(last?.body ?? '{}')).toEqual({ type: 'help-asked', screen: 'invoice' });
  await office.stop();
});
