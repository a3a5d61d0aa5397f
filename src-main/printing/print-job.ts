import type { PrintDocument } from './layout.ts';
import type { Trouble } from './trouble.ts';

/**
 * A receipt is owed to whoever paid and waits for paper; a slip, or a copy of a receipt, is only of use to the
 * customer who stands there.
 */
export type PrintJobKind = 'slip' | 'receipt' | 'copy';

/**
 * `queued` not on paper yet · `printing` bytes are going out · `printed` the printer said so · `uncertain` some of it
 * may be on paper · `failed` it cannot be printed at all · `cancelled` nobody wants it any more.
 */
export type PrintJobState = 'queued' | 'printing' | 'printed' | 'uncertain' | 'failed' | 'cancelled';

/** A job as it enters the queue. */
export interface NewPrintJob {
  readonly id: string;
  readonly kind: PrintJobKind;
  readonly visitId: string;
  readonly document: PrintDocument;
  /** Wall time, milliseconds. */
  readonly createdAt: number;
}

/** A job as the store gives it back. */
export interface StoredPrintJob {
  readonly id: string;
  readonly kind: PrintJobKind;
  /** Parsed JSON; another version of the kiosk may have written it. */
  readonly document: unknown;
  /** Set once a part of it may have been printed: the next copy says that it is one. */
  readonly reprint: boolean;
}

/** Where jobs outlive the kiosk. Each call is on disk when it returns, and throws when it cannot be. */
export interface PrintJobStore {
  /** Keeps a job as `queued`. */
  add(job: NewPrintJob): void;
  /** The oldest queued job. */
  next(): StoredPrintJob | undefined;
  /** Jobs in a state, oldest first. */
  list(state: PrintJobState): readonly StoredPrintJob[];
  stateOf(id: string): PrintJobState | undefined;
  /** In any state but `queued` and `printing` the document is erased: it is a customer's. */
  setState(id: string, state: PrintJobState): void;
  /** From `printing` back to `queued`, with `reprint` set. */
  requeueAsReprint(id: string): void;
}

/** How a job stands, as the visit tells the customer. */
export type PrintProgress =
  | { readonly state: PrintJobState }
  /** Queued, and the printer needs somebody. */
  | { readonly state: 'waiting'; readonly trouble: Trouble };
