import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import type { CustomerService } from '../../domain/service.ts';
import type { RequestResult } from '../../requests/request.ts';

/** A service of the customer, in one of the kiosk's ERPs. */
export interface OwnService extends CustomerService {
  /** Id of the ERP in the settings. */
  readonly erp: string;
  /** Unique in the list; names it on screens. */
  readonly key: string;
  readonly companyName: string;
  readonly blocked: boolean;
}

/** What could be read of a customer's services. */
export interface OwnServices {
  /** Blocked ones first. */
  readonly services: readonly OwnService[];
  /** Companies whose services could not be read. */
  readonly unreadable: readonly string[];
  /** ERPs that have something to settle with the customer first, so that nothing is unlocked there. */
  readonly held: ReadonlySet<string>;
}

/** Whether a blocked service can be enabled on trust, and if not, why. */
export type UnlockOffer =
  | { readonly state: 'offered' | 'not-offered' | 'recently' | 'too-much-owed' | 'held' }
  /** Asked for, and nobody knows yet what became of it. */
  | { readonly state: 'unclear'; readonly protocol: string };

/** What the customer must know before a service is enabled on trust. */
export interface UnlockTerms {
  readonly text: string;
  /** Names exactly this text. */
  readonly version: string;
}

/** What the offer hangs on besides the service itself. */
export interface UnlockSituation {
  /** The overdue invoices of the customer at the service's ERP; `undefined` when they could not be read. */
  readonly overdueInvoices: number | undefined;
  readonly held: boolean;
}

export interface UnlockOrder {
  readonly visitId: string;
  /** CPF or CNPJ, no mask. */
  readonly document: string;
  readonly customer: KnownCustomer;
  readonly service: OwnService;
  /** When the terms were accepted: wall time, milliseconds. */
  readonly acceptedAt: number;
}

/** What a visit needs of the customer's services. */
export interface ServiceDesk {
  /** Whether an ERP that knows the customer tells their services. */
  isOffered(customer: KnownCustomer): boolean;
  list(document: string, customer: KnownCustomer): Promise<Result<OwnServices, RemoteFailure>>;
  unlockOffer(service: OwnService, situation: UnlockSituation): UnlockOffer;
  readonly terms: UnlockTerms;
  /** Never twice; a lost reply is looked into. @throws when it cannot be written down, and then nothing was sent */
  unlock(order: UnlockOrder): Promise<RequestResult>;
}
