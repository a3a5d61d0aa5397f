import { describe, expect, it } from 'vitest';
import { WriteOffLine } from '../../../src-main/payment/write-off-line.ts';
import { ManualClock } from '../../support/manual-clock.ts';

const minute = 60_000;
const hour = 60 * minute;

type Trouble = 'unreached' | 'reached';

/** A line before an ERP whose trouble the test decides; each step is asked for once more until it goes well. */
function openLine() {
  const clock = new ManualClock();
  const tried: string[] = [];
  const done: string[] = [];
  const failures = new Map<string, number>();
  const world = {
    clock,
    tried,
    done,
    /** Trouble of all, or of one. */
    trouble: undefined as Trouble | undefined,
    ofOne: new Map<string, Trouble>(),
    askedMs: 0,
    atOnce: 0,
    mostAtOnce: 0,
  };
  const line: WriteOffLine = new WriteOffLine({
    clock,
    random: () => 0.5,
    async step(id) {
      world.atOnce += 1;
      world.mostAtOnce = Math.max(world.mostAtOnce, world.atOnce);
      tried.push(id);
      await Promise.resolve();
      world.atOnce -= 1;
      const trouble = world.ofOne.get(id) ?? world.trouble;
      if (!trouble) {
        line.noteAnswer();
        done.push(id);
        return;
      }
      const before = failures.get(id) ?? 0;
      failures.set(id, before + 1);
      line.noteTrouble(id, { reached: trouble === 'reached', failures: before, askedMs: world.askedMs });
    },
  });
  return Object.assign(world, { line });
}

const ids = Array.from({ length: 200 }, (_, number) => String(number));

describe.each<Trouble>(['unreached', 'reached'])('an ERP that was away for days (%s)', (trouble) => {
  it('gets all of them in their order, one at a time', async () => {
    const world = openLine();
    world.trouble = trouble;
    for (const id of ids) world.line.put(id, 0);
    await world.clock.advance(72 * hour);
    world.trouble = undefined;
    await world.clock.advance(10 * minute);
    await drained(world);
    expect(world.done).toEqual(ids);
    expect(world.mostAtOnce).toBe(1);
    expect(world.clock.pending).toBe(0);
  });

  it('is asked every few minutes only, however many wait', async () => {
    const world = openLine();
    world.trouble = trouble;
    for (const id of ids) world.line.put(id, 0);
    await world.clock.advance(24 * hour);
    // Every 5 minutes would be 288.
    expect(world.tried.length).toBeLessThan(320);
  });
});

/** Promise chains need their turns. */
async function drained(world: ReturnType<typeof openLine>): Promise<void> {
  while (world.done.length < ids.length) await world.clock.advance(0);
}

it('one that fails alone keeps nobody waiting, and comes back by itself', async () => {
  const world = openLine();
  world.ofOne.set('0', 'reached');
  for (const id of ['0', '1', '2']) world.line.put(id, 0);
  await world.clock.advance(0);
  expect(world.done).toEqual(['1', '2']);
  world.ofOne.clear();
  await world.clock.advance(2_000);
  expect(world.done).toEqual(['1', '2', '0']);
});

it('leaves the ERP alone for as long as it asks', async () => {
  const world = openLine();
  world.trouble = 'reached';
  world.askedMs = 30 * minute;
  for (const id of ['0', '1']) world.line.put(id, 0);
  await world.clock.advance(29 * minute);
  expect(world.tried).toEqual(['0']);
});

it('a person need not wait', async () => {
  const world = openLine();
  world.trouble = 'unreached';
  world.line.put('0', 0);
  await world.clock.advance(hour);
  world.trouble = undefined;
  world.line.hurry('0');
  await world.clock.advance(0);
  expect(world.done).toEqual(['0']);
});

it('wakes for the earliest, in whatever order they were put in', async () => {
  const world = openLine();
  world.line.put('late', hour);
  world.line.put('early', minute);
  world.line.put('later', 2 * hour);
  expect(world.clock.pending).toBe(1);
  await world.clock.advance(minute);
  expect(world.done).toEqual(['early']);
  await world.clock.advance(hour);
  expect(world.done).toEqual(['early', 'late']);
  await world.clock.advance(hour);
  expect(world.done).toEqual(['early', 'late', 'later']);
});
