import { EscPosPrinter, type PrinterTimeouts } from './escpos-printer.ts';
import { bytesPerSecondTo, type LineParts, lineOpener, type PrinterPlace } from './printer-place.ts';
import type { PrinterProfile } from './printer-profile.ts';

export interface ConnectedPrinterOptions extends LineParts {
  readonly place: PrinterPlace;
  readonly profile: PrinterProfile;
  readonly timeouts?: Partial<PrinterTimeouts>;
  /** The last run ended while a job was going out. */
  readonly mayHoldRemains?: boolean;
}

/** A receipt printer at its place. Nothing is opened until the first question or job. */
export function connectPrinter({ place, listPorts, ...options }: ConnectedPrinterOptions): EscPosPrinter {
  return new EscPosPrinter({
    ...options,
    openLine: lineOpener(place, { clock: options.clock, log: options.log, ...(listPorts && { listPorts }) }),
    bytesPerSecond: bytesPerSecondTo(place),
  });
}
