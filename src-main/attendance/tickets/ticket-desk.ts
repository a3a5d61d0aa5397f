import type { CatalogueEntry } from '../../domain/catalogue.ts';
import type { Contact } from '../../domain/customer.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';

/** What a ticket can be about: one service of the customer, or a company as a whole. */
export interface TicketPlace {
  /** Unique among all that the kiosk's ERPs tell. */
  readonly key: string;
  /** Id of the ERP in the settings. */
  readonly erp: string;
  readonly companyName: string;
  readonly service?: { readonly id: string; readonly name: string; readonly address?: string };
}

/** What one ERP lets a customer say of a ticket; empty where it has no such list or the settings say it. */
export interface TicketLists {
  readonly types: readonly CatalogueEntry[];
  readonly departments: readonly CatalogueEntry[];
}

/** All that a customer can choose from. */
export interface TicketOffer {
  /** At least one. */
  readonly places: readonly TicketPlace[];
  /** By the ERP's id in the settings. */
  readonly lists: ReadonlyMap<string, TicketLists>;
  /** Where the customer can be reached, as far as anybody knows; the best known first. */
  readonly contacts: readonly Contact[];
  /** Companies that cannot be asked now: nothing is opened there. */
  readonly unreadable: readonly string[];
}

/** What a customer says in a ticket. */
export interface TicketWords {
  readonly place: TicketPlace;
  readonly typeId?: string;
  readonly departmentId?: string;
  readonly subject: string;
  readonly message: string;
  readonly contact?: Contact;
}

/** A ticket on its way. */
export interface TicketOrder {
  readonly visitId: string;
  readonly document: string;
  readonly customer: KnownCustomer;
  readonly words: TicketWords;
}

/** What became of a ticket. */
export interface TicketStanding {
  readonly outcome: 'done' | 'refused' | 'unclear' | 'not-sent';
  readonly requestId: string;
  /** The ERP's number of it where it tells one, else the kiosk's own. */
  readonly protocol: string;
  /** The ERP's own words about it, safe to print. */
  readonly remarks?: string;
}

/** What a visit needs to open tickets. */
export interface TicketDesk {
  /** Whether a company that knows this customer takes tickets here. */
  isOffered(customer: KnownCustomer): boolean;
  /** Fails only when no company could be asked. */
  prepare(document: string, customer: KnownCustomer): Promise<Result<TicketOffer, RemoteFailure>>;
  /**
   * Opens it, once in a visit however often the same is asked.
   * @throws when it cannot be written down, and then nothing was sent
   */
  send(order: TicketOrder): Promise<TicketStanding>;
}

/** Where tickets are opened, and how they are written there. */
export interface TicketCounter {
  readonly desk: TicketDesk;
  readonly rules: TicketRules;
}

/** How tickets are written at this terminal. */
export interface TicketRules {
  /** Subjects to choose from; empty: that of the type, or a typed one. */
  readonly subjects: readonly string[];
  /** Most characters of the message. */
  readonly longestMessage: number;
}
