import type { Contact } from '../../domain/customer.ts';
import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import type { Result } from '../../domain/result.ts';

/** What customers may change of their contact data here. */
export type MyDataField = 'email' | 'phone' | 'whatsapp';

export const myDataFields: readonly MyDataField[] = ['phone', 'whatsapp', 'email'];

/** One company's record of a customer. */
export interface MyDataRecord {
  /** Id of the ERP in the settings. */
  readonly erp: string;
  readonly companyName: string;
  readonly contacts: readonly Contact[];
}

/** What is known of a customer, in every company that lets them change it. */
export interface MyDataRecords {
  readonly records: readonly MyDataRecord[];
  /** Companies that could not be read: nothing is changed there. */
  readonly unreadable: readonly string[];
}

/** `value`: an e-mail address, or the digits of a telephone with its area code. */
export interface MyDataChange {
  readonly field: MyDataField;
  readonly value: string;
}

/** What became of a change in one company. */
export interface MyDataSaving {
  readonly companyName: string;
  readonly outcome: 'done' | 'refused' | 'unclear' | 'not-sent';
  /** What the customer names it by when people have to see to it. */
  readonly protocol: string;
}

/**
 * `forbidden`: somebody who is asked before said no, in these words (maybe none); `not-now`: they gave no answer. Nothing
 * was sent in either case.
 */
export type MyDataAnswer =
  | { readonly kind: 'sent'; readonly savings: readonly MyDataSaving[] }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'not-now' };

/** Whose data, in which visit. */
export interface MyDataOwner {
  readonly visitId: string;
  /** What was saved before in this visit, in that order. */
  readonly changed: readonly MyDataChange[];
  readonly document: string;
  readonly customer: KnownCustomer;
}

/** What a visit needs to show and change contact data. */
export interface MyDataDesk {
  /** Whether a company that knows this customer lets them change anything. */
  isOffered(customer: KnownCustomer): boolean;
  /** Fails only when no company could be read. */
  read(document: string, customer: KnownCustomer): Promise<Result<MyDataRecords, RemoteFailure>>;
  /**
   * Changes it in each of the records that has another one, once in a visit however often it is asked, unless something
   * else was saved in between.
   * @throws when it cannot be written down, and then nothing was sent
   */
  save(owner: MyDataOwner, change: MyDataChange, records: readonly MyDataRecord[]): Promise<MyDataAnswer>;
}
