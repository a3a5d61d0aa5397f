import type { RequestCounts } from '../server/simulator.ts';

export type CobStatus = 'ATIVA' | 'CONCLUIDA' | 'REMOVIDA_PELO_USUARIO_RECEBEDOR' | 'REMOVIDA_PELO_PSP';

export type RefundStatus = 'EM_PROCESSAMENTO' | 'DEVOLVIDO' | 'NAO_REALIZADO';

/** One PIX that a payer sent for a charge. */
export interface Payment {
  readonly endToEndId: string;
  /** Reais with two decimals, as on the wire. */
  readonly amount: string;
  /** ISO time of the settlement. */
  readonly at: string;
}

/** One charge in the simulated PSP's books, `cob` or `cobv`. */
export interface ChargeRow {
  readonly txid: string;
  status: CobStatus;
  /** Reais with two decimals, as on the wire. */
  amount: string;
  readonly createdAt: string;
  /** From its making to the last moment in which it can be paid. */
  expirySeconds: number;
  readonly payments: Payment[];
}

/** Money on its way back to a payer. */
export interface RefundRow {
  readonly endToEndId: string;
  /** The receiver's id of it, unique per PIX. */
  readonly id: string;
  readonly amount: string;
  status: RefundStatus;
  readonly requestedAt: string;
  settledAt?: string;
  reason?: string;
}

/** What tests and the demo's report read of the simulated PSP. */
export interface PspLedger {
  readonly requests: RequestCounts;
  /** In the order of creation. */
  readonly charges: ChargeRow[];
  readonly refunds: RefundRow[];
}
