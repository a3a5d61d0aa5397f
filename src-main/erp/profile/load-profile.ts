import path from 'node:path';
import { failure, type Result, success } from '../../domain/result.ts';
import { readJsonFile } from '../../settings/json-file.ts';
import { describeIssue, problemsOf, type SettingProblem } from '../../settings/setting-problem.ts';
import type { MappingEngine } from '../mapping/mapping-engine.ts';
import { builtInProfiles } from './built-in-profiles.ts';
import { expressionsOf } from './profile-expressions.ts';
import { type ErpProfile, profileSchema } from './profile-schema.ts';

/** Folder of the technician's own profiles, in the data folder. */
export const PROFILE_FOLDER = 'erp-profiles';

type Loaded = Result<ErpProfile, readonly SettingProblem[]>;

/**
 * Finds and checks a profile: a file of the data folder, else one that comes with the program. Every problem names its
 * place in the file and the reason, in words for a technician; `nameField` is where `name` stands in the settings.
 */
export async function loadErpProfile(
  dataFolder: string,
  name: string,
  mapping: MappingEngine,
  nameField = 'profile',
): Promise<Loaded> {
  const file = `${PROFILE_FOLDER}/${name}.json`;
  const own = readJsonFile(path.join(dataFolder, PROFILE_FOLDER, `${name}.json`));
  if (!own.ok && !own.error.missing) return failure([{ field: file, message: own.error.reason }]);
  if (!own.ok) return builtIn(name, file, nameField);
  const profile = await checkErpProfile(own.value.json, mapping);
  if (!profile.ok) return inFile(file, profile.error);
  if (profile.value.name === name) return profile;
  return failure([{ field: `${file}: name`, message: `precisa ser "${name}", como o arquivo` }]);
}

/** Their expressions are known to be sound: a test compiles them, and the start need not wait for that. */
async function builtIn(name: string, file: string, nameField: string): Promise<Loaded> {
  const found = builtInProfiles.get(name);
  if (found === undefined) {
    const known = [...builtInProfiles.keys()].join(', ');
    const message = `não há perfil com este nome, nem o arquivo ${file}; há: ${known}`;
    return failure([{ field: nameField, message }]);
  }
  const profile = readProfile(await found.load());
  return profile.ok ? profile : inFile(file, profile.error);
}

function inFile(file: string, problems: readonly SettingProblem[]): Loaded {
  return failure(problems.map(({ field, message }) => ({ field: `${file}: ${field}`, message })));
}

function readProfile(json: unknown): Loaded {
  const parsed = profileSchema.safeParse(json, { error: describeIssue, jitless: true });
  return parsed.success ? success(parsed.data) : failure(problemsOf(parsed.error));
}

/** Checks a profile's form, and that each of its expressions can be compiled. */
export async function checkErpProfile(json: unknown, mapping: MappingEngine): Promise<Loaded> {
  const profile = readProfile(json);
  if (!profile.ok) return profile;
  const faults = Object.entries(await mapping.check(expressionsOf(profile.value)));
  if (faults.length === 0) return profile;
  return failure(
    faults.map(([field, reason]) => ({ field, message: `a expressão JSONata tem um erro: ${reason}` })),
  );
}
