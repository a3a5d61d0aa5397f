import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runCommand } from './command.ts';
import { SetupError } from './setup-error.ts';

const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;

/** A package of the npm registry, pinned by the hash of its tarball. */
export interface RegistryPackage {
  readonly name: string;
  readonly version: string;
  /** `sha512-` and the base64 digest, as in a lock file. */
  readonly integrity: string;
}

/** Fetches the package's tarball with npm, from whatever registry npm is set to, and returns the file's path. */
export async function fetchTarball(source: RegistryPackage, folder: string): Promise<string> {
  const spec = `${source.name}@${source.version}`;
  const args = ['pack', spec, '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'];
  const { command, prefix } = npmCommand(process.env);
  const outcome = await runCommand(command, [...prefix, ...args], {
    cwd: import.meta.dirname,
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  });
  if (!outcome.ok) {
    const reason = outcome.timedOut ? 'it took too long' : lastLine(outcome.stderr);
    throw new SetupError(`npm could not fetch ${spec}: ${reason}`);
  }
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new SetupError(`npm fetched no tarball for ${spec}.`);
  return join(folder, tarball);
}

/** Refuses a tarball whose hash is not the pinned one. Call it before unpacking anything. */
export async function checkIntegrity(tarball: string, source: RegistryPackage): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== source.integrity) {
    throw new SetupError(
      `The tarball of ${source.name}@${source.version} is not the expected one and was refused ` +
        `(expected ${source.integrity}, got ${found}).`,
    );
  }
}

/** Under `npm run` the running npm names its own script; that one is used, on the Node that runs us. */
function npmCommand(env: NodeJS.ProcessEnv): { command: string; prefix: readonly string[] } {
  const running = env.npm_execpath;
  if (running?.endsWith('npm-cli.js') === true) return { command: process.execPath, prefix: [running] };
  return { command: 'npm', prefix: [] };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
