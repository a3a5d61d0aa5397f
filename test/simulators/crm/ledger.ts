import type { RequestCounts } from '../server/simulator.ts';

/** One Case in the simulated Salesforce. */
export interface CaseRow {
  /** 18 characters, beginning with 500 as Cases do. */
  readonly id: string;
  /** Sequence given by the CRM, 8 digits. */
  readonly caseNumber: string;
  /** Name and value of the external id that the caller chose. */
  readonly externalField: string;
  readonly externalId: string;
  /** The fields as they stand after the last write. */
  fields: Record<string, unknown>;
  /** Writes received for this Case, the first included. */
  times: number;
  /** ISO time of the first write. */
  readonly createdAt: string;
}

/** A record of the objects that have no rules of their own here. */
export interface SObjectRow {
  readonly id: string;
  readonly fields: Record<string, unknown>;
}

/** What tests and the demo's report read of the simulated CRM. */
export interface CrmLedger {
  readonly requests: RequestCounts;
  readonly cases: CaseRow[];
  readonly contacts: SObjectRow[];
  readonly comments: SObjectRow[];
  readonly files: SObjectRow[];
}
