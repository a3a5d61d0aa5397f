import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * For the environment of tests' own processes: most of what starting one costs is to compile the same files over and
 * over. What ends by SIGKILL keeps nothing by itself and calls `flushCompileCache` (node:module) before.
 */
export const withCompileCache: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_COMPILE_CACHE: join(tmpdir(), 'balcao-tests-compile-cache'),
};
