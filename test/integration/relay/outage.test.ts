import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createWebhook } from '../../../src-main/relay/webhook/webhook.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import type { Simulator } from '../../simulators/server/simulator.ts';
import type { WebhookLedger } from '../../simulators/webhook/ledger.ts';
import { defaultWebhookSecret, startWebhookSimulator } from '../../simulators/webhook/webhook-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openPostOffice } from '../../unit/relay/post-office.ts';
import { openTemporaryDatabase, sickDatabase } from '../../unit/storage/temporary-database.ts';

const minute = 60_000;
const day = 1_440 * minute;
const types = ['visit-started', 'customer-identified', 'visit-ended'];

let receiver: Simulator<WebhookLedger>;
let http: HttpClient;

beforeEach(async () => {
  receiver = await startWebhookSimulator();
  http = createHttpClient();
});

afterEach(async () => {
  await receiver.close();
  await http.close();
});

/** A client that tells when all that it was asked has come back. */
function watched(client: HttpClient): HttpClient & { quiet(): Promise<void> } {
  const under = new Set<Promise<unknown>>();
  return {
    request(request) {
      const answer = client.request(request);
      under.add(answer);
      void answer.then(() => under.delete(answer));
      return answer;
    },
    close: () => client.close(),
    async quiet() {
      while (under.size > 0) await Promise.all(under);
    },
  };
}

/** @param startedAt so that the clock shows the receiver's time when it is to take something */
function open(startedAt: number, database: Database = openTemporaryDatabase()) {
  const clock = new ManualClock(startedAt);
  const access = {
    id: 'bi',
    url: `${receiver.url}/events`,
    secret: defaultWebhookSecret,
    customerData: false,
  };
  const wire = watched(http);
  const target = createWebhook(access, { terminalId: 'T01', http: wire, clock });
  const office = openPostOffice([target], { clock, database });
  return {
    ...office,
    visit(id: string): void {
      if (!office.visits.find(id)) office.visits.begin(id);
      office.outbox.record(id, { type: 'visit-started' });
      office.outbox.record(id, { type: 'customer-identified' });
      office.outbox.record(id, { type: 'visit-ended', reason: 'completed' });
    },
    /** Lets time pass, and then what is on the wire come back. */
    async pass(ms: number): Promise<void> {
      await clock.advance(ms);
      await wire.quiet();
      await clock.advance(0);
    },
    /** Moves the clock by next to nothing: it must stay near the receiver's. */
    until: (expectation: () => void) =>
      vi.waitFor(
        async () => {
          await clock.advance(1);
          expectation();
        },
        { timeout: 60_000, interval: 3 },
      ),
  };
}

/** Types that took effect, by visit, in the order of arrival. */
function effectsByVisit(): Map<string, string[]> {
  const visits = new Map<string, string[]>();
  for (const body of receiver.ledger.effects) {
    const { visit, type } = body as { visit: { id: string }; type: string };
    visits.set(visit.id, [...(visits.get(visit.id) ?? []), type]);
  }
  return visits;
}

it('a receiver that is down for a day while 500 visits pass gets everything, in order, once in effect', async () => {
  receiver.setFaults([{ effect: { kind: 'status', status: 503 } }]);
  const office = open(Date.now() - day);
  for (let count = 0; count < 500; count += 1) {
    office.visit(`visit-${count}`);
    await office.pass(day / 500);
  }
  const asked = receiver.ledger.requests.event ?? 0;
  expect(asked).toBeGreaterThan(20);
  expect(asked).toBeLessThan(250);
  expect(receiver.ledger.effects).toEqual([]);

  receiver.setFaults([]);
  // A person does not wait for the next probe.
  office.desk.retry(office.desk.list().items[0]?.event ?? 0, 'webhook:bi');
  await office.until(() => expect(office.desk.list().total).toBe(0));
  const visits = effectsByVisit();
  expect(visits.size).toBe(500);
  expect([...visits.values()].every((told) => told.join() === types.join())).toBe(true);
  expect(receiver.ledger.effects).toHaveLength(1_500);
}, 120_000);

it('a kill between a delivery and its record: told again with the same id, once in effect', async () => {
  const database = openTemporaryDatabase();
  const dying = sickDatabase(database, (sql) => sql.includes(`state = 'delivered'`));
  const first = open(Date.now(), dying);
  first.visit('v1');
  await first.until(() => expect(receiver.ledger.effects).toHaveLength(1));
  await first.until(() => expect(first.log.codes).toContain('RELAY-FAILED'));

  const second = open(Date.now(), database);
  second.wake();
  await second.until(() => expect(second.desk.list().total).toBe(0));
  expect(effectsByVisit()).toEqual(new Map([['v1', types]]));
  const ids = receiver.ledger.received.map(({ id }) => id);
  expect(ids).toHaveLength(4);
  expect(ids[1]).toBe(ids[0]);
});

it('a storm of 401 for a day costs few tries and no event', async () => {
  receiver.setFaults([{ effect: { kind: 'status', status: 401 } }]);
  const office = open(Date.now() - day);
  for (let count = 0; count < 100; count += 1) {
    office.visit(`visit-${count}`);
    await office.pass(day / 100);
  }
  expect(receiver.ledger.requests.event).toBeGreaterThan(3);
  expect(receiver.ledger.requests.event).toBeLessThan(30);
  receiver.setFaults([]);
  office.desk.retry(office.desk.list().items[0]?.event ?? 0, 'webhook:bi');
  await office.until(() => expect(office.desk.list().total).toBe(0));
  expect(receiver.ledger.effects).toHaveLength(300);
}, 60_000);
