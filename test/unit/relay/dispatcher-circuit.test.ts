import { expect, it } from 'vitest';
import { failure, success } from '../../../src-main/domain/result.ts';
import { openTemporaryDatabase, sickDatabase } from '../storage/temporary-database.ts';
import { FakeTarget } from './fake-target.ts';
import { openPostOffice } from './post-office.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const down = { kind: 'server-error', status: 503, detail: 'status 503' } as const;
const unauthorized = { kind: 'refused', status: 401, detail: 'status 401' } as const;

/** An office with `count` visits that have begun and ended. */
function openBusy(count: number, target: FakeTarget) {
  const office = openPostOffice([target]);
  for (let index = 0; index < count; index += 1) {
    const id = `visit-${index}`;
    office.visits.begin(id);
    office.outbox.record(id, { type: 'visit-started' });
    office.outbox.record(id, { type: 'visit-ended', reason: 'left' });
  }
  return office;
}

/** Lets everything happen that needs no time. */
async function settle({ clock }: ReturnType<typeof openPostOffice>): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await clock.advance(0);
}

function break_(target: FakeTarget, failure: Parameters<FakeTarget['trouble']['set']>[1]): void {
  target.trouble.set('visit-started', failure);
  target.trouble.set('visit-ended', failure);
}

it('at most four deliveries are under way, and one in a visit', async () => {
  const target = new FakeTarget('all');
  let release: () => void = () => undefined;
  target.hold = new Promise((resolve) => (release = resolve));
  const office = openBusy(20, target);
  await office.clock.advance(hour);
  expect(target.tries).toHaveLength(4);
  expect(new Set(target.tries.map(({ visit }) => visit?.id)).size).toBe(4);
  release();
  await settle(office);
  expect(target.tries).toHaveLength(40);
});

it('a target that is down is not asked for each visit that waits', async () => {
  const target = new FakeTarget('all');
  break_(target, down);
  const office = openBusy(200, target);
  await office.clock.advance(day);
  // The four under way when it fell, a quick row of probes, then one every quarter of an hour.
  expect(target.tries.length).toBeLessThan(4 + 10 + 125);
  expect(target.tries.length).toBeGreaterThan(90);
  expect(office.log.codes.filter((code) => code === 'RELAY-DOWN')).toHaveLength(1);
  target.trouble.clear();
  const before = target.tries.length;
  await office.clock.advance(20 * minute);
  await settle(office);
  expect(target.tries.length - before).toBe(400);
  expect(office.desk.list().total).toBe(0);
  expect(office.log.codes.at(-1)).toBe('RELAY-BACK');
});

it('probes with another visit each time: one delivery that always fails does not keep the target down', async () => {
  const target = new FakeTarget('all');
  break_(target, down);
  const office = openBusy(5, target);
  await office.clock.advance(hour);
  target.deliver = ({ visit }) =>
    Promise.resolve(visit?.id === 'visit-0' ? failure(down) : success(undefined));
  await office.clock.advance(2 * hour);
  await settle(office);
  const waiting = office.desk.list().items.map(({ type }) => type);
  expect(waiting).toEqual(['visit-started', 'visit-ended']);
});

it('a wrong password costs no event and few tries, and all go once it is right', async () => {
  const target = new FakeTarget('all');
  break_(target, unauthorized);
  const office = openBusy(100, target);
  await office.clock.advance(day);
  expect(target.tries.length).toBeLessThan(25);
  expect(office.deliveries('all').every(({ state }) => state === 'waiting')).toBe(true);
  target.trouble.clear();
  const [first] = office.desk.list().items;
  if (!first) throw new Error('nothing waits');
  expect(office.desk.retry(first.event, 'all')).toBe('done');
  await office.clock.advance(minute);
  await settle(office);
  expect(office.desk.list().total).toBe(0);
});

