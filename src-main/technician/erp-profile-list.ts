import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ErpProfileChoice } from '../contract/technician.ts';
import { erpOperations } from '../erp/erp-operation.ts';
import type { MappingEngine } from '../erp/mapping/mapping-engine.ts';
import { neededCredentials } from '../erp/profile/apply-settings.ts';
import { builtInProfiles } from '../erp/profile/built-in-profiles.ts';
import { loadErpProfile, PROFILE_FOLDER } from '../erp/profile/load-profile.ts';
import { expressionsOf } from '../erp/profile/profile-expressions.ts';
import type { ErpProfile } from '../erp/profile/profile-schema.ts';

type Credential = ErpProfileChoice['credentials'][number];

const credentials: readonly Credential[] = ['token', 'username', 'password', 'clientId', 'clientSecret'];

/**
 * Every profile that the settings may name, by name: those that come with the program and the technician's own, which
 * take the place of one of the same name. A broken file is listed with what is wrong with it.
 */
export async function listErpProfiles(
  dataFolder: string,
  mapping: MappingEngine,
): Promise<readonly ErpProfileChoice[]> {
  const own = new Set(await ownProfileNames(dataFolder));
  const names = [...new Set([...builtInProfiles.keys(), ...own])].sort((a, b) => a.localeCompare(b));
  return Promise.all(names.map((name) => describe(dataFolder, name, own.has(name), mapping)));
}

/** No folder: no profiles of one's own. */
async function ownProfileNames(dataFolder: string): Promise<readonly string[]> {
  const files = await readdir(path.join(dataFolder, PROFILE_FOLDER)).catch(() => []);
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
}

async function describe(
  dataFolder: string,
  name: string,
  own: boolean,
  mapping: MappingEngine,
): Promise<ErpProfileChoice> {
  const profile = await loadErpProfile(dataFolder, name, mapping);
  if (!profile.ok) {
    return {
      name,
      title: name,
      description: '',
      own,
      credentials: [],
      operations: [],
      problems: profile.error,
    };
  }
  const { title, description, operations } = profile.value;
  return {
    name,
    title,
    description,
    own,
    credentials: credentialsOf(profile.value),
    operations: erpOperations.flatMap((operation) => {
      const last = operations[operation]?.steps.at(-1);
      return last ? [{ name: operation, path: last.path }] : [];
    }),
    problems: [],
  };
}

/** Those that its authentication needs by itself, and those that its expressions use. */
function credentialsOf(profile: ErpProfile): readonly Credential[] {
  const { authentication } = profile;
  const needed: readonly string[] = neededCredentials[authentication.kind];
  const expressions = Object.values(expressionsOf(profile)).join('\n');
  // In the login's own input they stand without `$credentials.` as well.
  const login = authentication.kind === 'login' ? authentication.input : '';
  return credentials.filter(
    (each) =>
      needed.includes(each) ||
      new RegExp(`\\$credentials\\.${each}\\b`).test(expressions) ||
      new RegExp(`(?<![\\w"'$.])${each}\\b(?!["'])`).test(login),
  );
}
