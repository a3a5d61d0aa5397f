import { describe, expect, it } from 'vitest';
import type { RelayTarget } from '../../../src-main/relay/target.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';
import { FakeTarget } from './fake-target.ts';
import { openPostOffice } from './post-office.ts';

const minute = 60_000;
const hour = 60 * minute;
const year = 8_760 * hour;

const down = { kind: 'server-error', status: 503, detail: 'status 503' } as const;
const refused = { kind: 'refused', status: 400, detail: 'status 400' } as const;

function tellVisit(office: ReturnType<typeof openPostOffice>, visitId = 'v1'): void {
  office.outbox.record(visitId, { type: 'visit-started' });
  office.outbox.record(visitId, { type: 'customer-identified' });
  office.outbox.record(visitId, { type: 'visit-ended', reason: 'completed' });
}

const wholeVisit = ['v1 visit-started', 'v1 customer-identified', 'v1 visit-ended'];

describe('a target that answers', () => {
  it('is told of each event once, in order, as soon as it is recorded', async () => {
    const target = new FakeTarget('all');
    const office = openPostOffice([target]);
    tellVisit(office);
    await office.clock.advance(0);
    expect(target.told).toEqual(wholeVisit);
    expect(office.deliveries('all').map(({ state }) => state)).toEqual([
      'delivered',
      'delivered',
      'delivered',
    ]);
    office.wake();
    await office.clock.advance(hour);
    expect(target.tries).toHaveLength(3);
    expect(office.clock.pending).toBe(0);
  });

  it('is told of nothing inside the transaction that records it', async () => {
    const target = new FakeTarget('all');
    const office = openPostOffice([target]);
    office.database.transaction(() => {
      office.outbox.record('v1', { type: 'visit-started' });
      expect(target.tries).toEqual([]);
    });
    await office.clock.advance(0);
    expect(target.tries).toHaveLength(1);
  });

  it('is told of what is recorded while it is busy', async () => {
    const target = new FakeTarget('all');
    const office = openPostOffice([target]);
    let release: () => void = () => undefined;
    target.hold = new Promise((resolve) => (release = resolve));
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(0);
    office.outbox.record('v1', { type: 'customer-identified' });
    office.outbox.record('v2', { type: 'visit-started' });
    release();
    await office.clock.advance(0);
    expect(target.told).toEqual(['v1 visit-started', 'v2 visit-started', 'v1 customer-identified']);
  });

  it('is told after a restart of what an earlier run did not tell', async () => {
    const database = openTemporaryDatabase();
    tellVisit(openPostOffice([new FakeTarget('all')], { database }));
    const target = new FakeTarget('all');
    const office = openPostOffice([target], { database });
    office.wake();
    await office.clock.advance(0);
    expect(target.told).toEqual(wholeVisit);
  });
});

describe('a target that some deliveries do not concern', () => {
  it('is not told of them, and their rows keep why', async () => {
    const target = new FakeTarget('all');
    const concerns: NonNullable<RelayTarget['concerns']> = ({ event: { type } }) => {
      if (type === 'visit-started') return false;
      return type === 'customer-identified' ? { because: 'no telephone is known' } : true;
    };
    const office = openPostOffice([Object.assign(target, { concerns })]);
    tellVisit(office);
    await office.clock.advance(0);
    expect(target.told).toEqual(['v1 visit-ended']);
    expect(office.deliveries('all')).toMatchObject([
      { state: 'delivered', last_failure: null },
      { state: 'delivered', last_failure: 'no telephone is known' },
      { state: 'delivered', last_failure: null },
    ]);
  });
});

describe('a target in trouble', () => {
  it.each([
    down,
    { kind: 'not-sent', detail: '' },
    { kind: 'no-answer', detail: '' },
    { kind: 'malformed', detail: '' },
  ] as const)(
    '($kind) is tried again with the same id, less and less, and later events wait',
    async (trouble) => {
      const target = new FakeTarget('all');
      const office = openPostOffice([target]);
      target.trouble.set('customer-identified', trouble);
      tellVisit(office);
      await office.clock.advance(hour);
      const repeats = target.tries.slice(1);
      expect(repeats.length).toBeGreaterThan(5);
      expect(repeats.length).toBeLessThan(20);
      expect(new Set(repeats.map(({ eventId }) => eventId)).size).toBe(1);
      expect(office.deliveries('all')[1]).toMatchObject({ state: 'waiting', attempts: repeats.length });

      target.trouble.clear();
      await office.clock.advance(hour);
      expect(office.deliveries('all').map(({ state }) => state)).toEqual([
        'delivered',
        'delivered',
        'delivered',
      ]);
      expect(target.told.at(-1)).toBe('v1 visit-ended');
      expect(office.clock.pending).toBe(0);
    },
  );

  it('is not asked earlier because something new is recorded', async () => {
    const target = new FakeTarget('all');
    const office = openPostOffice([target]);
    target.trouble.set('visit-started', { ...down, retryAfterMs: 10 * minute });
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(0);
    for (let time = 0; time < 9; time += 1) {
      office.outbox.record('v1', { type: 'customer-identified' });
      await office.clock.advance(minute);
    }
    expect(target.tries).toHaveLength(1);
    await office.clock.advance(minute);
    expect(target.tries).toHaveLength(2);
  });

  it('that refuses an event never gets it again, and the later ones go on', async () => {
    const target = new FakeTarget('all');
    const office = openPostOffice([target]);
    target.trouble.set('customer-identified', refused);
    tellVisit(office);
    await office.clock.advance(24 * hour);
    expect(target.told).toEqual(wholeVisit);
    expect(office.deliveries('all')).toMatchObject([
      { state: 'delivered' },
      { state: 'dead', attempts: 1, last_failure: 'status 400' },
      { state: 'delivered' },
    ]);
  });

  it('delays neither another target nor another visit', async () => {
    const bad = new FakeTarget('bad');
    const good = new FakeTarget('good');
    const office = openPostOffice([bad, good]);
    bad.trouble.set('customer-identified', down);
    tellVisit(office, 'v1');
    office.outbox.record('v2', { type: 'visit-started' });
    await office.clock.advance(0);
    expect(good.told.filter((told) => told.startsWith('v1'))).toEqual(wholeVisit);
    expect(good.told).toContain('v2 visit-started');
    expect(bad.told.toSorted()).toEqual(['v1 customer-identified', 'v1 visit-started', 'v2 visit-started']);
  });

  it('that hangs delays no other target', async () => {
    const bad = new FakeTarget('bad');
    const good = new FakeTarget('good');
    const office = openPostOffice([bad, good]);
    bad.hold = new Promise(() => undefined);
    tellVisit(office);
    await office.clock.advance(0);
    expect(good.told).toEqual(wholeVisit);
  });
});

