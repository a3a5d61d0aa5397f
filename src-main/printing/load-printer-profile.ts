import path from 'node:path';
import { failure, type Result, success } from '../domain/result.ts';
import { readJsonFile } from '../settings/json-file.ts';
import { describeIssue, problemsOf, type SettingProblem } from '../settings/setting-problem.ts';
import { printerModels } from './printer-models.ts';
import { builtInProfile, type PrinterProfile, printerProfileSchema } from './printer-profile.ts';

/** Folder of the technician's own printer profiles, in the data folder. */
export const PRINTER_FOLDER = 'printers';

type Loaded = Result<PrinterProfile, readonly SettingProblem[]>;

/**
 * Finds and checks a profile: a file of the data folder, else one that comes with the program. Every problem names its
 * place in the file and the reason, in words for a technician.
 */
export function loadPrinterProfile(dataFolder: string, name: string): Loaded {
  const file = `${PRINTER_FOLDER}/${name}.json`;
  const own = readJsonFile(path.join(dataFolder, PRINTER_FOLDER, `${name}.json`));
  if (!own.ok && !own.error.missing) return failure([{ field: file, message: own.error.reason }]);
  if (!own.ok) return builtIn(name, file);
  const profile = checkPrinterProfile(own.value.json);
  if (!profile.ok) {
    return failure(profile.error.map(({ field, message }) => ({ field: `${file}: ${field}`, message })));
  }
  if (profile.value.name === name) return profile;
  return failure([{ field: `${file}: name`, message: `precisa ser "${name}", como o arquivo` }]);
}

function builtIn(name: string, file: string): Loaded {
  const found = builtInProfile(name);
  if (found !== undefined) return success(printerProfileSchema.parse(found));
  const known = printerModels.join(', ');
  const message = `não há perfil com este nome, nem o arquivo ${file}; há: ${known}`;
  return failure([{ field: 'printer.model', message }]);
}

/** Checks a profile's form, whoever wrote it. */
export function checkPrinterProfile(json: unknown): Loaded {
  const parsed = printerProfileSchema.safeParse(json, { error: describeIssue, jitless: true });
  return parsed.success ? success(parsed.data) : failure(problemsOf(parsed.error));
}
