import type { CustomerChange } from '../domain/customer.ts';
import type { KnownCustomer, OpenInvoice, OpenInvoices } from '../domain/customer-account.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';

type Reading<T> = Promise<Result<T, RemoteFailure>>;

/** The ERPs as the gateway needs them: who a document is of, and what is open. */
export interface CustomerBook {
  /** `undefined`: no ERP knows the document (CPF or CNPJ, no mask). */
  findCustomer(document: string): Reading<KnownCustomer | undefined>;
  listOpenInvoices(document: string, customer: KnownCustomer): Reading<OpenInvoices>;
}

/** How a customer can be reached, as one ERP has it. */
export interface KnownContacts {
  /** Id of the ERP in the settings. */
  readonly erp: string;
  readonly customerErpId: string;
  /** Whether it can be changed from here. */
  readonly changeable: boolean;
  readonly emails: readonly string[];
  /** Digits of telephone numbers. */
  readonly phones: readonly string[];
}

/** Reads and changes customers' contact data in the ERPs. */
export interface ContactBook {
  /** In each ERP that knows the customer; a failure when one could not be read. */
  contactsOf(document: string, customer: KnownCustomer): Reading<readonly KnownContacts[]>;
  change(
    contacts: KnownContacts,
    document: string,
    change: CustomerChange,
  ): Promise<'done' | 'refused' | 'unclear'>;
}

/** A customer with what they owe. */
export interface OpenAccount {
  readonly customer: KnownCustomer;
  /** Oldest due date first. */
  readonly invoices: readonly OpenInvoice[];
  /** Companies whose ERP could not be read. */
  readonly unreadable: readonly string[];
}

/** `undefined`: no ERP knows the document. */
export async function openAccount(book: CustomerBook, document: string): Reading<OpenAccount | undefined> {
  const customer = await book.findCustomer(document);
  if (!customer.ok) return customer;
  if (!customer.value) return { ok: true, value: undefined };
  const open = await book.listOpenInvoices(document, customer.value);
  if (!open.ok) return open;
  const unreadable = [...new Set([...customer.value.unreadable, ...open.value.unreadable])];
  return { ok: true, value: { customer: customer.value, invoices: open.value.invoices, unreadable } };
}
