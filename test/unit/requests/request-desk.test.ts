import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { VisitEvent } from '../../../src-main/domain/visit-event.ts';
import type { RequestAnswer, RequestOrder } from '../../../src-main/requests/request.ts';
import { RequestDesk } from '../../../src-main/requests/request-desk.ts';
import { RequestJournal } from '../../../src-main/requests/request-journal.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { openTemporaryDatabase, sickDatabase, temporaryDatabaseFile } from '../storage/temporary-database.ts';

const anyRow = z.record(z.string(), z.unknown());

/** A desk over a real database, with visits v-1 and v-2, and an ERP that answers what the test says. */
class Counter {
  readonly clock = new ManualClock();
  readonly log = new RecordingLog();
  readonly events: VisitEvent[] = [];
  readonly sent: string[] = [];
  readonly database: Database;
  readonly desk: RequestDesk;
  readonly journal: RequestJournal;
  answer: () => Promise<RequestAnswer> = () => Promise.resolve({ outcome: 'done' });
  proof: () => Promise<{ remoteId?: string } | undefined> = () => Promise.resolve(undefined);

  constructor(database: Database = openTemporaryDatabase()) {
    this.database = database;
    this.journal = new RequestJournal(database, this.clock, (_visit, event) => {
      this.events.push(event);
    });
    this.desk = new RequestDesk(this.journal, this.log);
  }

  static withVisits(): Counter {
    const counter = new Counter();
    const visits = createVisitRecords(counter.database, counter.clock);
    visits.begin('v-1');
    visits.begin('v-2');
    return counter;
  }

  order(change: Partial<RequestOrder> = {}): RequestOrder {
    return {
      visitId: 'v-1',
      kind: 'trust-unlock',
      erp: 'principal',
      subject: 'S-1',
      terms: { version: 'abc', acceptedAt: 1 },
      send: (id) => {
        this.sent.push(id);
        return this.answer();
      },
      verify: () => this.proof(),
      eventOf: ({ requestId }) => ({
        type: 'service-unlocked',
        requestId,
        erp: 'principal',
        serviceId: 'S-1',
      }),
      ...change,
    };
  }

  rows(): Record<string, unknown>[] {
    return this.database.all('SELECT * FROM requests ORDER BY rowid', anyRow);
  }
}

