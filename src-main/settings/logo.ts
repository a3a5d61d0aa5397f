import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { failure, type Result, success } from '../domain/result.ts';
import { errorCode } from '../logging/error-code.ts';

/** Why the logo cannot be shown. */
export type LogoProblem = 'missing' | 'outside-folder' | 'too-large' | 'not-png-or-svg' | 'unreadable';

const LARGEST_BYTES = 256 * 1024;
const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * Reads the logo as a `data:` URL. `file` is relative to the data folder and may not leave it, not even by a symbolic
 * link, so that the settings cannot put some other file on the screen.
 */
export async function readLogo(folder: string, file: string): Promise<Result<string, LogoProblem>> {
  try {
    const root = await realpath(folder);
    const logo = await realpath(path.resolve(root, file));
    if (path.isAbsolute(file) || !logo.startsWith(root + path.sep)) return failure('outside-folder');
    if ((await stat(logo)).size > LARGEST_BYTES) return failure('too-large');
    const bytes = await readFile(logo);
    const type = imageType(bytes);
    if (type === undefined) return failure('not-png-or-svg');
    return success(`data:${type};base64,${bytes.toString('base64')}`);
  } catch (error) {
    return failure(errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable');
  }
}

/** Judged by content: names lie. An SVG drawn as an image runs no script and loads nothing. */
function imageType(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return 'image/png';
  return /^\uFEFF?\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/i.test(
    bytes.toString('utf8'),
  )
    ? 'image/svg+xml'
    : undefined;
}
