import type { Log } from '../logging/log.ts';
import { EscPosPrinter, type PrinterTimeouts } from './escpos-printer.ts';
import type { Printer } from './printer.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { openSerialLine, type SerialOptions } from './serial-line.ts';

export interface SerialPrinterOptions extends SerialOptions {
  readonly profile: PrinterProfile;
  readonly log: Log;
  readonly timeouts?: Partial<PrinterTimeouts>;
  /** The last run ended while a job was going out. */
  readonly mayHoldRemains?: boolean;
}

/** A start bit, eight data bits and a stop bit. */
const BITS_PER_BYTE = 10;

/** A receipt printer at a serial port. Nothing is opened until the first question or job. */
export function createSerialPrinter(options: SerialPrinterOptions): Printer {
  const { profile, log, timeouts, mayHoldRemains = false } = options;
  return new EscPosPrinter({
    openLine: (listener) => openSerialLine(options, listener),
    bytesPerSecond: options.baudRate / BITS_PER_BYTE,
    profile,
    clock: options.clock,
    log,
    mayHoldRemains,
    ...(timeouts ? { timeouts } : {}),
  });
}
