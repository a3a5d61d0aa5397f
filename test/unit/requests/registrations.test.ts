import { expect, it } from 'vitest';
import { findRegistrations } from '../../../src-main/requests/registrations.ts';
import { RequestDesk } from '../../../src-main/requests/request-desk.ts';
import { RequestJournal } from '../../../src-main/requests/request-journal.ts';
import { erasePersonalData } from '../../../src-main/storage/retention.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';

it('finds what was registered under a mark, the newest first, and nothing of a mark that begins alike', async () => {
  const database = openTemporaryDatabase();
  const clock = new ManualClock();
  createVisitRecords(database, clock).begin('visit-1');
  const desk = new RequestDesk(new RequestJournal(database, clock, () => undefined), new RecordingLog());
  const ask = async (
    kind: 'prospect' | 'order' | 'ticket',
    subject: string,
    outcome: 'done' | 'refused' | 'unknown' | 'not-sent',
  ): Promise<void> => {
    await desk.perform({
      visitId: 'visit-1',
      kind,
      erp: 'principal',
      subject,
      send: () => Promise.resolve({ outcome, ...(outcome === 'done' && { remoteId: 'N-1' }) }),
      eventOf: () => ({ type: 'visit-started' }),
    });
    await clock.advance(1_000);
  };
  await ask('prospect', 'mark.1', 'done');
  await ask('order', 'mark.2', 'unknown');
  await ask('order', 'mark.3', 'refused');
  await ask('order', 'mark.4', 'not-sent');
  await ask('ticket', 'mark.5', 'done');
  await ask('prospect', 'markB.6', 'done');
  expect(findRegistrations(database, 'mark')).toMatchObject([
    { kind: 'order', state: 'unclear' },
    { kind: 'prospect', state: 'done', remoteId: 'N-1', erp: 'principal' },
  ]);
  expect(findRegistrations(database, 'mar')).toEqual([]);

  // What a person still has to look into is kept; the rest is nobody's any more.
  while (!erasePersonalData(database, clock.wallTime() + 1).next().done);
  expect(findRegistrations(database, 'mark')).toMatchObject([{ kind: 'order', state: 'unclear' }]);
});
