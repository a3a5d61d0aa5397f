import type { Customer } from './customer.ts';
import type { Invoice } from './invoice.ts';

/** A customer as all of the kiosk's ERPs together know them: what one does not tell, another may. */
export interface KnownCustomer extends Customer {
  /** The customer's id in each ERP that knows them, by the ERP's id in the settings. */
  readonly erpIds: ReadonlyMap<string, string>;
  /** Companies whose ERP could not be asked. */
  readonly unreadable: readonly string[];
}

/** An open invoice together with the ERP that it is in: its own ids are unique within that one only. */
export interface OpenInvoice extends Invoice {
  /** Id of the ERP in the settings. */
  readonly erp: string;
  /** Unique among all that the kiosk's ERPs tell; names it on screens. */
  readonly key: string;
}

/** A contract to choose from. */
export interface ContractChoice {
  readonly erp: string;
  /** Unique among all that the kiosk's ERPs tell. */
  readonly key: string;
  /** Id in the ERP; absent: everything there, because that ERP lists no contracts. */
  readonly id?: string;
  readonly label: string;
}

/** What a customer owes, as far as it could be read. */
export interface OpenInvoices {
  /** Oldest due date first. */
  readonly invoices: readonly OpenInvoice[];
  /** Companies whose ERP could not be read. */
  readonly unreadable: readonly string[];
}

export interface CustomerAccount extends OpenInvoices {
  readonly contracts: readonly ContractChoice[];
}
