import type { TicketStanding } from './ticket-desk.ts';
import type { TicketDraft, TicketForm } from './ticket-questions.ts';

/** A ticket as far as it has come in this visit. */
export interface TicketTalk {
  readonly form: TicketForm;
  readonly draft: TicketDraft;
  /** What became of it, once it was sent. */
  readonly standing?: TicketStanding;
}
