import path from 'node:path';
import { checkSettings } from './check-settings.ts';
import { readJsonFile } from './json-file.ts';
import { type LogoProblem, readLogo } from './logo.ts';
import { openStoredSecrets } from './sealed-secrets.ts';
import type { SecretVault } from './secret-vault.ts';
import { SETTINGS_FILE, type SettingProblem } from './setting-problem.ts';
import type { Settings } from './settings-schema.ts';

/** Something about the settings that does not stop the kiosk but belongs into the log. */
export type SettingsWarning =
  /** Everybody with an account on this machine can read the secrets in the file. */
  | { readonly code: 'SETTINGS-READABLE-BY-OTHERS' }
  /** The company's name is shown in place of the logo. */
  | { readonly code: 'SETTINGS-LOGO-UNUSABLE'; readonly reason: LogoProblem };

/** The settings, or everything that is wrong with them in words for the screen "em configuração". */
export type LoadedSettings =
  | {
      readonly ok: true;
      readonly settings: Settings;
      /** The logo as a `data:` URL, when there is a usable one. */
      readonly logo?: string;
      readonly warnings: readonly SettingsWarning[];
    }
  | { readonly ok: false; readonly file: string; readonly problems: readonly SettingProblem[] };

/**
 * Reads and checks `settings.json` of a data folder. Never throws, and tells no value of the file. The vault is asked
 * for only when a secret is sealed; plain ones are as good.
 */
export async function loadSettings(dataFolder: string, vault: () => SecretVault): Promise<LoadedSettings> {
  const file = path.join(dataFolder, SETTINGS_FILE);
  const content = readJsonFile(file);
  if (!content.ok) return { ok: false, file, problems: [aboutFile(content.error.reason)] };
  const checked = checkSettings(openStoredSecrets(content.value.json, vault));
  if (!checked.ok) return { ok: false, file, problems: checked.error };
  const warnings: SettingsWarning[] = [];
  if (content.value.readableByOthers) warnings.push({ code: 'SETTINGS-READABLE-BY-OTHERS' });
  return withLogo(dataFolder, checked.value, warnings);
}

/** A logo that cannot be shown is no reason to take no payments. */
async function withLogo(
  dataFolder: string,
  settings: Settings,
  warnings: readonly SettingsWarning[],
): Promise<LoadedSettings> {
  if (settings.terminal.logo === undefined) return { ok: true, settings, warnings };
  const logo = await readLogo(dataFolder, settings.terminal.logo);
  if (logo.ok) return { ok: true, settings, logo: logo.value, warnings };
  return {
    ok: true,
    settings,
    warnings: [...warnings, { code: 'SETTINGS-LOGO-UNUSABLE', reason: logo.error }],
  };
}

function aboutFile(message: string): SettingProblem {
  return { field: SETTINGS_FILE, message };
}
