import { describe, expect, it } from 'vitest';
import type { VisitRules } from '../../../src-main/attendance/visit-parts.ts';
import type { Settlement } from '../../../src-main/domain/write-off.ts';
import { invoiceOf, maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

const overdue = invoiceOf('F-1', { dueDate: '2026-10-01', dueCents: 10_000 });
const second = invoiceOf('F-2', { dueCents: 20_000 });
const third = invoiceOf('F-3', { dueDate: '2027-01-10', dueCents: 8_970 });
const branch = invoiceOf('F-4', { dueDate: '2027-01-11', accountKey: 'filial' });
const alone = invoiceOf('F-5', { dueDate: '2027-01-12', accountKey: 'alone' });
const free = invoiceOf('F-6', { dueDate: '2027-01-13', dueCents: 0 });

/** At the list of somebody who owes these. */
async function listing(
  invoices = [overdue, second, third],
  rules: Partial<VisitRules> = {},
): Promise<StagedVisit> {
  const stage = new StagedVisit(rules);
  const owing = { ...maria, invoices };
  stage.directory.know(owing);
  await stage.identify(owing);
  stage.seeing('invoices');
  return stage;
}

async function ticking(
  invoices = [overdue, second, third],
  ...keys: readonly string[]
): Promise<StagedVisit> {
  const stage = await listing(invoices);
  await stage.touch('show-several');
  for (const invoiceId of keys) await stage.send({ type: 'tick-invoice', invoiceId });
  return stage;
}

function tickedAt(stage: StagedVisit): readonly string[] {
  return stage
    .seeing('several')
    .invoices.filter(({ ticked }) => ticked)
    .map(({ id }) => id);
}

describe('the list of invoices', () => {
  it.each([
    ['two of one account', [overdue, second], true],
    ['one only', [overdue], false],
    ['each of another account', [overdue, branch], false],
    ['one that can be paid alone only', [overdue, alone], false],
    ['one with nothing to pay', [overdue, free], false],
  ])('with %s: may be paid together: %s', async (_what, invoices, offersSeveral) => {
    const stage = await listing(invoices);
    expect(stage.seeing('invoices').offersSeveral).toBe(offersSeveral);
    await stage.touch('show-several');
    stage.seeing(offersSeveral ? 'several' : 'invoices');
  });

  it.each([
    { pix: true, slip: true, boleto: true, several: false },
    { pix: false, slip: true, boleto: true, several: true },
  ])('does not say so where the settings do not want it (%o)', async (offer) => {
    const stage = await listing([overdue, second], { offer });
    expect(stage.seeing('invoices').offersSeveral).toBe(false);
  });
});

describe('ticking', () => {
  it('begins with none, the overdue first, and nothing can be paid', async () => {
    const stage = await ticking();
    expect(stage.seeing('several')).toMatchObject({
      count: 0,
      totalCents: 0,
      allTicked: false,
      pix: { offered: false, reason: 'nothing-ticked' },
    });
    expect(stage.seeing('several').invoices.map(({ id, overdue: late }) => [id, late])).toEqual([
      ['F-1', true],
      ['F-2', false],
      ['F-3', false],
    ]);
    await stage.touch('pay-pix');
    stage.seeing('several');
  });

  it('adds up, and takes away again', async () => {
    const stage = await ticking(undefined, 'F-1', 'F-3');
    expect(stage.seeing('several')).toMatchObject({ count: 2, totalCents: 18_970, pix: { offered: true } });
    await stage.send({ type: 'tick-invoice', invoiceId: 'F-1' });
    expect(tickedAt(stage)).toEqual(['F-3']);
    await stage.touch('tick-all');
    expect(stage.seeing('several')).toMatchObject({ count: 3, totalCents: 38_970, allTicked: true });
    await stage.touch('tick-none');
    expect(tickedAt(stage)).toEqual([]);
  });

  it('goes on where it was left', async () => {
    const stage = await ticking(undefined, 'F-1', 'F-3');
    await stage.touch('back');
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-2' });
    await stage.touch('back');
    await stage.touch('show-several');
    expect(tickedAt(stage)).toEqual(['F-1', 'F-3']);
  });

  it('keeps apart what one account does not collect', async () => {
    const otherBranch = invoiceOf('F-7', { dueDate: '2027-02-01', accountKey: 'filial' });
    const stage = await ticking([overdue, second, branch, otherBranch, alone, free], 'F-4');
    const hindrances = stage.seeing('several').invoices.map(({ id, hindrance }) => [id, hindrance]);
    expect(hindrances).toEqual([
      ['F-1', 'another-account'],
      ['F-2', 'another-account'],
      ['F-4', undefined],
      ['F-7', undefined],
      ['F-5', 'alone'],
      ['F-6', 'alone'],
    ]);
    for (const invoiceId of ['F-1', 'F-5', 'F-6', 'unknown']) {
      await stage.send({ type: 'tick-invoice', invoiceId });
    }
    expect(tickedAt(stage)).toEqual(['F-4']);
    await stage.touch('tick-all');
    expect(tickedAt(stage)).toEqual(['F-4', 'F-7']);
    expect(stage.seeing('several').allTicked).toBe(true);
  });

  it.each(['above-maximum', 'below-minimum', 'outside-hours', 'unavailable'] as const)(
    'says before why the sum cannot be paid: %s',
    async (reason) => {
      const stage = await ticking(undefined, 'F-1', 'F-2');
      stage.payments.severalOffer = reason;
      expect(stage.seeing('several').pix).toEqual({ offered: false, reason });
      await stage.touch('pay-pix');
      stage.seeing('several');
    },
  );

  it('says that nothing is paid without paper where that is the rule', async () => {
    const stage = await listing(undefined, { payWithoutPaper: false });
    await stage.touch('show-several');
    await stage.touch('tick-all');
    stage.paper.printer = 'no-paper';
    expect(stage.seeing('several').pix).toEqual({ offered: false, reason: 'printer' });
  });

  it('is idle like any other screen', async () => {
    const stage = await ticking(undefined, 'F-1');
    await stage.clock.advance(3_600_000);
    stage.seeing('attract');
  });
});

describe('paying what is ticked', () => {
  it('is one order of all of them', async () => {
    const stage = await ticking(undefined, 'F-3', 'F-1');
    await stage.touch('pay-pix');
    expect(stage.seeing('pix').amountCents).toBe(18_970);
    expect(stage.payments.orders).toHaveLength(1);
    expect(stage.payments.orders[0]?.invoices.map(({ id }) => id)).toEqual(['F-1', 'F-3']);
  });

  it.each(['back', 'retry'] as const)('is gone back to from the QR, and after its time (%s)', async (way) => {
    const stage = await ticking(undefined, 'F-1', 'F-3');
    await stage.touch('pay-pix');
    await stage.touch('back');
    expect(tickedAt(stage)).toEqual(['F-1', 'F-3']);
    await stage.touch('pay-pix');
    await stage.clock.advance(600_000);
    stage.seeing('pix-expired');
    await stage.touch(way);
    stage.seeing(way === 'back' ? 'several' : 'pix');
  });

  it('one alone is paid as if it had been touched in the list', async () => {
    const stage = await ticking(undefined, 'F-2');
    stage.payments.severalOffer = 'above-maximum';
    await stage.touch('pay-pix');
    expect(stage.seeing('pix').amountCents).toBe(20_000);
  });

  it('shows what changed and what is paid already, and asks again', async () => {
    const stage = await ticking(undefined, 'F-1', 'F-2', 'F-3');
    const dearer = { ...second, dueCents: 20_500 };
    stage.payments.problem = { kind: 'invoices-changed', changed: [dearer], settled: [overdue] };
    await stage.touch('pay-pix');
    expect(stage.seeing('several')).toMatchObject({
      invoices: [
        { id: 'F-2', dueCents: 20_500, ticked: true, changed: true },
        { id: 'F-3', ticked: true },
      ],
      settled: [overdue.description],
      count: 2,
      totalCents: 29_470,
      pix: { offered: true },
    });
    stage.payments.problem = undefined;
    await stage.touch('pay-pix');
    expect(stage.payments.orders.at(-1)?.invoices).toEqual([dearer, third]);
    await stage.touch('back');
    expect(stage.seeing('several')).not.toHaveProperty('settled');
    expect(stage.seeing('several').invoices[0]).not.toHaveProperty('changed');
  });

  it('all of it paid already: says so, and leads to the list as it is now', async () => {
    const stage = await ticking(undefined, 'F-1', 'F-2');
    stage.payments.problem = { kind: 'invoice-settled' };
    await stage.touch('pay-pix');
    expect(stage.seeing('problem').problem).toBe('invoices-already-settled');
    stage.directory.know({ ...maria, invoices: [third] });
    await stage.touch('retry');
    expect(stage.seeing('invoices')).toMatchObject({ offersSeveral: false, invoices: [{ id: 'F-3' }] });
  });

  it.each([
    [{ kind: 'not-together' }, 'pix-not-together', 'PIX-NOT-TOGETHER', false],
    [{ kind: 'outside-limits', breach: 'above-maximum' }, 'pix-outside-limits', 'PIX-ABOVE-MAXIMUM', true],
    [{ kind: 'pix', failure: { kind: 'no-answer', detail: '' } }, 'pix-unreachable', 'PIX-NO-ANSWER', true],
  ] as const)('that fails goes back to what is ticked (%o)', async (cause, problem, code, canRetry) => {
    const stage = await ticking(undefined, 'F-1', 'F-2');
    stage.payments.problem = cause;
    await stage.touch('pay-pix');
    expect(stage.seeing('problem')).toMatchObject({ problem, code, canRetry, canGoBack: true });
    await stage.touch('back');
    expect(tickedAt(stage)).toEqual(['F-1', 'F-2']);
  });

  it('is forgotten with the visit', async () => {
    const stage = await ticking(undefined, 'F-1', 'F-2');
    await stage.touch('leave');
    await stage.identify({ document: maria.document });
    await stage.touch('show-several');
    expect(tickedAt(stage)).toEqual([]);
  });
});

describe('the paid screen of several', () => {
  it('says of each what became of it', async () => {
    const stage = await ticking(undefined, 'F-1', 'F-2', 'F-3');
    await stage.touch('pay-pix');
    const { id: chargeId } = stage.charge();
    stage.payments.pay(chargeId);
    expect(stage.seeing('paid').invoices?.map(({ writeOff }) => writeOff)).toEqual([
      'processing',
      'processing',
      'processing',
    ]);
    const byInvoice = new Map<string, Settlement>([
      ['F-1', 'done'],
      ['F-2', 'for-person'],
      ['F-3', 'processing'],
    ]);
    stage.attendance.tell({ type: 'settlement-changed', chargeId, settlement: 'for-person', byInvoice });
    expect(stage.seeing('paid')).toMatchObject({
      writeOff: 'by-hand',
      invoices: [
        { description: overdue.description, amountCents: 10_000, writeOff: 'done' },
        { description: second.description, amountCents: 20_000, writeOff: 'by-hand' },
        { description: third.description, amountCents: 8_970, writeOff: 'processing' },
      ],
    });
  });

  it('of one says it once', async () => {
    const stage = await ticking(undefined, 'F-1');
    await stage.touch('pay-pix');
    stage.payments.pay(stage.charge().id);
    expect(stage.seeing('paid')).not.toHaveProperty('invoices');
  });
});
