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
  /** The fields as they stand after the last upsert. */
  fields: Record<string, unknown>;
  /** Upserts received for this Case, the first included. */
  times: number;
  /** ISO time of the first upsert. */
  readonly createdAt: string;
}

/** What tests and the demo's report read of the simulated CRM. */
export interface CrmLedger {
  readonly requests: RequestCounts;
  readonly cases: CaseRow[];
}
