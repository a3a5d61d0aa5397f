import type { Fault } from '../../simulators/server/fault.ts';
import type { WorldSettings } from '../../support/world.ts';
import { asked, bootToQr, openInvoice, payAndBeSeen, writeOffIs, writeOffStates } from '../acts.ts';
import type { Case } from '../cell.ts';
import { complaintsOf } from '../complaints.ts';
import type { Scene } from '../scene.ts';
import { until } from '../until.ts';

/** Where nobody answers at all, the test must wait for a time-out of real time. */
function impatient({ erps: [erp] }: WorldSettings): void {
  erp.timeoutMs = 1_500;
}

const paidOnce = { charges: 1, posts: 1, booked: 1, alarms: [] } as const;

/** The ERP fails from the moment at which the customer asks for the QR. */
function failBefore(how: string, fail: (scene: Scene) => void | Promise<void>): Case {
  return {
    step: 'S1',
    how,
    options: { settings: impatient },
    async play(scene) {
      const kiosk = await scene.boot();
      await openInvoice(kiosk);
      await fail(scene);
      kiosk.touch({ type: 'pay-pix' });
      await kiosk.screen('problem');
      if (asked(scene.world.psp, 'createCob') > 0) throw new Error('charged on a stale invoice');
    },
    ends: { charges: 0, posts: 0, alarms: [] },
  };
}

function faults(...list: readonly Fault[]): (scene: Scene) => void {
  return (scene) => scene.world.erp.setFaults(list);
}

/** What comes back from the write-off says nothing, although it took effect. */
function actsAndTalksNonsense(how: string, effect: NonNullable<Fault['effect']>): Case {
  return {
    step: 'S7',
    how,
    async play(scene) {
      scene.world.erp.setFaults([{ operation: 'writeOffInvoice', times: 1, effect }]);
      await bootToQr(scene);
      await payAndBeSeen(scene);
    },
    ends: paidOnce,
  };
}

export const before: readonly Case[] = [
  failBefore('nobody listens there: no charge on a stale invoice', (scene) =>
    scene.wires.erp.become('refused'),
  ),
  { ...failBefore('nothing comes back', (scene) => scene.wires.erp.become('silent')), short: false },
  { ...failBefore('it answers 503', faults({ effect: { kind: 'status', status: 503 } })), short: false },
  { ...failBefore('HTML with 200', faults({ effect: { kind: 'garbage', garbage: 'html' } })), short: false },
  {
    ...failBefore('bad JSON', faults({ effect: { kind: 'garbage', garbage: 'broken-json' } })),
    short: false,
  },
];

export const atQr: readonly Case[] = [
  {
    step: 'S5',
    how: 'it is gone while the customer pays: PAID all the same, written off when it is back',
    short: false,
    async play(scene) {
      const kiosk = await bootToQr(scene);
      await scene.wires.erp.become('refused');
      await scene.moment();
      await payAndBeSeen(scene);
      const { writeOff } = await kiosk.screen('paid');
      if (writeOff !== 'processing') throw new Error('the customer is told that it is written off');
    },
    ends: paidOnce,
  },
];

