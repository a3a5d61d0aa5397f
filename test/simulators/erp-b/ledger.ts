import type { RequestCounts } from '../server/simulator.ts';

/** One POST of `write_off_invoice` as it came in. */
export interface ErpBWriteOffPost {
  readonly at: string;
  readonly boletoId: string;
  /** `fatura` of the boleto; empty when there is no such boleto. */
  readonly invoiceId: string;
  readonly document: string;
  /** As sent. */
  readonly transaction: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | null;
}

/** All that the ERP got and did about the write-off of one boleto: the first POST, and how many there were. */
export interface ErpBWriteOffRow extends ErpBWriteOffPost {
  /** POSTs received, also those that a fault swallowed. */
  times: number;
  /** How often the ERP really wrote the boleto off. More than one means that money was booked twice. */
  effective: number;
}

/** How an invoice left the open list. */
export interface ErpBSettlement {
  readonly invoiceId: string;
  readonly by: 'write-off' | 'elsewhere' | 'own-pix' | 'cancelled';
  readonly at: string;
}

/** A call of another function that changes something, as it came in. */
export interface ErpBWrite {
  readonly operation: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | null;
}

/** What tests and the demo's report read of the simulated ERP. */
export interface ErpBLedger {
  readonly requests: RequestCounts;
  /** One row per boleto, in the order of the first POST. */
  readonly writeOffs: ErpBWriteOffRow[];
  readonly writeOffPosts: ErpBWriteOffPost[];
  readonly settlements: ErpBSettlement[];
  readonly writes: ErpBWrite[];
}
