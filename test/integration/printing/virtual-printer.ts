import type { PrinterProfile } from '../../../src-main/printing/printer-profile.ts';
import type { EngineOptions } from '../../simulators/printer/engine.ts';

/** The virtual printer that a profile describes. */
export function virtualPrinter(profile: PrinterProfile): EngineOptions {
  const { paper, dots, language, status, presenter } = profile;
  return { paperWidth: paper, dots, language, status, presenter: presenter !== undefined };
}
