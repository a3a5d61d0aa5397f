import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  asked,
  bootToQr,
  chargeStates,
  openInvoice,
  pay,
  payAndBeSeen,
  showQr,
  writeOffIs,
} from '../acts.ts';
import type { Case } from '../cell.ts';
import type { Scene } from '../scene.ts';
import type { SmallDisk } from '../small-disk.ts';
import { until } from '../until.ts';

/** Room for the reserve and what must stay free beside it. */
const small = { diskMegabytes: 24 } as const;
/** Whether the kiosk noticed depends on the room in SQLite's own log, so its alarm is no part of the ending. */
const diskFull = { charges: 1, posts: 1, booked: 1 } as const;
const paidOnce = { charges: 1, posts: 1, booked: 1, alarms: [] } as const;

function diskOf(scene: Scene): SmallDisk {
  if (!scene.disk) throw new Error('this scene has no small disk');
  return scene.disk;
}

export const before: readonly Case[] = [
  {
    step: 'S2',
    how: 'full when the customer asks for the QR: no new payment',
    options: small,
    async play(scene) {
      const kiosk = await scene.boot();
      await openInvoice(kiosk);
      diskOf(scene).fill();
      kiosk.touch({ type: 'pay-pix' });
      const { problem } = await kiosk.screen('problem');
      if (problem !== 'storage-unavailable') throw new Error(`the customer is told ${problem}`);
    },
    ends: { charges: 0, posts: 0 },
  },
  {
    step: 'S4',
    how: 'full while the PSP makes the charge: its QR is not shown, nobody can pay it unseen',
    options: small,
    async play(scene) {
      const kiosk = await scene.boot();
      await openInvoice(kiosk);
      const filled = scene.during(scene.world.psp, 'createCob', () => Promise.resolve(diskOf(scene).fill()));
      kiosk.touch({ type: 'pay-pix' });
      await filled;
      await until('something is shown', () => ['problem', 'pix'].includes(kiosk.shown?.name ?? ''));
      diskOf(scene).free();
    },
    ends: { posts: 0 },
  },
  {
    step: 'S1',
    how: 'read-only at the start: no payment at all',
    short: false,
    options: small,
    async play(scene) {
      const kiosk = await scene.boot();
      await kiosk.screen('attract');
      await kiosk.stop();
      await diskOf(scene).setReadOnly(true);
      const next = await scene.boot();
      await until(
        'the screen says so',
        () => next.shown?.name === 'configuring' || next.shown?.name === 'attract',
      );
      next.touch({ type: 'start' });
      if (next.shown?.name !== 'configuring') await next.screen('problem');
      await next.kill();
      await diskOf(scene).setReadOnly(false);
      await showQr(await scene.boot());
      pay(scene);
    },
    ends: paidOnce,
  },
];

export const atQr: readonly Case[] = [
  {
    step: 'S6',
    how: 'full when the payment is found: PAID is committed by the reserve',
    options: small,
    async play(scene) {
      await bootToQr(scene);
      await until('there is a reserve', () => existsSync(join(scene.home, 'reserve.bin')));
      diskOf(scene).fill();
      pay(scene);
      await scene.skipUntil('it is PAID', () => chargeStates(scene)[0] === 'PAID', 2_000);
      // That the visit ended is no row about money: the next start writes it down.
      await scene.kill();
      diskOf(scene).free();
      await scene.boot();
    },
    ends: { charges: 1, posts: 1, booked: 1 },
  },
  {
    step: 'S6',
    how: 'full when the payment is found, and room again later: PAID, written off once',
    short: false,
    options: small,
    async play(scene) {
      const { psp } = scene.world;
      await bootToQr(scene);
      diskOf(scene).fill();
      pay(scene);
      const looks = asked(psp, 'getCob');
      await scene.skipUntil('it was looked at', () => asked(psp, 'getCob') > looks + 1, 5_000);
      diskOf(scene).free();
    },
    ends: diskFull,
  },
];

export const inWriteOff: readonly Case[] = [
  {
    step: 'S8',
    how: 'full when the answer comes: written down when it can be, exactly one POST',
    short: false,
    options: small,
    async play(scene) {
      const { erp } = scene.world;
      await bootToQr(scene);
      const filled = scene.during(erp, 'writeOffInvoice', () => Promise.resolve(diskOf(scene).fill()));
      await payAndBeSeen(scene);
      await filled;
      await scene.kiosk.skip(60_000);
      await scene.moment();
    },
    ends: diskFull,
  },
  {
    step: 'S8',
    how: 'full when the answer comes, and the power fails',
    short: false,
    options: small,
    async play(scene) {
      const { erp } = scene.world;
      await bootToQr(scene);
      const filled = scene.during(erp, 'writeOffInvoice', () => Promise.resolve(diskOf(scene).fill()));
      await payAndBeSeen(scene);
      await filled;
      await scene.kill();
      diskOf(scene).free();
      await scene.boot();
      await writeOffIs(scene, 'DONE_BY_RECONCILIATION');
    },
    ends: { charges: 1, posts: 1, booked: 1 },
  },
];

export const atRelay: readonly Case[] = [
  {
    step: 'S12',
    how: 'full while the visit ends: what was told of money is told when there is room',
    short: false,
    options: small,
    async play(scene) {
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'DONE');
      diskOf(scene).fill();
      scene.kiosk.touch({ type: 'done' });
      await scene.kiosk.skip(60_000);
      await scene.kiosk.screen('attract');
      await scene.kill();
      diskOf(scene).free();
      await scene.boot();
    },
    ends: { charges: 1, posts: 1, booked: 1 },
  },
];
