import { expect, it } from 'vitest';
import { settlementOf, type WriteOffState } from '../../../src-main/domain/write-off.ts';

const of = (...states: readonly WriteOffState[]) => settlementOf(states.map((state) => ({ state })));

it.each([
  ['DONE', 'done'],
  ['DONE_BY_RECONCILIATION', 'done'],
  ['NOT_OURS', 'done'],
  ['PENDING', 'processing'],
  ['SENT', 'processing'],
  ['UNKNOWN', 'processing'],
  ['MANUAL', 'for-person'],
  ['REFUND_DUE', 'refund-due'],
] as const)('a write-off that is %s is %s to its payer', (state, settlement) => {
  expect(of(state)).toBe(settlement);
});

it('of several write-offs the least finished counts', () => {
  expect(of('DONE', 'PENDING')).toBe('processing');
  expect(of('REFUND_DUE', 'MANUAL', 'DONE')).toBe('refund-due');
  expect(settlementOf([{ state: 'DONE' }, { state: 'MANUAL', handled: true }])).toBe('closed-by-hand');
});

it.each(['MANUAL', 'REFUND_DUE'] as const)('a person closes one that is %s', (state) => {
  expect(settlementOf([{ state, handled: true }])).toBe('closed-by-hand');
});
