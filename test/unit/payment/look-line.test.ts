import { expect, it } from 'vitest';
import { LookLine } from '../../../src-main/payment/look-line.ts';
import { ManualClock } from '../../support/manual-clock.ts';

const minute = 60_000;

/** Five at once, and one a second after them. */
function openLine(perMinute = 65) {
  const clock = new ManualClock();
  const line = new LookLine(clock, perMinute);
  const served: string[] = [];
  return {
    clock,
    line,
    served,
    enter: (id: string, attended = false): void => {
      void line.enter(id, attended).then(() => served.push(id));
    },
  };
}

it('serves a few at once, and then no more than the limit', async () => {
  const { clock, served, enter } = openLine();
  for (let number = 0; number < 1_000; number += 1) enter(String(number));
  await clock.advance(0);
  expect(served).toHaveLength(5);
  await clock.advance(minute);
  expect(served).toHaveLength(65);
  await clock.advance(9 * minute);
  expect(served).toHaveLength(605);
});

it('serves in the order of arrival, and whoever has a customer first', async () => {
  const { clock, served, enter } = openLine();
  for (const id of ['1', '2', '3', '4', '5', '6', '7']) enter(id);
  enter('customer', true);
  await clock.advance(3_000);
  expect(served).toEqual(['1', '2', '3', '4', '5', 'customer', '6', '7']);
});

it('lets one go ahead whose customer has come back', async () => {
  const { clock, line, served, enter } = openLine();
  for (const id of ['1', '2', '3', '4', '5', '6', '7', '8']) enter(id);
  line.promote('8');
  line.promote('unknown');
  await clock.advance(1_000);
  expect(served.at(-1)).toBe('8');
});

it('keeps within the limit also when some do not wait', async () => {
  const { clock, line, served, enter } = openLine();
  for (let number = 0; number < 10; number += 1) line.count();
  enter('waits');
  await clock.advance(5_000);
  expect(served).toEqual([]);
  await clock.advance(1_000);
  expect(served).toEqual(['waits']);
});

it('leaves no timer, whether it stops or has nothing to do', async () => {
  const { clock, line, enter } = openLine();
  for (let number = 0; number < 6; number += 1) enter(String(number));
  await clock.advance(2_000);
  expect(clock.pending).toBe(0);
  for (let number = 0; number < 12; number += 1) enter(String(number));
  line.stop();
  expect(clock.pending).toBe(0);
});
