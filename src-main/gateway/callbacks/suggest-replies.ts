import { formatTypeableLine } from '../../domain/boleto.ts';
import { type CalendarDate, formatCalendarDate } from '../../domain/calendar-date.ts';
import type { OpenInvoice } from '../../domain/customer-account.ts';
import { isOverdue, totalDue } from '../../domain/invoice.ts';
import { formatBrl } from '../../domain/money.ts';
import { maskName } from '../../domain/person-name.ts';
import { printableText } from '../../domain/text.ts';
import { type CustomerBook, type OpenAccount, openAccount } from '../customer-book.ts';
import type { Who } from '../who.ts';

/** A row for each subject, and in it texts that an agent may send, in their order. */
export type Suggestions = readonly (readonly string[])[];

const MOST_INVOICES = 3;
const LONGEST_DESCRIPTION = 80;

/**
 * Answers OnGetChatMessageSugestion [sic] from the open invoices; nothing where they are not known. A telephone may have
 * changed hands: what is one press away from being sent to it must not be somebody else's debts.
 */
export async function suggestReplies(
  who: Who,
  customers: CustomerBook,
  today: CalendarDate,
): Promise<Suggestions> {
  if (who.kind === 'nobody' || who.by === 'phone') return [];
  const account = await openAccount(customers, who.document);
  return account.ok && account.value ? suggestionsFor(account.value, today) : [];
}

function suggestionsFor({ customer, invoices, unreadable }: OpenAccount, today: CalendarDate): Suggestions {
  const hello = helloTo(customer.name);
  if (invoices.length === 0) {
    // Where an ERP kept silent nobody knows that there is nothing.
    return unreadable.length > 0 ? [] : [[`${hello} Não há faturas em aberto no seu cadastro.`]];
  }
  const total = formatBrl(totalDue(invoices));
  const summary = `${hello} Há ${invoices.length} faturas em aberto; o total de hoje é ${total}.`;
  return [
    ...(invoices.length > 1 ? [[summary]] : []),
    ...invoices.slice(0, MOST_INVOICES).map((invoice) => repliesAbout(invoice, hello, today)),
  ];
}

/** The codes stand alone: a customer copies a whole message. */
function repliesAbout(invoice: OpenInvoice, hello: string, today: CalendarDate): readonly string[] {
  const { slip, pixCode } = invoice;
  return [
    `${hello} ${invoiceWords(invoice, today)}`,
    ...(slip.sound ? [formatTypeableLine(slip.boleto)] : []),
    ...(pixCode === undefined ? [] : [pixCode]),
  ];
}

function invoiceWords(invoice: OpenInvoice, today: CalendarDate): string {
  const { description, dueDate, dueCents } = invoice;
  const text = printableText(description).replace(/\s+/g, ' ').trim().slice(0, LONGEST_DESCRIPTION);
  const which = text === '' ? 'Sua fatura' : `Sua fatura (${text})`;
  const amount = formatBrl(dueCents);
  const date = formatCalendarDate(dueDate);
  if (isOverdue(invoice, today)) return `${which} venceu em ${date}. O valor de hoje é ${amount}.`;
  return `${which} de ${amount} vence ${dueDate === today ? 'hoje' : `em ${date}`}.`;
}

function helloTo(name: string): string {
  const [first = ''] = maskName(name).split(' ', 1);
  return first === '' ? 'Olá!' : `Olá, ${first}!`;
}
