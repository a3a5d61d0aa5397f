import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../electron-runtime/setup-error.ts';

/** Lies in every output of the demo: only a folder with it is ever emptied. */
const mark = '.balcao-demo';

const ownNames = [
  /^\.balcao-demo$/,
  /^\d{2,3}-[a-z-]+\.png$/,
  /^paper-\d+-[a-z]+\.(?:png|bin)$/,
  /^contact-panel\.png$/,
  /^report\.json$/,
  /^failure\.(?:png|log)$/,
];

/**
 * Makes an empty folder for the demo's output. A former output is emptied; a folder that holds anything else is
 * left alone. @throws SetupError that names what is in the way
 */
export async function prepareOutputFolder(folder: string): Promise<void> {
  const entries = await list(folder);
  const foreign = entries.find((name) => !ownNames.some((pattern) => pattern.test(name)));
  if (foreign !== undefined) throw refusal(folder, `it holds ${foreign}`);
  if (entries.length > 0 && !entries.includes(mark)) throw refusal(folder, 'it does not bear its mark');
  for (const name of entries) await rm(join(folder, name));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, mark), 'Written by the demo, which may empty this folder.\n');
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') {
      throw new SetupError(`${folder} is a file: choose a folder with --out.`);
    }
    throw error;
  }
}

function refusal(folder: string, reason: string): SetupError {
  return new SetupError(
    `${folder} is no former output of the demo (${reason}), so it is left alone: choose another with --out.`,
  );
}
