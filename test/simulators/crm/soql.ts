import type { Condition } from './case-book.ts';

/** The little of SOQL that this CRM understands. */
export interface CaseQuery {
  readonly fields: readonly string[];
  readonly condition: Condition | undefined;
}

const pattern =
  /^\s*select\s+(?<fields>[\w\s,]+?)\s+from\s+case(?:\s+where\s+(?<field>\w+)\s*=\s*'(?<value>(?:[^'\\]|\\.)*)')?(?:\s+limit\s+\d+)?\s*$/i;

/** Reads `SELECT a, b FROM Case [WHERE c = 'd'] [LIMIT n]`; undefined for anything else. */
export function parseCaseQuery(soql: string): CaseQuery | undefined {
  const groups = pattern.exec(soql)?.groups;
  if (groups === undefined) return undefined;
  const { fields = '', field, value } = groups;
  return {
    fields: fields.split(',').map((each) => each.trim()),
    condition:
      field === undefined || value === undefined
        ? undefined
        : { field, value: value.replace(/\\(.)/g, '$1') },
  };
}
