import type { ReceiptState, ServiceStanding } from '../contract/screen.ts';
import type { Charge } from '../domain/charge.ts';
import type { ContractChoice, KnownCustomer, OpenInvoice } from '../domain/customer-account.ts';
import type { Settlement } from '../domain/write-off.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import { type DocumentEntry, emptyDocumentEntry } from './document-entry.ts';
import { type JoinTalk, noJoining } from './joining/join-talk.ts';
import { type MessageTalk, noMessage } from './messages/message-talk.ts';
import type { MyDataChange } from './my-data/my-data-desk.ts';
import type { MyDataTalk } from './my-data/my-data-talk.ts';
import type { Problem } from './problem.ts';
import type { SecondCopies } from './second-copies/second-copies.ts';
import type { FactorEntry } from './second-factor.ts';
import type { ServiceTalk } from './services/service-talk.ts';
import type { TicketTalk } from './tickets/ticket-talk.ts';
import type { OpenPages, PastReceipt, VisitParts } from './visit-parts.ts';
import type { WrongTries } from './wrong-tries.ts';

/** Where "Tentar de novo" goes after a problem. */
export type RetryStep =
  | 'begin'
  | 'identify'
  | 'open-account'
  | 'load-invoices'
  | 'charge'
  | 'cancel'
  | 'open-boleto'
  | 'review-invoice'
  | 'read-services'
  | 'prepare-join'
  | 'read-copies'
  | 'open-help'
  | 'open-my-data'
  | 'open-copy';

/** News of the invoices that were to be paid together. */
export interface Review {
  /** Keys of those with another amount now. */
  readonly changed: readonly string[];
  /** Descriptions of those that are paid already, and taken out. */
  readonly settled: readonly string[];
}

/** What belongs to one customer and is gone when the visit ends. */
export interface VisitState {
  readonly visitId: string | undefined;
  readonly entry: DocumentEntry;
  /** CPF or CNPJ without mask, once it was well-formed. */
  readonly document: string;
  readonly customer: KnownCustomer | undefined;
  readonly factor: FactorEntry | undefined;
  readonly contracts: readonly ContractChoice[];
  readonly contract: ContractChoice | undefined;
  readonly invoices: readonly OpenInvoice[];
  /** Companies whose invoices could not be read: the list is not all that is owed. */
  readonly unreadable: readonly string[];
  /** The one that was opened; without it what is `picked` is what is to be paid. */
  readonly invoice: OpenInvoice | undefined;
  /** Keys of those that are ticked to be paid together. */
  readonly picked: readonly string[];
  /** What was not as the customer had seen it when they wanted to pay what they ticked. */
  readonly review: Review | undefined;
  readonly charge: Charge | undefined;
  /** When the charge can no longer be paid, on the monotonic clock. */
  readonly chargeEndsAt: number;
  readonly connectionTrouble: boolean;
  /** The customer wants to go home after the charge was taken back, rather than to the invoice. */
  readonly leaving: boolean;
  readonly receipt: ReceiptState;
  /** What became of the charge in the ERP, once it was paid. */
  readonly settlement: Settlement;
  /** The same of each of its invoices, by id. */
  readonly byInvoice: ReadonlyMap<string, Settlement>;
  /** A service that was suspended when the charge was paid. */
  readonly service: ServiceStanding | undefined;
  /** Payments of this customer whose receipts they may have again. */
  readonly pastReceipts: readonly PastReceipt[];
  /** The one that is to be printed again. */
  readonly pastReceipt: PastReceipt | undefined;
  /** How many were printed again in this visit. */
  readonly copies: number;
  /** Papers that the company keeps of the customer; set while they are looked at. */
  readonly secondCopies: SecondCopies | undefined;
  /** The whole boleto, or another document, that is or was on the screen. */
  readonly boleto: OpenPages | undefined;
  /** The paper that the customer waits for: a slip or a copy of a receipt. */
  readonly printJobId: string | undefined;
  /** It comes out also if they leave. */
  readonly printIsOwed: boolean;
  readonly printProgress: PrintProgress | undefined;
  /** The customer's own services while they are looked at. */
  readonly services: ServiceTalk | undefined;
  /** The ticket that is being written or was sent. */
  readonly ticket: TicketTalk | undefined;
  /** Contact data while they are looked at. */
  readonly myData: MyDataTalk | undefined;
  /** What was saved of them, in that order. */
  readonly contactChanges: readonly MyDataChange[];
  /** What was or may be sent to the customer's phone. */
  readonly message: MessageTalk;
  readonly problem: Problem | undefined;
  readonly retryStep: RetryStep | undefined;
  /** A registration, an order, or what became of one. */
  readonly join: JoinTalk;
  /** From the problem back to the invoice: there is still another way to pay it. */
  readonly mayGoBack: boolean;
  /** Something was paid or printed: the customer is thanked. */
  readonly accomplished: boolean;
  /** When the thanks make room for the next customer, on the monotonic clock. */
  readonly thanksEndAt: number;
}

/** What outlives a visit. */
export interface VisitSurroundings {
  readonly parts: VisitParts;
  readonly tries: WrongTries;
}

export interface VisitContext extends VisitState, VisitSurroundings {}

/** A visit before its customer touched anything. */
export const blankVisit: VisitState = {
  visitId: undefined,
  entry: emptyDocumentEntry,
  document: '',
  customer: undefined,
  factor: undefined,
  contracts: [],
  contract: undefined,
  invoices: [],
  unreadable: [],
  invoice: undefined,
  picked: [],
  review: undefined,
  charge: undefined,
  chargeEndsAt: 0,
  connectionTrouble: false,
  leaving: false,
  receipt: { state: 'none' },
  settlement: 'processing',
  byInvoice: new Map(),
  service: undefined,
  pastReceipts: [],
  pastReceipt: undefined,
  copies: 0,
  secondCopies: undefined,
  boleto: undefined,
  printJobId: undefined,
  printIsOwed: false,
  printProgress: undefined,
  services: undefined,
  ticket: undefined,
  myData: undefined,
  contactChanges: [],
  message: noMessage,
  problem: undefined,
  retryStep: undefined,
  join: noJoining,
  mayGoBack: false,
  accomplished: false,
  thanksEndAt: 0,
};
