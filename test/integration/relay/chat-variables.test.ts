import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createChatVariables } from '../../../src-main/relay/chat/chat-variables.ts';
import { createVisitSummary } from '../../../src-main/relay/chat/visit-summary.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import {
  type ChatSimulator,
  defaultChatAccount,
  startChatSimulator,
} from '../../simulators/chat/chat-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openPostOffice } from '../../unit/relay/post-office.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';

const terminal = { id: 'T01', timeZone: 'America/Sao_Paulo' };

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

function api(key: string = defaultChatAccount.key) {
  return createChatVariables({ baseUrl: `${chat.url}/api/witime`, key, wid: defaultChatAccount.wid }, http);
}

describe('the variables API', () => {
  it('keeps a value under a name and gives it back; a second one takes its place', async () => {
    const name = 'balcao_é & ?x=1';
    for (const value of ['{"a":1}', 'olá, João']) {
      expect(await api().save(name, value)).toEqual({ ok: true, value: undefined });
      expect(await api().load(name)).toEqual({ ok: true, value });
    }
    expect(chat.ledger.variables).toEqual({ [name]: 'olá, João' });
    expect(await api().load('never kept')).toEqual({ ok: true, value: '' });
  });

  it.each([
    { body: 'ERROR: quota' },
    { body: '<html>login</html>' },
    { status: 500, body: 'x' },
    { status: 403, body: 'x' },
  ])('takes %o for a failure, and its details hold no key', async (answer) => {
    chat.setAnswer('saveVariable', answer);
    chat.setAnswer('loadVariable', answer);
    for (const outcome of [await api().save('a', 'b'), await api().load('a')]) {
      expect(outcome.ok).toBe(false);
      expect(JSON.stringify(outcome)).not.toContain(defaultChatAccount.key);
    }
  });

  it.each(['{"success":false}', 'maybe', ''])('takes nothing but OK for saved: %s', async (body) => {
    chat.setAnswer('saveVariable', { body });
    expect((await api().save('a', 'b')).ok).toBe(false);
  });

  it('shows its key in no detail when nobody answers', async () => {
    await chat.close();
    const outcome = await api('secret-key-9').load('a');
    expect(outcome.ok).toBe(false);
    expect(JSON.stringify(outcome)).not.toContain('secret-key-9');
    chat = await startChatSimulator();
  });
});

describe('the summary of a visit', () => {
  function open(nameTemplate = 'balcao_$Jid$', key?: string) {
    const [database, clock] = [openTemporaryDatabase(), new ManualClock()];
    const visits = createVisitRecords(database, clock);
    const target = createVisitSummary(nameTemplate, { variables: api(key), agent: {}, terminal, visits });
    const office = openPostOffice([target], { database, clock });
    return {
      ...office,
      visit(phone?: string, id = 'v1'): void {
        const { outbox } = office;
        outbox.record(id, { type: 'visit-started' });
        visits.identify(id, {
          document: '52998224725',
          name: 'Maria',
          customerErpId: '7001',
          ...(phone !== undefined && { phone }),
        });
        outbox.record(id, { type: 'invoice-opened', invoiceId: '910003' });
        outbox.record(id, {
          type: 'charge-paid',
          chargeId: 'c',
          txid: 't',
          invoiceIds: ['910003'],
          amountCents: 12_990,
        });
        visits.end(id, 'completed');
        outbox.record(id, { type: 'visit-ended', reason: 'completed' });
      },
      states: () => office.deliveries('chat-summary').map(({ state }) => state),
      until: (expectation: () => void) =>
        vi.waitFor(
          async () => {
            await office.clock.advance(1_000);
            expectation();
          },
          { timeout: 20_000, interval: 3 },
        ),
    };
  }

  it("is kept under the customer's name of it, without anything of the customer", async () => {
    const desk = open();
    desk.visit('54987654321');
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    const value = chat.ledger.variables['balcao_5554987654321@s.whatsapp.net'] ?? '{}';
    expect(JSON.parse(value)).toEqual({
      terminal: 'T01',
      visit: 'v1',
      startedAt: '2026-11-21T12:00:00.000Z',
      endedAt: '2026-11-21T12:00:00.000Z',
      reason: 'completed',
      invoicesOpened: ['910003'],
      paid: [{ invoiceIds: ['910003'], amountCents: 12_990 }],
      boletosPrinted: [],
      helpAsked: false,
      ticketsOpened: [],
    });
  });

  it('of an earlier visit never takes the place of that of a later one', async () => {
    chat.setFaults([{ effect: { kind: 'status', status: 503 } }]);
    const desk = open();
    desk.visit('54987654321');
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-TROUBLE'));
    desk.visit('54987654321', 'v2');
    chat.setFaults([]);
    await desk.until(() => expect(desk.states()).toEqual(['delivered', 'delivered']));
    const value = chat.ledger.variables['balcao_5554987654321@s.whatsapp.net'] ?? '{}';
    expect(JSON.parse(value)).toMatchObject({ visit: 'v2' });
    expect(desk.deliveries('chat-summary')[0]?.last_failure).toBe('the customer has been here again since');
  });

  it('is not kept under half a name: the reason stands in its row', async () => {
    const desk = open();
    desk.visit();
    await desk.until(() => expect(desk.states()).toEqual(['delivered']));
    expect(chat.ledger.variables).toEqual({});
    expect(desk.deliveries('chat-summary')).toMatchObject([
      { last_failure: "no $Jid$ for the variable's name" },
    ]);
  });

  it('leaves no key in log or row when it is refused', async () => {
    const desk = open('balcao', 'wrong-key-77');
    desk.visit();
    await desk.until(() => expect(desk.log.codes).toContain('RELAY-TROUBLE'));
    expect(JSON.stringify([desk.log.entries, desk.deliveries('chat-summary')])).not.toContain('wrong-key-77');
  });
});
