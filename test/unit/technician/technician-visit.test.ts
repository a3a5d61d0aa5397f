import { expect, test } from 'vitest';
import { TechnicianVisit } from '../../../src-main/technician/technician-visit.ts';
import { ManualClock } from '../../support/manual-clock.ts';

function arrive() {
  const clock = new ManualClock();
  const visit = new TechnicianVisit(clock);
  const changes: boolean[] = [];
  visit.onChange(() => changes.push(visit.isHere()));
  return { clock, visit, changes };
}

test('nobody is inside before the PIN was given, and nobody gets in without coming to the door', () => {
  const { visit, changes } = arrive();
  visit.open();
  expect(visit.isInside()).toBe(false);
  visit.enter();
  expect([visit.isHere(), visit.isInside()]).toEqual([true, false]);
  visit.open();
  expect(visit.isInside()).toBe(true);
  visit.enter();
  expect(visit.isInside()).toBe(true);
  visit.leave();
  expect([visit.isHere(), visit.isInside()]).toEqual([false, false]);
  expect(changes).toEqual([true, false]);
});

test('a door that nobody opens goes back to the customers after a minute', async () => {
  const { clock, visit } = arrive();
  visit.enter();
  await clock.advance(59_000);
  visit.keepAwake();
  await clock.advance(59_000);
  expect(visit.isHere()).toBe(true);
  await clock.advance(1_000);
  expect(visit.isHere()).toBe(false);
});

test('an open area that nobody touches closes after five minutes, and its timer is gone when it was left', async () => {
  const { clock, visit } = arrive();
  visit.enter();
  visit.open();
  await clock.advance(299_000);
  expect(visit.isInside()).toBe(true);
  await clock.advance(1_000);
  expect(visit.isHere()).toBe(false);
  visit.enter();
  visit.leave();
  expect(clock.pending).toBe(0);
});
