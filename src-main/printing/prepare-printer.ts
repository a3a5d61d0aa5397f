import { failure, type Result } from '../domain/result.ts';
import type { SettingProblem } from '../settings/setting-problem.ts';
import { loadPrinterProfile } from './load-printer-profile.ts';
import type { PrinterPlace } from './printer-place.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { dialects } from './status/dialects.ts';

/** Which printer it is and where, as section `printer` of the settings has it. */
export interface PrinterChoice extends PrinterPlace {
  /** Name of its profile. */
  readonly model: string;
}

/** Finds the profile that the settings name, and checks what they say otherwise against it. */
export function preparePrinter(
  dataFolder: string,
  { model, serial }: PrinterChoice,
): Result<PrinterProfile, readonly SettingProblem[]> {
  const profile = loadPrinterProfile(dataFolder, model);
  if (!profile.ok || serial?.flowControl !== 'xonxoff') return profile;
  if (dialects[profile.value.status].sparesXonXoff) return profile;
  const message =
    'XON/XOFF não serve para este modelo: as respostas dele podem conter esses dois sinais, e a linha pararia; use nenhum ou RTS/CTS';
  return failure([{ field: 'printer.serial.flowControl', message }]);
}
