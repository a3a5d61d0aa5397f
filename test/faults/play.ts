import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withCompileCache } from '../support/compile-cache.ts';
import { placedCases } from './cell.ts';
import { chanceOf, exactly } from './chance.ts';
import { matrix } from './matrix.ts';
import { type Outcome, playHere } from './play-case.ts';
import { apart, noSmallDisk } from './small-disk.ts';

/** All cases of the matrix; a case's number is its place here. */
export const allCases = placedCases(matrix);

const whyNoDisk = noSmallDisk();

/** Plays one case, in a process of its own where it mounts something. `seed`: moments are random. */
export async function play(number: number, seed?: number): Promise<Outcome> {
  const one = allCases[number]?.of;
  if (!one) throw new Error(`there is no case ${number}`);
  if (one.options?.diskMegabytes === undefined) {
    return playHere(one, seed === undefined ? exactly : chanceOf(seed));
  }
  const why = await whyNoDisk;
  if (why !== undefined) return { mark: 'skipped', why };
  const [command, ...args] = [
    ...apart,
    process.execPath,
    join(import.meta.dirname, 'play-apart.ts'),
    ...[number, seed].filter((each) => each !== undefined).map(String),
  ];
  const { stdout } = await promisify(execFile)(command, args, { env: withCompileCache, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Outcome;
}
