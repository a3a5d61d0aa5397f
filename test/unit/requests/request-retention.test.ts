import { expect, it } from 'vitest';
import { z } from 'zod';
import { RequestDesk } from '../../../src-main/requests/request-desk.ts';
import { RequestJournal } from '../../../src-main/requests/request-journal.ts';
import { erasePersonalData } from '../../../src-main/storage/retention.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';

it('words about a request are forgotten in time, once nobody has to look at it', async () => {
  const database = openTemporaryDatabase();
  const clock = new ManualClock();
  createVisitRecords(database, clock).begin('v-1');
  const journal = new RequestJournal(database, clock, () => undefined);
  const desk = new RequestDesk(journal, new RecordingLog());
  const ask = (subject: string, outcome: 'refused' | 'unknown') =>
    desk.perform({
      visitId: 'v-1',
      kind: 'trust-unlock',
      erp: 'principal',
      subject,
      send: () => Promise.resolve({ outcome, remarks: `Words about ${subject}` }),
      eventOf: () => ({ type: 'visit-started' }),
    });
  await ask('S-1', 'refused');
  const { requestId } = await ask('S-2', 'unknown');
  const kept = () =>
    database
      .all('SELECT remarks, handled_reason FROM requests ORDER BY subject', z.record(z.string(), z.unknown()))
      .map((row) => [row.remarks, row.handled_reason]);
  const erase = () => [...erasePersonalData(database, clock.wallTime() + 1)];

  erase();
  expect(kept()).toEqual([
    [null, null],
    ['Words about S-2', null],
  ]);
  journal.markHandled(requestId, 'Maria called');
  erase();
  expect(kept()).toEqual([
    [null, null],
    [null, null],
  ]);
});
