import type { KnownCustomer } from '../../domain/customer-account.ts';
import type { MessageBook } from '../../domain/message.ts';

/** Whose telephones, in which visit. */
export interface PhoneOwner {
  readonly visitId: string;
  /** CPF or CNPJ without mask. */
  readonly document: string;
  readonly customer: KnownCustomer;
}

/** What a visit needs to have something sent to the customer's phone. */
export interface MessageDesk {
  readonly book: MessageBook;
  /** Mobiles that the company has of the customer, as digits with country code, the surest source first. */
  findPhones(owner: PhoneOwner): Promise<readonly string[]>;
  /** Name of the company whose invoices this ERP holds, by the ERP's id in the settings. */
  companyOf(erp: string): string;
}
