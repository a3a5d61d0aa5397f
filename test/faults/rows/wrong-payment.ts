import {
  asked,
  bootToQr,
  chargeStates,
  invoiceId,
  openInvoice,
  pay,
  payAndBeSeen,
  writeOffIs,
} from '../acts.ts';
import type { Case } from '../cell.ts';

const wrongAmount = { charges: 1, posts: 0, booked: 0, alarms: ['CHARGE-WRONG-AMOUNT'] } as const;

const paidTwice = { charges: 1, posts: 1, booked: 1, alarms: ['CHARGE-PAID-TWICE'] } as const;

function wrong(how: string, amountCents: number): Case {
  return {
    step: 'S5',
    how,
    async play(scene) {
      const kiosk = await bootToQr(scene);
      pay(scene, { amountCents });
      await scene.skipUntil('it is found', () => chargeStates(scene)[0] === 'REFUND_DUE', 2_000);
      const { problem } = await kiosk.screen('problem');
      if (problem !== 'payment-mismatch') throw new Error(`the customer is told ${problem}`);
    },
    ends: wrongAmount,
  };
}

export const before: readonly Case[] = [
  {
    step: 'S1',
    how: 'the amount has changed: quoted again, and the new one is charged',
    short: false,
    async play(scene) {
      const kiosk = await scene.boot();
      await openInvoice(kiosk);
      scene.world.erp.changeAmounts(invoiceId, { fineCents: 777 });
      kiosk.touch({ type: 'pay-pix' });
      const { problem } = await kiosk.screen('problem');
      if (problem !== 'invoice-changed') throw new Error(`the customer is told ${problem}`);
      if (asked(scene.world.psp, 'createCob') > 0) throw new Error('charged before the customer agreed');
      kiosk.touch({ type: 'retry' });
      await kiosk.screen('invoice');
      kiosk.touch({ type: 'pay-pix' });
      await kiosk.screen('pix');
      pay(scene);
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: [] },
  },
];

export const atQr: readonly Case[] = [
  wrong('too little was paid', 100),
  { ...wrong('too much was paid', 1_000_000), short: false },
  {
    step: 'S5',
    how: 'paid after its expiry: a person decides, no write-off',
    async play(scene) {
      await bootToQr(scene);
      await scene.skipUntil('it expires', () => chargeStates(scene)[0] === 'EXPIRED', 60_000);
      pay(scene, { force: true });
      await scene.skipUntil('it is found', () => chargeStates(scene)[0] !== 'EXPIRED', 60_000);
    },
    ends: { charges: 1, posts: 0, booked: 0, alarms: ['WRITE-OFF-LATE-PAYMENT'] },
  },
  {
    step: 'S5',
    how: 'paid in the second in which the customer gives it up: PAID, never called cancelled',
    async play(scene) {
      const kiosk = await bootToQr(scene);
      const paid = scene.during(scene.world.psp, 'reviseCob', () => {
        pay(scene);
        return Promise.resolve();
      });
      kiosk.touch({ type: 'back' });
      await paid;
      await kiosk.screen('paid');
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: [] },
  },
  {
    step: 'S5',
    how: 'paid twice before it is seen: one write-off, the second payment is to be given back',
    async play(scene) {
      await bootToQr(scene);
      pay(scene);
      pay(scene, { force: true });
    },
    ends: paidTwice,
  },
  {
    step: 'S9',
    how: 'paid again after it was written off: one write-off, the second one to be given back',
    short: false,
    async play(scene) {
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'DONE');
      pay(scene, { force: true });
      await scene.skipUntil('it is found', () => scene.journal().alarms.length > 0, 600_000);
    },
    ends: paidTwice,
  },
];
