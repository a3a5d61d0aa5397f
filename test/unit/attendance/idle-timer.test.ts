import { expect, it } from 'vitest';
import { IdleTimer } from '../../../src-main/attendance/idle-timer.ts';
import { ManualClock } from '../../support/manual-clock.ts';

function setUp() {
  const clock = new ManualClock();
  const told: string[] = [];
  const timer = new IdleTimer({
    clock,
    idleMs: 45_000,
    warningMs: 15_000,
    onWarning: () => told.push(`warning with ${timer.warningRemainingMs()} ms`),
    onTimeout: () => told.push('timeout'),
  });
  return { clock, told, timer };
}

it('warns, then ends, once each', async () => {
  const { clock, told, timer } = setUp();
  timer.restart();
  await clock.advance(200_000);
  expect(told).toEqual(['warning with 15000 ms', 'timeout']);
  expect(timer.warningRemainingMs()).toBeUndefined();
});

it('counts from the last restart', async () => {
  const { clock, told, timer } = setUp();
  for (let touch = 0; touch < 5; touch += 1) {
    timer.restart();
    await clock.advance(44_999);
  }
  expect(told).toEqual([]);
});

it('takes the warning back when it is restarted or stopped', async () => {
  const { clock, told, timer } = setUp();
  timer.restart();
  await clock.advance(59_999);
  timer.restart();
  expect(timer.warningRemainingMs()).toBeUndefined();
  await clock.advance(50_000);
  timer.stop();
  expect(timer.warningRemainingMs()).toBeUndefined();
  await clock.advance(200_000);
  expect(told).toEqual(['warning with 15000 ms', 'warning with 15000 ms']);
  expect(clock.pending).toBe(0);
});

it('does not care what the wall clock says', async () => {
  const { clock, told, timer } = setUp();
  timer.restart();
  clock.setWallTime(0);
  await clock.advance(44_999);
  clock.setWallTime(Date.UTC(2100, 0, 1));
  expect(told).toEqual([]);
  await clock.advance(1);
  expect(told).toEqual(['warning with 15000 ms']);
});
