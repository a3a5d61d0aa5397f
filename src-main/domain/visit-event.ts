import type { Cents } from './money.ts';

/** Why a visit ended. */
export type VisitEnd = 'completed' | 'left' | 'timed-out' | 'crashed';

/**
 * What happened, in the words that other systems are told. Holds ids and amounts only: who the customer is stands
 * in the visit's own row, which can be erased without touching the events.
 */
export type VisitEvent =
  | { readonly type: 'visit-started' }
  | { readonly type: 'customer-identified' }
  | { readonly type: 'invoice-opened'; readonly invoiceId: string }
  | {
      readonly type: 'charge-created';
      readonly chargeId: string;
      readonly txid: string;
      readonly invoiceIds: readonly string[];
      readonly amountCents: Cents;
    }
  | {
      readonly type: 'charge-paid';
      readonly chargeId: string;
      readonly txid: string;
      readonly invoiceIds: readonly string[];
      readonly amountCents: Cents;
      readonly endToEndId?: string;
    }
  | { readonly type: 'charge-expired'; readonly chargeId: string }
  | { readonly type: 'charge-cancelled'; readonly chargeId: string }
  | { readonly type: 'refund-due'; readonly chargeId: string; readonly reason: string }
  | { readonly type: 'refund-done'; readonly chargeId: string; readonly amountCents: Cents }
  | { readonly type: 'write-off-done'; readonly chargeId: string; readonly invoiceId: string }
  | { readonly type: 'write-off-manual'; readonly chargeId: string; readonly invoiceId: string }
  | { readonly type: 'slip-printed'; readonly invoiceId: string }
  | { readonly type: 'receipt-printed'; readonly chargeId: string }
  | { readonly type: 'visit-ended'; readonly reason: VisitEnd };

export type VisitEventType = VisitEvent['type'];

/** Writes an event to the outbox; called inside the transaction that made it true. */
export type RecordEvent = (visitId: string, event: VisitEvent) => void;
