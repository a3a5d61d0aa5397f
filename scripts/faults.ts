import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from '../test/faults/chance.ts';
import { matrix } from '../test/faults/matrix.ts';
import { allCases, play } from '../test/faults/play.ts';
import { legend, markOf, markTable, type Played, tellBroken, titleOf } from '../test/faults/table.ts';

/**
 * The fault matrix: `npm run faults` plays each case once, at the moments that the table names.
 *
 * `--runs 200 --seed 42`: then as many plays of cases drawn by chance, with blows at random moments. `--model 1000`:
 * so many random sequences of customer, PSP, ERP, clock and crashes; 0 for none. `--only kill`: cases whose title has
 * the text. `--jobs 2`: how many are played at the same time.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    model: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
  },
});
const projectFolder = join(import.meta.dirname, '..');
const seed = Number(values.seed);
const numbers = allCases.flatMap((one, number) => (titleOf(one).includes(values.only) ? [number] : []));

interface Turn {
  readonly number: number;
  readonly seed?: number;
}

/** Plays in order, some at a time, and tells of each. */
async function playAll(turns: readonly Turn[]): Promise<readonly Played[]> {
  const waiting = [...turns.entries()];
  const played: Played[] = [];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, turn] = next;
      const one = allCases[turn.number];
      if (!one) continue;
      const outcome = await play(turn.number, turn.seed);
      const done = { one, outcome, ...(turn.seed !== undefined && { seed: turn.seed }) };
      played.push(done);
      console.log(`${markOf(done)} ${place + 1}/${turns.length} ${titleOf(one)}`);
      if (outcome.mark === 'skipped') console.log(`  skipped: ${outcome.why}`);
      if (outcome.mark === 'broken' && one.of.waitsFor !== undefined)
        console.log(`  waits for ${one.of.waitsFor}`);
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, work));
  return played;
}

/** The same seed draws the same cases and the same moments, as far as the machine's own timing lets them fall alike. */
function drawTurns(count: number): readonly Turn[] {
  const chance = chanceOf(seed);
  const known = numbers.filter((number) => allCases[number]?.of.waitsFor === undefined);
  return Array.from({ length: count }, () => ({
    number: known[Math.floor(chance.next() * known.length)] ?? 0,
    seed: Math.floor(chance.next() * 2 ** 31),
  }));
}

const exact = await playAll(numbers.map((number) => ({ number })));
console.log(`\n${markTable(matrix, exact)}\n\n${legend}`);

const runs = Number(values.runs);
const random = runs > 0 ? await playAll(drawTurns(runs)) : [];
if (runs > 0) console.log(`\n${runs} random runs, seed ${seed}:\n\n${markTable(matrix, random)}`);

const broken = [...exact, ...random].filter((each) => markOf(each) === '✘');
for (const each of broken) console.log(`\n${tellBroken(each)}`);

const sequences = Number(values.model);
const modelHolds = sequences === 0 || (await playModel(sequences));
if (broken.length > 0 || !modelHolds) process.exitCode = 1;

/** The model-based test, as long as it is asked for; fast-check prints the shortest sequence that breaks something. */
async function playModel(count: number): Promise<boolean> {
  console.log(
    `\n${count} random sequences of customer, PSP, ERP, technician, clock and crashes, seed ${seed}:`,
  );
  const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--project', 'integration', 'test/faults/money-model.test.ts'],
    {
      env: { ...process.env, BALCAO_SEQUENCES: String(count), BALCAO_SEED: String(seed) },
      cwd: projectFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const [code]: unknown[] = await once(child, 'exit');
  return code === 0;
}
