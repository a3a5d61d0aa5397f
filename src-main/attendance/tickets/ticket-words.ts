import { nationalDigits, parseEmail, parseTypedPhone } from '../../domain/contact-data.ts';
import type { Contact } from '../../domain/customer.ts';
import { printableText } from '../../domain/text.ts';
import type { TicketWords } from './ticket-desk.ts';
import { choosesType, type TicketDraft, type TicketForm } from './ticket-questions.ts';

/** The ticket, once every question is answered. */
export function wordsOf(draft: TicketDraft, form: TicketForm): TicketWords | undefined {
  const { place, type, department, texts } = draft;
  const subject = subjectOf(draft, form);
  const message = printableText(texts.message).trim();
  if (!place || subject === '' || message === '') return undefined;
  const contact = contactOf(draft, form);
  return {
    place,
    ...(type && { typeId: type.id }),
    ...(department && { departmentId: department.id }),
    subject,
    message,
    ...(contact && { contact }),
  };
}

/** What the ticket is about, in one line; empty while nobody has said it. */
export function subjectOf(draft: TicketDraft, form: TicketForm): string {
  const { subject, type, texts } = draft;
  if (typeof subject === 'number') return form.rules.subjects[subject] ?? '';
  return subject === undefined && type && choosesType(draft, form)
    ? type.name
    : printableText(texts['own-subject']).trim();
}

/** How the customer wants to be reached. */
export function contactOf({ contact, texts }: TicketDraft, { offer }: TicketForm): Contact | undefined {
  if (typeof contact === 'number') return offer.contacts[contact];
  if (contact === 'email') {
    const value = parseEmail(texts.email);
    return value === undefined ? undefined : { kind: 'email', value };
  }
  const phone = contact === 'phone' ? parseTypedPhone(texts.phone) : undefined;
  return phone && { kind: 'phone', value: nationalDigits(phone) };
}
