import type { PrinterStatus } from './printer.ts';

/** A status with which nothing can be printed. */
export type Trouble = Exclude<PrinterStatus, 'ok' | 'near-end'>;

/** The status as trouble, or `undefined` when the printer prints. */
export function troubleOf(status: PrinterStatus): Trouble | undefined {
  return status === 'ok' || status === 'near-end' ? undefined : status;
}
