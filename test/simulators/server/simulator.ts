import type { Answer, SimulatorRequest } from './exchange.ts';
import type { Fault } from './fault.ts';

/** What every simulator answers to, besides the operations of the system that it plays. */
export interface Simulator<Ledger> {
  /** `http://127.0.0.1:port` (`https` when it has a certificate), without a slash at the end. */
  readonly url: string;
  /** What the simulated system knows, live: tests assert on this, never on the app's own state. */
  readonly ledger: Ledger;
  /** Replaces the faults in force; an empty list heals the simulator. */
  setFaults(faults: readonly Fault[]): void;
  /** Lets effects that an `act-later` fault holds back happen now; returns how many. */
  actPostponed(): number;
  /**
   * Calls `hook` once a request was read and counted, before it takes any effect; the request waits for a promise.
   * The result removes the hook.
   */
  onRequest(hook: (request: SimulatorRequest) => void | Promise<void>): () => void;
  /**
   * Calls `hook` in the very turn in which the whole answer was handed to the socket. Not called when a fault
   * swallows the answer. The result removes the hook.
   */
  onAnswered(hook: (request: SimulatorRequest, answer: Answer) => void): () => void;
  /** Breaks all connections, forgets everything postponed and stops listening. */
  close(): Promise<void>;
}

/** Requests received, counted by operation (`unknown` for those without a route). */
export type RequestCounts = Record<string, number>;
