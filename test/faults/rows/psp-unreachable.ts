import type { WorldSettings } from '../../support/world.ts';
import { asked, bootToQr, chargeStates, openInvoice, pay, writeOffStates } from '../acts.ts';
import type { Case } from '../cell.ts';
import type { Scene } from '../scene.ts';
import { until } from '../until.ts';
import type { WireState } from '../wire.ts';

/** The network to the PSP is cut before the customer asks for the QR. */
function cutBefore(state: WireState, how: string): Case {
  return {
    step: 'S3',
    how,
    options: { settings: impatient },
    async play(scene) {
      const kiosk = await scene.boot();
      await openInvoice(kiosk);
      await scene.wires.psp.become(state);
      kiosk.touch({ type: 'pay-pix' });
      const { problem } = await kiosk.screen('problem');
      if (problem !== 'pix-unreachable') throw new Error(`the customer is told ${problem}`);
    },
    ends: { charges: 0, posts: 0, alarms: [] },
  };
}

/** Where nobody answers at all, the test must wait for a time-out of real time. */
function impatient({ pix }: WorldSettings): void {
  for (const account of pix.accounts) Object.assign(account, { timeoutMs: 1_500 });
}

/** The expiry comes and goes while the PSP cannot be asked. */
async function outliveTheExpiry(scene: Scene): Promise<void> {
  const { kiosk } = scene;
  for (let minutes = 0; minutes < 20; minutes += 1) await kiosk.skip(60_000);
  if (chargeStates(scene)[0] !== 'AWAITING') throw new Error('given up without a word of the PSP');
}

export const before: readonly Case[] = [
  cutBefore('refused', 'nobody listens there: "PIX indisponível"'),
  { ...cutBefore('reset', 'connections are cut off: "PIX indisponível"'), short: false },
  { ...cutBefore('silent', 'nothing comes back: "PIX indisponível"'), short: false },
  {
    step: 'S3',
    how: 'it answers 503 to everything: "PIX indisponível"',
    short: false,
    async play(scene) {
      const kiosk = await scene.boot();
      await openInvoice(kiosk);
      scene.world.psp.setFaults([{ effect: { kind: 'status', status: 503 } }]);
      kiosk.touch({ type: 'pay-pix' });
      await kiosk.screen('problem');
    },
    ends: { charges: 0, posts: 0, alarms: [] },
  },
  {
    step: 'S3',
    how: 'it makes the charge and its answer is lost: that charge is shown',
    short: false,
    async play(scene) {
      scene.world.psp.setFaults([{ operation: 'createCob', times: 1, effect: { kind: 'drop-after' } }]);
      await bootToQr(scene);
      pay(scene);
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: [] },
  },
  {
    step: 'S3',
    how: 'it makes the charge, and then cannot be asked: found again, never a second one',
    async play(scene) {
      const { psp } = scene.world;
      const kiosk = await scene.boot();
      await openInvoice(kiosk);
      psp.setFaults([{ operation: 'createCob', times: 1, effect: { kind: 'drop-after' } }]);
      const cut = scene.during(psp, 'getCob', () => scene.wires.psp.become('refused'));
      kiosk.touch({ type: 'pay-pix' });
      await cut;
      await kiosk.screen('problem');
      await scene.wires.psp.become('up');
      await scene.skipUntil('the charge is adopted', () => chargeStates(scene)[0] === 'AWAITING', 1_000);
      kiosk.touch({ type: 'retry' });
      await kiosk.screen('pix');
      pay(scene);
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: [] },
  },
];

export const atQr: readonly Case[] = [
  {
    step: 'S5',
    how: 'paid meanwhile, and its expiry passes: PAID when the PSP is back',
    short: false,
    async play(scene) {
      await bootToQr(scene);
      await scene.wires.psp.become('refused');
      await scene.moment();
      pay(scene);
      await outliveTheExpiry(scene);
      await scene.wires.psp.become('up');
      await scene.skipUntil('it is found', () => chargeStates(scene)[0] === 'PAID', 30_000);
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: [] },
  },
  {
    step: 'S5',
    how: 'not paid, and its expiry passes: EXPIRED only by a look that worked',
    async play(scene) {
      await bootToQr(scene);
      await scene.wires.psp.become('refused');
      await scene.moment();
      await outliveTheExpiry(scene);
      await scene.wires.psp.become('up');
      await scene.skipUntil('it ends', () => chargeStates(scene)[0] === 'EXPIRED', 30_000);
    },
    ends: { charges: 1, posts: 0, alarms: [] },
  },
  {
    step: 'S5',
    how: 'nonsense comes back while it is looked at: no word about the charge is taken from that',
    short: false,
    async play(scene) {
      const { psp } = scene.world;
      const kiosk = await bootToQr(scene);
      psp.setFaults([
        { operation: 'getCob', times: 1, effect: { kind: 'garbage', garbage: 'html' } },
        { operation: 'getCob', times: 1, effect: { kind: 'garbage', garbage: 'broken-json' } },
        { operation: 'getCob', times: 1, effect: { kind: 'status', status: 404, body: 'gateway' } },
      ]);
      await scene.skipUntil('it was looked at', () => asked(psp, 'getCob') >= 3, 2_000);
      await kiosk.screen('pix');
      pay(scene);
      await scene.skipUntil('it is found', () => writeOffStates(scene).length === 1, 2_000);
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: [] },
  },
  {
    step: 'S5',
    how: 'the customer gives up, and the PSP cannot be told: not called cancelled',
    async play(scene) {
      const kiosk = await bootToQr(scene);
      await scene.wires.psp.become('refused');
      kiosk.touch({ type: 'back' });
      const { problem } = await kiosk.screen('problem');
      if (problem !== 'pix-cancel-unconfirmed') throw new Error(`the customer is told ${problem}`);
      pay(scene);
      await scene.wires.psp.become('up');
      await scene.skipUntil('it is found', () => chargeStates(scene)[0] === 'PAID', 2_000);
      await until('the customer is told', () => kiosk.views.some(({ screen }) => screen.name === 'paid'));
    },
    ends: { charges: 1, posts: 1, booked: 1, alarms: [] },
  },
];
