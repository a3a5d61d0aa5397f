import { asked, bootToQr, chargeStates, payAndBeSeen, writeOffIs } from '../acts.ts';
import type { Case } from '../cell.ts';
import { until } from '../until.ts';

const hour = 3_600_000;
const year = 8_766 * hour;
const paidOnce = { charges: 1, posts: 1, booked: 1, alarms: [] } as const;

const offsets = [
  ['an hour ahead', hour],
  ['an hour behind', -hour],
  ['a year ahead', year],
  ['a year behind', -year],
] as const;

/** One is enough for every day. */
function lengthOf(how: string): Pick<Case, 'short'> {
  return how === 'a year ahead' ? {} : { short: false };
}

/** Off from the start: tokens are counted by the monotonic clock, so nothing depends on it. */
export const before: readonly Case[] = offsets.map(([how, wallOffsetMs]) => ({
  step: 'S3',
  how: `${how}: charged and paid all the same`,
  ...lengthOf(how),
  options: { wallOffsetMs },
  async play(scene) {
    await bootToQr(scene);
    await payAndBeSeen(scene);
  },
  ends: paidOnce,
}));

export const atQr: readonly Case[] = offsets.map(([how, offsetMs]) => ({
  step: 'S5',
  how: `set ${how} while the QR is shown: the countdown does not jump`,
  ...lengthOf(how),
  async play(scene) {
    const { psp } = scene.world;
    const kiosk = await bootToQr(scene);
    const { countdown: was } = await kiosk.screen('pix');
    kiosk.setWall(offsetMs);
    const looks = asked(psp, 'getCob');
    await scene.skipUntil('it was looked at', () => asked(psp, 'getCob') > looks + 1, 1_000);
    const { countdown } = await kiosk.screen('pix');
    if (was.remainingMs - countdown.remainingMs > 300_000) throw new Error('the countdown jumped');
    if (chargeStates(scene)[0] !== 'AWAITING') throw new Error('expired by the wall clock');
    await payAndBeSeen(scene);
  },
  ends: paidOnce,
}));

export const inWriteOff: readonly Case[] = offsets.map(([how, offsetMs]) => ({
  step: 'S7',
  how: `set ${how} while its fate is unknown: the settle window does not shrink`,
  ...lengthOf(how),
  async play(scene) {
    const { erp } = scene.world;
    erp.setFaults([
      { operation: 'writeOffInvoice', times: 1, effect: { kind: 'act-later', delayMs: hour, reply: 'drop' } },
    ]);
    const kiosk = await bootToQr(scene);
    await payAndBeSeen(scene);
    await writeOffIs(scene, 'UNKNOWN');
    kiosk.setWall(offsetMs);
    const reads = asked(erp, 'listOpenInvoices');
    await kiosk.skip(60_000);
    await until('it looks for proof', () => asked(erp, 'listOpenInvoices') > reads);
    erp.actPostponed();
  },
  ends: paidOnce,
}));

export const atPaper: readonly Case[] = [
  {
    step: 'S10',
    how: 'a year ahead: the receipt bears the time of the PSP',
    short: false,
    options: { wallOffsetMs: year, world: { printer: {} } },
    async play(scene) {
      const { printer, psp } = scene.world;
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await scene.skipUntil('the receipt is out', () => printer?.papers.length === 1, 2_000);
      const [paidYear = ''] = (psp.ledger.charges[0]?.payments[0]?.at ?? '').split('-');
      const text = printer?.papers[0]?.text ?? '';
      if (!text.includes(`/${paidYear}`)) throw new Error('the receipt does not bear the time of the PSP');
    },
    ends: { ...paidOnce, receipts: 1 },
  },
];
