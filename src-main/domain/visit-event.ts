import type { Cents } from './money.ts';

/** Why a visit ended. */
export type VisitEnd = 'completed' | 'left' | 'timed-out' | 'crashed';

/** A field of a customer's contact data. */
export type ContactField = 'name' | 'email' | 'phone' | 'whatsapp';

/** What the customer may have sent to their phone. */
export type MessageContent = 'typeable-line' | 'pix' | 'receipt';

/** What a customer may ask the company for besides paying. */
export type RequestKind = 'trust-unlock' | 'ticket' | 'contact-change' | 'lead' | 'prospect' | 'order';

/** A paper that is neither a boleto nor a receipt. */
export type OtherPaper = 'fiscal-note' | 'statement' | 'debt-clearance' | 'protocol';

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
  | { readonly type: 'paper-printed'; readonly paper: OtherPaper }
  | { readonly type: 'contact-saved'; readonly fields: readonly ContactField[] }
  | {
      readonly type: 'message-asked';
      readonly messageId: string;
      readonly content: MessageContent;
      readonly invoiceId?: string;
      readonly chargeId?: string;
    }
  | { readonly type: 'help-asked'; readonly screen: string }
  | {
      readonly type: 'ticket-opened';
      readonly requestId: string;
      readonly erp: string;
      readonly ticketId?: string;
    }
  | {
      readonly type: 'service-unlocked';
      readonly requestId: string;
      readonly erp: string;
      readonly serviceId: string;
    }
  | {
      readonly type: 'registration-made';
      readonly requestId: string;
      readonly kind: 'lead' | 'prospect' | 'order';
      readonly erp: string;
      readonly remoteId?: string;
    }
  | {
      readonly type: 'request-refused';
      readonly requestId: string;
      readonly kind: RequestKind;
      readonly erp: string;
    }
  | {
      readonly type: 'request-unclear';
      readonly requestId: string;
      readonly kind: RequestKind;
      readonly erp: string;
    }
  | { readonly type: 'visit-ended'; readonly reason: VisitEnd };

export type VisitEventType = VisitEvent['type'];

/** Writes an event to the outbox; called inside the transaction that made it true. */
export type RecordEvent = (visitId: string, event: VisitEvent) => void;
