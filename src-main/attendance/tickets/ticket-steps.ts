import { erpProblem } from '../problem.ts';
import { printProtocol } from '../request-paper.ts';
import type { VisitContext } from '../visit-context.ts';
import type { StepOutcome } from '../visit-steps.ts';
import { startDraft } from './ticket-draft.ts';
import { wordsOf } from './ticket-words.ts';

/** Reads what there is to choose from for a ticket. */
export async function openHelp(context: VisitContext): Promise<StepOutcome<'asks' | 'trouble'>> {
  const { document, customer, parts } = context;
  const { tickets } = parts;
  if (!customer || !tickets) throw new Error('a ticket needs a customer, and somebody who takes it');
  const offer = await tickets.desk.prepare(document, customer);
  if (!offer.ok) {
    const problem = erpProblem(offer.error);
    return { next: 'trouble', patch: { problem, retryStep: 'open-help', mayGoBack: true } };
  }
  const form = { offer: offer.value, rules: tickets.rules };
  return { next: 'asks', patch: { ticket: { form, draft: startDraft(form) } } };
}

/** Opens the ticket and has its number printed. @throws when the disk does not take it */
export async function sendTicket(context: VisitContext): Promise<StepOutcome<'done' | 'other'>> {
  const { visitId, document, customer, ticket, parts } = context;
  const words = ticket && wordsOf(ticket.draft, ticket.form);
  if (!visitId || !customer || !words || !parts.tickets)
    throw new Error('a ticket needs a customer and words');
  const standing = await parts.tickets.desk.send({ visitId, document, customer, words });
  const next = standing.outcome === 'done' ? 'done' : 'other';
  const { place, subject, message } = words;
  const paper = printProtocol(context, { erp: place.erp, subject, message, result: standing });
  return { next, patch: { ticket: { ...ticket, standing }, ...paper } };
}
