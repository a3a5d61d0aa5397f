import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FakeTarget } from './fake-target.ts';
import { openPostOffice } from './post-office.ts';

const minute = 60_000;
const hour = 60 * minute;
const refused = { kind: 'refused', status: 422, detail: 'status 422' } as const;
const down = { kind: 'server-error', status: 503, detail: 'status 503' } as const;

const rowSchema = z.object({ id: z.number() });
const handledRow = z.object({
  state: z.string(),
  handled_at: z.number().nullable(),
  handled_reason: z.string().nullable(),
});

function open(...targets: FakeTarget[]) {
  const office = openPostOffice(targets);
  const rows = () => office.database.all('SELECT id FROM events ORDER BY id', rowSchema);
  return {
    ...office,
    /** The row of the event that was recorded as the `nth`, from 0. */
    row: (nth: number): number => rows()[nth]?.id ?? Number.NaN,
    handled: () => office.database.all('SELECT * FROM deliveries ORDER BY event', handledRow),
  };
}

describe('the list of deliveries', () => {
  it('shows the dead first, then what waits, and nothing that is through', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('customer-identified', refused);
    office.outbox.record('v1', { type: 'visit-started' });
    office.outbox.record('v1', { type: 'customer-identified' });
    await office.clock.advance(0);
    crm.trouble.set('visit-started', down);
    office.outbox.record('v2', { type: 'visit-started' });
    await office.clock.advance(0);
    const { items, total } = office.desk.list();
    expect(total).toBe(2);
    expect(items).toEqual([
      {
        event: office.row(1),
        target: 'crm',
        type: 'customer-identified',
        state: 'dead',
        attempts: 1,
        lastFailure: 'status 422',
        occurredAt: office.clock.wallTime(),
        hasTarget: true,
        isOvertaken: false,
      },
      expect.objectContaining({ event: office.row(2), state: 'waiting', lastFailure: 'status 503' }),
    ]);
  });

  it('stops at 200 and tells how many there are', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('visit-started', refused);
    crm.trouble.set('invoice-opened', down);
    for (let count = 0; count < 230; count += 1) {
      office.outbox.record('v1', { type: 'invoice-opened', invoiceId: String(count) });
    }
    office.outbox.record('v2', { type: 'visit-started' });
    await office.clock.advance(0);
    const { items, total } = office.desk.list();
    expect(total).toBe(231);
    expect(items).toHaveLength(200);
    expect(items[0]?.state).toBe('dead');
  });
});

describe('trying a delivery again', () => {
  it('sends a dead one, once its credentials were mended', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('visit-started', refused);
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(hour);
    expect(crm.tries).toHaveLength(1);
    crm.trouble.clear();
    expect(office.desk.retry(office.row(0), 'crm')).toBe('done');
    await office.clock.advance(0);
    expect(crm.tries).toHaveLength(2);
    expect(crm.tries[1]?.eventId).toBe(crm.tries[0]?.eventId);
    expect(office.deliveries('crm')).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(office.desk.list()).toEqual({ items: [], total: 0 });
    expect(office.desk.retry(office.row(0), 'crm')).toBe('gone');
    expect(crm.tries).toHaveLength(2);
  });

  it('that is refused again is dead again', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('visit-started', refused);
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(0);
    office.desk.retry(office.row(0), 'crm');
    await office.clock.advance(hour);
    expect(office.deliveries('crm')).toMatchObject([{ state: 'dead', attempts: 2 }]);
  });

  it('does not wait out the rest of one that failed, nor of what is before it in its visit', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('visit-started', down);
    office.outbox.record('v1', { type: 'visit-started' });
    office.outbox.record('v1', { type: 'customer-identified' });
    for (let count = 0; count < 12; count += 1) await office.clock.advance(hour);
    const tries = crm.tries.length;
    crm.trouble.clear();
    expect(office.desk.retry(office.row(1), 'crm')).toBe('done');
    await office.clock.advance(0);
    expect(crm.told.slice(tries)).toEqual(['v1 visit-started', 'v1 customer-identified']);
  });

  it('leaves the rest of other visits alone', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('visit-started', down);
    office.outbox.record('v1', { type: 'visit-started' });
    office.outbox.record('v2', { type: 'visit-started' });
    await office.clock.advance(0);
    const tries = crm.tries.length;
    office.desk.retry(office.row(1), 'crm');
    await office.clock.advance(0);
    expect(crm.told.slice(tries)).toEqual(['v2 visit-started']);
  });

  it('is of its own target only', async () => {
    const [crm, chat] = [new FakeTarget('crm'), new FakeTarget('chat')];
    const office = open(crm, chat);
    crm.trouble.set('visit-started', refused);
    chat.trouble.set('visit-started', refused);
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(0);
    office.desk.retry(office.row(0), 'chat');
    await office.clock.advance(0);
    expect([crm.tries.length, chat.tries.length]).toEqual([1, 2]);
  });

  it('of what never was, or of a target that the settings no longer have, is not done', async () => {
    const crm = new FakeTarget('crm');
    const before = openPostOffice([crm]);
    crm.trouble.set('visit-started', refused);
    before.outbox.record('v1', { type: 'visit-started' });
    await before.clock.advance(0);
    expect(before.desk.retry(4711, 'crm')).toBe('gone');
    expect(before.desk.retry(1, "crm' OR 1=1 --")).toBe('gone');
    const after = openPostOffice([], { database: before.database });
    expect(after.desk.retry(1, 'crm')).toBe('failed');
    expect(after.deliveries('crm')).toMatchObject([{ state: 'dead' }]);
  });
});

