import { formatBrl } from '../../domain/money.ts';
import type { OtherPaper, VisitEvent } from '../../domain/visit-event.ts';

const papers: Readonly<Record<OtherPaper, string>> = {
  'fiscal-note': 'Imprimiu nota fiscal',
  statement: 'Imprimiu extrato',
  'debt-clearance': 'Imprimiu declaração de quitação',
  protocol: 'Imprimiu protocolo',
};

/** What was done in a visit, a line for each thing, in its order; never empty. */
export function deedsOf(events: readonly VisitEvent[]): readonly string[] {
  const deeds = new Map<string, number>();
  const open = unpaidCharges(events);
  for (const event of events) {
    const deed = deedOf(event, open);
    if (deed !== undefined) deeds.set(deed, (deeds.get(deed) ?? 0) + 1);
  }
  const lines = [...deeds].map(([deed, times]) => (times === 1 ? deed : `${deed} (${times} vezes)`));
  return lines.length > 0 ? lines : ['Só consultou'];
}

/** Charges that nothing came for. */
function unpaidCharges(events: readonly VisitEvent[]): ReadonlySet<string> {
  const open = new Set(events.flatMap((event) => (event.type === 'charge-created' ? [event.chargeId] : [])));
  for (const event of events) if (event.type === 'charge-paid') open.delete(event.chargeId);
  return open;
}

type Words<T extends VisitEvent['type']> = (
  event: Extract<VisitEvent, { type: T }>,
  unpaid: ReadonlySet<string>,
) => string | undefined;

/** Not worth a line of its own. */
const nothing = (): undefined => undefined;

/** Of every type of event, what it says of a visit to the company's staff. */
const words: { readonly [T in VisitEvent['type']]: Words<T> } = {
  'visit-started': nothing,
  'customer-identified': nothing,
  'invoice-opened': nothing,
  'charge-created': ({ chargeId }, unpaid) => (unpaid.has(chargeId) ? 'Gerou um PIX e não pagou' : undefined),
  'charge-paid': ({ amountCents, invoiceIds }) => paidWords(amountCents, invoiceIds.length),
  'charge-expired': nothing,
  'charge-cancelled': nothing,
  'refund-due': () => 'Pagamento a devolver',
  'refund-done': ({ amountCents }) => `Recebeu de volta ${formatBrl(amountCents)}`,
  'write-off-done': nothing,
  'write-off-manual': ({ invoiceId }) => `Baixa da fatura ${invoiceId} a fazer à mão`,
  'slip-printed': ({ invoiceId }) => `Imprimiu o boleto da fatura ${invoiceId}`,
  'receipt-printed': nothing,
  'paper-printed': ({ paper }) => papers[paper],
  'contact-saved': () => 'Atualizou o cadastro',
  'message-asked': () => 'Pediu o envio por WhatsApp',
  'help-asked': () => 'Chamou um atendente',
  'ticket-opened': ({ ticketId }) =>
    ticketId === undefined ? 'Abriu um chamado' : `Abriu o chamado ${ticketId}`,
  'service-unlocked': () => 'Desbloqueio de confiança feito',
  'registration-made': ({ kind }) => (kind === 'order' ? 'Fez um pedido' : 'Fez um cadastro'),
  'request-refused': () => 'Teve um pedido recusado',
  'request-unclear': () => 'Tem um pedido em verificação',
  'visit-ended': nothing,
};

function deedOf<T extends VisitEvent['type']>(
  event: Extract<VisitEvent, { type: T }>,
  unpaid: ReadonlySet<string>,
): string | undefined {
  // What an older or newer version wrote may be unknown here.
  const say: Words<T> | undefined = words[event.type as T];
  return say?.(event, unpaid);
}

function paidWords(amountCents: number, invoices: number): string {
  const amount = formatBrl(amountCents);
  return invoices === 1 ? `Pagou ${amount} por PIX` : `Pagou ${amount} por PIX (${invoices} faturas)`;
}
