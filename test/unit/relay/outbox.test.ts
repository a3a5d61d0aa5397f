import { expect, it, vi } from 'vitest';
import { createOutbox } from '../../../src-main/relay/outbox.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase, sickDatabase } from '../storage/temporary-database.ts';
import { FakeTarget } from './fake-target.ts';
import { openPostOffice } from './post-office.ts';

const contact = { document: '52998224725', name: 'Maria Souza', customerErpId: '7001' };

it('writes an event down with a delivery for each target that wants it', () => {
  const all = new FakeTarget('all');
  const ends = new FakeTarget('ends', ['visit-ended']);
  const { outbox, deliveries } = openPostOffice([all, ends]);
  outbox.record('v1', { type: 'visit-started' });
  outbox.record('v1', { type: 'visit-ended', reason: 'left' });
  expect(deliveries('all').map(({ type }) => type)).toEqual(['visit-started', 'visit-ended']);
  expect(deliveries('ends').map(({ type }) => type)).toEqual(['visit-ended']);
});

it('joins the transaction that made the event true, and goes with it', () => {
  const { database, outbox, deliveries } = openPostOffice([new FakeTarget('all')]);
  const failing = () =>
    database.transaction(() => {
      outbox.record('v1', { type: 'visit-started' });
      throw new Error('no');
    });
  expect(failing).toThrow('no');
  expect(deliveries('all')).toEqual([]);
});

it('keeps no event whose deliveries cannot be written', () => {
  const healthy = openTemporaryDatabase();
  const database = sickDatabase(healthy, (sql) => sql.includes('INTO deliveries'));
  const clock = new ManualClock();
  const visits = createVisitRecords(healthy, clock);
  visits.begin('v1');
  const recorded = vi.fn();
  const outbox = createOutbox(database, clock, visits, [new FakeTarget('all')], recorded);
  expect(() => outbox.record('v1', { type: 'visit-started' })).toThrow();
  expect(outbox.listNext('all')[0]).toBeUndefined();
  expect(recorded).not.toHaveBeenCalled();
});

it('refuses an event of a visit that does not exist', () => {
  const { outbox } = openPostOffice([]);
  expect(() => outbox.record('v9', { type: 'visit-started' })).toThrow();
});

it('hands a delivery out with its visit and all that happened before it', () => {
  const { outbox, visits, clock } = openPostOffice([new FakeTarget('ends', ['visit-ended'])]);
  visits.identify('v1', contact);
  outbox.record('v1', { type: 'visit-started' });
  outbox.record('v2', { type: 'visit-started' });
  outbox.record('v1', { type: 'invoice-opened', invoiceId: '910003' });
  outbox.record('v1', { type: 'visit-ended', reason: 'completed' });
  outbox.record('v1', { type: 'charge-expired', chargeId: 'later' });
  const delivery = outbox.listNext('ends')[0];
  expect(delivery).toMatchObject({
    occurredAt: clock.wallTime(),
    event: { type: 'visit-ended', reason: 'completed' },
    visit: { id: 'v1', contact },
    attempts: 0,
  });
  expect(delivery?.history.map(({ event }) => event)).toEqual([
    { type: 'visit-started' },
    { type: 'invoice-opened', invoiceId: '910003' },
    { type: 'visit-ended', reason: 'completed' },
  ]);
});

it('holds no personal data in events', () => {
  const { outbox, visits, database } = openPostOffice([new FakeTarget('all')]);
  visits.identify('v1', contact);
  outbox.record('v1', { type: 'customer-identified' });
  const rows = JSON.stringify([outbox.listNext('all')[0]?.history]);
  expect(rows).not.toMatch(/52998224725|Maria/);
  // Erasing the person leaves the event deliverable.
  database.run(`UPDATE visits SET document = NULL, customer_name = NULL WHERE id = 'v1'`);
  expect(outbox.listNext('all')[0]?.visit?.contact).toBeUndefined();
});

it('gives the oldest, and none of the lanes to pass over', () => {
  const { outbox, clock } = openPostOffice([new FakeTarget('all')]);
  outbox.record('v1', { type: 'visit-started' });
  outbox.record('v1', { type: 'customer-identified' });
  outbox.record('v2', { type: 'visit-started' });
  const first = outbox.listNext('all')[0];
  if (!first) throw new Error('nothing to deliver');
  expect(first).toMatchObject({ visit: { id: 'v1' }, event: { type: 'visit-started' } });
  outbox.markFailed('all', first, clock.wallTime() + 60_000, 'status 503');
  expect(outbox.listNext('all')[0]).toMatchObject({ row: first.row, attempts: 1 });
  expect(outbox.listNext('all', [first.lane])[0]).toMatchObject({ visit: { id: 'v2' } });
  outbox.markDelivered('all', [first]);
  expect(outbox.listNext('all')[0]).toMatchObject({
    visit: { id: 'v1' },
    event: { type: 'customer-identified' },
  });
});

it('keeps what happened to the kiosk in a lane of its own', () => {
  const { outbox } = openPostOffice([new FakeTarget('all')]);
  outbox.recordKiosk({ type: 'printer-trouble', trouble: 'no-paper' });
  outbox.record('v1', { type: 'visit-started' });
  const first = outbox.listNext('all')[0];
  expect(first).toMatchObject({ lane: '', version: 1, event: { type: 'printer-trouble' }, history: [] });
  expect(first?.visit).toBeUndefined();
  expect(outbox.listNext('all', [''])[0]).toMatchObject({ lane: 'v1', event: { type: 'visit-started' } });
});

it('leaves out of the history what was erased', () => {
  const { outbox, database } = openPostOffice([new FakeTarget('ends', ['visit-ended'])]);
  outbox.record('v1', { type: 'visit-started' });
  outbox.record('v1', { type: 'visit-ended', reason: 'left' });
  database.run(`UPDATE events SET body = '{}' WHERE type = 'visit-started'`);
  expect(outbox.listNext('ends')[0]?.history.map(({ event }) => event.type)).toEqual(['visit-ended']);
});
