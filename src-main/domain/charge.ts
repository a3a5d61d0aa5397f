import type { CalendarDate } from './calendar-date.ts';
import type { Cents } from './money.ts';

/**
 * A charge is one PIX request for payment.
 *
 * `CREATED` the intent is on disk · `REQUESTED` the PSP may have heard of it · `AWAITING` the QR may be shown ·
 * `PAID` on disk together with its write-offs · `EXPIRED` a look after expiry found it unpaid · `CANCELLED`
 * nobody can pay it any more · `REFUND_DUE` paid, but the money must go back or a person must decide · `REFUNDED` all
 * that came went back.
 */
export type ChargeState =
  | 'CREATED'
  | 'REQUESTED'
  | 'AWAITING'
  | 'PAID'
  | 'EXPIRED'
  | 'CANCELLED'
  | 'REFUND_DUE'
  | 'REFUNDED';

/**
 * Who made the PIX text: the PSP of an account of ours, the ERP, or this kiosk itself for an account without a PSP to
 * ask (`static-pix`). Of the last two the kiosk learns from the ERP, which settles the invoice itself.
 */
export type ChargeSource = 'api-pix' | 'erp-pix' | 'static-pix';

/** Whether the payee's bank cannot be asked: the ERP alone knows of the payment, and settles it. */
export function isConfirmedByErp(source: ChargeSource): boolean {
  return source !== 'api-pix';
}

/** One invoice inside a charge, with what a receipt says about it. */
export interface ChargedInvoice {
  readonly invoiceId: string;
  /** `Invoice.writeOffId`, where the ERP has one of its own. */
  readonly writeOffId?: string;
  readonly amountCents: Cents;
  readonly description: string;
  readonly dueDate: CalendarDate;
  readonly receiptHeader?: string;
}

export interface Charge {
  readonly id: string;
  readonly txid: string;
  readonly source: ChargeSource;
  /** Which of the kiosk's ERPs the invoices are in, by its id in the settings. */
  readonly erp: string;
  /** Which account collects it; absent when the ERP owns the charge. */
  readonly accountId?: string;
  readonly visitId: string;
  /** Where it was made. */
  readonly terminalId: string;
  /** CPF or CNPJ without mask; needed to read the invoice again. */
  readonly document: string;
  readonly customerErpId: string;
  /** Already masked for paper and screen. */
  readonly maskedName: string;
  readonly invoices: readonly ChargedInvoice[];
  readonly amountCents: Cents;
  readonly state: ChargeState;
  readonly brCode?: string;
  readonly payeeName?: string;
  /** Wall time, milliseconds. */
  readonly createdAt: number;
  readonly expirySeconds: number;
  readonly payment?: Payment;
}

/** A payment as the payee's side knows it. The ERP's own PIX has neither id nor the PSP's time. */
export interface Payment {
  readonly amountCents: Cents;
  /** RFC 3339, the PSP's clock; for the ERP's own PIX the moment of the proof. */
  readonly paidAt: string;
  readonly endToEndId?: string;
}

const nextStates: Readonly<Record<ChargeState, readonly ChargeState[]>> = {
  CREATED: ['REQUESTED', 'AWAITING', 'CANCELLED'],
  REQUESTED: ['AWAITING', 'PAID', 'REFUND_DUE', 'CANCELLED'],
  AWAITING: ['PAID', 'REFUND_DUE', 'EXPIRED', 'CANCELLED'],
  PAID: ['REFUND_DUE'],
  // A late payment is still a payment: the money arrived, whatever the clock said.
  EXPIRED: ['PAID', 'REFUND_DUE'],
  CANCELLED: ['PAID', 'REFUND_DUE'],
  REFUND_DUE: ['REFUNDED'],
  REFUNDED: [],
};

/** Whether a charge in state `from` may become `to`. */
export function mayBecome(from: ChargeState, to: ChargeState): boolean {
  return nextStates[from].includes(to);
}

/** Whether somebody may still pay it, as far as this kiosk knows; an invoice has at most one live charge. */
export function isLive(state: ChargeState): boolean {
  return state === 'CREATED' || state === 'REQUESTED' || state === 'AWAITING';
}
