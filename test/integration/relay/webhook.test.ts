import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createWebhook, type WebhookAccess } from '../../../src-main/relay/webhook/webhook.ts';
import type { Simulator } from '../../simulators/server/simulator.ts';
import type { WebhookLedger } from '../../simulators/webhook/ledger.ts';
import { defaultWebhookSecret, startWebhookSimulator } from '../../simulators/webhook/webhook-simulator.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { FakeTarget } from '../../unit/relay/fake-target.ts';
import { openPostOffice, type PostOfficeOptions } from '../../unit/relay/post-office.ts';

const maria = {
  document: '52998224725',
  name: 'Maria & João',
  customerErpId: '7001',
  phone: '5554987654321',
};

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

function open(change: Partial<WebhookAccess> = {}, options: PostOfficeOptions = {}) {
  // The receiver refuses what is not of now, and it has a clock of its own.
  const clock = new ManualClock(Date.now());
  const access = {
    id: 'bi',
    url: `${receiver.url}/events`,
    secret: defaultWebhookSecret,
    customerData: false,
    ...change,
  };
  const other = new FakeTarget('other');
  const target = createWebhook(access, { terminalId: 'T01', http, clock });
  const office = openPostOffice([target, other], { clock, ...options });
  return {
    ...office,
    other,
    visit(id = 'v1'): void {
      office.outbox.record(id, { type: 'visit-started' });
      office.visits.identify(id, maria);
      office.outbox.record(id, { type: 'customer-identified' });
      office.visits.end(id, 'completed');
      office.outbox.record(id, { type: 'visit-ended', reason: 'completed' });
    },
    /** Lets time pass, but few minutes, for the receiver has a clock of its own, until `expectation` holds. */
    until: (expectation: () => void) =>
      vi.waitFor(
        async () => {
          await office.clock.advance(100);
          expectation();
        },
        { timeout: 20_000, interval: 3 },
      ),
    states: () => office.deliveries('webhook:bi').map(({ state }) => state),
  };
}

const allTold = ['delivered', 'delivered', 'delivered'];

it('posts each event once, in order, signed so that the standard takes it', async () => {
  const desk = open();
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(allTold));
  expect(receiver.ledger.received.map(({ verified }) => verified)).toEqual([true, true, true]);
  const [first] = receiver.ledger.effects;
  expect(first).toEqual({
    id: receiver.ledger.received[0]?.id,
    type: 'visit-started',
    version: 1,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    terminal: 'T01',
    visit: { id: 'v1', startedAt: expect.any(String) },
    data: {},
  });
  expect(receiver.ledger.effects).toMatchObject([
    {},
    { type: 'customer-identified' },
    { type: 'visit-ended', data: { reason: 'completed' } },
  ]);
});

it('sends nothing of the customer unless the settings say so', async () => {
  const desk = open();
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(allTold));
  expect(JSON.stringify(receiver.ledger)).not.toMatch(/52998224725|Maria|54987654321/);
});

it('sends who the customer is where the settings say so', async () => {
  const desk = open({ customerData: true });
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(allTold));
  expect(receiver.ledger.effects[1]).toMatchObject({ visit: { customer: maria } });
});

it('sends only the events that were chosen, and those of the kiosk without a visit', async () => {
  const desk = open({ events: ['visit-ended', 'printer-trouble'] });
  desk.outbox.recordKiosk({ type: 'printer-trouble', trouble: 'no-paper' });
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(['delivered', 'delivered']));
  expect(receiver.ledger.effects).toHaveLength(2);
  expect(receiver.ledger.effects).toContainEqual(
    expect.objectContaining({ type: 'printer-trouble', data: { trouble: 'no-paper' } }),
  );
  const [trouble] = receiver.ledger.effects.filter((body) => Object(body).type === 'printer-trouble');
  expect(trouble).not.toHaveProperty('visit');
});

