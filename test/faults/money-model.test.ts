import fc from 'fast-check';
import { test } from 'vitest';
import { expectInvariants, World } from '../unit/payment/money-world.ts';
import { expectAtRest, freshModel, moneyCommands } from './money-commands.ts';

/** The short form of `npm test`; `npm run faults` asks for a thousand. */
const sequences = Number(process.env.BALCAO_SEQUENCES ?? 40);
const seed = process.env.BALCAO_SEED;

test(`money: ${sequences} random sequences of customer, PSP, ERP, technician, clock and crashes keep I1–I6, I8, I10 and I12`, {
  timeout: 60_000 + sequences * 1_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands([...moneyCommands], { maxCommands: 40, size: 'max' }),
      fc.constantFrom('after-window', 'never'),
      async (commands, repeat) => {
        const world = new World(repeat);
        try {
          await fc.asyncModelRun(() => ({ model: freshModel(), real: world }), commands);
          await world.heal();
          expectAtRest(world);
          expectInvariants(world);
        } finally {
          world.database.close();
        }
      },
    ),
    { numRuns: sequences, ...(seed !== undefined && { seed: Number(seed) }) },
  );
});
