import type { Cents } from './money.ts';

/**
 * The write-off (*baixa*): telling the ERP that an invoice was paid.
 *
 * `NOT_OURS`: the ERP owns the charge and settles it itself, the kiosk sends nothing.
 * `MANUAL`: a person must look at it; an alarm was raised.
 * `REFUND_DUE`: the invoice was settled elsewhere before our first send; the customer's money must go back.
 * `REFUNDED`: it did.
 */
export type WriteOffState =
  | 'PENDING'
  | 'SENT'
  | 'UNKNOWN'
  | 'DONE'
  | 'DONE_BY_RECONCILIATION'
  | 'MANUAL'
  | 'REFUND_DUE'
  | 'REFUNDED'
  | 'NOT_OURS';

/** Names the invoice to be written off and the key that makes repeats recognisable to an ERP that honours it. */
export interface WriteOffRequest {
  readonly customerErpId: string;
  readonly invoiceId: string;
  /** `Invoice.writeOffId`, where the ERP has one of its own for this. */
  readonly writeOffId?: string;
  /** CPF or CNPJ of the customer, no mask. */
  readonly document?: string;
  /** The payment behind it, for ERPs that want to know. */
  readonly payment?: WriteOffPayment;
  /** Sent as `Idempotency-Key`; the same on every try. */
  readonly idempotencyKey: string;
}

/** What is known of a payment when its invoice is written off. */
export interface WriteOffPayment {
  readonly method: 'pix' | 'card';
  readonly amountCents: Cents;
  readonly txid?: string;
  readonly endToEndId?: string;
  /** RFC 3339, the PSP's clock. */
  readonly paidAt?: string;
  readonly terminalId?: string;
  /** RFC 3339, the kiosk's clock: when the charge was made. */
  readonly createdAt?: string;
}

/** What the ERP's answer to a write-off proves. */
export type WriteOffAnswer =
  /** A configured success word. */
  | { readonly outcome: 'accepted'; readonly detail: string }
  /** A definite no: 4xx, or a configured refusal word. */
  | { readonly outcome: 'refused'; readonly detail: string }
  /** A configured "already settled" word. */
  | { readonly outcome: 'already-settled'; readonly detail: string }
  /** The ERP saw nothing; safe to send again. */
  | { readonly outcome: 'not-sent'; readonly detail: string }
  /** It may or may not have been done: ask before repeating. `retryAfterMs` in milliseconds. */
  | { readonly outcome: 'unknown'; readonly detail: string; readonly retryAfterMs?: number };

/** When a write-off whose fate is unknown may be sent again, as the company knows its ERP. */
export type RepeatRule =
  /** The ERP honours the key: at once. */
  | 'safe'
  /** After the settle window has passed and the invoice is still open. */
  | 'after-window'
  /** Never: a person decides. */
  | 'never';

/** How the write-offs of a payment stand together: as the least finished of them. */
export type Settlement =
  | 'done'
  /** A person closed what the kiosk could not finish. */
  | 'closed-by-hand'
  /** The money went back to the payer. */
  | 'refunded'
  | 'processing'
  /** A person must look at it. */
  | 'for-person'
  /** The invoice was paid before: the money must go back. */
  | 'refund-due';

/** From the most finished on. */
const settlements: readonly Settlement[] = [
  'done',
  'closed-by-hand',
  'refunded',
  'processing',
  'for-person',
  'refund-due',
];

interface WriteOffStanding {
  readonly state: WriteOffState;
  /** A person has closed it. */
  readonly handled?: true;
}

/** What became of a payment in the ERP. */
export function settlementOf(writeOffs: readonly WriteOffStanding[]): Settlement {
  const standings = new Set(writeOffs.map(standingOf));
  return settlements.findLast((each) => standings.has(each)) ?? 'done';
}

/** The same of each invoice, by its id. */
export function settlementsByInvoice(
  writeOffs: readonly (WriteOffStanding & { readonly invoiceId: string })[],
): ReadonlyMap<string, Settlement> {
  return new Map(writeOffs.map((writeOff) => [writeOff.invoiceId, standingOf(writeOff)]));
}

function standingOf({ state, handled }: WriteOffStanding): Settlement {
  if (handled) return 'closed-by-hand';
  if (isSettled(state)) return 'done';
  if (state === 'REFUNDED') return 'refunded';
  if (state === 'MANUAL') return 'for-person';
  return state === 'REFUND_DUE' ? 'refund-due' : 'processing';
}

/** Whether nothing more will happen to the write-off by itself. */
export function isWriteOffFinal(state: WriteOffState): boolean {
  return state !== 'PENDING' && state !== 'SENT' && state !== 'UNKNOWN';
}

/** Whether the ERP has the invoice as paid, by our hand or its own. */
export function isSettled(state: WriteOffState): boolean {
  return state === 'DONE' || state === 'DONE_BY_RECONCILIATION' || state === 'NOT_OURS';
}
