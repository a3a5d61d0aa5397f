import type { VisitContext } from './visit-context.ts';

/** So many receipts come out again in one visit: paper is for those who pay, too. */
export const mostCopies = 3;

/** Whether this visit may have another receipt again. */
export function canCopyReceipt({ copies }: Pick<VisitContext, 'copies'>): boolean {
  return copies < mostCopies;
}
