import { bootToQr, payAndBeSeen, writeOffIs } from '../acts.ts';
import type { Case } from '../cell.ts';
import type { Scene } from '../scene.ts';
import { until } from '../until.ts';

const printing = { world: { printer: {} } } as const;
const paidOnce = { charges: 1, posts: 1, booked: 1, alarms: [] } as const;

type Printer = NonNullable<Scene['world']['printer']>;

function printerOf(scene: Scene): Printer {
  const { printer } = scene.world;
  if (!printer) throw new Error('this scene has no printer');
  return printer;
}

const troubles: readonly (readonly [string, (printer: Printer) => void | Promise<void>])[] = [
  ['paper out', (printer) => printer.setCondition({ paper: 'out' })],
  ['cover open', (printer) => printer.setCondition({ cover: 'open' })],
  ['unplugged', (printer) => printer.unplug()],
  ['hung', (printer) => printer.setStalled(true)],
];

/** The one that says nothing is enough for every day. */
function lengthOf(how: string): Pick<Case, 'short'> {
  return how === 'hung' ? {} : { short: false };
}

export const before: readonly Case[] = troubles.map(([how, strike]) => ({
  step: 'S1',
  how: `${how}: the attract screen says so`,
  ...lengthOf(how),
  options: printing,
  async play(scene) {
    await strike(printerOf(scene));
    const kiosk = await scene.boot();
    await scene.skipUntil(
      'the screen says so',
      () => kiosk.shown?.name === 'attract' && kiosk.shown.notices.includes('printer-unavailable'),
      1_000,
    );
    await printerOf(scene).setStalled(false);
  },
  ends: { charges: 0, posts: 0, receipts: 0 },
}));

/** Paid and written off as if there were a printer; its receipt waits, and comes out once. */
export const waiting: readonly Case[] = troubles.map(([how, strike]) => ({
  step: 'S5–S10',
  ...lengthOf(how),
  how: `${how} before the receipt: money goes on, PENDING, printed once when it is well`,
  options: printing,
  async play(scene) {
    const kiosk = await bootToQr(scene);
    await strike(printerOf(scene));
    await payAndBeSeen(scene);
    await writeOffIs(scene, 'DONE');
    await kiosk.screen('paid');
    await until('the receipt is queued', () => scene.journal().printJobs.length === 1);
    await scene.kiosk.skip(20_000);
    if (printerOf(scene).papers.length > 0) throw new Error('it printed');
    await printerOf(scene).setStalled(false);
  },
  ends: { ...paidOnce, receipts: 1 },
}));

/** In the middle of the paper: nobody knows, so nothing comes by itself. */
export const inPrint: readonly Case[] = [
  {
    step: 'S10',
    how: 'unplugged while the receipt comes out: UNCERTAIN, no second one by itself',
    options: { world: { printer: { baudRate: 9600 } } },
    async play(scene) {
      const printer = printerOf(scene);
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await until('it prints', () => printer.unfinished?.text.includes('Recebimento via PIX'));
      await scene.moment();
      await printer.unplug();
      await scene.skipUntil('it is uncertain', () => scene.journal().printJobs[0] === 'uncertain', 1_000);
      await printer.plug();
      for (let minutes = 0; minutes < 10; minutes += 1) await scene.kiosk.skip(60_000);
    },
    ends: { ...paidOnce, receipts: 0 },
  },
  {
    step: 'S10',
    how: 'the paper ends while the receipt comes out: said on the next one, if it comes again',
    short: false,
    options: { world: { printer: { baudRate: 9600 } } },
    async play(scene) {
      const printer = printerOf(scene);
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await until('it prints', () => printer.unfinished?.text.includes('Recebimento via PIX'));
      await scene.moment();
      printer.setCondition({ paper: 'out' });
      await scene.skipUntil('it is known', () => scene.journal().printJobs[0] !== 'printing', 1_000);
    },
    ends: paidOnce,
  },
];
