import type { Payment } from './charge.ts';
import type { Cents } from './money.ts';

/**
 * A refund (*devolução*) is money on its way back to the payer, one row for each PIX that it comes out of.
 *
 * `DUE` it must go back, and nobody asked the PSP yet · `REQUESTED` the PSP may have heard of it · `PROCESSING` it did
 * · `DONE` the payer has the money · `FAILED` the PSP said a definite no: a person decides, and another try is another
 * row with another id.
 */
export type RefundState = 'DUE' | 'REQUESTED' | 'PROCESSING' | 'DONE' | 'FAILED';

/** Why money goes back. */
export type RefundReason =
  /** What came is not what was asked for: all of it. */
  | 'wrong-amount'
  /** The charge was paid once more: what came beside its payment. */
  | 'paid-twice'
  /** The invoice was settled before our first send: its part of the payment. */
  | 'settled-elsewhere'
  /** It came after the charge had ended. */
  | 'late';

/** A payment that the PSP can send back, with what of it is on its way back already. */
export interface RefundSource {
  readonly endToEndId: string;
  readonly amountCents: Cents;
  readonly refundedCents: Cents;
}

/** What goes back out of one payment. */
export interface RefundPart {
  readonly endToEndId: string;
  readonly amountCents: Cents;
}

/** What came for a charge, told apart. */
export interface MatchedPayments {
  /** Together exactly the amount of the charge; none: no choice among them is. */
  readonly settling: readonly Payment[];
  /** Came beside those, and goes back. */
  readonly surplus: readonly Payment[];
}

/**
 * Which of the payments settle a charge: all of them when they add up to it, else the earliest one that does alone.
 * What neither holds for is another amount than the charge's, and all of it is `surplus`.
 */
export function matchPayments(amountCents: Cents, received: readonly Payment[]): MatchedPayments {
  const payments = distinct(received);
  if (sumOf(payments) === amountCents) return { settling: payments, surplus: [] };
  const one = payments
    .toSorted((a, b) => Date.parse(a.paidAt) - Date.parse(b.paidAt))
    .find((payment) => payment.amountCents === amountCents);
  if (!one) return { settling: [], surplus: payments };
  return { settling: [one], surplus: payments.filter((payment) => payment !== one) };
}

/** A PIX that an answer names twice came once. */
function distinct(payments: readonly Payment[]): readonly Payment[] {
  return payments.filter(
    ({ endToEndId }, index) =>
      endToEndId === undefined || payments.findIndex((each) => each.endToEndId === endToEndId) === index,
  );
}

/** Takes `cents` out of the payments in their order; less when there is not so much left in them. */
export function splitRefund(sources: readonly RefundSource[], cents: Cents): readonly RefundPart[] {
  const parts: RefundPart[] = [];
  let left = cents;
  for (const { endToEndId, amountCents, refundedCents } of sources) {
    const part = Math.min(left, Math.max(0, amountCents - refundedCents));
    if (part > 0) parts.push({ endToEndId, amountCents: part });
    left -= part;
  }
  return parts;
}

/** What came in all. */
export function sumOf(payments: readonly Pick<Payment, 'amountCents'>[]): Cents {
  return payments.reduce((sum, payment) => sum + payment.amountCents, 0);
}

/** Whether nothing more happens to the refund by itself. */
export function isRefundFinal(state: RefundState): boolean {
  return state === 'DONE' || state === 'FAILED';
}
