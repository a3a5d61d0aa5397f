import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where fetched runtimes are kept, outside the repository so that every clone shares them. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const own = env.BALCAO_CACHE;
  if (own !== undefined && own !== '') return resolve(own);
  const xdg = env.XDG_CACHE_HOME;
  if (xdg !== undefined && xdg !== '') return resolve(xdg, 'balcao');
  return join(homedir(), '.cache', 'balcao');
}