export const inWriteOff: readonly Case[] = [
  {
    step: 'S7',
    how: 'gone for three days and restarted meanwhile: still queued, written off once',
    async play(scene) {
      await bootToQr(scene);
      await scene.wires.erp.become('refused');
      await payAndBeSeen(scene);
      for (let hours = 0; hours < 72; hours += 4) await scene.kiosk.skip(4 * 3_600_000);
      await scene.kill();
      await scene.boot();
      if (writeOffStates(scene)[0] !== 'PENDING') throw new Error('not queued any more');
    },
    ends: paidOnce,
  },
  {
    step: 'S7',
    how: 'it asks for ten minutes by Retry-After: not asked before',
    async play(scene) {
      const { erp } = scene.world;
      const kiosk = await bootToQr(scene);
      erp.setFaults([
        { operation: 'listOpenInvoices', times: 1, effect: { kind: 'status', status: 503, retryAfter: 600 } },
      ]);
      const reads = asked(erp, 'listOpenInvoices');
      await payAndBeSeen(scene);
      await until('it has the answer', () => complaintsOf(scene.home).includes('WRITE-OFF-ERP-TROUBLE'));
      await kiosk.skip(200_000);
      await kiosk.skip(200_000);
      await kiosk.skip(100_000);
      if (asked(erp, 'listOpenInvoices') > reads + 1) throw new Error('asked again too soon');
      await kiosk.skip(100_000);
      await writeOffIs(scene, 'DONE');
    },
    ends: paidOnce,
  },
  actsAndTalksNonsense('500, and it took effect: proven, exactly one POST', {
    kind: 'status',
    status: 500,
    acts: true,
  }),
  {
    ...actsAndTalksNonsense('HTML with 200, and it took effect', {
      kind: 'garbage',
      garbage: 'html',
      acts: true,
    }),
    short: false,
  },
  {
    ...actsAndTalksNonsense('bad JSON, and it took effect', {
      kind: 'garbage',
      garbage: 'broken-json',
      acts: true,
    }),
    short: false,
  },
  actsAndTalksNonsense('the connection breaks after it took effect', { kind: 'drop-after' }),
  {
    step: 'S7',
    how: 'the network is cut while the POST is under way',
    short: false,
    async play(scene) {
      await bootToQr(scene);
      const cut = scene.during(scene.world.erp, 'writeOffInvoice', () => scene.wires.erp.become('refused'));
      await payAndBeSeen(scene);
      await cut;
      await scene.skipUntil('it is unknown', () => writeOffStates(scene)[0] === 'UNKNOWN', 1);
    },
    ends: paidOnce,
  },
];

export const atPaper: readonly Case[] = [
  {
    step: 'S10',
    how: 'the receipt says "baixa em processamento"',
    short: false,
    options: { world: { printer: {} } },
    async play(scene) {
      const { printer } = scene.world;
      await bootToQr(scene);
      await scene.wires.erp.become('refused');
      await payAndBeSeen(scene);
      await scene.skipUntil('the receipt is out', () => printer?.papers.length === 1, 2_000);
      if (!/baixa em processamento/i.test(printer?.papers[0]?.text ?? '')) {
        throw new Error('the receipt does not say that the write-off is still to come');
      }
    },
    ends: { ...paidOnce, receipts: 1 },
  },
  {
    step: 'S12',
    how: 'chat and CRM are gone: told in order when they are back',
    short: false,
    async play(scene) {
      const { chat, crm } = scene.world;
      chat.setFaults([{ effect: { kind: 'status', status: 503 } }]);
      crm.setFaults([{ effect: { kind: 'drop-before' } }]);
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'DONE');
      await scene.skipUntil('the visit is over', () => scene.journal().visitEnds[0] !== null, 30_000);
      if (chat.ledger.callbacks.length > 0) throw new Error('the chat platform heard something');
    },
    ends: paidOnce,
  },
];

export const late: readonly Case[] = [
  lateEffect('it times out and acts at once', { kind: 'act-later', delayMs: 0 }),
  {
    ...lateEffect('it times out and acts two minutes later', { kind: 'act-later', delayMs: 3_600_000 }),
    short: false,
  },
  lateEffect('it says 503 and acts two minutes later', {
    kind: 'act-later',
    delayMs: 3_600_000,
    reply: 'unavailable',
  }),
  lateEffect('the connection breaks, and it acts two minutes later', {
    kind: 'act-later',
    delayMs: 3_600_000,
    reply: 'drop',
  }),
];

/** Exactly one POST, whenever it takes effect within the settle window. */
function lateEffect(how: string, effect: NonNullable<Fault['effect']>): Case {
  return {
    step: 'S7',
    how,
    options: { settings: impatient },
    async play(scene) {
      const { erp } = scene.world;
      erp.setFaults([{ operation: 'writeOffInvoice', times: 1, effect }]);
      await bootToQr(scene);
      await payAndBeSeen(scene);
      await writeOffIs(scene, 'UNKNOWN');
      await scene.kiosk.skip(60_000);
      await scene.kiosk.skip(60_000);
      await scene.moment();
      erp.actPostponed();
    },
    ends: paidOnce,
  };
}
