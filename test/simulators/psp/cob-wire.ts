import type { Charge } from './charge-book.ts';
import type { Payment } from './ledger.ts';

/** A charge as CobCompleta; `pix` only once there is any. */
export function cobOnWire(charge: Charge, revision = charge.revisions.length - 1): Record<string, unknown> {
  const { row, location } = charge;
  const { calendario, ...asked } = charge.revisions[revision] ?? {
    calendario: { expiracao: row.expirySeconds },
  };
  return {
    calendario: { criacao: row.createdAt, expiracao: calendario.expiracao },
    txid: row.txid,
    revisao: revision,
    loc: { id: location.id, txid: row.txid, location: location.url, tipoCob: 'cob', criacao: row.createdAt },
    location: location.url,
    status: row.status,
    ...asked,
    pixCopiaECola: charge.pixCopiaECola,
    ...(row.payments.length === 0
      ? {}
      : { pix: row.payments.map((payment) => pixOnWire(payment, row.txid)) }),
  };
}

/** A received PIX as the standard's `Pix`. */
export function pixOnWire(payment: Payment, txid: string): Record<string, string> {
  return { endToEndId: payment.endToEndId, txid, valor: payment.amount, horario: payment.at };
}
