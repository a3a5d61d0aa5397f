import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextMove, type RepeatRules } from '../../../src-main/payment/repeat-rule.ts';

const minute = 60_000;
const usual: RepeatRules = { repeat: 'after-window', settleWindowMs: 10 * minute, proofIntervalMs: 30_000 };

it.each([
  ['safe', 1, 0, { move: 'send' }],
  ['safe', 2, 0, { move: 'look-again', inMs: 30_000 }],
  ['safe', 2, minute, { move: 'send' }],
  ['after-window', 1, 0, { move: 'look-again', inMs: 30_000 }],
  ['after-window', 1, 10 * minute - 1_000, { move: 'look-again', inMs: 1_000 }],
  ['after-window', 1, 10 * minute, { move: 'send' }],
  ['after-window', 2, 10 * minute, { move: 'look-again', inMs: minute }],
  ['after-window', 2, 20 * minute, { move: 'send' }],
  ['after-window', 9, 6 * 60 * minute, { move: 'send' }],
  ['after-window', 10, 6 * 60 * minute, { move: 'hand-over' }],
  ['never', 1, 10 * minute - 1, { move: 'look-again', inMs: 1 }],
  ['never', 1, 10 * minute, { move: 'hand-over' }],
] as const)('%s, sent %i times, %i ms ago: %o', (repeat, sends, waitedMs, next) => {
  expect(nextMove({ ...usual, repeat }, sends, waitedMs)).toEqual(next);
});

const rules = fc.record({
  repeat: fc.constantFrom('safe', 'after-window', 'never' as const),
  settleWindowMs: fc.integer({ min: 1_000, max: 86_400_000 }),
  proofIntervalMs: fc.integer({ min: 1_000, max: 3_600_000 }),
});

it('comes to an end, whatever the rules, and repeats nothing within the window unless it is safe', () => {
  fc.assert(
    fc.property(rules, (each) => {
      let sends = 1;
      let waitedMs = 0;
      for (let step = 0; step < 100_000; step += 1) {
        const next = nextMove(each, sends, waitedMs);
        if (next.move === 'hand-over') return;
        if (next.move === 'look-again') {
          expect(next.inMs).toBeGreaterThan(0);
          waitedMs += next.inMs;
          continue;
        }
        expect(each.repeat).not.toBe('never');
        if (each.repeat === 'after-window') expect(waitedMs).toBeGreaterThanOrEqual(each.settleWindowMs);
        sends += 1;
        waitedMs = 0;
      }
      expect.unreachable('it goes on for ever');
    }),
    { numRuns: 50 },
  );
});
