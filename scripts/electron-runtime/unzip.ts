import { createWriteStream } from 'node:fs';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

const FILE_TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks the entries that `place` gives a path for (relative to `folder`), with their modes and symbolic links.
 * Meant for archives whose hash was checked: it does not look where a link points.
 */
export async function unzip(
  archive: string,
  folder: string,
  place: (entryName: string) => string | undefined,
): Promise<void> {
  const zip = await openPromise(archive, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const path = place(entry.fileName);
      if (path !== undefined) await unpackEntry(zip, entry, join(folder, path));
    }
  } finally {
    zip.close();
  }
}

async function unpackEntry(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  if (entry.fileName.endsWith('/')) {
    await mkdir(target, { recursive: true });
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  const unixMode = entry.externalFileAttributes >>> 16;
  const content = await zip.openReadStreamPromise(entry);
  if ((unixMode & FILE_TYPE_MASK) === SYMBOLIC_LINK) {
    await symlink((await buffer(content)).toString('utf8'), target);
    return;
  }
  await pipeline(content, createWriteStream(target));
  const permissions = unixMode & 0o777;
  if (permissions !== 0) await chmod(target, permissions);
}
