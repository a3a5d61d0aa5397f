import type { Result } from '../domain/result.ts';

/** `stalled`: not all bytes left in time. `lost`: the line is gone. In both cases some may have gone out. */
export type SendResult = 'sent' | 'stalled' | 'lost';

/** Who hears what a line brings. */
export interface LineListener {
  onBytes(bytes: Uint8Array): void;
  /** Called once for a line that was open, whether the other side went away or the line was closed here. */
  onLost(): void;
}

/** One connection to a printer, from opening to its loss; never opened again. Nothing here throws. */
export interface PrinterLine {
  /** Resolves when the bytes have left this machine, at the latest after `timeoutMs` milliseconds. */
  send(bytes: Uint8Array, timeoutMs: number): Promise<SendResult>;
  /** Throws away what has not left yet and lets the line go. */
  close(): Promise<void>;
}

/** Makes a fresh connection; the failure is a text for the log. */
export type OpenLine = (listener: LineListener) => Promise<Result<PrinterLine, string>>;
