import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { PrinterStatus } from '../../../src-main/printing/printer.ts';
import { createPrinterAlarms, type PrinterAlarms } from '../../../src-main/printing/printer-alarm.ts';
import { createOutbox } from '../../../src-main/relay/outbox.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { createPrinterAlarmStore } from '../../../src-main/storage/printer-alarm-store.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase, sickDatabase } from '../storage/temporary-database.ts';
import { RecordingLog } from './recording-log.ts';

const MINUTE = 60_000;

let database: Database;
let clock: ManualClock;
let log: RecordingLog;
let alarms: PrinterAlarms;

beforeEach(() => {
  database = openTemporaryDatabase();
  clock = new ManualClock();
  log = new RecordingLog();
  alarms = start();
});

function start(): PrinterAlarms {
  const outbox = createOutbox(database, clock, createVisitRecords(database, clock), [], () => undefined);
  const store = createPrinterAlarmStore(database, clock);
  return createPrinterAlarms({ store, recordEvent: outbox.recordKiosk, clock, log });
}

async function lasts(status: PrinterStatus, ms = MINUTE): Promise<void> {
  alarms.statusChanged(status);
  await clock.advance(ms);
}

function events(): unknown[] {
  const row = z.object({ body: z.string(), visit_id: z.null() });
  return database
    .all('SELECT body, visit_id FROM events ORDER BY id', row)
    .map(({ body }) => JSON.parse(body));
}

const current = () => createPrinterAlarmStore(database, clock).current();

it('tells once that the paper is near its end, and once that it is not any more', async () => {
  await lasts('ok');
  expect(events()).toEqual([]);
  await lasts('near-end', 10 * MINUTE);
  const raisedAt = clock.wallTime() - 9 * MINUTE;
  expect(current()).toEqual({ trouble: 'near-end', since: raisedAt });
  await lasts('ok');
  expect(current()).toBeUndefined();
  expect(events()).toEqual([{ type: 'printer-trouble', trouble: 'near-end' }, { type: 'printer-well' }]);
  expect(log.codes).toEqual(['PRINTER-TROUBLE', 'PRINTER-WELL']);
});

it('passes over what does not last: a sensor that flickers, a cover that is open for a moment', async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    await lasts('near-end', MINUTE - 1);
    await lasts('ok', MINUTE - 1);
  }
  await lasts('cover-open', MINUTE / 2);
  await lasts('ok', 5 * MINUTE);
  expect(events()).toEqual([]);
});

it('keeps the alarm while the printer is well for a moment only', async () => {
  await lasts('near-end');
  await lasts('ok', MINUTE - 1);
  await lasts('near-end', 5 * MINUTE);
  expect(events()).toEqual([{ type: 'printer-trouble', trouble: 'near-end' }]);
});

it('puts a worse trouble in the place of the last one', async () => {
  await lasts('near-end');
  await lasts('no-paper');
  expect(current()?.trouble).toBe('no-paper');
  await lasts('ok');
  expect(events()).toEqual([
    { type: 'printer-trouble', trouble: 'near-end' },
    { type: 'printer-trouble', trouble: 'no-paper' },
    { type: 'printer-well' },
  ]);
});

it('does not tell it again after a restart', async () => {
  await lasts('near-end');
  alarms.stop();
  alarms = start();
  await lasts('near-end', 5 * MINUTE);
  expect(events()).toHaveLength(1);
  await lasts('ok');
  expect(events()).toHaveLength(2);
});

it('tells nothing more once it was stopped', async () => {
  alarms.statusChanged('no-paper');
  alarms.stop();
  await clock.advance(5 * MINUTE);
  expect(events()).toEqual([]);
});

it('keeps alarm and event together, and goes on when the disk does not take them', async () => {
  const healthy = database;
  database = sickDatabase(healthy, (sql) => sql.includes('INTO events'));
  alarms = start();
  await lasts('no-paper');
  expect(log.codes).toEqual(['PRINTER-ALARM-FAILED']);
  database = healthy;
  expect(current()).toBeUndefined();
});
