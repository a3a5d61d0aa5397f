import type { CopyKind, StatementMonths } from '../../contract/second-copies-screen.ts';
import type { Copy, CopyList } from './copy-desk.ts';

/** Where a customer is among the papers that the company keeps of them. */
export interface SecondCopies {
  readonly kind: CopyKind;
  /** Absent until it was read. */
  readonly list?: CopyList;
  /** The one that is looked at. */
  readonly chosen?: Copy;
  readonly months: StatementMonths;
}

/** At first, of any kind. */
export function beginningWith(kind: CopyKind): SecondCopies {
  return { kind, months: 3 };
}

/** The copy with this key, of a list that has copies. */
export function findCopy(list: CopyList | undefined, key: string): Copy | undefined {
  return list && list.kind !== 'statement' ? list.copies.find(({ row }) => row.key === key) : undefined;
}
