import type { CaseRow, CrmLedger } from './ledger.ts';

/** A condition `field = value` of a query. */
export interface Condition {
  readonly field: string;
  readonly value: string;
}

/** The simulated CRM's Cases, one per external id. */
export class CaseBook {
  readonly ledger: CrmLedger = { requests: {}, cases: [] };
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Creates the Case or merges the fields into the one that bears this external id. */
  upsert(
    externalField: string,
    externalId: string,
    fields: Readonly<Record<string, unknown>>,
  ): { readonly row: CaseRow; readonly created: boolean } {
    const known = this.ledger.cases.find(
      (row) => row.externalField === externalField && row.externalId === externalId,
    );
    if (known !== undefined) {
      known.fields = { ...known.fields, ...fields };
      known.times += 1;
      return { row: known, created: false };
    }
    const sequence = this.ledger.cases.length + 1;
    const row: CaseRow = {
      id: `500${String(sequence).padStart(12, '0')}AAA`,
      caseNumber: String(1000 + sequence).padStart(8, '0'),
      externalField,
      externalId,
      fields: { ...fields },
      times: 1,
      createdAt: new Date(this.now()).toISOString(),
    };
    this.ledger.cases.push(row);
    return { row, created: true };
  }

  /** Cases as records with every field, those that fit the condition or all. */
  records(condition: Condition | undefined): readonly Record<string, unknown>[] {
    const all = this.ledger.cases.map((row) => ({
      ...row.fields,
      Id: row.id,
      CaseNumber: row.caseNumber,
      [row.externalField]: row.externalId,
    }));
    return condition === undefined
      ? all
      : all.filter((record) => String(fieldOf(record, condition.field)) === condition.value);
  }
}

/** A record's field; names are matched regardless of case, as SOQL does. */
export function fieldOf(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const entry = Object.entries(record).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return entry?.[1] ?? null;
}
