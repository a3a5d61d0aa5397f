import { placedCases } from './cell.ts';
import { chanceOf, exactly } from './chance.ts';
import { matrix } from './matrix.ts';
import { playHere } from './play-case.ts';

/**
 * Plays one case of the matrix in this process, which was started in a mount namespace of its own, and writes the
 * outcome as JSON. Arguments: the case's number, and a seed where moments are random.
 */
const [number, seed] = process.argv.slice(2).map(Number);
const placed = placedCases(matrix)[number ?? -1];
if (!placed) throw new Error('there is no such case');
const outcome = await playHere(placed.of, seed === undefined ? exactly : chanceOf(seed));
process.stdout.write(JSON.stringify(outcome), () => process.exit(0));
