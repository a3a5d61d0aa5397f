import type { Customer } from '../domain/customer.ts';
import type { Invoice, StatementRow } from '../domain/invoice.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { WriteOffAnswer, WriteOffRequest } from '../domain/write-off.ts';
import type { WriteOffRules } from './repeat-rule.ts';
import type { SettlementProof } from './settlement-proof.ts';

/** What payment needs of the ERP: to read invoices again, to find proof of a settlement, and to write off. */
export interface ErpLedger {
  /** Whether its profile can write off at all, and the settings let it. */
  offers(operation: 'writeOffInvoice'): boolean;
  getCustomer(document: string): Promise<Result<Customer | undefined, RemoteFailure>>;
  listOpenInvoices(document: string): Promise<Result<readonly Invoice[], RemoteFailure>>;
  /** One invoice, open or settled; undefined when it is not (or no longer) there. */
  getInvoice(
    invoice: Pick<Invoice, 'id' | 'writeOffId'>,
    document: string,
  ): Promise<Result<Invoice | undefined, RemoteFailure>>;
  listStatement(
    document: string,
    customerErpId: string,
  ): Promise<Result<readonly StatementRow[], RemoteFailure>>;
  writeOffInvoice(request: WriteOffRequest): Promise<WriteOffAnswer>;
}

/** One of the kiosk's ERPs, as payment deals with it. */
export interface PaymentErp {
  readonly ledger: ErpLedger;
  readonly rules: WriteOffRules;
}

/** The same, with what finds out whether it settled an invoice. */
export interface ProvenErp extends PaymentErp {
  readonly proof: SettlementProof;
}

/** Finds an ERP by its id; `undefined` when the settings no longer name it. */
export type FindErp = (erp: string) => ProvenErp | undefined;
