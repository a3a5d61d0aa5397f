import path from 'node:path';
import type {
  FieldProblem,
  ImportPreview,
  Json,
  JsonObject,
  SaveOutcome,
  SettingChange,
  SettingsState,
} from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import { errorCode } from '../logging/error-code.ts';
import type { Log } from '../logging/log.ts';
import { parseDraft } from './check-settings.ts';
import { writeDurably } from './durable-file.ts';
import { KeyUnavailable } from './key-source.ts';
import { sealSecrets, settingsForPage } from './sealed-secrets.ts';
import type { SecretVault } from './secret-vault.ts';
import { SETTINGS_FILE } from './setting-problem.ts';
import { diffSettings } from './settings-diff.ts';
import { exportText, fillSecrets, parseImport } from './settings-export.ts';
import { fingerprintOf, readSettingsFile, type SettingsFile } from './settings-file.ts';
import { type HistoryEntry, openHistory } from './settings-history.ts';
import { SETTINGS_VERSION, type Settings } from './settings-schema.ts';
import { isObject } from './settings-shape.ts';

/** `settings.json` as the technician's area reads and changes it. Nothing that comes out of it holds a secret. */
export interface SettingsStore {
  read(): SettingsState;
  /** Everything that would keep this draft from being saved. */
  check(draft: JsonObject): Promise<readonly FieldProblem[]>;
  /** All or nothing: a crash at any moment leaves the old or the new file, whole. One after the other. */
  save(request: { readonly revision: number; readonly draft: JsonObject }): Promise<SaveOutcome>;
  /** Saves the version before the last change again; undoing that brings the change back. `stale`: there is none. */
  undo(request: { readonly revision: number }): Promise<SaveOutcome>;
  /** The settings in force as JSON text without secrets; an empty object when there are none. */
  export(): string;
  /** What an import would change. Nothing is written. */
  preview(text: string): Promise<ImportPreview>;
  changes(before: JsonObject, after: JsonObject): readonly SettingChange[];
}

export interface SettingsStoreParts {
  readonly dataFolder: string;
  readonly vault: SecretVault;
  readonly clock: Pick<Clock, 'wallTime'>;
  readonly log: Log;
  /** Further checks of settings that the schema finds sound, e.g. against the ERP's profile. */
  readonly check: (settings: Settings) => Promise<readonly FieldProblem[]>;
}

/** What a draft may leave out at first; its problems then stand at the fields, not at the missing group. */
const BEGINNING: JsonObject = { version: SETTINGS_VERSION, terminal: {}, erps: [] };

