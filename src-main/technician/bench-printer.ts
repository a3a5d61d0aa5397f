import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import { EscPosPrinter, type PrinterTimeouts } from '../printing/escpos-printer.ts';
import type { Printer } from '../printing/printer.ts';
import { bytesPerSecondTo, lineOpener } from '../printing/printer-place.ts';
import { profileOf } from '../printing/printer-profile.ts';
import type { Settings } from '../settings/settings-schema.ts';

/** Section `printer` of the settings. */
export type PrinterSettings = NonNullable<Settings['printer']>;

/** What was noticed about the line besides what the printer said. */
export interface LineSigns {
  /** Why the port did not open. */
  openProblem: string | undefined;
  /** How many bytes came, and how many of them can be a printer's status. */
  heard: number;
  statusBytes: number;
}

/** A printer on trial, and what its line shows. */
export interface BenchPrinter {
  readonly printer: Printer;
  readonly signs: Readonly<LineSigns>;
}

export interface BenchParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly timeouts?: Partial<PrinterTimeouts>;
}

/** A printer as the kiosk's own, whose line is listened to besides. Nothing is opened yet. */
export function createBenchPrinter(settings: PrinterSettings, parts: BenchParts): BenchPrinter {
  const signs: LineSigns = { openProblem: undefined, heard: 0, statusBytes: 0 };
  const open = lineOpener(settings, parts.clock);
  const printer = new EscPosPrinter({
    async openLine(listener) {
      const opened = await open({
        onBytes(bytes) {
          signs.heard += bytes.length;
          signs.statusBytes += bytes.filter(canBeStatus).length;
          listener.onBytes(bytes);
        },
        onLost: () => listener.onLost(),
      });
      signs.openProblem = opened.ok ? undefined : opened.error;
      return opened;
    },
    profile: profileOf(settings.model),
    bytesPerSecond: bytesPerSecondTo(settings),
    ...parts,
  });
  return { printer, signs };
}

/** Fixed bits of the answers to DLE EOT (`0xx1xx10`) and of the first byte of an Automatic Status Back (`0xx1xx00`). */
function canBeStatus(byte: number): boolean {
  return (byte & 0x93) === 0x12 || (byte & 0x93) === 0x10;
}

/** Bytes came, and none of them a printer's: they are taken at another speed than they are sent. */
export function hearsNoise({ heard, statusBytes }: Readonly<LineSigns>): boolean {
  return heard > 0 && statusBytes === 0;
}
