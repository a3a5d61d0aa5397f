import { describe, expect, it } from 'vitest';
import { StagedVisit } from './staged-visit.ts';

describe('printing a slip', () => {
  it('shows it printing, then printed, and leads on to the list', async () => {
    const stage = new StagedVisit();
    const jobId = await stage.printSlip();
    expect(stage.paper.requests).toMatchObject([
      { visitId: 'visit-1', document: '52998224725', invoice: { id: 'F-101' }, reprint: false },
    ]);
    stage.paper.become(jobId, { state: 'printing' });
    stage.seeing('printing-slip');
    stage.paper.become(jobId, { state: 'printed' });
    expect(stage.screen()).toEqual({ name: 'slip-printed', contents: 'boleto' });
    expect(stage.diary.entries.at(-1)).toBe('visit-1 slip-printed');
    await stage.touch('done');
    stage.seeing('invoices');
    await stage.touch('leave');
    expect(stage.seeing('thanks').paid).toBe(false);
    await stage.clock.advance(8_000);
    expect(stage.diary.ended.get('visit-1')).toBe('completed');
    expect(stage.paper.cancelled).toEqual([]);
  });

  it('leads back to the invoice, to pay it by PIX after all', async () => {
    const stage = new StagedVisit();
    stage.paper.become(await stage.printSlip(), { state: 'printed' });
    await stage.touch('back');
    await stage.touch('pay-pix');
    stage.seeing('pix');
  });

  it('makes one job of two touches', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    const { screenKey } = stage.view();
    stage.attendance.handle({ screenKey, intent: { type: 'print-slip' } });
    stage.attendance.handle({ screenKey, intent: { type: 'print-slip' } });
    await stage.clock.advance(0);
    await stage.touch('print-slip');
    expect(stage.paper.requests).toHaveLength(1);
  });

  it('knows a job that was printed before the answer came', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    stage.attendance.handle({ screenKey: stage.view().screenKey, intent: { type: 'print-slip' } });
    stage.paper.become('job-1', { state: 'printed' });
    await stage.clock.advance(0);
    stage.seeing('slip-printed');
  });

  it.each(['no-paper', 'cover-open', 'offline', 'error'] as const)(
    'waits for the printer (%s) and goes on by itself',
    async (trouble) => {
      const stage = new StagedVisit();
      const jobId = await stage.printSlip();
      stage.paper.become(jobId, { state: 'waiting', trouble });
      expect(stage.screen()).toEqual({ name: 'slip-trouble', trouble, canRetry: false });
      await stage.touch('retry');
      expect(stage.paper.requests).toHaveLength(1);
      stage.paper.become(jobId, { state: 'printing' });
      stage.seeing('printing-slip');
      stage.paper.become(jobId, { state: 'printed' });
      stage.seeing('slip-printed');
    },
  );

  it('takes the job back when the customer does not wait', async () => {
    const stage = new StagedVisit();
    const jobId = await stage.printSlip();
    stage.paper.become(jobId, { state: 'waiting', trouble: 'no-paper' });
    await stage.touch('back');
    stage.seeing('invoice');
    expect(stage.paper.cancelled).toEqual([jobId]);
    stage.paper.become(jobId, { state: 'printed' });
    stage.seeing('invoice');
  });

  it('asks when nobody knows whether it came out, and a second copy says that it is one', async () => {
    const stage = new StagedVisit();
    const jobId = await stage.printSlip();
    stage.paper.become(jobId, { state: 'uncertain' });
    expect(stage.screen()).toEqual({ name: 'slip-trouble', trouble: 'uncertain', canRetry: true });
    await stage.touch('retry');
    stage.seeing('printing-slip');
    expect(stage.paper.requests.map(({ reprint }) => reprint)).toEqual([false, true]);
    stage.paper.become(jobId, { state: 'printed' });
    stage.seeing('printing-slip');
    stage.paper.become('job-2', { state: 'printed' });
    stage.seeing('slip-printed');
  });

  it('tells a document that cannot be printed as an error that may be tried again', async () => {
    const stage = new StagedVisit();
    stage.paper.become(await stage.printSlip(), { state: 'failed' });
    expect(stage.screen()).toEqual({ name: 'slip-trouble', trouble: 'error', canRetry: true });
    await stage.touch('retry');
    expect(stage.paper.requests.map(({ reprint }) => reprint)).toEqual([false, false]);
  });

  it('is given up with the visit', async () => {
    const stage = new StagedVisit();
    const jobId = await stage.printSlip();
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.paper.cancelled).toEqual([jobId]);
  });

  it('does not keep the kiosk when the printer never ends and the customer is gone', async () => {
    const stage = new StagedVisit();
    const jobId = await stage.printSlip();
    await stage.clock.advance(60_000);
    stage.seeing('attract');
    expect(stage.paper.cancelled).toEqual([jobId]);
    expect(stage.diary.ended.get('visit-1')).toBe('timed-out');
  });
});
