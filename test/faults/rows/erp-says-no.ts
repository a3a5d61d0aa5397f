import { asked, bootToQr, invoiceId, openInvoice, pay, payAndBeSeen, writeOffIs } from '../acts.ts';
import type { Case } from '../cell.ts';
import type { Scene } from '../scene.ts';
import { until } from '../until.ts';

const settledElsewhere = {
  charges: 1,
  posts: 0,
  booked: 0,
  alarms: ['WRITE-OFF-SETTLED-ELSEWHERE'],
} as const;

/** Asks for the QR of an invoice that is gone, and is told so. */
async function askInVain(scene: Scene, goes: () => void): Promise<void> {
  const kiosk = await scene.boot();
  await openInvoice(kiosk);
  goes();
  kiosk.touch({ type: 'pay-pix' });
  const { problem } = await kiosk.screen('problem');
  if (problem !== 'invoice-already-settled') throw new Error(`the customer is told ${problem}`);
}

export const goneBefore: readonly Case[] = [
  {
    step: 'S1',
    how: 'paid at a bank meanwhile: stop',
    play: (scene) => askInVain(scene, () => scene.world.erp.settleElsewhere(invoiceId)),
    ends: { charges: 0, posts: 0 },
  },
  {
    step: 'S1',
    how: 'cancelled meanwhile: stop',
    short: false,
    play: (scene) => askInVain(scene, () => scene.world.erp.cancel(invoiceId)),
    ends: { charges: 0, posts: 0 },
  },
];

export const goneAtQr: readonly Case[] = [
  {
    step: 'S5',
    how: 'paid at a bank and here: the money goes back',
    async play(scene) {
      await bootToQr(scene);
      scene.world.erp.settleElsewhere(invoiceId);
      await scene.moment();
      pay(scene);
    },
    ends: settledElsewhere,
  },
  {
    step: 'S5',
    how: 'cancelled at the ERP, and paid here',
    short: false,
    async play(scene) {
      await bootToQr(scene);
      scene.world.erp.cancel(invoiceId);
      pay(scene);
    },
    // Absence is what this ERP's profile takes for proof, so nobody can tell it from a payment.
    ends: settledElsewhere,
  },
];

export const goneInWriteOff: readonly Case[] = [
  {
    step: 'S6',
    how: 'settled between PAID and our first send',
    short: false,
    async play(scene) {
      await bootToQr(scene);
      const settled = scene.during(scene.world.erp, 'listOpenInvoices', () => {
        scene.world.erp.settleElsewhere(invoiceId);
        return Promise.resolve();
      });
      await payAndBeSeen(scene);
      await settled;
    },
    ends: settledElsewhere,
  },
  {
    step: 'S8',
    how: '"já baixada" is the answer to our first send',
    short: false,
    async play(scene) {
      const { erp } = scene.world;
      erp.behave({ writeOffOfSettled: 'say-already-settled' });
      await bootToQr(scene);
      const settled = scene.during(erp, 'writeOffInvoice', () => {
        erp.settleElsewhere(invoiceId);
        return Promise.resolve();
      });
      await payAndBeSeen(scene);
      await settled;
    },
    ends: { ...settledElsewhere, posts: 1 },
  },
  {
    step: 'S8',
    how: '"já baixada" is the answer to our own repeat: done',
    async play(scene) {
      const { erp } = scene.world;
      erp.behave({ writeOffOfSettled: 'say-already-settled' });
      erp.setFaults([
        {
          operation: 'writeOffInvoice',
          times: 1,
          effect: { kind: 'act-later', delayMs: 3_600_000, reply: 'drop' },
        },
      ]);
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'UNKNOWN');
      const acted = scene.during(erp, 'writeOffInvoice', () => Promise.resolve(erp.actPostponed()));
      await scene.skipUntil('it is sent again', () => asked(erp, 'writeOffInvoice') === 2, 60_000);
      await acted;
    },
    ends: { charges: 1, posts: 2, booked: 1, alarms: [] },
  },
];

const refused = { charges: 1, posts: 1, booked: 0, alarms: ['WRITE-OFF-REFUSED'] } as const;

export const refusedInWriteOff: readonly Case[] = [
  {
    step: 'S8',
    how: '422: not sent again, a person decides',
    async play(scene) {
      scene.world.erp.setFaults([
        { operation: 'writeOffInvoice', effect: { kind: 'status', status: 422, body: { status: 'não' } } },
      ]);
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'MANUAL');
      for (let hours = 0; hours < 48; hours += 8) await scene.kiosk.skip(8 * 3_600_000);
    },
    ends: refused,
  },
  {
    step: 'S8',
    how: 'a word of refusal with 200',
    short: false,
    options: {
      settings: ({ erps: [erp] }) => Object.assign(erp, { refusalWords: ['Operação não permitida'] }),
    },
    async play(scene) {
      scene.world.erp.setFaults([
        {
          operation: 'writeOffInvoice',
          effect: { kind: 'status', status: 400, body: { status: 'Operação não permitida' } },
        },
      ]);
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'MANUAL');
    },
    ends: refused,
  },
];

export const refusedAtPaper: readonly Case[] = [
  {
    step: 'S10',
    how: 'the customer gets a protocol',
    options: { world: { printer: {} } },
    async play(scene) {
      const { erp, printer } = scene.world;
      erp.setFaults([{ operation: 'writeOffInvoice', effect: { kind: 'status', status: 422 } }]);
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await until('it prints a protocol', () =>
        printer?.papers.some(({ text }) => text.includes('PAGAMENTO RECEBIDO')),
      );
    },
    ends: refused,
  },
];
