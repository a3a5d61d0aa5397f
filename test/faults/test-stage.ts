import { describe, expect, test } from 'vitest';
import type { Stage } from './cell.ts';
import { allCases, play } from './play.ts';

/** Each case boots a kiosk two or three times. */
const CASE_MS = 90_000;

/** The short form of one column of the matrix, as tests; `npm run faults` plays all of it. */
export function testStage(stage: Stage): void {
  for (const [number, { fault, stage: own, of }] of allCases.entries()) {
    if (own !== stage || of.short === false || of.waitsFor !== undefined) continue;
    describe(fault, () => {
      test(`${of.step}: ${of.how}`, { timeout: CASE_MS }, async ({ skip }) => {
        const outcome = await play(number);
        if (outcome.mark === 'skipped') return skip(outcome.why);
        if (outcome.mark === 'broken') console.log(outcome.evidence);
        expect(outcome.mark === 'broken' ? outcome.reasons : []).toEqual([]);
      });
    });
  }
}
