import type { Clock } from '../domain/clock.ts';
import type { Contract, Customer } from '../domain/customer.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { VisitEnd, VisitEvent } from '../domain/visit-event.ts';
import type { Log } from '../logging/log.ts';
import type { CancelOutcome, ChargeOrder, ChargeProblem, OpenCharge } from '../payment/cashier.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import type { PrinterStatus } from '../printing/printer.ts';

/** What a visit needs of the ERP. */
export interface CustomerDirectory {
  getCustomer(document: string): Promise<Result<Customer | undefined, RemoteFailure>>;
  listContracts(document: string): Promise<Result<readonly Contract[], RemoteFailure>>;
  listOpenInvoices(document: string, contractId?: string): Promise<Result<readonly Invoice[], RemoteFailure>>;
}

/** What a visit needs of payment. */
export interface PaymentCounter {
  /** Whether any account could collect this invoice, or the ERP's own code. */
  canCharge(invoice: Invoice): boolean;
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
  readonly invoice: Invoice;
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
