import { describe, expect, it } from 'vitest';
import { joao, maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

describe('a customer who walked away', () => {
  it('is warned, then forgotten', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    await stage.clock.advance(44_999);
    expect(stage.view()).not.toHaveProperty('idleWarning');
    await stage.clock.advance(1);
    expect(stage.views.at(-1)?.idleWarning).toEqual({ totalMs: 15_000, remainingMs: 15_000 });
    stage.seeing('invoices');
    await stage.clock.advance(10_000);
    expect(stage.view().idleWarning).toEqual({ totalMs: 15_000, remainingMs: 5_000 });
    await stage.clock.advance(5_000);
    expect(stage.views.at(-1)).toMatchObject({ screen: { name: 'attract' } });
    expect(stage.view()).not.toHaveProperty('idleWarning');
    expect(stage.diary.entries.at(-1)).toBe('visit-1 visit-ended timed-out');
    expect(stage.attendance.isFree()).toBe(true);
    expect(stage.clock.pending).toBe(0);
  });

  it.each(['document', 'second-factor', 'contracts', 'invoice', 'pix-expired', 'slip-trouble', 'problem'])(
    'is forgotten on %s too',
    async (name) => {
      const stage = await standingAt(name);
      expect(stage.screen().name).toBe(name);
      await stage.clock.advance(60_000);
      expect(stage.screen()).toEqual({ name: 'attract', notices: [], timeZone: 'America/Sao_Paulo' });
      expect(stage.diary.ended.get('visit-1')).toBe('timed-out');
      expect(stage.clock.pending).toBe(0);
    },
  );

  it('leaves an expired charge to its watcher', async () => {
    const stage = await standingAt('pix-expired');
    await stage.clock.advance(60_000);
    expect(stage.payments.attended.get('charge-1')).toBe(false);
  });

  it('is not waited for on the QR screen, where the charge’s own end governs', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    await stage.clock.advance(599_999);
    stage.seeing('pix');
    expect(stage.views.some(({ idleWarning }) => idleWarning !== undefined)).toBe(false);
  });

  it('is not noticed on the attract screen', async () => {
    const stage = new StagedVisit();
    expect(stage.clock.pending).toBe(0);
    await stage.touch('activity');
    expect(stage.clock.pending).toBe(0);
  });
});

describe('a customer who is still there', () => {
  it.each(['more-time', 'activity'] as const)('sends the warning away with %s', async (intent) => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    await stage.clock.advance(50_000);
    await stage.touch(intent);
    expect(stage.views.at(-1)).not.toHaveProperty('idleWarning');
    await stage.clock.advance(44_999);
    expect(stage.view()).not.toHaveProperty('idleWarning');
    await stage.clock.advance(1);
    expect(stage.view()).toHaveProperty('idleWarning');
  });

  it('presses nothing below with the touch that sends the warning away', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    await stage.clock.advance(50_000);
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-101' });
    stage.seeing('invoices');
    expect(stage.view()).not.toHaveProperty('idleWarning');
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-101' });
    stage.seeing('invoice');
  });

  it('may leave from the warning', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    await stage.clock.advance(50_000);
    await stage.touch('leave');
    expect(stage.seeing('attract')).toBeDefined();
    expect(stage.view()).not.toHaveProperty('idleWarning');
    expect(stage.diary.ended.get('visit-1')).toBe('left');
  });

  it('keeps the visit awake by every touch, even one on a screen that is gone', async () => {
    const stage = new StagedVisit();
    await stage.touch('start');
    const { screenKey } = stage.view();
    await stage.type(maria.document);
    await stage.touch('submit');
    await stage.clock.advance(40_000);
    await stage.send({ type: 'erase' }, screenKey);
    await stage.clock.advance(40_000);
    expect(stage.view()).not.toHaveProperty('idleWarning');
    stage.seeing('invoices');
  });

  it('is not taken for news of the charge or the printer', async () => {
    const stage = await standingAt('pix-expired');
    await stage.clock.advance(40_000);
    stage.attendance.tell({ type: 'charge-looked', chargeId: 'charge-1', worked: false });
    stage.attendance.redraw();
    await stage.clock.advance(5_000);
    expect(stage.view()).toHaveProperty('idleWarning');
    stage.attendance.tell({ type: 'charge-looked', chargeId: 'charge-1', worked: true });
    stage.attendance.redraw();
    expect(stage.views.at(-1)?.idleWarning?.remainingMs).toBe(15_000);
    await stage.clock.advance(15_000);
    stage.seeing('attract');
  });

  it('gets the whole time afresh when news brings another screen', async () => {
    const stage = await standingAt('slip-trouble');
    await stage.clock.advance(50_000);
    expect(stage.view()).toHaveProperty('idleWarning');
    stage.paper.become('job-1', { state: 'printed' });
    stage.seeing('slip-printed');
    expect(stage.view()).not.toHaveProperty('idleWarning');
    await stage.clock.advance(44_999);
    expect(stage.view()).not.toHaveProperty('idleWarning');
  });

  it('is not hurried while others work', async () => {
    const stage = new StagedVisit();
    await stage.touch('start');
    await stage.type(maria.document);
    stage.directory.hold();
    await stage.touch('submit');
    await stage.clock.advance(120_000);
    expect(stage.seeing('document').busy).toBe(true);
  });
});

/** A visit that stands at the named screen, untouched since. */
async function standingAt(name: string): Promise<StagedVisit> {
  const stage = new StagedVisit(name === 'second-factor' ? { secondFactor: 'birth-date' } : {});
  switch (name) {
    case 'document':
      await stage.touch('start');
      break;
    case 'second-factor':
      await stage.identify(maria);
      break;
    case 'contracts':
      await stage.identify(joao);
      break;
    case 'invoice':
      await stage.openInvoice();
      break;
    case 'pix-expired':
      await stage.showQr();
      await stage.clock.advance(600_000);
      break;
    case 'slip-trouble':
      stage.paper.become(await stage.printSlip(), { state: 'waiting', trouble: 'no-paper' });
      break;
    case 'problem':
      stage.directory.failure = { kind: 'no-answer', detail: '' };
      await stage.identify(maria);
  }
  return stage;
}
