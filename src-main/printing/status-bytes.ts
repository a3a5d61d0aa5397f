import type { PrinterStatus } from './printer.ts';

/** The printer's answers to DLE EOT 1, 2 and 4. */
export interface StatusBytes {
  readonly printer: number;
  readonly offlineCause: number;
  readonly paper: number;
}

const OFFLINE = 0x08;
const COVER_OPEN = 0x04;
const STOPPED_FOR_PAPER = 0x20;
const ERROR = 0x40;
/** Each paper sensor sets both of its bits. */
const NEAR_END = 0x0c;
const PAPER_OUT = 0x60;

/** What the status bytes say, the thing that a person must see to first. */
export function statusFromBytes({ printer, offlineCause, paper }: StatusBytes): PrinterStatus {
  if (has(offlineCause, COVER_OPEN)) return 'cover-open';
  if (has(offlineCause, STOPPED_FOR_PAPER) || has(paper, PAPER_OUT)) return 'no-paper';
  if (has(offlineCause, ERROR)) return 'error';
  if (has(printer, OFFLINE)) return 'offline';
  return has(paper, NEAR_END) ? 'near-end' : 'ok';
}

function has(byte: number, bits: number): boolean {
  return (byte & bits) === bits;
}

/** A status with which nothing can be printed. */
export type Trouble = Exclude<PrinterStatus, 'ok' | 'near-end'>;

/** The status as trouble, or `undefined` when the printer prints. */
export function troubleOf(status: PrinterStatus): Trouble | undefined {
  return status === 'ok' || status === 'near-end' ? undefined : status;
}
