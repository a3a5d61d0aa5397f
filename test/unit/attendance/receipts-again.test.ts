import { describe, expect, it } from 'vitest';
import type { Person } from './people.ts';
import { joao, maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

/** From the attract screen to the list of earlier receipts. */
async function openReceipts(stage: StagedVisit, person: Person = maria): Promise<void> {
  await stage.identify(person);
  await stage.touch('show-receipts');
}

/** From the attract screen to a copy on its way to the printer; the job's id. */
async function printCopy(stage: StagedVisit, receiptId = 'paid-6'): Promise<string> {
  await openReceipts(stage);
  await stage.send({ type: 'choose-receipt', receiptId });
  stage.seeing('printing-receipt');
  return `copy-${stage.receipts.copied.length}`;
}

describe('earlier receipts', () => {
  it('are offered beside the invoices, and listed', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    expect(stage.seeing('invoices').hasReceipts).toBe(true);
    expect(stage.receipts.asked.at(-1)).toBe(`${maria.document} of principal`);
    await stage.touch('show-receipts');
    expect(stage.seeing('receipts')).toEqual({
      name: 'receipts',
      canPrint: true,
      receipts: [
        {
          id: 'paid-7',
          paidOn: '2026-11-10',
          amountCents: 12_500,
          descriptions: ['Fibra de paid-7'],
          paper: 'uncertain',
        },
        expect.objectContaining({ id: 'paid-6', paper: 'printed' }),
      ],
    });
    await stage.touch('back');
    stage.seeing('invoices');
  });

  it('are offered also when nothing is open', async () => {
    const stage = new StagedVisit();
    stage.directory.know({ ...maria, invoices: [] });
    await stage.identify(maria);
    expect(stage.seeing('invoices')).toMatchObject({ invoices: [], hasReceipts: true });
  });

  it('are not offered where there are none', async () => {
    const stage = new StagedVisit();
    stage.receipts.past.clear();
    await stage.identify(maria);
    expect(stage.seeing('invoices').hasReceipts).toBe(false);
    await stage.touch('show-receipts');
    stage.seeing('invoices');
  });

  it('are asked for only after the second factor', async () => {
    const stage = new StagedVisit({ secondFactor: 'birth-date' });
    await stage.identify(maria);
    await stage.touch('show-receipts');
    stage.seeing('second-factor');
    expect(stage.receipts.asked).toEqual([]);
    await stage.type('07031958');
    await stage.touch('submit');
    expect(stage.seeing('invoices').hasReceipts).toBe(true);
  });

  it('of somebody else are not printed', async () => {
    const stage = new StagedVisit();
    await openReceipts(stage);
    await stage.send({ type: 'choose-receipt', receiptId: joao.pastReceipts[0]?.chargeId ?? '' });
    stage.seeing('receipts');
    expect(stage.receipts.copied).toEqual([]);
  });

  it('are gone with the visit', async () => {
    const stage = new StagedVisit();
    await openReceipts(stage);
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.drawn()).not.toContain('Fibra de');
  });

  it('do not keep the kiosk when the customer is gone', async () => {
    const stage = new StagedVisit();
    await openReceipts(stage);
    await stage.clock.advance(60_000);
    stage.seeing('attract');
    expect(stage.diary.ended.get('visit-1')).toBe('timed-out');
  });
});

