import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../../unit/printing/recording-log.ts';
import { openPostOffice } from '../../unit/relay/post-office.ts';
import { openTemporaryDatabase } from '../../unit/storage/temporary-database.ts';
import { buildTargets, playVisit, type TargetName, targetNames } from './relay-targets.ts';
import { type Systems, startSystems, wholeVisit } from './systems.ts';
import { watched } from './watched-http.ts';

const day = 86_400_000;
const openRow = z.object({ open: z.number() });

let systems: Systems;
let client: HttpClient;

beforeEach(async () => {
  systems = await startSystems();
  client = createHttpClient();
});

afterEach(async () => {
  await systems.close();
  await client.close();
});

/** In memory where there is such a folder: a disk that takes its time with each of thousands of writes proves nothing here. */
function fastFile(): string {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'balcao-outage-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'balcao.db');
}

/** @param startedAt so that the clock shows the receivers' time when they are to take something */
function open(startedAt: number) {
  const clock = new ManualClock(startedAt);
  const database = openTemporaryDatabase(fastFile());
  const http = watched(client);
  const log = new RecordingLog();
  const visits = createVisitRecords(database, clock);
  const targets = buildTargets(systems.urls, { database, visits, http, clock, log });
  const office = openPostOffice(targets, { database, clock });
  return {
    ...office,
    visit: (visit: number) => playVisit(visit, { database, visits, clock }, office.outbox),
    /** Lets time pass, and then what is on the wire come back. */
    async pass(ms: number): Promise<void> {
      await clock.advance(ms);
      await http.quiet();
      await clock.advance(0);
    },
    /** Moves the clock by little: it must stay near the receivers'. */
    until: (expectation: () => void) =>
      vi.waitFor(
        async () => {
          await clock.advance(25);
          expectation();
        },
        { timeout: 150_000, interval: 20 },
      ),
    /** Cheaper than the technician's list, and asked for again and again. */
    expectAllTold: () =>
      expect(
        database.get(`SELECT count(*) AS open FROM deliveries WHERE state <> 'delivered'`, openRow),
      ).toEqual({ open: 0 }),
    /** A person does not wait for the next probe. */
    hurry(): void {
      for (const { event, target } of office.desk.list().items) office.desk.retry(event, target);
    },
  };
}

function expectWhole(target: TargetName, visits: number): void {
  const told = systems.told(target);
  expect([target, told.size]).toEqual([target, visits]);
  for (const whats of told.values()) expect(whats).toEqual(wholeVisit[target]);
}

describe('every target is down for a day while 500 visits pass', () => {
  it('and gets everything then: in order within each visit, once in effect', async () => {
    const visits = 500;
    systems.fail(targetNames, { kind: 'status', status: 503 });
    const office = open(Date.now() - day);
    for (let visit = 0; visit < visits; visit += 1) {
      office.visit(visit);
      await office.pass(day / visits);
    }
    for (const target of targetNames) {
      expect(systems.told(target).size).toBe(0);
      expect([target, systems.asked(target) < 250]).toEqual([target, true]);
    }
    // A 503 to a lookup may have made a call all the same, so those visits are not looked up again.
    const lost = systems.senior.ledger.requests.consult ?? 0;
    expect(lost).toBeLessThan(5);

    systems.heal();
    await office.pass(60_000);
    office.hurry();
    await office.until(office.expectAllTold);
    expectWhole('chat-callbacks', visits);
    expectWhole('salesforce-case', visits);
    expectWhole('webhook:bi', visits);
    expectWhole('senior-crm', visits - lost);
    // What was asked for more than a day ago nobody waits for any more.
    const old = office
      .deliveries('chat-messages')
      .filter(({ last_failure: why }) => why === 'it is too old by now').length;
    expect(old).toBeLessThan(5);
    expectWhole('chat-messages', visits - old);
    expect(systems.chat.ledger.messages).toHaveLength(visits - old);
    expect(systems.senior.ledger.calls.filter(({ ends }) => ends !== 1)).toEqual([]);
    expect(new Set(systems.crm.ledger.cases.map(({ externalId }) => externalId)).size).toBe(visits);
  }, 240_000);
});

describe('one target that never answers', () => {
  it.each(targetNames)('%s: nobody else waits for it, and no customer does', async (bad) => {
    systems.fail([bad], { kind: 'hang' });
    const office = open(Date.now());
    for (let visit = 0; visit < 3; visit += 1) office.visit(visit);
    const others = targetNames.filter((name) => name !== bad);
    await office.until(() => {
      for (const target of others) expectWhole(target, 3);
    });
    expect(systems.told(bad).size).toBe(0);
    await office.until(() =>
      expect(new Set(office.desk.list().items.map(({ target }) => target))).toEqual(new Set([bad])),
    );
  });
});

describe('a storm of 401 for a day', () => {
  it('costs few tries and nothing of what there was to tell', async () => {
    const visits = 60;
    systems.fail(targetNames, { kind: 'status', status: 401 });
    const office = open(Date.now() - day + 3_600_000);
    for (let visit = 0; visit < visits; visit += 1) {
      office.visit(visit);
      await office.pass((day - 3_600_000) / visits);
    }
    for (const target of targetNames) {
      const asked = systems.asked(target);
      expect([target, asked > 2 && asked < 40]).toEqual([target, true]);
    }
    expect(office.desk.list().items.filter(({ state }) => state === 'dead')).toEqual([]);
    systems.heal();
    office.hurry();
    await office.until(office.expectAllTold);
    for (const target of targetNames) expectWhole(target, visits);
  }, 60_000);
});

describe('a chat that answers 200 and means no', () => {
  it('with an error text: nothing is lost, and a message is not risked twice', async () => {
    for (const event of ['OnStartConversation', 'send']) {
      systems.chat.setAnswer(event, { body: 'ERROR: database is down' });
    }
    const office = open(Date.now());
    office.visit(0);
    const stillOpen = () => office.desk.list().items.map(({ target, type, state }) => [target, type, state]);
    await office.until(() =>
      expect(stillOpen()).toEqual([
        ['chat-messages', 'message-asked', 'dead'],
        ['chat-callbacks', 'customer-identified', 'waiting'],
        ['chat-callbacks', 'visit-ended', 'waiting'],
      ]),
    );
    systems.chat.setAnswer('OnStartConversation', { body: 'OK' });
    systems.chat.clearAnswer('send');
    office.hurry();
    await office.until(office.expectAllTold);
    expectWhole('chat-callbacks', 1);
    expectWhole('chat-messages', 1);
  });

  it('with an error in JSON: the refused list has it, and what comes later in the visit is told', async () => {
    systems.chat.setAnswer('OnStartConversation', { body: { error: 'unknown contact' } });
    const office = open(Date.now());
    office.visit(0);
    await office.until(() => expect(systems.told('chat-callbacks').get(0)).toContain('OnEndConversation'));
    await office.until(() =>
      expect(office.desk.list().items).toMatchObject([
        { target: 'chat-callbacks', type: 'customer-identified', state: 'dead' },
      ]),
    );
  });
});
