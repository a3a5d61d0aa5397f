import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { dropOldest, forgetTold, OutboxKeeper } from '../../../src-main/relay/outbox-keeper.ts';
import { FakeTarget } from './fake-target.ts';
import { openPostOffice } from './post-office.ts';

const day = 86_400_000;
const down = { kind: 'server-error', status: 503, detail: 'status 503' } as const;
const typeRow = z.object({ type: z.string() });

function open(target = new FakeTarget('all')) {
  const office = openPostOffice([target]);
  return {
    ...office,
    target,
    events: () => office.database.all('SELECT type FROM events ORDER BY id', typeRow).map(({ type }) => type),
    forget: () => [...forgetTold(office.database, office.clock.wallTime() - 30 * day)],
    age: (days: number) => office.clock.setWallTime(office.clock.wallTime() + days * day),
    waiting: () => office.deliveries('all').map(({ type }) => type),
  };
}

it('forgets what everybody was told of a month ago, and nothing before', async () => {
  const office = open();
  office.outbox.record('v1', { type: 'visit-started' });
  office.visits.end('v1', 'left');
  office.outbox.recordKiosk({ type: 'printer-well' });
  await office.clock.advance(0);
  office.age(29);
  office.forget();
  expect(office.events()).toHaveLength(2);
  office.age(2);
  office.forget();
  expect(office.events()).toEqual([]);
  expect(office.deliveries('all')).toEqual([]);
});

it('keeps all of a visit while somebody must still be told of something in it, or while it goes on', async () => {
  const office = open();
  office.target.trouble.set('visit-ended', down);
  office.outbox.record('v1', { type: 'visit-started' });
  office.outbox.record('v1', { type: 'visit-ended', reason: 'left' });
  office.visits.end('v1', 'left');
  office.outbox.record('v2', { type: 'visit-started' });
  await office.clock.advance(0);
  office.age(31);
  office.forget();
  expect(office.events()).toEqual(['visit-started', 'visit-ended', 'visit-started']);
});

it('keeps what was refused until a person closed it', async () => {
  const office = open();
  office.target.trouble.set('visit-started', { kind: 'refused', status: 400, detail: 'status 400' });
  office.outbox.record('v1', { type: 'visit-started' });
  office.visits.end('v1', 'left');
  await office.clock.advance(0);
  office.age(31);
  office.forget();
  expect(office.events()).toHaveLength(1);
  const [item] = office.desk.list().items;
  office.desk.drop(item?.event ?? 0, 'all', 'não precisa');
  office.forget();
  expect(office.events()).toEqual([]);
});

it('drops the oldest that tell nothing of money, and never those that do', () => {
  const office = open();
  const charge = { chargeId: 'c', txid: 't', invoiceIds: [], amountCents: 1 as never };
  office.outbox.record('v1', { type: 'visit-started' });
  office.outbox.record('v1', { type: 'charge-created', ...charge });
  office.outbox.record('v1', { type: 'charge-paid', ...charge });
  office.outbox.record('v1', { type: 'slip-printed', invoiceId: '1' });
  office.outbox.record('v1', { type: 'visit-ended', reason: 'left' });
  expect([...dropOldest(office.database, 'all', 2)]).toEqual([2]);
  expect(office.waiting()).toEqual(['charge-created', 'charge-paid', 'visit-ended']);
  expect([...dropOldest(office.database, 'all', 100)]).toEqual([1]);
  expect(office.waiting()).toEqual(['charge-created', 'charge-paid']);
});

it('does both by itself, tells the log what was dropped, and leaves no timer when stopped', async () => {
  const office = open();
  office.target.trouble.set('visit-started', down);
  for (let count = 0; count < 12; count += 1) office.outbox.record('v1', { type: 'visit-started' });
  const keeper = new OutboxKeeper(office.database, office.clock, office.log, { keepDays: 30, mostOpen: 10 });
  keeper.start();
  await vi.waitFor(async () => {
    await office.clock.advance(60_000);
    expect(office.log.codes).toContain('RELAY-DROPPED');
  });
  expect(office.waiting()).toHaveLength(10);
  await keeper.stop();
  await office.stop();
  expect(office.clock.pending).toBe(0);
});
