import { openInvoice, payAndBeSeen, showQr, writeOffIs, writeOffStates } from '../acts.ts';
import type { Case } from '../cell.ts';
import { readJournal } from '../journal.ts';

export const before: readonly Case[] = [
  {
    step: 'S1',
    how: 'the other one was paid meanwhile: read again, and not charged',
    short: false,
    async play(scene) {
      const first = await scene.boot();
      const second = await scene.bootAnother();
      await openInvoice(second);
      await showQr(first);
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'DONE');
      second.touch({ type: 'pay-pix' });
      const { problem } = await second.screen('problem');
      if (problem !== 'invoice-already-settled') throw new Error(`the customer is told ${problem}`);
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: [] },
  },
];

export const atQr: readonly Case[] = [
  {
    step: 'S5',
    how: 'both show a QR and both are paid: one write-off, the other goes back',
    async play(scene) {
      const first = await scene.boot();
      const second = await scene.bootAnother();
      await showQr(first);
      await showQr(second);
      const [one, other] = scene.world.psp.ledger.charges;
      scene.world.psp.pay(one?.txid ?? '');
      await scene.skipUntil('the first is written off', () => writeOffStates(scene)[0] === 'DONE', 1_000);
      await scene.moment();
      scene.world.psp.pay(other?.txid ?? '');
      const home = scene.witness.homes[1] ?? '';
      await second.skip(2_000);
      await scene.skipUntil('the second is found', () => {
        void second.skip(1_000);
        return readJournal(home).alarms.length > 0;
      });
    },
    ends: { charges: 2, posts: 1, booked: 1, alarms: ['WRITE-OFF-SETTLED-ELSEWHERE'] },
  },
  {
    step: 'S5–S7',
    how: 'both are paid in the same moment',
    async play(scene) {
      const first = await scene.boot();
      const second = await scene.bootAnother();
      await showQr(first);
      await showQr(second);
      for (const { txid } of scene.world.psp.ledger.charges) scene.world.psp.pay(txid);
      await Promise.all([first.skip(2_000), second.skip(2_000)]);
    },
    // Both may read the invoice as open before either writes it off; whether the ERP books both is the ERP's word.
    ends: { charges: 2 },
    waitsFor: 'the ERP: two kiosks share nothing but it, and a read is no lock',
  },
];
