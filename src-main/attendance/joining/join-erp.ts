import type { CatalogueEntry, City, Product, Reseller } from '../../domain/catalogue.ts';
import type { CustomerKey } from '../../domain/customer.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { CreatedRecord } from '../../domain/erp-action.ts';
import type { NewLead, NewOrder, NewProspect, ProspectProgress } from '../../domain/prospect.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';
import type { Registration } from './join-form.ts';

type Answer<T> = Promise<Result<T, RemoteFailure>>;

/** What makes something at the ERP. */
export type JoinCreation = 'createLead' | 'createProspect' | 'createOrder' | 'createOrderForCustomer';

/** Lists to choose from. */
export type JoinList = 'listCities' | 'listProducts' | 'listDueDates' | 'listOrigins' | 'listResellers';

type JoinOperation = JoinCreation | JoinList | 'prospectStatus' | 'getPendingMessages';

/** An ERP, as far as people are registered in it. */
export interface JoinErp {
  /** Its id in the settings. */
  readonly id: string;
  readonly companyName: string;
  readonly gateway: {
    offers(operation: JoinOperation): boolean;
    listCities(): Answer<readonly City[]>;
    listProducts(): Answer<readonly Product[]>;
    listDueDates(): Answer<readonly CatalogueEntry[]>;
    listOrigins(): Answer<readonly CatalogueEntry[]>;
    listResellers(): Answer<readonly Reseller[]>;
    getPendingMessages(document: string): Answer<readonly string[]>;
    createLead(lead: NewLead, idempotencyKey: string): Answer<CreatedRecord>;
    createProspect(prospect: NewProspect, idempotencyKey: string): Answer<CreatedRecord>;
    createOrder(order: NewOrder): Answer<CreatedRecord>;
    createOrderForCustomer(order: NewOrder, customer: CustomerKey): Answer<CreatedRecord>;
    prospectStatus(prospectId: string): Answer<ProspectProgress | undefined>;
  };
}

/** The kiosk's ERPs. */
export interface JoinErps {
  membersWith(operation: JoinCreation | 'prospectStatus', customer?: KnownCustomer): readonly JoinErp[];
  memberOf(erp: string): JoinErp | undefined;
}

/** What the settings say of registrations in one ERP. */
export interface JoinErpRules {
  /** Left out: the most that its profile has. */
  readonly creates?: Registration | undefined;
  /** Ids or names of what is offered; empty: all. */
  readonly products: readonly string[];
  readonly cities: readonly string[];
  readonly resellerId?: string | undefined;
  readonly originId?: string | undefined;
}
