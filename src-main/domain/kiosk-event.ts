/** What the kiosk's printer needs a person for, in the words that other systems are told; `near-end` still prints. */
export type PrinterTrouble = 'near-end' | 'no-paper' | 'cover-open' | 'offline' | 'error';

/** What happened to the kiosk itself, in nobody's visit. */
export type KioskEvent =
  | { readonly type: 'printer-trouble'; readonly trouble: PrinterTrouble }
  | { readonly type: 'printer-well' };

/** Writes an event to the outbox; called inside the transaction that made it true. */
export type RecordKioskEvent = (event: KioskEvent) => void;
