import { formatBrl } from '../../domain/money.ts';
import type { VisitEnd, VisitEvent } from '../../domain/visit-event.ts';

/** Whose doing a step was: a comment is by one of them. */
export type StepAuthor = 'customer' | 'terminal';

const authors: Readonly<Record<VisitEvent['type'], StepAuthor>> = {
  'visit-started': 'customer',
  'customer-identified': 'customer',
  'invoice-opened': 'customer',
  'charge-created': 'terminal',
  'charge-paid': 'customer',
  'charge-expired': 'terminal',
  'charge-cancelled': 'customer',
  'refund-due': 'terminal',
  'refund-done': 'terminal',
  'write-off-done': 'terminal',
  'write-off-manual': 'terminal',
  'slip-printed': 'terminal',
  'receipt-printed': 'terminal',
  'visit-ended': 'terminal',
};

const ends: Readonly<Record<VisitEnd, string>> = {
  completed: 'concluído',
  left: 'o cliente saiu',
  'timed-out': 'por falta de toque',
  crashed: 'o totem parou e voltou',
};

export function authorOf({ type }: VisitEvent): StepAuthor {
  return authors[type];
}

/** A step in words for an agent: ids and amounts, nothing of a person. */
export function wordsOf(event: VisitEvent): string {
  switch (event.type) {
    case 'visit-started':
      return 'Atendimento iniciado';
    case 'customer-identified':
      return 'Cliente identificado';
    case 'invoice-opened':
      return `Fatura ${event.invoiceId} aberta`;
    case 'charge-created':
      return `PIX de ${formatBrl(event.amountCents)} gerado (${event.txid})`;
    case 'charge-paid':
      return `PIX de ${formatBrl(event.amountCents)} pago (${event.endToEndId ?? event.txid})`;
    case 'charge-expired':
      return 'PIX expirado sem pagamento';
    case 'charge-cancelled':
      return 'PIX cancelado';
    case 'refund-due':
      return `Devolução pendente (${event.reason})`;
    case 'refund-done':
      return `Devolução de ${formatBrl(event.amountCents)} feita`;
    case 'write-off-done':
      return `Baixa da fatura ${event.invoiceId} confirmada`;
    case 'write-off-manual':
      return `Baixa da fatura ${event.invoiceId} aguarda conferência`;
    case 'slip-printed':
      return `Boleto da fatura ${event.invoiceId} impresso`;
    case 'receipt-printed':
      return 'Comprovante impresso';
    case 'visit-ended':
      return `Atendimento encerrado (${ends[event.reason]})`;
  }
}
