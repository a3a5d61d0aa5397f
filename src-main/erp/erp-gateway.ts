import type { Contract, Customer } from '../domain/customer.ts';
import type { Invoice, StatementRow } from '../domain/invoice.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { WriteOffAnswer, WriteOffRequest } from '../domain/write-off.ts';

/** The ERP in the kiosk's own words. Every method parses strictly and answers a failure as a value. */
export interface ErpGateway {
  /** The customer with this document (CPF or CNPJ, no mask), or `undefined` when the ERP knows none. */
  getCustomer(document: string): Promise<Result<Customer | undefined, RemoteFailure>>;
  listContracts(document: string): Promise<Result<readonly Contract[], RemoteFailure>>;
  /** Open invoices, oldest due date first; all contracts when `contractId` is absent. */
  listOpenInvoices(document: string, contractId?: string): Promise<Result<readonly Invoice[], RemoteFailure>>;
  listStatement(
    document: string,
    customerErpId: string,
  ): Promise<Result<readonly StatementRow[], RemoteFailure>>;
  writeOffInvoice(request: WriteOffRequest): Promise<WriteOffAnswer>;
}
