import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An Electron that can be started on this machine. */
export interface ElectronRuntime {
  readonly kind: 'override' | 'official' | 'stand-in';
  /** The program to start. */
  readonly executable: string;
  /** The folder that holds it: what ELECTRON_OVERRIDE_DIST_PATH takes. */
  readonly distPath: string;
  readonly version: string;
  /** One plain line for people. */
  readonly description: string;
}

/** Receives one line for a person to read. */
export type Log = (line: string) => void;

/** Where the program lies inside an Electron distribution folder, as Electron's own package has it. */
export function executableInDist(platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The Electron version that a distribution folder says it is. */
export async function distVersion(distPath: string): Promise<string | undefined> {
  try {
    return (await readFile(join(distPath, 'version'), 'utf8')).trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}
