import type { RequestCounts } from '../server/simulator.ts';

/** One call in the simulated CRM: every lookup makes one. */
export interface CallRow {
  readonly callId: number;
  /** As it stood in the path. */
  readonly phone: string;
  /** What end-call told of it, as it came; absent while nobody did. */
  end?: Readonly<Record<string, unknown>>;
  /** How often end-call told it. */
  ends: number;
}

/** What tests read of the simulated Senior CRM. */
export interface SeniorCrmLedger {
  readonly requests: RequestCounts;
  /** In the order in which they were made. */
  readonly calls: CallRow[];
}
