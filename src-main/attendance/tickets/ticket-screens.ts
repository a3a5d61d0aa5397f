import type { Screen } from '../../contract/screen.ts';
import type { TextEntry } from '../../contract/text-entry.ts';
import type { TicketOption as OptionCard } from '../../contract/ticket-screen.ts';
import { formatPhone, maskEmail, maskPhone } from '../../domain/contact-data.ts';
import type { Contact } from '../../domain/customer.ts';
import { protocolPaper } from '../request-paper.ts';
import type { VisitContext } from '../visit-context.ts';
import {
  isChoice,
  isText,
  longestText,
  optionsOf,
  type TicketOption,
  type TicketText,
} from './ticket-questions.ts';
import type { TicketTalk } from './ticket-talk.ts';
import { contactOf, subjectOf } from './ticket-words.ts';

const opening: Screen = { name: 'ticket-opening' };

/** The question that is asked now, or all of the ticket before it goes out. */
export function ticketScreen({ ticket }: VisitContext, busy: boolean): Screen {
  if (!ticket) return opening;
  const { draft, form } = ticket;
  const { step: question, error } = draft;
  if (isChoice(question)) {
    const options = optionsOf(question, draft, form).map((option) => cardOf(option, ticket));
    const { unreadable } = form.offer;
    const tells = question === 'place' && unreadable.length > 0;
    return { name: 'ticket-choice', question, options, ...(tells && { unreadable }) };
  }
  if (isText(question)) {
    return { name: 'ticket-text', question, entry: entryOf(question, ticket), ...(error && { error }) };
  }
  return reviewScreen(ticket, busy);
}

export function ticketOpeningScreen(): Screen {
  return opening;
}

export function ticketResultScreen(context: VisitContext): Screen {
  const { ticket } = context;
  if (!ticket?.standing) return opening;
  const { outcome: standing, protocol } = ticket.standing;
  return { name: 'ticket-result', standing, protocol, paper: protocolPaper(context) };
}

function reviewScreen(ticket: TicketTalk, busy: boolean): Screen {
  const { draft, form } = ticket;
  const place = placeName(ticket);
  const contact = contactOf(draft, form);
  return {
    name: 'ticket-review',
    ...(place !== undefined && { place }),
    subject: subjectOf(draft, form),
    message: draft.texts.message.trim(),
    ...(contact && { contact: shownContact(contact, typeof draft.contact === 'number') }),
    busy,
  };
}

function cardOf(option: TicketOption, ticket: TicketTalk): OptionCard {
  switch (option.kind) {
    case 'place': {
      const { place } = option;
      const company = hasCompanies(ticket) ? place.companyName : undefined;
      if (!place.service) {
        return { id: option.key, kind: 'general', ...(company !== undefined && { text: company }) };
      }
      const detail = [company, place.service.address].filter((each) => each !== undefined).join(' · ');
      return { id: option.key, kind: 'name', text: place.service.name, ...(detail !== '' && { detail }) };
    }
    case 'entry':
      return { id: option.key, kind: 'name', text: option.entry.name };
    case 'subject':
      return { id: option.key, kind: 'name', text: option.subject };
    case 'contact': {
      const { kind } = option.contact;
      return { id: option.key, kind: `masked-${kind}`, text: shownContact(option.contact, true) };
    }
    case 'other':
      return { id: option.key, kind: option.key };
  }
}

function placeName(ticket: TicketTalk): string | undefined {
  const { place } = ticket.draft;
  if (!place) return undefined;
  const parts = [hasCompanies(ticket) ? place.companyName : undefined, place.service?.name];
  const name = parts.filter((part) => part !== undefined).join(' · ');
  return name === '' ? undefined : name;
}

function hasCompanies({ form }: TicketTalk): boolean {
  return form.offer.lists.size + form.offer.unreadable.length > 1;
}

function shownContact({ kind, value }: Contact, masked: boolean): string {
  if (kind === 'email') return masked ? maskEmail(value) : value;
  return masked ? maskPhone(value) : formatPhone(value);
}

const keyboards = {
  'own-subject': 'sentences',
  message: 'sentences',
  email: 'email',
  phone: 'digits',
} as const satisfies Record<TicketText, TextEntry['keyboard']>;

function entryOf(step: TicketText, { draft, form }: TicketTalk): TextEntry {
  const text = draft.texts[step];
  return {
    id: `ticket-${step}`,
    keyboard: keyboards[step],
    text: step === 'phone' ? formatPhone(text) : text,
    maxLength: longestText(step, form.rules),
    canSubmit: text.trim() !== '',
    busy: false,
  };
}
