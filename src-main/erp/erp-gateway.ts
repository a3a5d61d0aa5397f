import type { CatalogueEntry, City, Product, Reseller } from '../domain/catalogue.ts';
import type { Contact, Contract, Customer, CustomerChange, CustomerKey } from '../domain/customer.ts';
import type { ActionAnswer, CreatedRecord } from '../domain/erp-action.ts';
import type { DebtClearance, FiscalNote } from '../domain/fiscal-papers.ts';
import type { Invoice, StatementRow } from '../domain/invoice.ts';
import type {
  NewLead,
  NewOrder,
  NewProspect,
  ProspectChange,
  ProspectFile,
  ProspectProgress,
} from '../domain/prospect.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { CustomerService, TrustUnlockRequest } from '../domain/service.ts';
import type { NewTicket } from '../domain/ticket.ts';
import type { WriteOffAnswer, WriteOffRequest } from '../domain/write-off.ts';
import type { ErpOperation } from './erp-operation.ts';

/** Names an invoice to the ERP, by all the ids that are known of it. */
export type InvoiceKey = Pick<Invoice, 'id' | 'writeOffId'>;

type Answer<T> = Promise<Result<T, RemoteFailure>>;
type List<T> = Answer<readonly T[]>;

/** What may be chosen from when something new is registered. */
export interface ErpCatalogues {
  listProducts(): List<Product>;
  listResellers(): List<Reseller>;
  listEmployees(): List<CatalogueEntry>;
  listDepartments(): List<CatalogueEntry>;
  /** Days of the month on which invoices may fall due. */
  listDueDates(): List<CatalogueEntry>;
  /** How prospects hear of the company. */
  listOrigins(): List<CatalogueEntry>;
  listCities(): List<City>;
  listTicketTypes(): List<CatalogueEntry>;
  listProspectStatuses(): List<CatalogueEntry>;
}

/** People who are not customers yet. A key is sent as `Idempotency-Key`; an order's is its own id. */
export interface ErpSales {
  createLead(lead: NewLead, idempotencyKey?: string): Answer<CreatedRecord>;
  createProspect(prospect: NewProspect, idempotencyKey?: string): Answer<CreatedRecord>;
  updateProspect(change: ProspectChange): Promise<ActionAnswer>;
  /** Undefined when the ERP knows no such prospect. */
  prospectStatus(prospectId: string): Answer<ProspectProgress | undefined>;
  attachFile(file: ProspectFile): Promise<ActionAnswer>;
  createOrder(order: NewOrder): Answer<CreatedRecord>;
  createOrderForCustomer(order: NewOrder, customer: CustomerKey): Answer<CreatedRecord>;
}

/** What a customer may ask for besides paying. A key is sent as `Idempotency-Key`. */
export interface ErpServices {
  listFiscalNotes(customer: CustomerKey): List<FiscalNote>;
  /** The note as PDF. */
  getFiscalNotePdf(note: FiscalNote, customer: CustomerKey): Answer<Uint8Array>;
  listDebtClearances(customer: CustomerKey): List<DebtClearance>;
  /** The declaration as PDF, from the address that it names. */
  getDebtClearancePdf(clearance: DebtClearance): Answer<Uint8Array>;
  listServices(customer: CustomerKey): List<CustomerService>;
  /** Those of the services that are blocked, as the profile knows its ERP's words. */
  listBlockedServices(customer: CustomerKey): List<CustomerService>;
  trustUnlock(request: TrustUnlockRequest, idempotencyKey?: string): Promise<ActionAnswer>;
  createTicket(ticket: NewTicket, idempotencyKey?: string): Answer<CreatedRecord>;
  updateCustomer(
    customer: CustomerKey,
    change: CustomerChange,
    idempotencyKey?: string,
  ): Promise<ActionAnswer>;
  getContacts(customer: CustomerKey): List<Contact>;
  /** Texts for the company's staff, one for each matter to be looked into; never for the customer. */
  getPendingMessages(document: string): List<string>;
}

/** The ERP in the kiosk's own words. Every method parses strictly and answers a failure as a value. */
export interface ErpGateway extends ErpCatalogues, ErpSales, ErpServices {
  /** Whether this ERP has the operation. One that it has not fails as `not-sent`, or is `refused` if it is a write. */
  offers(operation: ErpOperation): boolean;
  /** The customer with this document (CPF or CNPJ, no mask), or `undefined` when the ERP knows none. */
  getCustomer(document: string): Answer<Customer | undefined>;
  listContracts(document: string): List<Contract>;
  /** Open invoices, oldest due date first; all contracts when `contractId` is absent. */
  listOpenInvoices(document: string, contractId?: string): List<Invoice>;
  /** One invoice, open or settled; undefined when it is not (or no longer) there. */
  getInvoice(invoice: InvoiceKey, document: string): Answer<Invoice | undefined>;
  /** The invoice as PDF, from the ERP or from the address that the invoice names. */
  getInvoicePdf(invoice: Invoice, document: string): Answer<Uint8Array>;
  listStatement(document: string, customerErpId: string): List<StatementRow>;
  writeOffInvoice(request: WriteOffRequest): Promise<WriteOffAnswer>;
}