describe('a request', () => {
  it('is a row before it goes out, with what was accepted', async () => {
    const counter = Counter.withVisits();
    counter.answer = () => {
      expect(counter.rows()).toMatchObject([
        { state: 'sent', visit_id: 'v-1', subject: 'S-1', terms: 'abc', accepted_at: 1 },
      ]);
      return Promise.resolve({ outcome: 'done', remoteId: '77', remarks: 'Ativado' });
    };
    const result = await counter.desk.perform(counter.order());
    expect(counter.sent).toEqual([result.requestId]);
    expect(result).toMatchObject({
      outcome: 'done',
      remoteId: '77',
      protocol: result.requestId.slice(0, 10).toUpperCase(),
    });
    expect(result.protocol).toMatch(/^[0-9A-F]{10}$/);
    expect(counter.rows()).toMatchObject([{ state: 'done', remote_id: '77' }]);
    expect(counter.events).toEqual([
      { type: 'service-unlocked', requestId: result.requestId, erp: 'principal', serviceId: 'S-1' },
    ]);
  });

  it('is not sent when it cannot be written down', async () => {
    const counter = Counter.withVisits();
    const sick = new Counter(sickDatabase(counter.database, (sql) => sql.includes('INSERT INTO requests')));
    await expect(sick.desk.perform(sick.order())).rejects.toThrow('disk I/O error');
    expect(sick.sent).toEqual([]);
  });

  it('pressed twice goes out once, and both presses hear the same', async () => {
    const counter = Counter.withVisits();
    const [one, other] = await Promise.all([
      counter.desk.perform(counter.order()),
      counter.desk.perform(counter.order()),
    ]);
    const later = await counter.desk.perform(counter.order());
    expect(counter.sent).toHaveLength(1);
    expect(other).toEqual(one);
    expect(later).toEqual(one);
    expect(counter.events).toHaveLength(1);
  });

  it('of another visit, or about something else, is another one', async () => {
    const counter = Counter.withVisits();
    await counter.desk.perform(counter.order());
    await counter.desk.perform(counter.order({ visitId: 'v-2' }));
    await counter.desk.perform(counter.order({ subject: 'S-2' }));
    await counter.desk.perform(counter.order({ erp: 'outro' }));
    expect(new Set(counter.sent).size).toBe(4);
  });

  it('that was refused says so again without asking again', async () => {
    const counter = Counter.withVisits();
    counter.answer = () => Promise.resolve({ outcome: 'refused', remarks: 'CPF 529.982.247-25\nem dívida' });
    const first = await counter.desk.perform(counter.order());
    expect(first).toMatchObject({ outcome: 'refused', remarks: 'CPF … em dívida' });
    expect(await counter.desk.perform(counter.order())).toEqual(first);
    expect(counter.sent).toHaveLength(1);
    expect(counter.events).toMatchObject([{ type: 'request-refused', kind: 'trust-unlock' }]);
  });

  it('of which the ERP saw nothing may go out again, under the same id', async () => {
    const counter = Counter.withVisits();
    counter.answer = () => Promise.resolve({ outcome: 'not-sent' });
    expect(await counter.desk.perform(counter.order())).toMatchObject({ outcome: 'not-sent' });
    expect(counter.events).toEqual([]);
    counter.answer = () => Promise.resolve({ outcome: 'done' });
    expect(await counter.desk.perform(counter.order())).toMatchObject({ outcome: 'done' });
    expect(counter.sent).toHaveLength(2);
    expect(new Set(counter.sent).size).toBe(1);
  });

  it('whose answer went out of order to the disk stays in doubt', async () => {
    const counter = Counter.withVisits();
    const sick = new Counter(sickDatabase(counter.database, (sql) => sql.includes('UPDATE requests')));
    expect(await sick.desk.perform(sick.order())).toMatchObject({ outcome: 'unclear' });
    expect(sick.log.codes).toContain('REQUEST-NOT-WRITTEN');
    expect(counter.rows()).toMatchObject([{ state: 'sent' }]);
    expect(await counter.desk.perform(counter.order())).toMatchObject({ outcome: 'unclear' });
    expect(counter.sent).toEqual([]);
  });

  it('keeps nothing of what it brought about unless it is written that it was done', async () => {
    const counter = Counter.withVisits();
    const sick = new Counter(sickDatabase(counter.database, (sql) => sql.includes('UPDATE requests')));
    const visits = createVisitRecords(counter.database, counter.clock);
    visits.identify('v-1', { document: '52998224725', name: 'Maria', customerErpId: '7' });
    const contact = { email: 'nova@example.com' };
    const eventOf = () => {
      visits.changeContact('v-1', contact);
      return { type: 'contact-saved', fields: ['email'] } as const;
    };
    const order = sick.order({ kind: 'contact-change', eventOf });
    expect(await sick.desk.perform(order)).toMatchObject({ outcome: 'unclear' });
    expect(visits.find('v-1')?.contact?.email).toBeUndefined();
    counter.proof = () => Promise.resolve({});
    await counter.desk.perform(counter.order({ kind: 'contact-change', eventOf }));
    expect(visits.find('v-1')?.contact).toMatchObject(contact);
  });
});

