import { describe, expect, it } from 'vitest';
import { StagedVisit } from './staged-visit.ts';

/** Up to the boleto on the screen. */
async function showing(): Promise<StagedVisit> {
  const stage = new StagedVisit();
  await stage.openInvoice();
  await stage.touch('show-boleto');
  return stage;
}

describe('the boleto on the screen', () => {
  it('is opened for the customer who asked, and closed on the way back', async () => {
    const stage = await showing();
    expect(stage.boletos.requests).toMatchObject([
      { document: '52998224725', payerName: 'Maria Aparecida Souza', invoice: { id: 'F-101' } },
    ]);
    expect(stage.screen()).toEqual({
      name: 'boleto',
      paper: 'boleto',
      pages: [{ address: '/visit/boleto-1.png', width: 10, height: 14 }],
      pageCount: 1,
      canPrint: true,
    });
    expect([...stage.boletos.onScreen]).toEqual(['boleto-1']);
    await stage.touch('back');
    stage.seeing('invoice');
    expect([...stage.boletos.onScreen]).toEqual([]);
  });

  it.each(['leave', 'idle'] as const)('is gone when the visit ends (%s)', async (how) => {
    const stage = await showing();
    if (how === 'leave') await stage.touch('leave');
    else await stage.clock.advance(60_000);
    stage.seeing('attract');
    expect([...stage.boletos.onScreen]).toEqual([]);
  });

  it('that comes after its customer left is closed at once', async () => {
    const stage = new StagedVisit();
    await stage.openInvoice();
    stage.boletos.hold();
    await stage.touch('show-boleto');
    stage.seeing('opening-boleto');
    await stage.touch('leave');
    stage.boletos.release();
    await stage.clock.advance(0);
    stage.seeing('attract');
    expect([...stage.boletos.onScreen]).toEqual([]);
  });

  it('that cannot be had leaves the other ways to pay', async () => {
    const stage = new StagedVisit();
    stage.boletos.available = false;
    await stage.openInvoice();
    await stage.touch('show-boleto');
    expect(stage.screen()).toEqual({
      name: 'problem',
      problem: 'boleto-unavailable',
      code: 'BOLETO-UNAVAILABLE',
      canRetry: true,
      canGoBack: true,
    });
    stage.boletos.available = true;
    await stage.touch('retry');
    stage.seeing('boleto');
  });

  it('is not offered where the company does not want it, nor without anything to show', async () => {
    const withheld = new StagedVisit({ offer: { pix: true, slip: true, several: true, boleto: false } });
    await withheld.openInvoice();
    expect(withheld.seeing('invoice').boleto).toEqual({ offered: false, onA4: true });
    await withheld.touch('show-boleto');
    withheld.seeing('invoice');
  });
});

describe('the boleto on A4', () => {
  async function printing(): Promise<StagedVisit> {
    const stage = await showing();
    await stage.touch('print-pages');
    return stage;
  }

  it('is sent, printed, and leads on to the list', async () => {
    const stage = await printing();
    expect(stage.screen()).toEqual({ name: 'printing-slip', onA4: 'sent' });
    stage.paper.become('pages-1', { state: 'printing' });
    expect(stage.screen()).toEqual({ name: 'printing-slip', onA4: 'printing' });
    stage.paper.become('pages-1', { state: 'printed' });
    expect(stage.screen()).toEqual({ name: 'slip-printed', contents: 'boleto', onA4: true });
    expect(stage.diary.entries.at(-1)).toBe('visit-1 slip-printed');
    await stage.touch('done');
    stage.seeing('invoices');
    expect([...stage.boletos.onScreen]).toEqual([]);
  });

  it.each([
    [
      { state: 'waiting', trouble: 'no-paper' },
      { trouble: 'no-paper', canRetry: false },
    ],
    [{ state: 'failed' }, { trouble: 'offline', canRetry: true }],
    [{ state: 'uncertain' }, { trouble: 'uncertain', canRetry: true }],
  ] as const)('says what is wrong (%o) and goes back to the boleto', async (progress, shown) => {
    const stage = await printing();
    stage.paper.become('pages-1', progress);
    expect(stage.screen()).toEqual({ name: 'slip-trouble', ...shown });
    await stage.touch('retry');
    expect(stage.boletos.printed).toHaveLength(shown.canRetry ? 2 : 1);
    if (shown.canRetry) stage.paper.become('pages-2', progress);
    await stage.touch('back');
    stage.seeing('boleto');
    expect(stage.paper.cancelled).toEqual([shown.canRetry ? 'pages-2' : 'pages-1']);
  });

  it('is taken back when its customer leaves', async () => {
    const stage = await printing();
    await stage.touch('leave');
    expect(stage.paper.cancelled).toEqual(['pages-1']);
  });

  it('is not printed where there is no printer', async () => {
    const stage = await showing();
    stage.boletos.hasPrinter = false;
    await stage.touch('print-pages');
    stage.seeing('boleto');
    expect(stage.boletos.printed).toEqual([]);
  });
});
