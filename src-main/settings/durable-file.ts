import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts a whole content in a file's place, readable by its owner only: a crash at any moment leaves either the old or the
 * new file. Throws when the disk does not take it; the old file is untouched then.
 */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const folder = path.dirname(file);
  // Always the same name: what a crash left behind is not piled up.
  const temporary = path.join(folder, `.${path.basename(file)}.new`);
  rmSync(temporary, { force: true });
  try {
    writeToDisk(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}

function writeToDisk(file: string, content: string | Uint8Array): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The name, too, must outlive a power cut. The file is in its place already: trouble here is no failed write. */
export function syncFolder(folder: string): void {
  // Windows opens no folders, and journals names by itself.
  if (process.platform === 'win32') return;
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Some network file systems cannot.
  }
}
