import fc from 'fast-check';
import { it } from 'vitest';
import {
  type Closing,
  type ErpMood,
  expectInvariants,
  type Happening,
  hour,
  invoiceIds,
  minute,
  World,
} from './money-world.ts';

const erpMood = fc.constantFrom<ErpMood>(
  'does it',
  'does it',
  'does it, answer lost',
  'does nothing, answer lost',
  'does it minutes later',
  'refuses',
  'is not reached',
  'does it and never answers',
  'never answers',
);

const invoiceId = fc.constantFrom(...invoiceIds);
const repeat = fc.constantFrom('after-window', 'never');
/** Counts from the QR that was shown last. */
const recent = fc.nat({ max: 2 });
const rarely = fc.integer({ min: 0, max: 3 }).map((number) => number === 0);

function kind<What extends string, Rest extends object>(
  weight: number,
  what: What,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
): fc.WeightedArbitrary<{ readonly what: What } & Rest> {
  return { weight, arbitrary: fc.record<Rest>(rest).map((details) => ({ what, ...details })) };
}

const closing = fc.constantFrom<Closing>('written off at the ERP', 'given back');

const happening = fc.oneof(
  kind(6, 'order', { invoiceId }),
  kind(3, 'order and pay', { invoiceId }),
  kind(6, 'pay', { recent, wrongly: rarely }),
  kind(1, 'give up', { recent }),
  kind(5, 'wait', { ms: fc.integer({ min: 500, max: 12 * minute }) }),
  kind(3, 'erp mood', { mood: erpMood }),
  kind(2, 'erp unreadable', { on: rarely }),
  kind(2, 'psp trouble', { on: rarely, acts: fc.boolean() }),
  kind(1, 'settled elsewhere', { invoiceId, statement: fc.boolean() }),
  kind(4, 'technician tries again', { recent }),
  kind(1, 'technician closes', { recent, how: closing }),
  kind(2, 'power cut', {}),
  kind(3, 'power cut soon', { after: fc.nat({ max: 25 }) }),
  kind(1, 'clock set', { by: fc.constantFrom(hour, -hour, 8_760 * hour, -8_760 * hour) }),
);

/** Much money, an ERP that is late or says no, and a technician who does not take a hand off the screen. */
const busyTechnician = fc.oneof(
  kind(6, 'order and pay', { invoiceId }),
  kind(3, 'pay an old QR', { invoiceId }),
  kind(4, 'pay', { recent, wrongly: fc.constant(false) }),
  kind(6, 'wait', { ms: fc.integer({ min: 500, max: 6 * minute }) }),
  kind(6, 'erp mood', { mood: erpMood }),
  kind(6, 'erp mood', { mood: fc.constantFrom<ErpMood>('does it minutes later', 'refuses') }),
  kind(1, 'erp unreadable', { on: rarely }),
  kind(1, 'settled elsewhere', { invoiceId, statement: fc.boolean() }),
  kind(12, 'technician tries again', { recent }),
  kind(2, 'technician closes', { recent, how: closing }),
  kind(1, 'power cut', {}),
  kind(1, 'power cut soon', { after: fc.nat({ max: 25 }) }),
);

async function expectMoneySafe(
  happenings: readonly Happening[],
  repeat: 'after-window' | 'never',
): Promise<void> {
  const world = new World(repeat);
  for (const each of happenings) await world.happen(each);
  await world.heal();
  expectInvariants(world);
  world.database.close();
}

it('keeps I1 to I5 through power cuts, lost answers, late effects, wrong clocks and a technician', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 10, maxLength: 40, size: 'max' }),
      repeat,
      expectMoneySafe,
    ),
    { numRuns: 60 },
  );
}, 60_000);

it('keeps them whatever the technician tries again or closes, and when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(busyTechnician, { minLength: 30, maxLength: 60, size: 'max' }),
      repeat,
      expectMoneySafe,
    ),
    { numRuns: 50 },
  );
}, 60_000);
