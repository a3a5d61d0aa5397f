import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPinKeeper, type PinKeeper, PinNotSaved } from '../../../src-main/technician/pin-keeper.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PIN = '482913';
const HOUR = 3_600_000;

let folder: string;
let file: string;
let clock: ManualClock;
let log: RecordingLog;
let events: string[];

beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, 'technician.json');
  clock = new ManualClock();
  log = new RecordingLog();
  events = [];
});

/** As after the kiosk was started again, maybe on a clock that begins anew. */
function start(): PinKeeper {
  const audit = {
    record: (event: string, detail?: string) => events.push(detail ? `${event} ${detail}` : event),
  };
  return createPinKeeper({ file, clock, log, audit: { record: (...args) => void audit.record(...args) } });
}

async function withPin(): Promise<PinKeeper> {
  const keeper = start();
  await keeper.choose(PIN);
  return keeper;
}

const wrongTries = () => (JSON.parse(readFileSync(file, 'utf8')) as { wrongTries: number }).wrongTries;

describe('the first PIN', () => {
  it('is chosen while there is none, kept hashed and for its owner only', async () => {
    const keeper = start();
    expect(keeper.door()).toEqual({ state: 'no-pin' });
    await expect(keeper.check(PIN)).resolves.toEqual({ outcome: 'wait', waitMs: 0 });
    await expect(keeper.choose('123456')).resolves.toEqual({ outcome: 'unfit', reason: 'too-plain' });
    await expect(keeper.choose(PIN)).resolves.toEqual({ outcome: 'open' });
    expect(readFileSync(file, 'utf8')).not.toContain(PIN);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['technician.json']);
    expect(events).toEqual(['pin-chosen']);
  });

  it('is not chosen a second time, not even at once', async () => {
    const keeper = start();
    const outcomes = await Promise.all([keeper.choose(PIN), keeper.choose('555123')]);
    expect(outcomes).toEqual([{ outcome: 'open' }, { outcome: 'wait', waitMs: 0 }]);
    await expect(start().check(PIN)).resolves.toEqual({ outcome: 'open' });
  });

  it('is not there when the disk does not take it', async () => {
    rmSync(folder, { recursive: true });
    const keeper = start();
    await expect(keeper.choose(PIN)).rejects.toBeInstanceOf(PinNotSaved);
    expect(keeper.door()).toEqual({ state: 'no-pin' });
    expect(log.codes).toEqual(['TECHNICIAN-PIN-NOT-SAVED']);
    mkdirSync(folder);
    await expect(keeper.choose(PIN)).resolves.toEqual({ outcome: 'open' });
  });
});