describe('printing one again', () => {
  it('shows it printing, then printed, leads back to the list, and is thanked for', async () => {
    const stage = new StagedVisit();
    const jobId = await printCopy(stage);
    expect(stage.receipts.copied).toEqual(['visit-1 paid-6']);
    stage.paper.become(jobId, { state: 'printing' });
    stage.seeing('printing-receipt');
    stage.paper.become(jobId, { state: 'printed' });
    stage.seeing('receipt-printed');
    await stage.touch('done');
    stage.seeing('receipts');
    await stage.touch('leave');
    stage.seeing('thanks');
    expect(stage.paper.cancelled).toEqual([]);
  });

  it('waits for the printer and goes on by itself', async () => {
    const stage = new StagedVisit();
    const jobId = await printCopy(stage);
    stage.paper.become(jobId, { state: 'waiting', trouble: 'no-paper' });
    expect(stage.screen()).toEqual({
      name: 'receipt-trouble',
      trouble: 'no-paper',
      canRetry: false,
      waits: true,
    });
    await stage.touch('retry');
    expect(stage.receipts.copied).toHaveLength(1);
    stage.paper.become(jobId, { state: 'printed' });
    stage.seeing('receipt-printed');
  });

  it.each(['leave', 'back'] as const)('is given up by whoever does not wait (%s)', async (way) => {
    const stage = new StagedVisit();
    const jobId = await printCopy(stage);
    stage.paper.become(jobId, { state: 'waiting', trouble: 'no-paper' });
    await stage.touch(way);
    stage.seeing(way === 'back' ? 'receipts' : 'attract');
    expect(stage.paper.cancelled).toEqual([jobId]);
  });

  it('leaves alone the first one that is still owed', async () => {
    const stage = new StagedVisit();
    stage.receipts.owed = 'first';
    stage.paper.jobs.set('first', { state: 'waiting', trouble: 'no-paper' });
    await openReceipts(stage);
    await stage.send({ type: 'choose-receipt', receiptId: 'paid-6' });
    stage.seeing('receipt-trouble');
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.paper.cancelled).toEqual([]);
  });

  it('asks when nobody knows whether it came out', async () => {
    const stage = new StagedVisit();
    stage.paper.become(await printCopy(stage), { state: 'uncertain' });
    expect(stage.screen()).toMatchObject({ name: 'receipt-trouble', trouble: 'uncertain', canRetry: true });
    await stage.touch('retry');
    stage.seeing('printing-receipt');
    expect(stage.receipts.copied).toHaveLength(2);
  });

  it('ends after three of them in one visit, and begins afresh in the next', async () => {
    const stage = new StagedVisit();
    await openReceipts(stage);
    for (const jobId of ['copy-1', 'copy-2', 'copy-3']) {
      await stage.send({ type: 'choose-receipt', receiptId: 'paid-6' });
      stage.paper.become(jobId, { state: 'printed' });
      await stage.touch('done');
    }
    expect(stage.seeing('receipts').canPrint).toBe(false);
    await stage.send({ type: 'choose-receipt', receiptId: 'paid-6' });
    stage.seeing('receipts');
    expect(stage.receipts.copied).toHaveLength(3);
    await stage.touch('leave');
    await stage.touch('done');
    await openReceipts(stage);
    expect(stage.seeing('receipts').canPrint).toBe(true);
  });

  it('offers no further try after the third', async () => {
    const stage = new StagedVisit();
    stage.paper.become(await printCopy(stage), { state: 'uncertain' });
    for (const jobId of ['copy-2', 'copy-3']) {
      await stage.touch('retry');
      stage.paper.become(jobId, { state: 'uncertain' });
    }
    expect(stage.screen()).toMatchObject({ canRetry: false, waits: false });
    await stage.touch('retry');
    expect(stage.receipts.copied).toHaveLength(3);
  });

  it('that the disk does not take is told as a problem', async () => {
    const stage = new StagedVisit();
    await openReceipts(stage);
    stage.receipts.defect = new Error('disk full');
    await stage.send({ type: 'choose-receipt', receiptId: 'paid-6' });
    expect(stage.seeing('problem').code).toBe('STORAGE-WRITE');
  });

  it('does not keep the kiosk when the customer is gone', async () => {
    const stage = new StagedVisit();
    const jobId = await printCopy(stage);
    await stage.clock.advance(60_000);
    stage.seeing('attract');
    expect(stage.paper.cancelled).toEqual([jobId]);
  });
});
