import type { Charge } from './charge-book.ts';
import type { Payment, RefundRow } from './ledger.ts';
import { locationOnWire } from './location-book.ts';

/** The receiver as the standard wants it with a charge that has a due date. */
const receiver = {
  cnpj: '33000167000101',
  nome: 'Serra Fibra Telecom',
  logradouro: 'Rua Um, 10',
  cidade: 'Bento Goncalves',
  uf: 'RS',
  cep: '95700000',
};

/** A charge as CobCompleta or CobVCompleta; `pix` only once there is any. */
export function chargeOnWire(
  charge: Charge,
  refunds: readonly RefundRow[],
  revision = charge.revisions.length - 1,
): Record<string, unknown> {
  const { kind, row, location } = charge;
  const { calendario, loc: _bound, ...asked } = charge.revisions[revision] ?? {};
  return {
    calendario: { criacao: row.createdAt, ...calendario },
    txid: row.txid,
    revisao: revision,
    loc: locationOnWire(location),
    location: location.url,
    status: row.status,
    ...asked,
    ...(kind === 'cobv' && { recebedor: receiver }),
    pixCopiaECola: charge.pixCopiaECola,
    ...(row.payments.length === 0
      ? {}
      : { pix: row.payments.map((payment) => pixOnWire({ ...payment, txid: row.txid }, refunds)) }),
  };
}

/** A received PIX as the standard's `Pix`; `devolucoes` only once there is any. */
export function pixOnWire(
  { endToEndId, txid, amount, at }: Payment & { readonly txid: string },
  refunds: readonly RefundRow[],
): Record<string, unknown> {
  const own = refunds.filter((refund) => refund.endToEndId === endToEndId);
  return {
    endToEndId,
    txid,
    valor: amount,
    horario: at,
    ...(own.length > 0 && { devolucoes: own.map(refundOnWire) }),
  };
}

/** A refund as the standard's `Devolucao`. */
export function refundOnWire(refund: RefundRow): Record<string, unknown> {
  const { endToEndId, id, amount, status, requestedAt, settledAt, reason } = refund;
  return {
    id,
    // D instead of E, as the return of the same PIX.
    rtrId: `D${endToEndId.slice(1)}`,
    valor: amount,
    horario: { solicitacao: requestedAt, ...(settledAt !== undefined && { liquidacao: settledAt }) },
    status,
    ...(reason !== undefined && { motivo: reason }),
  };
}
