import {
  asked,
  bootToQr,
  chargeStates,
  goHome,
  openInvoice,
  pay,
  payAndBeSeen,
  showQr,
  writeOffIs,
} from '../acts.ts';
import type { Case } from '../cell.ts';
import type { Scene } from '../scene.ts';
import { until } from '../until.ts';

/** Asks for the QR, and is killed while the PSP holds its next request for `operation`. */
async function askAndDieDuring(scene: Scene, operation: string): Promise<void> {
  const kiosk = await scene.boot();
  await openInvoice(kiosk);
  const killed = scene.during(scene.world.psp, operation, () => scene.kill());
  kiosk.touch({ type: 'pay-pix' });
  await killed;
}

/** A visit up to the payment, killed while the ERP holds its next request for `operation`. */
async function payAndDieDuring(scene: Scene, operation: string): Promise<void> {
  await bootToQr(scene);
  const killed = scene.during(scene.world.erp, operation, () => scene.kill());
  await payAndBeSeen(scene).catch(() => undefined);
  await killed;
}

/** The customer comes back, is shown a QR, and this time pays. */
async function payAfterAll(scene: Scene): Promise<void> {
  await showQr(scene.kiosk);
  await payAndBeSeen(scene);
  await scene.kiosk.screen('paid');
}

const paidOnce = { charges: 1, posts: 1, booked: 1, alarms: [] } as const;

export const before: readonly Case[] = [
  {
    step: 'S1',
    how: 'while the invoice is read again',
    short: false,
    async play(scene) {
      const kiosk = await scene.boot();
      await openInvoice(kiosk);
      const killed = scene.during(scene.world.erp, 'listOpenInvoices', () => scene.kill());
      kiosk.touch({ type: 'pay-pix' });
      await killed;
      await scene.boot();
      await payAfterAll(scene);
    },
    ends: paidOnce,
  },
  {
    step: 'S2',
    how: 'the intent is on disk, the PSP was not asked yet',
    async play(scene) {
      await askAndDieDuring(scene, 'token');
      await scene.boot();
      await until('the charge is given up', () => chargeStates(scene)[0] === 'CANCELLED');
      await payAfterAll(scene);
    },
    ends: paidOnce,
  },
  {
    step: 'S3',
    how: 'the request is in flight, and the PSP never acts',
    async play(scene) {
      scene.world.psp.setFaults([{ operation: 'createCob', times: 1, effect: { kind: 'hang' } }]);
      await askAndDieDuring(scene, 'createCob');
      await scene.boot();
      await until('the charge is given up', () => chargeStates(scene)[0] === 'CANCELLED');
    },
    ends: { charges: 0, posts: 0, alarms: [] },
  },
  {
    step: 'S3',
    how: 'the request is in flight, and the PSP acts: a later visit pays that charge',
    async play(scene) {
      await askAndDieDuring(scene, 'createCob');
      await scene.boot();
      await until('the charge is adopted', () => chargeStates(scene)[0] === 'AWAITING');
      await payAfterAll(scene);
      if (asked(scene.world.psp, 'createCob') !== 1) throw new Error('the PSP was asked for a second charge');
    },
    ends: paidOnce,
  },
];

export const atQr: readonly Case[] = [
  {
    step: 'S4',
    how: 'nobody pays: the same charge serves the next visit',
    async play(scene) {
      await bootToQr(scene);
      await scene.moment();
      await scene.kill();
      await scene.boot();
      await payAfterAll(scene);
    },
    ends: paidOnce,
  },
  {
    step: 'S5',
    how: 'paid while the kiosk is dead',
    options: { world: { printer: {} } },
    async play(scene) {
      await bootToQr(scene);
      await scene.kill();
      pay(scene);
      await scene.boot();
    },
    ends: { ...paidOnce, receipts: 1 },
  },
  {
    step: 'S6',
    how: 'while the look that finds the payment is in flight',
    short: false,
    options: { world: { printer: {} } },
    async play(scene) {
      const kiosk = await bootToQr(scene);
      pay(scene);
      const killed = scene.during(scene.world.psp, 'getCob', () => scene.kill());
      await kiosk.skip(5_000);
      await killed;
      await scene.boot();
    },
    ends: { ...paidOnce, receipts: 1 },
  },
];

