import type { RequestCounts } from '../server/simulator.ts';

/** One event that reached the company's callback URL. */
export interface CallbackRow {
  /** The last part of the path, e.g. `OnStartConversation`. */
  readonly event: string;
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  /** Decoded JSON or form, else the text; null without a body. */
  readonly body: unknown;
  readonly idempotencyKey: string | null;
  /** ISO time. */
  readonly at: string;
}

/** One message taken by the send API. */
export interface SentMessage {
  readonly kind: string;
  readonly reference: string;
  /** DDD and number, no country code. */
  readonly number: string;
  readonly text: string;
  readonly at: string;
}

/** What tests and the demo's report read of the simulated chat platform. */
export interface ChatLedger {
  readonly requests: RequestCounts;
  /** In the order of arrival, repeats included. */
  readonly callbacks: CallbackRow[];
  readonly messages: SentMessage[];
  /** What the variables API keeps, by name. */
  readonly variables: Record<string, string>;
}
