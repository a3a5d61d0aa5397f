import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Clock } from '../domain/clock.ts';
import type { Customer } from '../domain/customer.ts';
import type {
  ContractChoice,
  CustomerAccount,
  KnownCustomer,
  OpenInvoice,
  OpenInvoices,
} from '../domain/customer-account.ts';
import type { Cents } from '../domain/money.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';
import type { VisitEnd, VisitEvent } from '../domain/visit-event.ts';
import type { Log } from '../logging/log.ts';
import type { CancelOutcome, OpenCharge } from '../payment/cashier.ts';
import type { ChargeOrder, ChargeProblem } from '../payment/charge-order.ts';
import type { PixOffer, SeveralOffer } from '../payment/collection.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import type { PrinterStatus } from '../printing/printer.ts';
import type { HelpDesk } from './help-desk.ts';
import type { JoinDesk } from './joining/join-desk.ts';
import type { MessageDesk } from './messages/message-desk.ts';
import type { MyDataDesk } from './my-data/my-data-desk.ts';
import type { PrintRequestPaper } from './request-paper.ts';
import type { CopyDesk } from './second-copies/copy-desk.ts';
import type { ServiceDesk } from './services/service-desk.ts';
import type { TicketCounter } from './tickets/ticket-desk.ts';

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
  /** Whether an account could collect this invoice now, or the ERP's own code; if not, why. */
  offerFor(invoice: OpenInvoice): PixOffer;
  /** Invoices of the same collector can be paid together; `undefined`: this one with none. */
  collectorOf(invoice: OpenInvoice): string | undefined;
  offerForSeveral(invoices: readonly OpenInvoice[]): SeveralOffer;
  /** Whether no account of ours can collect anything now. */
  isUnavailable(): boolean;
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

/** A payment that was made here, whose receipt its customer may have again. */
export interface PastReceipt {
  readonly chargeId: string;
  /** Where the terminal stands. */
  readonly paidOn: CalendarDate;
  readonly amountCents: Cents;
  /** One for each invoice. */
  readonly descriptions: readonly string[];
  /** Whether it came out of the printer, the first one or another; `none` also while it waits. */
  readonly paper: 'printed' | 'uncertain' | 'none';
}

/** What a visit needs of earlier receipts. */
export interface ReceiptDrawer {
  /**
   * Receipts of exactly this document and of these ERPs (ids in the settings): first those of which nobody knows
   * that they came out, then the newest. Empty without a printer, or when the disk does not answer.
   */
  list(document: string, erps: readonly string[]): readonly PastReceipt[];
  /**
   * Prints one once more, marked as a reprint, unless it is on its way already.
   * @returns the print job, and whether it is owed also to whoever leaves before it is out; `undefined` when there is
   *   nothing to print. @throws when it cannot be written
   */
  printCopy(
    visitId: string,
    chargeId: string,
  ): { readonly jobId: string; readonly owed: boolean } | undefined;
}

/** A boleto as pages, as a customer asks for it. */
export type BoletoRequest = Pick<SlipRequest, 'document' | 'payerName' | 'invoice'>;

/** A boleto, or another document, that can be looked at until it is closed. */
export interface OpenPages {
  readonly id: string;
  /** The first ones. Width and height are dots. */
  readonly pages: readonly { readonly address: string; readonly width: number; readonly height: number }[];
  /** How many the document has in all. */
  readonly pageCount: number;
}

/** What a visit needs of the boleto as pages. */
export interface BoletoCounter {
  /** Whether there may be one to show. */
  mayShow(invoice: OpenInvoice): boolean;
  /** Whether an A4 printer is configured. */
  canPrint(): boolean;
  open(request: BoletoRequest): Promise<Result<OpenPages, 'unavailable'>>;
  /** Another document, closed and printed as a boleto is. @param fetch `undefined` when it cannot be had */
  show(fetch: () => Promise<Uint8Array | undefined>): Promise<Result<OpenPages, 'unavailable'>>;
  close(id: string): void;
  /** Sends an open one to the A4 printer. @returns the id of the print job, which the paper desk knows */
  print(id: string): string;
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
  /** @returns whether it could be written */
  record(visitId: string, event: VisitEvent): boolean;
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
  /** Whether PIX is taken while no receipt can be printed. */
  readonly payWithoutPaper: boolean;
  /** What a customer may do with an invoice. */
  readonly offer: {
    readonly pix: boolean;
    readonly slip: boolean;
    readonly boleto: boolean;
    /** Several invoices in one PIX. */
    readonly several: boolean;
  };
}

/** Everything a visit is made of. */
export interface VisitParts {
  readonly directory: CustomerDirectory;
  readonly payments: PaymentCounter;
  readonly paper: PaperDesk;
  readonly receipts: ReceiptDrawer;
  readonly boletos: BoletoCounter;
  readonly diary: VisitDiary;
  /** Absent where no second copies are offered. */
  readonly copies?: CopyDesk | undefined;
  /** Absent where no tickets are opened. */
  readonly tickets?: TicketCounter | undefined;
  /** Absent where no contact data are shown. */
  readonly myData?: MyDataDesk | undefined;
  /** Absent where nobody is registered and no orders are taken. */
  readonly joining?: JoinDesk | undefined;
  /** Absent where customers do not see their services. */
  readonly services?: ServiceDesk | undefined;
  /** Absent without a printer. */
  readonly printRequest?: PrintRequestPaper | undefined;
  /** Absent where nobody can be called. */
  readonly help?: HelpDesk | undefined;
  /** Absent where nothing is sent to customers' phones. */
  readonly messages?: MessageDesk | undefined;
  readonly rules: VisitRules;
  readonly clock: Clock;
  readonly log: Log;
}
