import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asked, bootToQr, openInvoice, pay, payAndBeSeen, showQr, writeOffIs } from '../acts.ts';
import type { Case } from '../cell.ts';
import type { ChildKiosk } from '../child-kiosk.ts';
import type { Scene } from '../scene.ts';
import { until } from '../until.ts';

/** Ends the kiosk, overwrites its database as a dying disk would, and starts it again. */
async function bootSpoiled(scene: Scene): Promise<ChildKiosk> {
  await scene.kiosk.stop();
  const file = join(scene.home, 'balcao.db');
  writeFileSync(file, Buffer.alloc(readFileSync(file).length, 'no database at all '));
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  const kiosk = await scene.boot();
  if (readdirSync(join(scene.home, 'quarantine')).length !== 1) throw new Error('nothing is in quarantine');
  return kiosk;
}

/** Lets time go by until the database as it is now was backed up. */
async function backUp(scene: Scene): Promise<void> {
  const folder = join(scene.home, 'backups');
  await scene.skipUntil(
    'a backup is made',
    () => existsSync(folder) && readdirSync(folder).length > 0,
    60_000,
  );
}

function takesPix({ shown }: ChildKiosk): boolean {
  return shown?.name === 'attract' && !shown.notices.includes('pix-unavailable');
}

export const atBoot: readonly Case[] = [
  {
    step: 'S1',
    how: 'in quarantine, and no new payment before every account was listed',
    async play(scene) {
      const { psp } = scene.world;
      await (await scene.boot()).screen('attract');
      await scene.wires.psp.become('refused');
      const kiosk = await bootSpoiled(scene);
      await openInvoice(kiosk);
      kiosk.touch({ type: 'pay-pix' });
      await scene.wires.psp.become('up');
      if (asked(psp, 'createCob') > 0) throw new Error('charged before the PSP was asked');
      await scene.skipUntil('the PSP was asked', () => asked(psp, 'listPix') > 0, 5_000);
      await scene.kill();
      const next = await scene.boot();
      await until('every account was listed', () => takesPix(next));
      await showQr(next);
      pay(scene);
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: ['STORAGE-RESTORED'] },
  },
  {
    step: 'S9',
    how: 'restored from before the payment: what was written off is found to be, not sent again',
    async play(scene) {
      await bootToQr(scene);
      await scene.kill();
      await scene.boot();
      await backUp(scene);
      pay(scene);
      await scene.skipUntil(
        'it is written off',
        () => scene.world.erp.ledger.settlements.length === 1,
        10_000,
      );
      await writeOffIs(scene, 'DONE');
      await bootSpoiled(scene);
    },
    ends: { charges: 1, posts: 1, booked: 1 },
  },
  {
    step: 'S5',
    how: 'paid, and the backup is older than the charge: a person is told of a payment that nobody knows',
    async play(scene) {
      await scene.boot();
      await backUp(scene);
      await showQr(scene.kiosk);
      await scene.kill();
      await scene.boot();
      pay(scene);
      await bootSpoiled(scene);
      await scene.skipUntil('a person is told', () => scene.journal().alarms.length >= 2, 5_000);
    },
    ends: { charges: 1, alarms: ['STORAGE-RESTORED', 'PIX-UNKNOWN-CHARGE'] },
  },
  {
    step: 'S9',
    how: 'no backup at all: begins empty, and tells of what was paid before',
    short: false,
    async play(scene) {
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'DONE');
      await bootSpoiled(scene);
      await scene.skipUntil('a person is told', () => scene.journal().alarms.length >= 2, 5_000);
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: ['STORAGE-RESTORED', 'PIX-UNKNOWN-CHARGE'] },
  },
];
