import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import { connectPrinter } from '../printing/connect-printer.ts';
import type { EscPosPrinter, PrinterTimeouts } from '../printing/escpos-printer.ts';
import type { PrinterProfile } from '../printing/printer-profile.ts';
import type { Settings } from '../settings/settings-schema.ts';

/** Section `printer` of the settings. */
export type PrinterSettings = NonNullable<Settings['printer']>;

export interface BenchParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly timeouts?: Partial<PrinterTimeouts>;
}

/** A printer as the kiosk's own. Nothing is opened yet. */
export function createBenchPrinter(
  settings: PrinterSettings,
  profile: PrinterProfile,
  parts: BenchParts,
): EscPosPrinter {
  return connectPrinter({ place: settings, profile, ...parts });
}