it('one delivery that is locked out again and again while others go through is given up', async () => {
  const target = new FakeTarget('all');
  target.trouble.set('customer-identified', unauthorized);
  const office = openPostOffice([target]);
  office.outbox.record('v1', { type: 'customer-identified' });
  for (let turn = 0; turn < 40; turn += 1) {
    office.outbox.record('v2', { type: 'visit-started' });
    await office.clock.advance(10 * minute);
  }
  expect(office.deliveries('all')[0]).toMatchObject({ state: 'dead' });
  expect(target.told.filter((told) => told === 'v1 customer-identified').length).toBeLessThan(15);
  expect(target.told.filter((told) => told === 'v2 visit-started')).toHaveLength(40);
});

it('keeps a wait that the target asked for, for all visits', async () => {
  const target = new FakeTarget('all');
  break_(target, { ...down, status: 429, retryAfterMs: hour });
  const office = openBusy(50, target);
  await office.clock.advance(hour - 1);
  expect(target.tries.length).toBeLessThanOrEqual(4);
  target.trouble.clear();
  await office.clock.advance(minute);
  await settle(office);
  expect(office.desk.list().total).toBe(0);
});

it('what failed rests over a restart, and what is new does not', async () => {
  const database = openTemporaryDatabase();
  const sick = new FakeTarget('all');
  sick.trouble.set('visit-started', { ...down, retryAfterMs: hour });
  const first = openPostOffice([sick], { database });
  first.outbox.record('v1', { type: 'visit-started' });
  await first.clock.advance(0);
  await first.stop();
  const target = new FakeTarget('all');
  const second = openPostOffice([target], { database, clock: first.clock });
  second.outbox.record('v2', { type: 'visit-started' });
  await second.clock.advance(0);
  expect(target.told).toEqual(['v2 visit-started']);
  await second.clock.advance(hour);
  expect(target.told).toEqual(['v2 visit-started', 'v1 visit-started']);
});

it('a disk that takes no record of a delivery stops them all for a minute, and nothing is told twice', async () => {
  const healthy = openTemporaryDatabase();
  let full = true;
  const database = sickDatabase(healthy, (sql) => full && sql.includes(`state = 'delivered'`));
  const target = new FakeTarget('all');
  const office = openPostOffice([target], { database });
  office.outbox.record('v1', { type: 'visit-started' });
  office.outbox.record('v1', { type: 'visit-ended', reason: 'left' });
  await office.clock.advance(minute - 1);
  expect(target.tries).toHaveLength(1);
  full = false;
  await office.clock.advance(minute);
  expect(target.told).toEqual(['v1 visit-started', 'v1 visit-ended']);
  expect(office.log.codes).toEqual(['RELAY-FAILED']);
  expect(office.desk.list().total).toBe(0);
});

it('killed between a delivery and its record, it tells again after the restart, with the same id', async () => {
  const database = openTemporaryDatabase();
  const heard = new FakeTarget('all');
  heard.hold = new Promise(() => undefined);
  const first = openPostOffice([heard], { database });
  first.outbox.record('v1', { type: 'visit-started' });
  first.outbox.record('v1', { type: 'visit-ended', reason: 'left' });
  await first.clock.advance(0);
  expect(heard.told).toEqual(['v1 visit-started']);
  // No stop: the process is gone.
  const target = new FakeTarget('all');
  const second = openPostOffice([target], { database });
  second.wake();
  await second.clock.advance(0);
  expect(target.told).toEqual(['v1 visit-started', 'v1 visit-ended']);
  expect(target.tries[0]?.eventId).toBe(heard.tries[0]?.eventId);
});

it('what happened to the kiosk is told in its order, beside the visits', async () => {
  const target = new FakeTarget('all');
  const office = openPostOffice([target]);
  office.outbox.recordKiosk({ type: 'printer-trouble', trouble: 'no-paper' });
  office.outbox.recordKiosk({ type: 'printer-well' });
  await office.clock.advance(0);
  expect(target.told).toEqual(['kiosk printer-trouble', 'kiosk printer-well']);
});
