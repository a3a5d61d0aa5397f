import { describe, expect, it } from 'vitest';
import { joao, maria, tracesOf } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

/** How to get to a moment in a visit of Maria's, and what is held back there. */
const moments: readonly (readonly [string, (stage: StagedVisit) => Promise<void>])[] = [
  ['document', (stage) => stage.touch('start').then(() => stage.type(maria.document))],
  [
    'identifying',
    (stage) => {
      stage.directory.hold();
      return stage.identify(maria);
    },
  ],
  [
    'opening the account',
    async (stage) => {
      await stage.touch('start');
      await stage.type(maria.document);
      stage.directory.holdAfter('customer');
      await stage.touch('submit');
    },
  ],
  ['invoices', (stage) => stage.identify(maria)],
  ['invoice', (stage) => stage.openInvoice()],
  [
    'preparing the charge',
    async (stage) => {
      await stage.openInvoice();
      stage.payments.hold();
      await stage.touch('pay-pix');
    },
  ],
  ['QR', (stage) => stage.showQr().then(() => undefined)],
  [
    'cancelling',
    async (stage) => {
      await stage.showQr();
      stage.payments.hold();
      await stage.touch('back');
    },
  ],
  ['expired', (stage) => stage.showQr().then(() => stage.clock.advance(600_000))],
  ['printing', (stage) => stage.printSlip().then(() => undefined)],
  [
    'waiting for paper',
    async (stage) => {
      stage.paper.become(await stage.printSlip(), { state: 'waiting', trouble: 'no-paper' });
    },
  ],
  [
    'problem',
    (stage) => {
      stage.directory.failure = { kind: 'no-answer', detail: '' };
      return stage.identify(maria);
    },
  ],
  [
    'paid',
    async (stage) => {
      stage.payments.pay((await stage.showQr()).id);
    },
  ],
  [
    'thanks',
    async (stage) => {
      stage.payments.pay((await stage.showQr()).id);
      await stage.touch('done');
    },
  ],
];

describe.each(moments)('leaving at %s', (_moment, reach) => {
  it('comes home with nothing left, and nothing that arrives later is shown to the next', async () => {
    const stage = new StagedVisit();
    await reach(stage);
    await stage.touch('leave');
    stage.directory.failure = undefined;
    stage.payments.release();
    await stage.clock.advance(20_000);
    expect(stage.screen()).toEqual({ name: 'attract', notices: [], timeZone: 'America/Sao_Paulo' });
    expect(stage.diary.open).toEqual([]);

    // Joao comes; what Maria still waited for arrives in the middle of his visit.
    await stage.touch('start');
    const arrived = stage.views.length;
    stage.directory.release();
    for (const { id } of stage.payments.charges.values()) {
      stage.attendance.tell({ type: 'charge-looked', chargeId: id, worked: false });
      stage.attendance.tell({ type: 'receipt-changed', chargeId: id, receipt: { state: 'printed' } });
      stage.attendance.tell({
        type: 'settlement-changed',
        chargeId: id,
        settlement: 'done',
        byInvoice: new Map(),
      });
      stage.payments.pay(id);
    }
    for (const jobId of stage.paper.jobs.keys()) stage.paper.become(jobId, { state: 'printed' });
    await stage.clock.advance(0);
    await stage.type(joao.document);
    await stage.touch('submit');
    expect(stage.seeing('contracts').customerName).toBe('Joao P.');
    for (const view of stage.views.slice(arrived)) {
      for (const trace of [...tracesOf(maria), 'br-code']) expect(JSON.stringify(view)).not.toContain(trace);
    }
  });

  it('leaves no charge that anybody attends', async () => {
    const stage = new StagedVisit();
    await reach(stage);
    await stage.touch('leave');
    stage.payments.release();
    await stage.clock.advance(20_000);
    for (const { id, state } of stage.payments.charges.values()) {
      expect({ state, attended: stage.payments.attended.get(id) }).not.toEqual({
        state: 'AWAITING',
        attended: true,
      });
    }
    for (const jobId of stage.paper.jobs.keys()) expect(stage.paper.cancelled).toContain(jobId);
  });
});

describe('a charge that is made after its customer left', () => {
  async function leaveWhilePreparing(): Promise<StagedVisit> {
    const stage = new StagedVisit();
    await stage.openInvoice();
    stage.payments.hold();
    await stage.touch('pay-pix');
    await stage.touch('leave');
    stage.seeing('attract');
    return stage;
  }

  it('is taken back, since nobody saw its QR', async () => {
    const stage = await leaveWhilePreparing();
    stage.payments.release();
    await stage.clock.advance(0);
    expect(stage.payments.cancelled).toEqual(['charge-1']);
    expect(stage.charge().state).toBe('CANCELLED');
  });

  it('is left to its watcher when it cannot be taken back', async () => {
    const stage = await leaveWhilePreparing();
    stage.payments.cancelOutcome = 'unknown';
    stage.payments.release();
    await stage.clock.advance(0);
    expect(stage.payments.attended.get('charge-1')).toBe(false);
  });

  it('is not touched when it turns out to be paid already', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    await stage.clock.advance(600_000);
    stage.payments.hold();
    stage.payments.adopt = 'charge-1';
    await stage.touch('pay-pix');
    await stage.touch('leave');
    stage.payments.pay('charge-1');
    stage.payments.release();
    await stage.clock.advance(0);
    expect(stage.payments.cancelled).toEqual([]);
    stage.seeing('attract');
  });

  it('is told to the log when taking it back throws', async () => {
    const stage = await leaveWhilePreparing();
    stage.payments.release();
    stage.payments.defect = new Error('disk I/O error');
    await stage.clock.advance(0);
    expect(stage.log.entries).toContainEqual({
      code: 'VISIT-STEP-FAILED',
      fields: expect.objectContaining({ step: 'charge', reason: 'Error: disk I/O error' }),
    });
    stage.seeing('attract');
  });

  it('does not disturb a customer who came meanwhile', async () => {
    const stage = await leaveWhilePreparing();
    await stage.identify(joao);
    stage.payments.release();
    await stage.clock.advance(0);
    stage.seeing('contracts');
    expect(stage.payments.cancelled).toEqual(['charge-1']);
  });
});

describe('leaving within the moment that a step takes', () => {
  it('ends a visit that had only just begun', async () => {
    const stage = new StagedVisit();
    const { screenKey } = stage.view();
    stage.attendance.handle({ screenKey, intent: { type: 'start' } });
    stage.attendance.handle({ screenKey: stage.view().screenKey, intent: { type: 'leave' } });
    await stage.clock.advance(0);
    stage.seeing('attract');
    expect(stage.diary.open).toEqual([]);
  });

  it('takes back a slip that had only just been asked for', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    stage.attendance.handle({ screenKey: stage.view().screenKey, intent: { type: 'print-slip' } });
    stage.attendance.handle({ screenKey: stage.view().screenKey, intent: { type: 'leave' } });
    await stage.clock.advance(0);
    stage.seeing('attract');
    expect(stage.paper.cancelled).toEqual(['job-1']);
  });
});

describe('leaving when nobody is there', () => {
  it('changes nothing', async () => {
    const stage = new StagedVisit();
    await stage.touch('leave');
    stage.attendance.tell({ type: 'timed-out' });
    stage.seeing('attract');
    expect(stage.diary.entries).toEqual([]);
  });
});
