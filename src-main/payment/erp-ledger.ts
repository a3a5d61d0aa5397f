import type { Customer } from '../domain/customer.ts';
import type { Invoice, StatementRow } from '../domain/invoice.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { WriteOffAnswer, WriteOffRequest } from '../domain/write-off.ts';

/** What payment needs of the ERP: to read invoices again, to find proof of a settlement, and to write off. */
export interface ErpLedger {
  getCustomer(document: string): Promise<Result<Customer | undefined, RemoteFailure>>;
  listOpenInvoices(document: string): Promise<Result<readonly Invoice[], RemoteFailure>>;
  listStatement(
    document: string,
    customerErpId: string,
  ): Promise<Result<readonly StatementRow[], RemoteFailure>>;
  writeOffInvoice(request: WriteOffRequest): Promise<WriteOffAnswer>;
}
