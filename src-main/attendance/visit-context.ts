import type { ReceiptState } from '../contract/screen.ts';
import type { Charge } from '../domain/charge.ts';
import type { ContractChoice, KnownCustomer, OpenInvoice } from '../domain/customer-account.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import { type DocumentEntry, emptyDocumentEntry } from './document-entry.ts';
import type { Problem } from './problem.ts';
import type { FactorEntry } from './second-factor.ts';
import type { VisitParts } from './visit-parts.ts';
import type { WrongTries } from './wrong-tries.ts';

/** Where "Tentar de novo" goes after a problem. */
export type RetryStep =
  | 'begin'
  | 'identify'
  | 'open-account'
  | 'load-invoices'
  | 'charge'
  | 'cancel'
  | 'review-invoice';

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
  readonly invoice: OpenInvoice | undefined;
  readonly charge: Charge | undefined;
  /** When the charge can no longer be paid, on the monotonic clock. */
  readonly chargeEndsAt: number;
  readonly connectionTrouble: boolean;
  /** The customer wants to go home after the charge was taken back, rather than to the invoice. */
  readonly leaving: boolean;
  readonly receipt: ReceiptState;
  readonly writtenOff: boolean;
  readonly slipJobId: string | undefined;
  readonly slipProgress: PrintProgress | undefined;
  readonly problem: Problem | undefined;
  readonly retryStep: RetryStep | undefined;
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
  charge: undefined,
  chargeEndsAt: 0,
  connectionTrouble: false,
  leaving: false,
  receipt: { state: 'none' },
  writtenOff: false,
  slipJobId: undefined,
  slipProgress: undefined,
  problem: undefined,
  retryStep: undefined,
  mayGoBack: false,
  accomplished: false,
  thanksEndAt: 0,
};