describe('trying everything again that a target refused', () => {
  it('sends it in the order of the visits, and leaves what other targets refused', async () => {
    const [crm, chat] = [new FakeTarget('crm'), new FakeTarget('chat')];
    const office = open(crm, chat);
    for (const target of [crm, chat]) {
      target.trouble.set('visit-started', refused);
      target.trouble.set('customer-identified', refused);
    }
    office.outbox.record('v1', { type: 'visit-started' });
    office.outbox.record('v1', { type: 'customer-identified' });
    await office.clock.advance(0);
    const tries = crm.tries.length;
    crm.trouble.clear();
    expect(office.desk.retryAll('crm')).toBe('done');
    await office.clock.advance(0);
    expect(crm.told.slice(tries)).toEqual(['v1 visit-started', 'v1 customer-identified']);
    expect(office.desk.list().items.map(({ target }) => target)).toEqual(['chat', 'chat']);
  });

  it('sends nothing that a person closed, and nothing to a target that is gone', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('visit-started', refused);
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(0);
    office.desk.drop(office.row(0), 'crm', 'avisado por telefone');
    expect(office.desk.retryAll('crm')).toBe('gone');
    expect(office.desk.retryAll('old')).toBe('failed');
  });
});

describe('a delivery out of its order', () => {
  it('is one after which its target was told of more of the same visit', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('visit-started', refused);
    office.outbox.record('v1', { type: 'visit-started' });
    office.outbox.record('v2', { type: 'customer-identified' });
    await office.clock.advance(0);
    expect(office.desk.list().items).toMatchObject([{ isOvertaken: false }]);
    office.outbox.record('v1', { type: 'customer-identified' });
    await office.clock.advance(0);
    expect(office.desk.list().items).toMatchObject([{ isOvertaken: true }]);
  });
});

describe('dropping a delivery', () => {
  it('closes a dead one for good and keeps its row, with when and why', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('visit-started', refused);
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(0);
    expect(office.desk.drop(office.row(0), 'crm', 'avisado por telefone')).toBe('done');
    expect(office.desk.list()).toEqual({ items: [], total: 0 });
    expect(office.handled()).toEqual([
      { state: 'dead', handled_at: office.clock.wallTime(), handled_reason: 'avisado por telefone' },
    ]);
    expect(office.desk.drop(office.row(0), 'crm', 'outra vez')).toBe('gone');
    expect(office.desk.retry(office.row(0), 'crm')).toBe('gone');
    office.wake();
    await office.clock.advance(hour);
    expect(crm.tries).toHaveLength(1);
    expect(JSON.stringify(office.log)).not.toContain('telefone');
  });

  it('is refused while it is still being tried, so that order holds', async () => {
    const crm = new FakeTarget('crm');
    const office = open(crm);
    crm.trouble.set('visit-started', down);
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(0);
    expect(office.desk.drop(office.row(0), 'crm', 'não quero')).toBe('failed');
    expect(office.handled()).toMatchObject([{ state: 'waiting', handled_at: null }]);
  });

  it('is done for one whose target the settings no longer have', () => {
    const before = openPostOffice([new FakeTarget('crm')]);
    before.outbox.record('v1', { type: 'visit-started' });
    const after = openPostOffice([], { database: before.database });
    expect(after.desk.drop(1, 'crm', 'CRM desligado')).toBe('done');
    expect(after.desk.list().total).toBe(0);
    expect(after.deliveries('crm')).toMatchObject([{ state: 'dead' }]);
  });
});