describe('tries', () => {
  it('open with the right PIN, and only a right one sets the count back', async () => {
    const keeper = await withPin();
    await expect(keeper.check('482914')).resolves.toEqual({ outcome: 'wrong', triesLeft: 9, waitMs: 0 });
    expect(wrongTries()).toBe(1);
    await expect(keeper.check(PIN)).resolves.toEqual({ outcome: 'open' });
    expect(wrongTries()).toBe(0);
    expect(events).toEqual(['pin-chosen', 'pin-wrong 1', 'pin-right']);
  });

  it('make one wait, and compare nothing meanwhile', async () => {
    const keeper = await withPin();
    for (const pin of ['000001', 'no pin at all', '']) await keeper.check(pin);
    expect(keeper.door()).toEqual({ state: 'locked', triesLeft: 7, waitMs: 5000 });
    await clock.advance(4999);
    await expect(keeper.check(PIN)).resolves.toEqual({ outcome: 'wait', waitMs: 1 });
    expect(wrongTries()).toBe(3);
    await clock.advance(1);
    await expect(keeper.check(PIN)).resolves.toEqual({ outcome: 'open' });
  });

  it('end in a lock-out of an hour, and again after each further wrong one', async () => {
    const keeper = await withPin();
    for (let tries = 0; tries < 10; tries += 1) {
      await clock.advance(320_000);
      await keeper.check('000001');
    }
    expect(keeper.door()).toEqual({ state: 'locked', triesLeft: 0, waitMs: HOUR });
    await clock.advance(HOUR);
    expect(keeper.door()).toEqual({ state: 'locked', triesLeft: 1, waitMs: 0 });
    await expect(keeper.check('000001')).resolves.toEqual({ outcome: 'wrong', triesLeft: 0, waitMs: HOUR });
    await clock.advance(HOUR);
    await expect(keeper.check(PIN)).resolves.toEqual({ outcome: 'open' });
    expect(events).toContain('pin-lock-out 11');
  });

  it('are not forgotten by a restart, which begins the wait anew, whatever the wall clock says', async () => {
    const keeper = await withPin();
    for (let tries = 0; tries < 3; tries += 1) await keeper.check('000001');
    await clock.advance(4000);
    clock.setWallTime(clock.wallTime() + 10 * HOUR);
    const again = start();
    expect(again.door()).toEqual({ state: 'locked', triesLeft: 7, waitMs: 5000 });
    await expect(again.check(PIN)).resolves.toEqual({ outcome: 'wait', waitMs: 5000 });
  });

  it('count before they are looked at: a kiosk killed in between has had one', async () => {
    const keeper = await withPin();
    const outcome = keeper.check('000001');
    await Promise.resolve();
    await Promise.resolve();
    expect(wrongTries()).toBe(1);
    await outcome;
  });

  it('cost as much at once as in a row', async () => {
    const keeper = await withPin();
    const outcomes = await Promise.all(
      ['000001', '000002', '000003', PIN, '000004'].map((pin) => keeper.check(pin)),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['wrong', 'wrong', 'wrong', 'wait', 'wait']);
    expect(wrongTries()).toBe(3);
  });

  it('are not compared when they cannot be counted', async () => {
    const keeper = await withPin();
    rmSync(folder, { recursive: true });
    await expect(keeper.check(PIN)).rejects.toBeInstanceOf(PinNotSaved);
    expect(log.codes).toEqual(['TECHNICIAN-PIN-NOT-SAVED']);
    expect(events).toEqual(['pin-chosen']);
  });
});

describe('another PIN', () => {
  it('takes the place of the one that is known', async () => {
    const keeper = await withPin();
    await expect(keeper.change(PIN, '111111')).resolves.toEqual({ outcome: 'unfit', reason: 'too-plain' });
    await expect(keeper.change('000001', '555123')).resolves.toMatchObject({
      outcome: 'wrong',
      triesLeft: 9,
    });
    await expect(keeper.change(PIN, '555123')).resolves.toEqual({ outcome: 'open' });
    const again = start();
    await expect(again.check(PIN)).resolves.toMatchObject({ outcome: 'wrong' });
    await expect(again.check('555123')).resolves.toEqual({ outcome: 'open' });
    expect(events).toContain('pin-changed');
  });

  it('is not set while one has to wait', async () => {
    const keeper = await withPin();
    for (let tries = 0; tries < 3; tries += 1) await keeper.check('000001');
    await expect(keeper.change(PIN, '555123')).resolves.toEqual({ outcome: 'wait', waitMs: 5000 });
  });
});

describe('a damaged file', () => {
  it.each([
    ['empty', ''],
    ['no JSON', '{"version":1'],
    ['another form', '{"version":1,"wrongTries":0}'],
    ['forged work', '{"version":1,"wrongTries":-1,"pin":{}}'],
  ])('is no open door: %s', async (_, content) => {
    writeFileSync(file, content);
    const keeper = start();
    expect(keeper.door()).toEqual({ state: 'locked', triesLeft: 0, waitMs: HOUR });
    await clock.advance(2 * HOUR);
    await expect(keeper.check(PIN)).resolves.toEqual({ outcome: 'wait', waitMs: HOUR });
    await expect(keeper.choose(PIN)).resolves.toEqual({ outcome: 'wait', waitMs: HOUR });
    await expect(keeper.change(PIN, '555123')).resolves.toEqual({ outcome: 'wait', waitMs: HOUR });
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect(log.codes).toEqual(['TECHNICIAN-PIN-UNREADABLE']);
  });

  it('is one that cannot be read, too', () => {
    mkdirSync(file);
    expect(start().door()).toMatchObject({ state: 'locked', triesLeft: 0 });
    expect(log.codes).toEqual(['TECHNICIAN-PIN-UNREADABLE']);
  });

  it('is gone once the administrator deleted it and started the kiosk again', async () => {
    writeFileSync(file, 'x');
    chmodSync(file, 0o600);
    start();
    rmSync(file);
    expect(start().door()).toEqual({ state: 'no-pin' });
  });
});
