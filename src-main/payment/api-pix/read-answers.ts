import type {
  PixCharge,
  PixChargeStatus,
  PixLocation,
  PixPage,
  PixRefund,
  ReceivedPix,
} from './api-pix-client.ts';
import type {
  ChargeAnswer,
  LocationAnswer,
  PaymentAnswer,
  PaymentListAnswer,
  RefundAnswer,
} from './messages.ts';

/** From the standard's words to the kiosk's. */

const chargeStatus: Readonly<Record<ChargeAnswer['status'], PixChargeStatus>> = {
  ATIVA: 'active',
  CONCLUIDA: 'completed',
  REMOVIDA_PELO_USUARIO_RECEBEDOR: 'removed-by-payee',
  REMOVIDA_PELO_PSP: 'removed-by-psp',
};

const refundStatus = {
  EM_PROCESSAMENTO: 'processing',
  DEVOLVIDO: 'refunded',
  NAO_REALIZADO: 'not-done',
} as const;

export function readCharge({ txid, status, valor, pixCopiaECola: brCode, pix }: ChargeAnswer): PixCharge {
  return {
    txid,
    status: chargeStatus[status],
    amountCents: valor.original,
    ...(brCode !== undefined && { brCode }),
    payments: pix.map(readPayment),
  };
}

export function readPayment({ endToEndId, txid, valor, horario, devolucoes }: PaymentAnswer): ReceivedPix {
  return {
    endToEndId,
    ...(txid !== undefined && { txid }),
    amountCents: valor,
    paidAt: horario,
    refunds: devolucoes.map(readRefund),
  };
}

export function readRefund({ id, valor, status, horario, motivo }: RefundAnswer): PixRefund {
  const { solicitacao, liquidacao } = horario;
  return {
    refundId: id,
    amountCents: valor,
    status: refundStatus[status],
    ...(solicitacao !== undefined && { requestedAt: solicitacao }),
    ...(liquidacao !== undefined && { settledAt: liquidacao }),
    ...(motivo !== undefined && { reason: motivo }),
  };
}

export function readLocation({ id, location, tipoCob, txid }: LocationAnswer): PixLocation {
  return { id, url: location, kind: tipoCob, ...(txid !== undefined && { txid }) };
}

export function readPage({ parametros, pix }: PaymentListAnswer): PixPage {
  const { paginaAtual, quantidadeDePaginas } = parametros.paginacao;
  return { payments: pix.map(readPayment), page: paginaAtual, pages: Math.max(1, quantidadeDePaginas) };
}
