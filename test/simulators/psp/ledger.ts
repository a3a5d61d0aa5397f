import type { RequestCounts } from '../server/simulator.ts';

export type CobStatus = 'ATIVA' | 'CONCLUIDA' | 'REMOVIDA_PELO_USUARIO_RECEBEDOR' | 'REMOVIDA_PELO_PSP';

/** One PIX that a payer sent for a charge. */
export interface Payment {
  readonly endToEndId: string;
  /** Reais with two decimals, as on the wire. */
  readonly amount: string;
  /** ISO time of the settlement. */
  readonly at: string;
}

/** One charge in the simulated PSP's books. */
export interface ChargeRow {
  readonly txid: string;
  status: CobStatus;
  /** Reais with two decimals, as on the wire. */
  amount: string;
  readonly createdAt: string;
  expirySeconds: number;
  readonly payments: Payment[];
}

/** What tests and the demo's report read of the simulated PSP. */
export interface PspLedger {
  readonly requests: RequestCounts;
  /** In the order of creation. */
  readonly charges: ChargeRow[];
}
