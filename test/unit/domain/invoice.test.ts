import { expect, test } from 'vitest';
import { isOverdue } from '../../../src-main/domain/invoice.ts';

test.each([
  ['2026-11-20', true],
  ['2026-11-21', false],
  ['2026-11-22', false],
  ['2025-12-31', true],
  ['2027-01-01', false],
])('an invoice due on %s is overdue on 2026-11-21: %s', (dueDate, overdue) => {
  expect(isOverdue({ dueDate }, '2026-11-21')).toBe(overdue);
});
