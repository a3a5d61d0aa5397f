import { withLock } from './lock.ts';
import { fetchTarball } from './registry-package.ts';
import type { Log } from './runtime.ts';
import { isStandIn, STAND_IN, type StandInRecipe, standInFolder } from './stand-in-recipe.ts';

/**
 * The stand-in's folder, made first when it is not there or not whole. Safe when several processes ask at once:
 * it is put together aside and appears by one rename.
 */
export async function provideStandIn(
  cache: string,
  log: Log,
  recipe: StandInRecipe = STAND_IN,
  fetch: typeof fetchTarball = fetchTarball,
): Promise<string> {
  const finished = standInFolder(cache, recipe);
  if (await isStandIn(finished)) return finished;
  const onWait = () => log('Another process is preparing the stand-in Electron; waiting for it.');
  await withLock(`${finished}.lock`, onWait, async () => {
    if (await isStandIn(finished)) return;
    // The unpacking tools are loaded only by those who need them.
    const { makeStandIn } = await import('./stand-in-maker.ts');
    await makeStandIn({ cache, finished, log, recipe, fetch });
  });
  return finished;
}
