import { parseArgs } from 'node:util';
import { type Figures, figureTable, median } from '../test/bench/figure.ts';
import { driveVisit } from '../test/soak/drive-page.ts';
import { type KioskHealth, measureHealth } from '../test/soak/health.ts';
import { offerServices, soakVisit } from '../test/soak/visits.ts';
import { launchKiosk, type RunningKiosk } from '../test/support/kiosk.ts';
import { waitForScreen } from '../test/support/visit.ts';
import { startWorld, type World } from '../test/support/world.ts';
import { prepareElectron } from './electron-runtime/prepare.ts';

/**
 * Visit after visit in one process: `npm run soak`, or with `-- --visits 200` fewer of them. Main and page may not grow,
 * hoard handles or listeners, nor become slower from the fiftieth visit to the last.
 */
const { values } = parseArgs({ options: { visits: { type: 'string', default: '1000' } } });
const visits = Number(values.visits);

/** By then everything that is made once has been made. */
const settled = Math.min(50, Math.floor(visits / 2));

const electron = await prepareElectron({ log: console.log, forTests: true });
Object.assign(process.env, electron.env);
try {
  const world = await startWorld();
  await world.writeSettings(offerServices);
  world.psp.onAnswered((request) => {
    if (request.operation === 'createCob') payNewest(world);
  });
  const kiosk = await launchKiosk({ dataFolder: world.dataFolder });
  try {
    await kiosk.page.emulateMedia({ reducedMotion: 'reduce' });
    await waitForScreen(kiosk.page, 'attract');
    const figures = await soak(kiosk, world);
    console.log(`\n${figureTable(figures)}\n\n${JSON.stringify(figures)}`);
    if (Object.values(figures).some(isMissed)) process.exitCode = 1;
  } finally {
    await kiosk.close();
    await world.close();
  }
} finally {
  await electron.stop();
}

async function soak(kiosk: RunningKiosk, world: World): Promise<Figures> {
  const early = await live(kiosk, world, 0, settled);
  const before = await measureHealth(kiosk.app, kiosk.page);
  const later = await live(kiosk, world, settled, visits);
  const after = await measureHealth(kiosk.app, kiosk.page);
  tell(before, after);
  const last = later.slice(-early.length);
  return {
    'soak.mainMemory': ratioOf('mainMiB', before, after),
    'soak.pageMemory': ratioOf('pageMiB', before, after),
    'soak.mainHeap': ratioOf('mainHeapMiB', before, after),
    'soak.pageHeap': ratioOf('pageHeapMiB', before, after),
    'soak.handles': ratioOf('handles', before, after),
    'soak.listeners': ratioOf('listeners', before, after),
    'soak.nodes': ratioOf('nodes', before, after),
    'soak.screenChange': atMost(median(last) / median(early), last.length),
  };
}

/** @returns how long each change of screens took (milliseconds), in order */
async function live(
  { page }: RunningKiosk,
  world: World,
  from: number,
  to: number,
): Promise<readonly number[]> {
  const changes: number[] = [];
  for (let number = from; number < to; number += 1) {
    changes.push(...(await page.evaluate(driveVisit, soakVisit(world, number))));
    if ((number + 1) % 50 === 0) {
      console.log(
        `${number + 1} visits, ${median(changes.slice(-100)).toFixed(1)} ms for a change of screens`,
      );
    }
  }
  return changes;
}

function payNewest({ psp }: World): void {
  const charge = psp.ledger.charges.at(-1);
  if (charge) psp.pay(charge.txid);
}

function ratioOf(name: keyof KioskHealth, before: KioskHealth, after: KioskHealth): Figures[string] {
  return atMost(after[name] / before[name], 1);
}

function atMost(ratio: number, samples: number): Figures[string] {
  return { value: Number(ratio.toFixed(3)), unit: 'x', aim: { max: 1.1 }, samples };
}

function isMissed({ value, aim }: Figures[string]): boolean {
  return aim !== undefined && 'max' in aim && value > aim.max;
}

function tell(before: KioskHealth, after: KioskHealth): void {
  for (const name of Object.keys(before) as (keyof KioskHealth)[]) {
    console.log(`${name}: ${before[name].toFixed(1)} → ${after[name].toFixed(1)}`);
  }
}
