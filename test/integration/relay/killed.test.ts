import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { systemClock } from '../../../src-main/shell/system-clock.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { openPostOffice } from '../../unit/relay/post-office.ts';
import { openTemporaryDatabase, temporaryDatabaseFile } from '../../unit/storage/temporary-database.ts';
import { buildTargets, type TargetName, targetNames } from './relay-targets.ts';
import { type Systems, startSystems, wholeVisit } from './systems.ts';

const delivered = `state = 'delivered'`;

let systems: Systems;

beforeEach(async () => {
  systems = await startSystems();
});

afterEach(() => systems.close());

/** A kiosk in a process of its own tells of a visit and is killed. @returns its database file */
async function die(target: TargetName, moment: string): Promise<string> {
  const file = temporaryDatabaseFile();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'dying-kiosk.ts'), file, target, moment, JSON.stringify(systems.urls)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [, signal] = (await once(child, 'exit')) as [unknown, string | null];
  expect(signal).toBe('SIGKILL');
  return file;
}

/** The next run of the same kiosk, until it has nothing more to tell. */
async function liveOn(target: TargetName, file: string) {
  const database = openTemporaryDatabase(file);
  const http = createHttpClient();
  const clock = new ManualClock(systemClock.wallTime());
  const visits = createVisitRecords(database, clock);
  const targets = buildTargets(systems.urls, { database, visits, http, clock, log: new RecordingLog() });
  const office = openPostOffice(
    targets.filter(({ name }) => name === target),
    { database, clock },
  );
  office.wake();
  await vi.waitFor(
    async () => {
      await clock.advance(50);
      expect(office.desk.list().total).toBe(0);
    },
    { timeout: 20_000, interval: 5 },
  );
  await office.stop();
  await http.close();
  return office;
}

describe('killed between a delivery and its record, each target is told the rest, once in effect', () => {
  it.each(targetNames)('%s', async (target) => {
    const file = await die(target, delivered);
    expect(systems.told(target).get(0)).toBeDefined();
    await liveOn(target, file);
    expect(systems.told(target)).toEqual(new Map([[0, wholeVisit[target]]]));
  });
});

describe('killed around a lookup at Senior CRM', () => {
  it.each([
    ['before the intent is on disk', 'INSERT INTO crm_calls', 1, 1],
    ['with the answer in hand', 'SET state = CASE', 1, 0],
    ['with the end told', 'UPDATE crm_calls SET state = $state', 1, 1],
  ])('%s: never a second call', async (_name, moment, calls, ends) => {
    const file = await die('senior-crm', moment);
    await liveOn('senior-crm', file);
    expect(systems.senior.ledger.requests.consult).toBe(calls);
    expect(systems.senior.ledger.calls.filter(({ end }) => end)).toHaveLength(ends);
  });

  it('with the intent on disk and nothing sent: it stays unknown, and the row says so', async () => {
    systems.fail(['senior-crm'], { kind: 'hang' });
    const office = await liveOn('senior-crm', await dieWhile('consult'));
    expect(systems.senior.ledger.calls).toEqual([]);
    expect(office.deliveries('senior-crm')).toMatchObject(
      Array.from({ length: 3 }, () => ({
        state: 'delivered',
        last_failure: 'the CRM was asked once and its call is not known',
      })),
    );
  });
});

/** Killed while the simulator has the request and does not answer. */
async function dieWhile(operation: string): Promise<string> {
  const file = temporaryDatabaseFile();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'dying-kiosk.ts'), file, 'senior-crm', 'never', JSON.stringify(systems.urls)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const exited = once(child, 'exit');
  await vi.waitFor(() => expect(systems.senior.ledger.requests[operation]).toBe(1), {
    timeout: 20_000,
    interval: 5,
  });
  child.kill('SIGKILL');
  await exited;
  return file;
}
