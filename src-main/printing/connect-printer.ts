import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import { EscPosPrinter, type PrinterTimeouts } from './escpos-printer.ts';
import type { Printer } from './printer.ts';
import { bytesPerSecondTo, lineOpener, type PrinterPlace } from './printer-place.ts';
import type { PrinterProfile } from './printer-profile.ts';

export interface ConnectedPrinterOptions {
  readonly place: PrinterPlace;
  readonly profile: PrinterProfile;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeouts?: Partial<PrinterTimeouts>;
  /** The last run ended while a job was going out. */
  readonly mayHoldRemains?: boolean;
}

/** A receipt printer at its place. Nothing is opened until the first question or job. */
export function connectPrinter({ place, ...options }: ConnectedPrinterOptions): Printer {
  return new EscPosPrinter({
    ...options,
    openLine: lineOpener(place, options.clock),
    bytesPerSecond: bytesPerSecondTo(place),
  });
}
