import { eraseLast, keepText, typeDigit } from '../text-entry.ts';
import type { TicketPlace, TicketRules } from './ticket-desk.ts';
import {
  errorOf,
  isAsked,
  isChoice,
  isText,
  longestText,
  optionsOf,
  order,
  type TicketChoice,
  type TicketDraft,
  type TicketForm,
  type TicketOption,
  type TicketText,
} from './ticket-questions.ts';

const noTexts: TicketDraft['texts'] = { 'own-subject': '', message: '', email: '', phone: '' };

/** An empty ticket at its first question; what leaves no choice is answered already. */
export function startDraft(form: TicketForm): TicketDraft {
  return nextStep({ step: 'place', texts: noTexts }, form, -1);
}

/** Takes the choice and goes on to the next question; what is no option changes nothing. */
export function choose(draft: TicketDraft, key: string, form: TicketForm): TicketDraft {
  if (!isChoice(draft.step)) return draft;
  const option = optionsOf(draft.step, draft, form).find((each) => each.key === key);
  return option ? nextStep(answered(draft, draft.step, option), form) : draft;
}

/** Keeps what was typed, as far as it fits. A telephone is typed digit by digit. */
export function enterText(draft: TicketDraft, text: string, rules: TicketRules): TicketDraft {
  const { step } = draft;
  if (!isText(step) || step === 'phone') return draft;
  return withText(draft, step, keepText(text, longestText(step, rules)));
}

/** Adds a digit of the telephone. */
export function typeKey(draft: TicketDraft, key: string, rules: TicketRules): TicketDraft {
  if (draft.step !== 'phone') return draft;
  return withText(draft, 'phone', typeDigit(draft.texts.phone, key, longestText('phone', rules)));
}

/** Takes the last character away, or all of them. */
export function eraseText(draft: TicketDraft, all = false): TicketDraft {
  const { step, texts } = draft;
  return isText(step) ? withText(draft, step, all ? '' : eraseLast(texts[step])) : draft;
}

/** Goes on from a text, or says what is wrong with it. */
export function submitText(draft: TicketDraft, form: TicketForm): TicketDraft {
  const { step } = draft;
  if (!isText(step)) return draft;
  const error = errorOf(step, draft.texts[step]);
  return error ? { ...draft, error } : nextStep(draft, form);
}

/** The question before; `undefined` at the first one. */
export function previousStep(draft: TicketDraft, form: TicketForm): TicketDraft | undefined {
  const { error: _error, ...rest } = draft;
  const before = order.slice(0, order.indexOf(draft.step)).findLast((step) => isAsked(step, draft, form));
  return before && { ...rest, step: before };
}

function withText({ error: _error, ...rest }: TicketDraft, step: TicketText, text: string): TicketDraft {
  return { ...rest, texts: { ...rest.texts, [step]: text } };
}

function answered(draft: TicketDraft, step: TicketChoice, option: TicketOption): TicketDraft {
  switch (option.kind) {
    case 'place':
      return withPlace(draft, option.place);
    case 'entry':
      return step === 'type' ? { ...draft, type: option.entry } : { ...draft, department: option.entry };
    case 'subject':
      return { ...draft, subject: Number(option.key) };
    case 'contact':
      return { ...draft, contact: Number(option.key) };
    case 'other':
      return option.key === 'own' ? { ...draft, subject: 'own' } : { ...draft, contact: option.key };
  }
}

/** The lists of another company are others. */
function withPlace(draft: TicketDraft, place: TicketPlace): TicketDraft {
  if (draft.place?.erp === place.erp) return { ...draft, place };
  const { type: _type, department: _department, ...rest } = draft;
  return { ...rest, place };
}

/** Moves to the next question after `from`; what leaves no choice is answered on the way. */
function nextStep(draft: TicketDraft, form: TicketForm, from = order.indexOf(draft.step)): TicketDraft {
  const { error: _error, ...rest } = draft;
  let next: TicketDraft = rest;
  for (const step of order.slice(from + 1)) {
    if (isAsked(step, next, form)) return { ...next, step };
    if (isChoice(step)) next = withOnlyChoice(next, step, form);
  }
  return { ...next, step: 'review' };
}

function withOnlyChoice(draft: TicketDraft, step: TicketChoice, form: TicketForm): TicketDraft {
  const [only, ...others] = optionsOf(step, draft, form);
  return only && others.length === 0 ? answered(draft, step, only) : draft;
}
