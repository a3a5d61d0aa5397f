import type { RequestCounts } from '../server/simulator.ts';

/** One request that reached the receiver, sound or not. */
export interface ReceivedEvent {
  /** `webhook-id`. */
  readonly id: string;
  /** `webhook-timestamp`. */
  readonly timestamp: string;
  /** Whether signature and time are good, as the standard's own library judges. */
  readonly verified: boolean;
  /** Decoded JSON. */
  readonly body: unknown;
}

/** What tests read of the simulated receiver. */
export interface WebhookLedger {
  readonly requests: RequestCounts;
  /** In the order of arrival, repeats and forgeries included. */
  readonly received: ReceivedEvent[];
  /** Bodies of what was verified, each id once: what the receiver acted on. */
  readonly effects: unknown[];
}
