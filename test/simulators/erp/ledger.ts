import type { RequestCounts } from '../server/simulator.ts';

/** All that the ERP got and did about the write-off of one invoice. */
export interface WriteOffRow {
  readonly invoiceId: string;
  /** `id_cliente` of the first POST, as sent. */
  readonly customerId: string;
  /** ISO time of the first POST. */
  readonly at: string;
  /** `Idempotency-Key` of the first POST, null when it had none. */
  readonly idempotencyKey: string | null;
  /** POSTs received, also those that a fault swallowed. */
  times: number;
  /** How often the ERP really wrote the invoice off. More than one means that money was booked twice. */
  effective: number;
}

/** One POST as it came in. */
export interface WriteOffPost {
  readonly at: string;
  readonly invoiceId: string;
  readonly customerId: string;
  readonly idempotencyKey: string | null;
}

/** How an invoice left the open list. */
export interface Settlement {
  readonly invoiceId: string;
  readonly by: 'write-off' | 'elsewhere' | 'own-pix' | 'cancelled';
  readonly at: string;
}

/** A write other than a write-off, as it came in. */
export interface ReceivedWrite {
  readonly operation: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | null;
}

/** What tests and the demo's report read of the simulated ERP. */
export interface ErpLedger {
  readonly requests: RequestCounts;
  /** One row per invoice, in the order of the first POST. */
  readonly writeOffs: WriteOffRow[];
  readonly writeOffPosts: WriteOffPost[];
  readonly settlements: Settlement[];
  readonly writes: ReceivedWrite[];
}
