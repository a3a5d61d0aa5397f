import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createVisitDiary, endCrashedVisits } from '../../../src-main/attendance/visit-diary.ts';
import type { RecordEvent } from '../../../src-main/domain/visit-event.ts';
import { createOutbox } from '../../../src-main/relay/outbox.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';
import { maria } from './people.ts';

const eventRow = z.object({ visit_id: z.string(), body: z.string() });

function setUp() {
  const database = openTemporaryDatabase();
  const clock = new ManualClock();
  const log = new RecordingLog();
  const visits = createVisitRecords(database, clock);
  const outbox = createOutbox(database, clock, visits, [], () => undefined);
  const trouble: { now: Error | undefined } = { now: undefined };
  const record: RecordEvent = (visitId, event) => {
    outbox.record(visitId, event);
    if (trouble.now) throw trouble.now;
  };
  const diary = createVisitDiary(database, visits, record, log);
  const events = () =>
    database
      .all('SELECT visit_id, body FROM events ORDER BY id', eventRow)
      .map(({ visit_id, body }): unknown => [visit_id, JSON.parse(body)]);
  return { visits, diary, log, events, trouble };
}

describe('the diary', () => {
  it('keeps who came apart from what happened', () => {
    const { visits, diary, events } = setUp();
    const visitId = diary.begin();
    diary.identified(visitId, maria.document, maria.customer);
    diary.record(visitId, { type: 'invoice-opened', invoiceId: 'F-101' });
    diary.end(visitId, 'completed');
    expect(visits.find(visitId)).toMatchObject({
      endReason: 'completed',
      contact: {
        document: maria.document,
        name: 'Maria Aparecida Souza',
        customerErpId: 'C-1',
        phone: '1933334444',
        email: 'maria@example.com',
      },
    });
    expect(events()).toEqual([
      [visitId, { type: 'visit-started' }],
      [visitId, { type: 'customer-identified' }],
      [visitId, { type: 'invoice-opened', invoiceId: 'F-101' }],
      [visitId, { type: 'visit-ended', reason: 'completed' }],
    ]);
    expect(JSON.stringify(events())).not.toMatch(/52998224725|Maria|1933334444/);
  });

  it('begins no visit that cannot be written down, and leaves nothing of it', () => {
    const { visits, diary, events, trouble } = setUp();
    trouble.now = new Error('disk full');
    expect(() => diary.begin()).toThrow('disk full');
    expect(visits.listOpen()).toEqual([]);
    expect(events()).toEqual([]);
  });

  it('tells the log, and nobody else, of what it could not write later', () => {
    const { diary, log, events, trouble } = setUp();
    const visitId = diary.begin();
    trouble.now = new Error('disk full');
    diary.identified(visitId, maria.document, maria.customer);
    diary.record(visitId, { type: 'slip-printed', invoiceId: 'F-101' });
    diary.end(visitId, 'left');
    expect(log.entries).toEqual(
      Array.from({ length: 3 }, () => ({
        code: 'VISIT-DIARY-LOST',
        fields: { visitId, reason: 'Error: disk full' },
      })),
    );
    expect(events()).toHaveLength(1);
  });

  it('ends a visit whose end could not be written at the next start', () => {
    const { visits, diary, trouble } = setUp();
    const visitId = diary.begin();
    trouble.now = new Error('disk full');
    diary.end(visitId, 'left');
    trouble.now = undefined;
    endCrashedVisits(diary, visits);
    expect(visits.find(visitId)?.endReason).toBe('crashed');
  });
});

describe('after a crash', () => {
  it('ends the open visits, once, and no others', () => {
    const { visits, diary, events } = setUp();
    const ended = diary.begin();
    diary.end(ended, 'left');
    const open = diary.begin();
    endCrashedVisits(diary, visits);
    endCrashedVisits(diary, visits);
    expect(visits.find(ended)?.endReason).toBe('left');
    expect(visits.find(open)?.endReason).toBe('crashed');
    expect(events().slice(3)).toEqual([[open, { type: 'visit-ended', reason: 'crashed' }]]);
  });
});