it.each([
  ['a lost answer', { kind: 'drop-after' }],
  ['a 503', { kind: 'status', status: 503 }],
  ['a 429 that names a time', { kind: 'status', status: 429, retryAfter: 30 }],
] as const)(
  'repeats after %s with the same id, and takes effect once and in order',
  async (_name, effect) => {
    receiver.setFaults([{ times: 2, effect }]);
    const desk = open();
    desk.visit();
    await desk.until(() => expect(desk.states()).toEqual(allTold));
    expect(receiver.ledger.effects.map((body) => Object(body).type)).toEqual([
      'visit-started',
      'customer-identified',
      'visit-ended',
    ]);
    expect(new Set(receiver.ledger.received.map(({ id }) => id)).size).toBe(3);
    expect(receiver.ledger.requests.event).toBe(5);
  },
);

it('signs each try with its own time: what waited an hour is not refused for its age', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    receiver.setFaults([{ times: 1, effect: { kind: 'status', status: 503, retryAfter: 3600 } }]);
    const desk = open();
    desk.visit();
    await desk.until(() => expect(receiver.ledger.requests.event).toBe(1));
    await desk.clock.advance(3_600_000);
    vi.setSystemTime(desk.clock.wallTime());
    await desk.until(() => {
      vi.setSystemTime(desk.clock.wallTime());
      expect(desk.states()).toEqual(allTold);
    });
    expect(receiver.ledger.received.every(({ verified }) => verified)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

it('a wrong secret costs no event: all of them wait, few are tried, and the technician is told', async () => {
  const desk = open({ secret: 'whsec_YW5vdGhlci13ZWJob29rLWtleS1vZi0zMi1ieXRlcy4=' });
  desk.visit('v1');
  desk.visit('v2');
  await desk.until(() => expect(desk.log.codes).toContain('RELAY-DOWN'));
  await desk.clock.advance(20_000);
  expect(desk.states().every((state) => state === 'waiting')).toBe(true);
  expect(receiver.ledger.requests.event).toBeLessThanOrEqual(2);
  expect(receiver.ledger.effects).toEqual([]);
});

it('a refused event is dead, the later ones go on, and sent again it comes late, which the list says', async () => {
  receiver.setFaults([{ times: 1, effect: { kind: 'status', status: 422 } }]);
  const desk = open();
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(['dead', 'delivered', 'delivered']));
  expect(desk.desk.list().items).toMatchObject([{ state: 'dead', isOvertaken: true, hasTarget: true }]);
  expect(desk.desk.retryAll('webhook:bi')).toBe('done');
  await desk.until(() => expect(desk.states()).toEqual(allTold));
  expect(receiver.ledger.effects.map((body) => Object(body).type)).toEqual([
    'customer-identified',
    'visit-ended',
    'visit-started',
  ]);
});

it('an address that is gone makes a dead event, not a storm', async () => {
  receiver.setFaults([{ times: 1, effect: { kind: 'status', status: 404 } }]);
  const desk = open({ events: ['visit-started'] });
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(['dead']));
});

it('one that hangs delays nobody else', async () => {
  receiver.setFaults([{ effect: { kind: 'hang' } }]);
  const desk = open();
  desk.visit();
  await desk.until(() => expect(desk.other.tries).toHaveLength(3));
  expect(desk.states()).toEqual(['waiting', 'waiting', 'waiting']);
  await receiver.close();
  receiver = await startWebhookSimulator();
});

it('leaves neither secret nor customer in the log', async () => {
  receiver.setFaults([{ times: 2, effect: { kind: 'status', status: 500 } }]);
  const desk = open({ customerData: true });
  desk.visit();
  await desk.until(() => expect(desk.states()).toEqual(allTold));
  const written = JSON.stringify([desk.log.entries, desk.deliveries('webhook:bi')]);
  expect(written).toContain('status 500');
  expect(written).not.toMatch(/52998224725|Maria|whsec|YmFsY2Fv/);
});
