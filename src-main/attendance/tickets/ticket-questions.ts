import type { CatalogueEntry } from '../../domain/catalogue.ts';
import { parseEmail, parseTypedPhone } from '../../domain/contact-data.ts';
import type { Contact } from '../../domain/customer.ts';
import type { TicketOffer, TicketPlace, TicketRules } from './ticket-desk.ts';

/** Questions that are answered by choosing. */
export type TicketChoice = 'place' | 'type' | 'department' | 'subject' | 'contact';

/** Questions that are answered by typing. */
export type TicketText = 'own-subject' | 'message' | 'email' | 'phone';

export type TicketStep = TicketChoice | TicketText | 'review';

export type TextError = 'missing' | 'wrong';

/** What the customer has said so far. */
export interface TicketDraft {
  readonly step: TicketStep;
  readonly place?: TicketPlace;
  readonly type?: CatalogueEntry;
  readonly department?: CatalogueEntry;
  /** Where in the list of subjects; `own`: typed. */
  readonly subject?: number | 'own';
  /** Where in the list of known contacts; or how another one is typed; or none wanted. */
  readonly contact?: number | 'email' | 'phone' | 'none';
  readonly texts: Readonly<Record<TicketText, string>>;
  /** Why the text of this step is not taken. */
  readonly error?: TextError;
}

/** All that a ticket is written with. */
export interface TicketForm {
  readonly offer: TicketOffer;
  readonly rules: TicketRules;
}

/** Something to choose. `others`: none of those above it. */
export type TicketOption =
  | { readonly key: string; readonly kind: 'place'; readonly place: TicketPlace }
  | { readonly key: string; readonly kind: 'entry'; readonly entry: CatalogueEntry }
  | { readonly key: string; readonly kind: 'subject'; readonly subject: string }
  | { readonly key: string; readonly kind: 'contact'; readonly contact: Contact }
  | { readonly key: 'own' | 'email' | 'phone' | 'none'; readonly kind: 'other' };

/** In this order, as far as they are asked. */
export const order: readonly TicketStep[] = [
  'place',
  'type',
  'department',
  'subject',
  'own-subject',
  'message',
  'contact',
  'email',
  'phone',
  'review',
];

/** As ERPs keep them in one line. */
const longestSubject = 80;

/** What there is to choose from at a step. */
export function optionsOf(step: TicketChoice, draft: TicketDraft, form: TicketForm): readonly TicketOption[] {
  switch (step) {
    case 'place':
      return form.offer.places.map((place) => ({ key: place.key, kind: 'place', place }));
    case 'type':
    case 'department':
      return entriesOf(step, draft, form).map((entry) => ({ key: entry.id, kind: 'entry', entry }));
    case 'subject':
      return subjectOptions(form);
    case 'contact':
      return [
        ...form.offer.contacts.map((contact, index) => ({
          key: String(index),
          kind: 'contact' as const,
          contact,
        })),
        ...(['phone', 'email', 'none'] as const).map((key) => ({ key, kind: 'other' as const })),
      ];
  }
}

export function isChoice(step: TicketStep): step is TicketChoice {
  return ['place', 'type', 'department', 'subject', 'contact'].includes(step);
}

export function isText(step: TicketStep): step is TicketText {
  return ['own-subject', 'message', 'email', 'phone'].includes(step);
}

/** Whether the customer has to say this, after what they said so far. */
export function isAsked(step: TicketStep, draft: TicketDraft, form: TicketForm): boolean {
  switch (step) {
    case 'own-subject':
      return draft.subject === 'own' || (form.rules.subjects.length === 0 && !choosesType(draft, form));
    case 'email':
    case 'phone':
      return draft.contact === step;
    case 'message':
    case 'review':
      return true;
    case 'place':
      // What is left is not what they came for, as long as they do not say so.
      return form.offer.places.length > 1 || form.offer.unreadable.length > 0;
    case 'type':
    case 'department':
    case 'subject':
    case 'contact':
      return optionsOf(step, draft, form).length > 1;
  }
}

/** A type that the customer chose says what it is about; one that was the only one does not. */
export function choosesType(draft: TicketDraft, form: TicketForm): boolean {
  return entriesOf('type', draft, form).length > 1;
}

/** Most characters of a text. */
export function longestText(step: TicketText, { longestMessage }: TicketRules): number {
  if (step === 'message') return longestMessage;
  return { 'own-subject': longestSubject, email: 100, phone: 11 }[step];
}

function subjectOptions({ rules }: TicketForm): readonly TicketOption[] {
  const listed = rules.subjects.map((subject, index) => ({
    key: String(index),
    kind: 'subject' as const,
    subject,
  }));
  return listed.length === 0 ? [] : [...listed, { key: 'own', kind: 'other' }];
}

function entriesOf(
  step: 'type' | 'department',
  { place }: TicketDraft,
  { offer }: TicketForm,
): readonly CatalogueEntry[] {
  const lists = place && offer.lists.get(place.erp);
  if (!lists) return [];
  return step === 'type' ? lists.types : lists.departments;
}

/** What is wrong with a typed answer, or nothing. */
export function errorOf(step: TicketText, text: string): TextError | undefined {
  if (text.trim() === '') return 'missing';
  const wrong =
    (step === 'email' && parseEmail(text) === undefined) ||
    (step === 'phone' && parseTypedPhone(text) === undefined);
  return wrong ? 'wrong' : undefined;
}
