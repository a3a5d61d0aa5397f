import type { Charge, Payment } from '../domain/charge.ts';
import type { Cents } from '../domain/money.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { Result } from '../domain/result.ts';

/** What the payee's side says of a charge. An expired one still reads `awaiting`: expiry is ours to compute. */
export type ChargeLook =
  | { readonly status: 'awaiting'; readonly brCode: string }
  | { readonly status: 'paid'; readonly payments: readonly Payment[] }
  | { readonly status: 'cancelled' }
  /** The payee's side never heard of it. */
  | { readonly status: 'absent' };

/** How often a charge is looked at, in milliseconds: `attended` while a customer stands there, then `away`. */
export interface LookPace {
  /** One delay per look; the last one repeats. */
  readonly attendedMs: readonly number[];
  readonly awayMs: number;
}

/** What the PSP says of a refund: `processing` may still become either of the other two. */
export type RefundLook =
  | { readonly status: 'processing' }
  | { readonly status: 'refunded' }
  | { readonly status: 'not-done'; readonly reason?: string };

/** Sends received money back to its payer. */
export interface PixRefunds {
  /** Repeating it with the same `refundId` is harmless: a payer gets it once. */
  request(endToEndId: string, refundId: string, cents: Cents): Promise<Result<RefundLook, RemoteFailure>>;
  /** `absent`: the PSP never heard of this id. */
  read(
    endToEndId: string,
    refundId: string,
  ): Promise<Result<RefundLook | { readonly status: 'absent' }, RemoteFailure>>;
}

/** One way to be paid by PIX: an account at a PSP, or the ERP's own code. */
export interface PixProvider {
  readonly pace: LookPace;
  /** Asks for the charge under its txid and gives the text of the QR. Repeating it with the same txid is harmless. */
  request(charge: Charge): Promise<Result<{ readonly brCode: string }, RemoteFailure>>;
  look(charge: Charge): Promise<Result<ChargeLook, RemoteFailure>>;
  /** Takes the charge back so that nobody can pay it; `not-cancellable` when it may already be paid or is not ours to cancel. */
  cancel(charge: Charge): Promise<Result<'cancelled' | 'not-cancellable', RemoteFailure>>;
  /** Absent where the kiosk cannot reach the money. */
  readonly refunds?: PixRefunds;
}

/** Finds the provider that made a charge; `undefined` when its account or its ERP is no longer configured. */
export type FindProvider = (charge: Pick<Charge, 'source' | 'accountId' | 'erp'>) => PixProvider | undefined;