describe('a lost reply', () => {
  it.each([
    ['an unknown answer', () => Promise.resolve({ outcome: 'unknown' } as const)],
    ['a defect', () => Promise.reject(new Error('defect'))],
  ])('(%s) that is proven counts as done', async (_name, answer) => {
    const counter = Counter.withVisits();
    counter.answer = answer;
    counter.proof = () => Promise.resolve({ remoteId: '9' });
    expect(await counter.desk.perform(counter.order())).toMatchObject({ outcome: 'done', remoteId: '9' });
    expect(counter.events).toMatchObject([{ type: 'service-unlocked' }]);
  });

  it('without proof is unclear, and is only looked into again', async () => {
    const counter = Counter.withVisits();
    counter.answer = () => Promise.resolve({ outcome: 'unknown', remarks: 'Em processamento' });
    const first = await counter.desk.perform(counter.order());
    expect(first.outcome).toBe('unclear');
    expect(counter.log.codes).toContain('REQUEST-UNCLEAR');
    expect(await counter.desk.perform(counter.order())).toEqual(first);
    counter.proof = () => Promise.resolve({});
    expect(await counter.desk.perform(counter.order())).toMatchObject({
      outcome: 'done',
      requestId: first.requestId,
    });
    expect(counter.sent).toHaveLength(1);
    expect(counter.events.map(({ type }) => type)).toEqual(['request-unclear', 'service-unlocked']);
  });

  it('is unclear also when looking into it fails, or cannot be done', async () => {
    const counter = Counter.withVisits();
    counter.answer = () => Promise.resolve({ outcome: 'unknown' });
    counter.proof = () => Promise.reject(new Error('defect'));
    expect((await counter.desk.perform(counter.order())).outcome).toBe('unclear');
    const { verify: _, ...blind } = counter.order({ subject: 'S-2' });
    expect((await counter.desk.perform(blind)).outcome).toBe('unclear');
  });
});

describe('after a kill', () => {
  it('what was sent is unclear: told once, never sent again', async () => {
    const file = temporaryDatabaseFile();
    const killed = new Counter(openTemporaryDatabase(file));
    createVisitRecords(killed.database, killed.clock).begin('v-1');
    killed.answer = () => new Promise(() => undefined);
    void killed.desk.perform(killed.order());
    expect(killed.sent).toHaveLength(1);

    const next = new Counter(openTemporaryDatabase(file));
    next.desk.start();
    next.desk.start();
    expect(next.rows()).toMatchObject([{ state: 'unclear' }]);
    expect(next.events).toMatchObject([{ type: 'request-unclear', requestId: killed.sent[0] }]);
    expect((await next.desk.perform(next.order())).outcome).toBe('unclear');
    expect(next.sent).toEqual([]);
  });

  it('the desk waits for what is on its way before it stops', async () => {
    const counter = Counter.withVisits();
    let answer: (said: RequestAnswer) => void = () => undefined;
    counter.answer = () => new Promise((resolve) => (answer = resolve));
    const course = counter.desk.perform(counter.order());
    let stopped = false;
    const stopping = counter.desk.stop().then(() => (stopped = true));
    await Promise.resolve();
    expect(stopped).toBe(false);
    answer({ outcome: 'done' });
    await stopping;
    expect((await course).outcome).toBe('done');
    expect(counter.rows()).toMatchObject([{ state: 'done' }]);
  });
});

describe('earlier requests', () => {
  it('tell the last one that was done or may have been', async () => {
    const counter = Counter.withVisits();
    const last = () => counter.desk.lastOf('trust-unlock', 'principal', 'S-1');
    expect(last()).toBeUndefined();
    counter.answer = () => Promise.resolve({ outcome: 'refused' });
    await counter.desk.perform(counter.order());
    expect(last()).toBeUndefined();
    counter.answer = () => Promise.resolve({ outcome: 'unknown' });
    const { requestId, protocol } = await counter.desk.perform(counter.order({ visitId: 'v-2' }));
    expect(last()).toEqual({ state: 'unclear', at: counter.clock.wallTime(), protocol });
    expect(counter.journal.listUnclear(10)).toMatchObject([{ id: requestId }]);

    expect(counter.journal.markHandled(requestId, 'conferido no ERP')).toBe(true);
    expect(counter.journal.markHandled(requestId, 'outra vez')).toBe(false);
    expect(counter.journal.listUnclear(10)).toEqual([]);
    expect(last()).toMatchObject({ state: 'done' });
  });
});
