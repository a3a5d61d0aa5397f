import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { JsonObject } from '../contract/technician.ts';
import { writeDurably } from './durable-file.ts';

const FOLDER = 'settings-history';
/** Versions before the one in force. */
const KEPT = 20;

/** One version of the settings. */
export interface HistoryEntry {
  readonly revision: number;
  /** Wall time, milliseconds. */
  readonly savedAt: number;
  /** SHA-256 (hexadecimal) of the file's bytes: tells whether somebody edited it since. */
  readonly fingerprint: string;
  /** With its secrets sealed; absent for a file that held no JSON, or whose secrets could not be sealed. */
  readonly settings?: JsonObject;
}

/** The settings' versions, the one in force included: one file for each, named by its revision. */
export interface SettingsHistory {
  latest(): HistoryEntry | undefined;
  /** The newest version before this one that can be gone back to. */
  before(revision: number): HistoryEntry | undefined;
  /** Adds a version and drops those that are too old. Throws when the disk does not take it. */
  add(entry: HistoryEntry): void;
}

const entryFile = z.object({
  savedAt: z.number(),
  fingerprint: z.string(),
  settings: z.exactOptional(z.record(z.string(), z.json())),
});

/** Opens the history in a data folder. The folder is made with the first version. */
export function openHistory(dataFolder: string): SettingsHistory {
  const folder = path.join(dataFolder, FOLDER);

  /** Newest first. */
  function revisions(): readonly number[] {
    return namesIn(folder)
      .flatMap((name) => /^(\d{6,12})\.json$/.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((one, other) => other - one);
  }

  function read(revision: number): HistoryEntry {
    try {
      const content: unknown = JSON.parse(readFileSync(fileOf(revision), 'utf8'));
      return { revision, ...entryFile.parse(content, { jitless: true }) };
    } catch {
      // Its number counts all the same.
      return { revision, savedAt: 0, fingerprint: '' };
    }
  }

  function fileOf(revision: number): string {
    return path.join(folder, `${String(revision).padStart(6, '0')}.json`);
  }

  return {
    latest() {
      const [newest] = revisions();
      return newest === undefined ? undefined : read(newest);
    },
    before(revision) {
      for (const earlier of revisions()) {
        const entry = earlier < revision ? read(earlier) : undefined;
        if (entry?.settings !== undefined) return entry;
      }
      return undefined;
    },
    add({ revision, ...content }) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeDurably(fileOf(revision), `${JSON.stringify(content, undefined, 2)}\n`);
      for (const old of revisions().slice(KEPT + 1)) rmSync(fileOf(old), { force: true });
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
