import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { failure, type Result, success } from '../domain/result.ts';
import { findJsonError } from './json-error.ts';
import { type LogoProblem, readLogo } from './logo.ts';
import { describeIssue, problemsOf, SETTINGS_FILE, type SettingProblem } from './setting-problem.ts';
import { type Settings, settingsSchema } from './settings-schema.ts';

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

interface SettingsFile {
  readonly bytes: Uint8Array;
  readonly readableByOthers: boolean;
}

/** Reads and checks `settings.json` of a data folder. Never throws, and tells no value of the file. */
export async function loadSettings(dataFolder: string): Promise<LoadedSettings> {
  const file = path.join(dataFolder, SETTINGS_FILE);
  const content = readSettingsFile(file);
  if (!content.ok) return { ok: false, file, problems: [aboutFile(content.error)] };
  const json = parseJson(content.value.bytes);
  if (!json.ok) return { ok: false, file, problems: [aboutFile(json.error)] };
  // Compiling the schema pays for thousands of values, not for the one of a start.
  const parsed = settingsSchema.safeParse(json.value, { error: describeIssue, jitless: true });
  if (!parsed.success) return { ok: false, file, problems: problemsOf(parsed.error) };
  const warnings: SettingsWarning[] = [];
  if (content.value.readableByOthers) warnings.push({ code: 'SETTINGS-READABLE-BY-OTHERS' });
  return withLogo(dataFolder, parsed.data, warnings);
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

/** At once: while the kiosk starts, each turn of the event loop is a queue behind all that Chromium has to do then. */
function readSettingsFile(file: string): Result<SettingsFile, string> {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { mode } = fstatSync(handle);
    const bytes = readFileSync(handle);
    // Windows has no such bits and reports every file as readable.
    return success({ bytes, readableByOthers: process.platform !== 'win32' && (mode & 0o004) !== 0 });
  } catch (error) {
    return failure(describeFileError(error));
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function describeFileError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'desconhecido';
  if (code === 'ENOENT') return 'o arquivo não existe';
  if (code === 'EACCES' || code === 'EPERM') return 'o programa não tem permissão para ler o arquivo';
  return `o arquivo não pôde ser lido (${code})`;
}

/** Tolerates a byte order mark, which TextDecoder drops. */
function parseJson(bytes: Uint8Array): Result<unknown, string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failure('o arquivo não está em UTF-8: salve-o de novo com esta codificação');
  }
  const place = findJsonError(text);
  if (place) return failure(`JSON inválido na linha ${place.line}, coluna ${place.column}`);
  return success(JSON.parse(text));
}

function aboutFile(message: string): SettingProblem {
  return { field: SETTINGS_FILE, message };
}
