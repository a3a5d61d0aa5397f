/** How the printer is, from its own status bytes (`near-end` still prints). */
export type PrinterStatus = 'ok' | 'near-end' | 'no-paper' | 'cover-open' | 'offline' | 'error';

/** How a print job ended. `uncertain`: bytes went out but the printer never confirmed the end; never repeated by itself. */
export type PrintOutcome =
  | { readonly outcome: 'printed' }
  /** Nothing of it reached the paper. */
  | { readonly outcome: 'not-printed'; readonly status: Exclude<PrinterStatus, 'ok' | 'near-end'> }
  /** Some of it may be on the paper. */
  | { readonly outcome: 'uncertain'; readonly status: PrinterStatus };

/** A connected (or not) receipt printer. Nothing here throws: trouble is an outcome. */
export interface Printer {
  /** Asks the printer now; `offline` when it does not answer in time. */
  status(): Promise<PrinterStatus>;
  /** Sends one whole document and waits until the printer says that it reached the end of it. */
  print(bytes: Uint8Array): Promise<PrintOutcome>;
  /** Lets the line go once what is under way has ended, so that others may use it; the next call connects again. */
  release(): Promise<void>;
  close(): Promise<void>;
}