export const inWriteOff: readonly Case[] = [
  {
    step: 'S6',
    how: 'PAID is on disk, and nothing was sent',
    options: { world: { printer: {} } },
    async play(scene) {
      await payAndDieDuring(scene, 'listOpenInvoices');
      await scene.boot();
      await writeOffIs(scene, 'DONE');
    },
    ends: { ...paidOnce, receipts: 1 },
  },
  {
    step: 'S7',
    how: 'the ERP never acts: sent again after the settle window',
    async play(scene) {
      scene.world.erp.setFaults([{ operation: 'writeOffInvoice', times: 1, effect: { kind: 'hang' } }]);
      await payAndDieDuring(scene, 'writeOffInvoice');
      const kiosk = await scene.boot();
      await writeOffIs(scene, 'UNKNOWN');
      const looks = asked(scene.world.erp, 'listOpenInvoices');
      await kiosk.skip(300_000);
      await until('it looks for proof', () => asked(scene.world.erp, 'listOpenInvoices') > looks);
      if (asked(scene.world.erp, 'writeOffInvoice') > 1)
        throw new Error('sent again before the window ended');
    },
    ends: { charges: 1, posts: 2, booked: 1, alarms: [] },
  },
  {
    step: 'S7',
    how: 'the ERP never acts, and no repeat is allowed: a person decides',
    short: false,
    options: {
      settings: ({ erps: [erp] }) => {
        erp.repeat = 'never';
      },
    },
    async play(scene) {
      scene.world.erp.setFaults([{ operation: 'writeOffInvoice', times: 1, effect: { kind: 'hang' } }]);
      await payAndDieDuring(scene, 'writeOffInvoice');
      await scene.boot();
    },
    ends: { charges: 1, posts: 1, booked: 0, alarms: ['WRITE-OFF-UNPROVEN'] },
  },
  {
    step: 'S7',
    how: 'the ERP acts: proven, not sent again',
    short: false,
    options: { world: { printer: {} } },
    async play(scene) {
      await payAndDieDuring(scene, 'writeOffInvoice');
      await scene.boot();
      await writeOffIs(scene, 'DONE_BY_RECONCILIATION');
    },
    ends: { ...paidOnce, receipts: 1 },
  },
  {
    step: 'S7',
    how: 'the ERP acts when the kiosk is back: waited for, not sent again',
    async play(scene) {
      scene.world.erp.setFaults([
        { operation: 'writeOffInvoice', times: 1, effect: { kind: 'act-later', delayMs: 3_600_000 } },
      ]);
      await payAndDieDuring(scene, 'writeOffInvoice');
      const kiosk = await scene.boot();
      await writeOffIs(scene, 'UNKNOWN');
      await kiosk.skip(120_000);
      scene.world.erp.actPostponed();
    },
    ends: paidOnce,
  },
  {
    step: 'S8',
    how: 'answered, and not written down: proven, not sent again',
    options: { world: { printer: {} } },
    async play(scene) {
      await bootToQr(scene);
      const killed = scene.killOnceAnswered(scene.world.erp, 'writeOffInvoice');
      await payAndBeSeen(scene).catch(() => undefined);
      await killed;
      await scene.boot();
      await writeOffIs(scene, 'DONE_BY_RECONCILIATION');
    },
    ends: { ...paidOnce, receipts: 1 },
  },
  {
    step: 'S7',
    how: 'again while proof is looked for, and again while it is sent a second time',
    async play(scene) {
      scene.world.erp.setFaults([{ operation: 'writeOffInvoice', times: 1, effect: { kind: 'hang' } }]);
      await payAndDieDuring(scene, 'writeOffInvoice');
      const inProof = scene.during(scene.world.erp, 'listOpenInvoices', () => scene.kill());
      scene.launch();
      await inProof;
      const inRepeat = scene.during(scene.world.erp, 'writeOffInvoice', () => scene.kill());
      await scene.boot();
      await scene.skipUntil('it is killed', () => !scene.kiosk.alive, 60_000);
      await inRepeat;
      await scene.boot();
    },
    ends: { charges: 1, posts: 2, booked: 1, alarms: [] },
  },
  {
    step: 'S5',
    how: 'the PIX of the ERP itself: no write-off of ours',
    async play(scene) {
      const kiosk = await scene.boot();
      await showQr(kiosk, '910002');
      await scene.kill();
      scene.world.erp.settleByOwnPix('910002');
      await scene.boot();
    },
    ends: { charges: 0, posts: 0, alarms: [] },
  },
];

export const atPaper: readonly Case[] = [
  {
    step: 'S9',
    how: 'written off, and its receipt waits for the printer: printed once',
    short: false,
    options: { world: { printer: {} } },
    async play(scene) {
      await bootToQr(scene);
      await scene.world.printer?.unplug();
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'DONE');
      await until('the receipt is queued', () => scene.journal().printJobs.length === 1);
      await scene.moment();
      await scene.kill();
      await scene.world.printer?.plug();
      await scene.boot();
    },
    ends: { ...paidOnce, receipts: 1 },
  },
  {
    step: 'S10',
    how: 'the receipt is half out: UNCERTAIN, not printed again by itself',
    // 960 bytes a second: slow enough to be stopped in the middle.
    options: { world: { printer: { baudRate: 9600 } } },
    async play(scene) {
      const { printer } = scene.world;
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await until('it prints', () => printer?.unfinished?.text.includes('Recebimento via PIX'));
      await printer?.setStalled(true);
      await scene.moment();
      await scene.kill();
      // What is still on the wire is lost with the power.
      await printer?.unplug();
      await printer?.plug();
      await scene.boot();
      await until('it is uncertain', () => scene.journal().printJobs[0] === 'uncertain');
    },
    ends: { ...paidOnce, receipts: 0 },
  },
  {
    step: 'S12',
    how: 'the chat platform is being told: told again with the same key',
    short: false,
    async play(scene) {
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await until('the chat platform knows of the visit', () => asked(scene.world.chat, 'callback') === 2);
      const killed = scene.during(scene.world.chat, 'callback', () => scene.kill());
      await goHome(scene.kiosk);
      await killed;
      await scene.boot();
    },
    ends: paidOnce,
  },
  {
    step: 'S12',
    how: 'Senior CRM is being told the end: one call, whose end is told again',
    short: false,
    async play(scene) {
      await bootToQr(scene);
      await payAndBeSeen(scene);
      const killed = scene.during(scene.world.senior, 'end', () => scene.kill());
      await goHome(scene.kiosk);
      await killed;
      await scene.boot();
      await until('its end was told', () => scene.world.senior.ledger.calls[0]?.end !== undefined);
    },
    ends: paidOnce,
  },
  {
    step: 'S12',
    how: 'the CRM is being told: one case in the end',
    async play(scene) {
      await bootToQr(scene);
      await payAndBeSeen(scene);
      const killed = scene.during(scene.world.crm, 'composite', () => scene.kill());
      await goHome(scene.kiosk);
      await killed;
      await scene.boot();
    },
    ends: paidOnce,
  },
];
