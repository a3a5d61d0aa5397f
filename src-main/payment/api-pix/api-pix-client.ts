import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Cents } from '../../domain/money.ts';
import type { Result } from '../../domain/result.ts';
import type { PixFailure } from './pix-failure.ts';

/** Who owes: what the payer's bank shows. CPF (11 digits) or CNPJ (14 characters), never both. */
export type Debtor =
  | { readonly cpf: string; readonly name: string }
  | { readonly cnpj: string; readonly name: string };

/** A line that the payer's bank may show with the charge. Never a person's data. */
export interface ExtraLine {
  /** At most 50 characters. */
  readonly name: string;
  /** At most 200 characters. */
  readonly value: string;
}

/** What both kinds of charge ask for. */
interface ChargeOrder {
  readonly amountCents: Cents;
  readonly debtor?: Debtor;
  /** Shown to the payer, at most 140 characters. */
  readonly message?: string;
  readonly extraLines?: readonly ExtraLine[];
  /** A location made before, to serve this charge. */
  readonly locationId?: number;
}

/** An immediate charge (`cob`): due now, gone after some seconds. */
export interface CobOrder extends ChargeOrder {
  readonly expirySeconds: number;
}

/** A charge with a due date (`cobv`): stays payable for days. The standard wants to know who owes. */
export interface CobvOrder extends ChargeOrder {
  readonly dueDate: CalendarDate;
  /** Days after the due date in which it may still be paid. */
  readonly daysAfterDue: number;
  readonly debtor: Debtor;
}

export type PixChargeStatus = 'active' | 'completed' | 'removed-by-payee' | 'removed-by-psp';

/** A charge as the PSP knows it. An expired one is still `active`: the standard leaves expiry to its maker. */
export interface PixCharge {
  readonly txid: string;
  readonly status: PixChargeStatus;
  readonly amountCents: Cents;
  /** The text of the QR (`pixCopiaECola`). */
  readonly brCode?: string;
  readonly payments: readonly ReceivedPix[];
}

/** The address inside a QR, which a charge can be bound to. */
export interface PixLocation {
  readonly id: number;
  /** Without scheme. */
  readonly url: string;
  readonly kind: 'cob' | 'cobv';
  /** The charge that it serves, if any. */
  readonly txid?: string;
}

/** A PIX that came in. */
export interface ReceivedPix {
  /** 32 characters; the whole PIX system knows it. */
  readonly endToEndId: string;
  readonly txid?: string;
  readonly amountCents: Cents;
  /** RFC 3339, the PSP's clock. */
  readonly paidAt: string;
  /** What was sent back of it, also what failed. */
  readonly refunds: readonly PixRefund[];
}

/** `processing` may still become either of the others; those are final. */
export type PixRefundStatus = 'processing' | 'refunded' | 'not-done';

/** Money on its way back (`devolução`). */
export interface PixRefund {
  /** The id that we gave it. */
  readonly refundId: string;
  readonly amountCents: Cents;
  readonly status: PixRefundStatus;
  /** RFC 3339, the PSP's clock, when it tells. */
  readonly requestedAt?: string;
  readonly settledAt?: string;
  /** The PSP's own words for the status. */
  readonly reason?: string;
}

/** Which received PIX to list. */
export interface PixPeriod {
  /** Milliseconds since the epoch, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly txid?: string;
  /** From 0; default 0. */
  readonly page?: number;
}

export interface PixPage {
  readonly payments: readonly ReceivedPix[];
  readonly page: number;
  /** How many pages there are, at least 1. */
  readonly pages: number;
}

/** The answer to one call. `PixFailure` is a `RemoteFailure` that also says in `pix` what the PSP meant. */
export type PixAnswer<T> = Promise<Result<T, PixFailure>>;

/**
 * One account at a PSP that speaks the central bank's API Pix 2.9.0. Nothing throws, nothing is repeated except once
 * after a refused token. Every call that creates is safe to ask about again under the same id.
 */
export interface ApiPixClient {
  /** PUT /cob/{txid}; the txid is ours, 26 to 35 letters and digits. A taken one fails as `duplicate`. */
  createCob(txid: string, order: CobOrder): PixAnswer<PixCharge>;
  readCob(txid: string): PixAnswer<PixCharge>;
  /** Takes it back; fails as `not-active` once it is paid or gone: then read it. */
  cancelCob(txid: string): PixAnswer<PixCharge>;
  createCobv(txid: string, order: CobvOrder): PixAnswer<PixCharge>;
  readCobv(txid: string): PixAnswer<PixCharge>;
  cancelCobv(txid: string): PixAnswer<PixCharge>;
  createLocation(kind: PixLocation['kind']): PixAnswer<PixLocation>;
  readLocation(id: number): PixAnswer<PixLocation>;
  readPix(endToEndId: string): PixAnswer<ReceivedPix>;
  /** One page of what came in; the caller asks for the next one. */
  listPix(period: PixPeriod): PixAnswer<PixPage>;
  /**
   * Sends money back: PUT /pix/{e2eid}/devolucao/{id}. `refundId` is ours (1 to 35 letters and digits) and must be on
   * disk before: after a lost answer `readRefund` tells whether the PSP heard of it. Allowed within 90 days, in parts,
   * up to the sum that came.
   */
  requestRefund(endToEndId: string, refundId: string, cents: Cents): PixAnswer<PixRefund>;
  readRefund(endToEndId: string, refundId: string): PixAnswer<PixRefund>;
}
