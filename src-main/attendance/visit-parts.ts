import type { Clock } from '../domain/clock.ts';
import type { Customer } from '../domain/customer.ts';
import type {
  ContractChoice,
  CustomerAccount,
  KnownCustomer,
  OpenInvoice,
  OpenInvoices,
} from '../domain/customer-account.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { VisitEnd, VisitEvent } from '../domain/visit-event.ts';
import type { Log } from '../logging/log.ts';
import type { CancelOutcome, ChargeOrder, ChargeProblem, OpenCharge } from '../payment/cashier.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import type { PrinterStatus } from '../printing/printer.ts';

/** What a visit needs of the ERPs. */
export interface CustomerDirectory {
  /** Whether nothing can be asked: every ERP is known to be down. */
  isDown(): boolean;
  /** `undefined` when no ERP knows the document. */
  findCustomer(document: string): Promise<Result<KnownCustomer | undefined, RemoteFailure>>;
  openAccount(document: string, customer: KnownCustomer): Promise<Result<CustomerAccount, RemoteFailure>>;
  /** Of one contract, or of all. */
  listOpenInvoices(
    document: string,
    customer: KnownCustomer,
    contract?: ContractChoice,
  ): Promise<Result<OpenInvoices, RemoteFailure>>;
}

/** What a visit needs of payment. */
export interface PaymentCounter {
  /** Whether any account could collect this invoice, or the ERP's own code. */
  canCharge(invoice: OpenInvoice): boolean;
  charge(order: ChargeOrder): Promise<Result<OpenCharge, ChargeProblem>>;
  cancel(chargeId: string): Promise<CancelOutcome>;
  setAttended(chargeId: string, attended: boolean): void;
}

/** A slip as a customer asks for it. */
export interface SlipRequest {
  readonly visitId: string;
  readonly document: string;
  /** In full: a boleto names who owes. */
  readonly payerName: string;
  readonly invoice: OpenInvoice;
  /** A copy may be on paper already: this one says that it is another. */
  readonly reprint: boolean;
}

/** What a visit needs of paper. */
export interface PaperDesk {
  /** `none` when no printer is configured; `undefined` before the first look at it. */
  status(): PrinterStatus | 'none' | undefined;
  /** @returns the id of the print job. */
  printSlip(request: SlipRequest): string;
  progress(jobId: string): PrintProgress | undefined;
  cancel(jobId: string): void;
}

/** Writes down what happens in a visit, for the relay. Only `begin` throws: without a disk there is no visit. */
export interface VisitDiary {
  /** @returns the id of the new visit. @throws when it cannot be written. */
  begin(): string;
  identified(visitId: string, document: string, customer: Customer): void;
  record(visitId: string, event: VisitEvent): void;
  end(visitId: string, reason: VisitEnd): void;
}

/** How visits go on this terminal; times in milliseconds. */
export interface VisitRules {
  readonly secondFactor: 'none' | 'birth-date' | 'phone-last-digits';
  readonly idleMs: number;
  readonly idleWarningMs: number;
  readonly thanksMs: number;
  readonly blockMs: number;
  readonly timeZone: string;
  /** When visits may begin; empty: always. */
  readonly hours: readonly OpeningHours[];
  /** What a customer may do with an invoice. */
  readonly offer: { readonly pix: boolean; readonly slip: boolean };
}

/** Everything a visit is made of. */
export interface VisitParts {
  readonly directory: CustomerDirectory;
  readonly payments: PaymentCounter;
  readonly paper: PaperDesk;
  readonly diary: VisitDiary;
  readonly rules: VisitRules;
  readonly clock: Clock;
  readonly log: Log;
}