/** Opens the store. Nothing is read before it is asked for. */
export function createSettingsStore(parts: SettingsStoreParts): SettingsStore {
  const { vault, clock, log } = parts;
  const file = path.join(parts.dataFolder, SETTINGS_FILE);
  const history = openHistory(parts.dataFolder);
  let lastInLine: Promise<unknown> = Promise.resolve();

  /** The version in force; one that somebody wrote by hand since becomes a version of its own. */
  function versionOf(current: SettingsFile): { readonly entry?: HistoryEntry; readonly isKept: boolean } {
    if (current.state === 'missing') return { isKept: true };
    const latest = history.latest();
    if (latest?.fingerprint === current.fingerprint) return { entry: latest, isKept: true };
    const entry = {
      revision: (latest?.revision ?? 0) + 1,
      savedAt: current.changedAt,
      fingerprint: current.fingerprint,
      ...keepable(current),
    };
    return { entry, isKept: keep(entry) };
  }

  function keepable(current: SettingsFile): Pick<HistoryEntry, 'settings'> {
    if (current.state !== 'json') return {};
    const settings = settingsForPage(current.json, vault);
    // Secrets that could not be sealed are missing here; such a version is not worth going back to.
    const isWhole = diffSettings(current.json, settings, vault).length === 0;
    return isWhole && isObject(settings) ? { settings } : {};
  }

  function keep(entry: HistoryEntry): boolean {
    try {
      history.add(entry);
      return true;
    } catch (error) {
      log.warn('SETTINGS-HISTORY-NOT-SAVED', { reason: errorCode(error) });
      return false;
    }
  }

  function read(): SettingsState {
    const current = readSettingsFile(file);
    const { entry } = versionOf(current);
    const revision = entry?.revision ?? 0;
    const isUndoable = entry !== undefined && history.before(revision) !== undefined;
    return {
      revision,
      draft: forPage(current),
      problems: problemsOf(current),
      secretKeeping: vault.keeping,
      ...(isUndoable && { undoable: { savedAt: entry.savedAt } }),
    };
  }

  function forPage(current: SettingsFile): JsonObject {
    const draft = current.state === 'json' ? settingsForPage(current.json, vault) : {};
    return isObject(draft) ? draft : {};
  }

  function problemsOf(current: SettingsFile): readonly FieldProblem[] {
    if (current.state !== 'json') return [{ field: SETTINGS_FILE, message: current.reason }];
    const parsed = parseDraft(current.json, vault);
    return parsed.ok ? [] : parsed.error;
  }

  async function check(draft: JsonObject): Promise<readonly FieldProblem[]> {
    const parsed = parseDraft({ ...BEGINNING, ...draft }, vault);
    return parsed.ok ? parts.check(parsed.value) : parsed.error;
  }

  function isStale(revision: number): boolean {
    return (versionOf(readSettingsFile(file)).entry?.revision ?? 0) !== revision;
  }

  async function save(revision: number, draft: JsonObject): Promise<SaveOutcome> {
    if (isStale(revision)) return { outcome: 'stale' };
    const problems = await check(draft);
    if (problems.length > 0) return { outcome: 'refused', problems };
    const current = versionOf(readSettingsFile(file));
    // Checking takes its time, in which somebody may have edited the file.
    if ((current.entry?.revision ?? 0) !== revision) return { outcome: 'stale' };
    return current.isKept ? write(draft) : { outcome: 'failed', code: 'SETTINGS-NOT-SAVED' };
  }

  function write(draft: JsonObject): SaveOutcome {
    const revision = (history.latest()?.revision ?? 0) + 1;
    try {
      const settings = sealSecrets({ version: SETTINGS_VERSION, ...withoutSchema(draft) }, vault);
      const text = `${JSON.stringify(settings, undefined, 2)}\n`;
      writeDurably(file, text);
      // From here on it is saved; a version that the history lacks is found and added by the next reading.
      const entry = { revision, savedAt: clock.wallTime(), fingerprint: fingerprintOf(Buffer.from(text)) };
      keep({ ...entry, ...(isObject(settings) && { settings }) });
      return { outcome: 'saved', state: read() };
    } catch (error) {
      if (error instanceof KeyUnavailable) return { outcome: 'failed', code: error.code };
      log.error('SETTINGS-NOT-SAVED', { reason: errorCode(error) });
      return { outcome: 'failed', code: 'SETTINGS-NOT-SAVED' };
    }
  }

  async function undo(revision: number): Promise<SaveOutcome> {
    const before = revision === 0 ? undefined : history.before(revision);
    return before?.settings ? save(revision, before.settings) : { outcome: 'stale' };
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = lastInLine.then(work);
    lastInLine = done.catch(() => undefined);
    return done;
  }

  async function preview(text: string): Promise<ImportPreview> {
    const imported = parseImport(text);
    if (!imported.ok) return { outcome: 'unreadable', reason: imported.error };
    const current = readSettingsFile(file);
    const here: Json = current.state === 'json' ? current.json : {};
    const filled = fillSecrets(imported.value, here, vault);
    const draft = settingsForPage(filled, vault);
    return {
      outcome: 'readable',
      draft: isObject(draft) ? draft : {},
      changes: diffSettings(here, filled, vault),
      problems: isObject(filled) ? await check(filled) : [],
    };
  }

  return {
    read,
    check,
    save: ({ revision, draft }) => inTurn(() => save(revision, draft)),
    undo: ({ revision }) => inTurn(() => undo(revision)),
    export() {
      const current = readSettingsFile(file);
      return exportText(current.state === 'json' ? current.json : {});
    },
    preview,
    changes: (before, after) => diffSettings(before, after, vault),
  };
}

/** For editors of the file; the schema takes it, a save leaves it out. */
function withoutSchema(settings: JsonObject): JsonObject {
  const { $schema: _, ...others } = settings;
  return others;
}
