import { formatBrl } from '../../domain/money.ts';
import type {
  ContactField,
  MessageContent,
  OtherPaper,
  RequestKind,
  VisitEnd,
  VisitEvent,
} from '../../domain/visit-event.ts';

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
  'paper-printed': 'terminal',
  'contact-saved': 'customer',
  'message-asked': 'customer',
  'help-asked': 'customer',
  'ticket-opened': 'customer',
  'service-unlocked': 'customer',
  'registration-made': 'customer',
  'request-refused': 'terminal',
  'request-unclear': 'terminal',
  'visit-ended': 'terminal',
};

const ends: Readonly<Record<VisitEnd, string>> = {
  completed: 'concluído',
  left: 'o cliente saiu',
  'timed-out': 'por falta de toque',
  crashed: 'o totem parou e voltou',
};

const papers: Readonly<Record<OtherPaper, string>> = {
  'fiscal-note': 'nota fiscal',
  statement: 'extrato',
  'debt-clearance': 'declaração de quitação',
  protocol: 'protocolo',
};

const contactFields: Readonly<Record<ContactField, string>> = {
  name: 'nome',
  email: 'e-mail',
  phone: 'telefone',
  whatsapp: 'WhatsApp',
};

const contents: Readonly<Record<MessageContent, string>> = {
  'typeable-line': 'linha digitável',
  pix: 'código PIX',
  receipt: 'comprovante',
};

const requests: Readonly<Record<RequestKind, string>> = {
  'trust-unlock': 'Desbloqueio de confiança',
  ticket: 'Chamado',
  'contact-change': 'Alteração de contato',
  lead: 'Interesse (lead)',
  prospect: 'Cadastro',
  order: 'Pedido',
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
    case 'paper-printed':
      return `Papel impresso: ${papers[event.paper]}`;
    case 'contact-saved':
      return `Contato alterado: ${event.fields.map((field) => contactFields[field]).join(', ')}`;
    case 'message-asked':
      return `Mensagem pedida pelo cliente: ${contents[event.content]}`;
    case 'help-asked':
      return 'Atendente chamado pelo cliente';
    case 'ticket-opened':
      return `Chamado aberto${event.ticketId === undefined ? '' : ` (${event.ticketId})`}`;
    case 'service-unlocked':
      return `Serviço ${event.serviceId} desbloqueado em confiança`;
    case 'registration-made':
      return `${requests[event.kind]} registrado${event.remoteId === undefined ? '' : ` (${event.remoteId})`}`;
    case 'request-refused':
      return `${requests[event.kind]}: o ERP recusou`;
    case 'request-unclear':
      return `${requests[event.kind]}: sem resposta clara do ERP, aguarda conferência`;
    case 'visit-ended':
      return `Atendimento encerrado (${ends[event.reason]})`;
  }
}