describe('a wrong clock', () => {
  it.each([hour, -hour, year, -year])(
    'moved by %i ms while a delivery waits makes it neither never nor all the time',
    async (jump) => {
      const target = new FakeTarget('all');
      const office = openPostOffice([target]);
      target.trouble.set('visit-started', down);
      office.outbox.record('v1', { type: 'visit-started' });
      await office.clock.advance(minute);
      office.clock.setWallTime(office.clock.wallTime() + jump);
      const before = target.tries.length;
      await office.clock.advance(10 * minute);
      expect(target.tries.length - before).toBeGreaterThan(1);
      expect(target.tries.length - before).toBeLessThan(10);
    },
  );

  it.each([hour, -hour, year, -year])(
    'set by %i ms between two runs does not keep back what an earlier run could not deliver',
    async (jump) => {
      const database = openTemporaryDatabase();
      const sick = new FakeTarget('all');
      sick.trouble.set('visit-started', down);
      const first = openPostOffice([sick], { database });
      first.outbox.record('v1', { type: 'visit-started' });
      await first.clock.advance(minute);
      await first.stop();

      const target = new FakeTarget('all');
      const clock = new ManualClock(first.clock.wallTime() + jump);
      const second = openPostOffice([target], { database, clock });
      second.wake();
      await clock.advance(10 * minute);
      expect(target.told).toEqual(['v1 visit-started']);
    },
  );

  it('set back lets new events through at once', async () => {
    const target = new FakeTarget('all');
    const office = openPostOffice([target]);
    target.trouble.set('visit-started', down);
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(0);
    office.clock.setWallTime(office.clock.wallTime() - year);
    target.trouble.clear();
    office.outbox.record('v2', { type: 'visit-started' });
    await office.clock.advance(0);
    expect(target.told).toEqual(['v1 visit-started', 'v2 visit-started']);
  });

  it('asked by the target to wait, it waits that long by the right clock', async () => {
    const target = new FakeTarget('all');
    const office = openPostOffice([target]);
    target.trouble.set('visit-started', { ...down, retryAfterMs: 2 * hour });
    office.outbox.record('v1', { type: 'visit-started' });
    await office.clock.advance(0);
    office.clock.setWallTime(office.clock.wallTime() + year);
    await office.clock.advance(2 * hour - 1);
    expect(target.tries).toHaveLength(1);
    await office.clock.advance(1);
    expect(target.tries).toHaveLength(2);
  });
});

describe('trouble of our own', () => {
  it('a target that throws is tried again and stops nobody', async () => {
    const target = new FakeTarget('all');
    const office = openPostOffice([target]);
    const deliver = target.deliver.bind(target);
    target.deliver = () => Promise.reject(new Error('a fault of ours'));
    tellVisit(office);
    await office.clock.advance(0);
    expect(office.log.codes).toContain('RELAY-FAILED');
    target.deliver = deliver;
    await office.clock.advance(hour);
    expect(target.told).toEqual(wholeVisit);
  });

  it('stopping waits for the delivery in hand, writes it down and leaves no timer', async () => {
    const target = new FakeTarget('all');
    const office = openPostOffice([target]);
    let release: () => void = () => undefined;
    target.hold = new Promise((resolve) => (release = resolve));
    tellVisit(office);
    await office.clock.advance(0);
    const stopped = office.stop();
    release();
    await stopped;
    expect(office.deliveries('all').map(({ state }) => state)).toEqual(['delivered', 'waiting', 'waiting']);
    expect(office.clock.pending).toBe(0);
    office.wake();
    await office.clock.advance(hour);
    expect(target.tries).toHaveLength(1);
  });

  it('stopping leaves no timer of a delivery that waits, nor of one that failed badly', async () => {
    const waiting = new FakeTarget('waiting');
    waiting.trouble.set('visit-started', down);
    const broken = new FakeTarget('broken');
    let fail: (reason: Error) => void = () => undefined;
    broken.deliver = () => new Promise((_resolve, reject) => (fail = reject));
    const office = openPostOffice([waiting, broken]);
    tellVisit(office);
    await office.clock.advance(0);
    const stopped = office.stop();
    fail(new Error('too late'));
    await stopped;
    expect(office.clock.pending).toBe(0);
  });
});
