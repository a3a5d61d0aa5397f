import type { TextEntry } from './text-entry.ts';

/** What the page draws while a customer opens a ticket. */

/** Questions that are answered by choosing. */
export type TicketQuestion = 'place' | 'type' | 'department' | 'subject' | 'contact';

/** Questions that are answered by typing. */
export type TicketTextQuestion = 'own-subject' | 'message' | 'email' | 'phone';

/** Something to choose: a name from elsewhere, or one of the page's own words. */
export interface TicketOption {
  readonly id: string;
  /** `general`: no service in particular; `own`: another subject; the others are ways to be reached. */
  readonly kind: 'name' | 'masked-phone' | 'masked-email' | 'general' | 'own' | 'phone' | 'email' | 'none';
  /** The name, or the contact with only so much of it that its owner knows it. */
  readonly text?: string;
  /** A second line, e.g. the address of a service. */
  readonly detail?: string;
}

/** What became of a ticket, or of a change. `unclear`: nobody knows yet; nothing is sent again by itself. */
export type RequestStanding = 'done' | 'refused' | 'unclear' | 'not-sent';

export type TicketScreen =
  /** Reading what there is to choose from. */
  | { readonly name: 'ticket-opening' }
  | {
      readonly name: 'ticket-choice';
      readonly question: TicketQuestion;
      readonly options: readonly TicketOption[];
      /** Companies of which nothing can be chosen now. */
      readonly unreadable?: readonly string[];
    }
  | {
      readonly name: 'ticket-text';
      readonly question: TicketTextQuestion;
      readonly entry: TextEntry;
      readonly error?: 'missing' | 'wrong';
    }
  | {
      readonly name: 'ticket-review';
      /** Absent: no service in particular, and only one company. */
      readonly place?: string;
      readonly subject: string;
      readonly message: string;
      /** Masked, unless it was typed in this visit. */
      readonly contact?: string;
      /** On its way. */
      readonly busy: boolean;
    }
  | {
      readonly name: 'ticket-result';
      readonly standing: RequestStanding;
      /** What the customer names it by: the ERP's number where it tells one, else the kiosk's own. */
      readonly protocol: string;
      /** Whether the protocol comes out of the printer. */
      readonly paper: 'none' | 'printing' | 'printed' | 'trouble';
    };
