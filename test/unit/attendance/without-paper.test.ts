import { describe, expect, it } from 'vitest';
import type { PrinterStatus } from '../../../src-main/printing/printer.ts';
import { dynamicBrCode } from '../../simulators/codes/br-code.ts';
import { invoiceOf, maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

const pixCode = dynamicBrCode('pix.example/v2/cobv/3b9f6f1c', 'FIBRA VALE', 'SAO PAULO');

const troubles = ['none', 'no-paper', 'cover-open', 'offline', 'error'] as const;

async function seeInvoice(printer: PrinterStatus | 'none', payWithoutPaper: boolean): Promise<StagedVisit> {
  const stage = new StagedVisit({ payWithoutPaper });
  stage.paper.printer = printer;
  await stage.openInvoice();
  return stage;
}

describe('paying while no receipt can be printed', () => {
  it.each(troubles)('is offered and told before, where it is allowed (%s)', async (printer) => {
    const stage = await seeInvoice(printer, true);
    expect(stage.seeing('invoice')).toMatchObject({ pix: { offered: true }, withoutReceipt: true });
  });

  it.each(troubles)('is refused with the reason, where it is not (%s)', async (printer) => {
    const stage = await seeInvoice(printer, false);
    expect(stage.seeing('invoice').pix).toEqual({ offered: false, reason: 'printer' });
    await stage.touch('pay-pix');
    stage.seeing('invoice');
    expect(stage.payments.orders).toEqual([]);
  });

  it.each(['ok', 'near-end'] as const)('is no matter while the printer prints (%s)', async (printer) => {
    const stage = await seeInvoice(printer, false);
    expect(stage.seeing('invoice')).toMatchObject({ pix: { offered: true }, withoutReceipt: false });
  });

  it('is refused also to whoever wants a new QR after the old one', async () => {
    const stage = new StagedVisit({ payWithoutPaper: false });
    await stage.showQr();
    await stage.clock.advance(600_000);
    stage.paper.printer = 'no-paper';
    await stage.touch('pay-pix');
    expect(stage.seeing('invoice').pix).toEqual({ offered: false, reason: 'printer' });
    expect(stage.payments.orders).toHaveLength(1);
  });
});

describe('the attract screen while the printer is in trouble', () => {
  it.each([
    ['says that PIX is what is left', { payWithoutPaper: true }, ['printer-unavailable']],
    [
      'says that nothing can be paid where receipts are a must',
      { payWithoutPaper: false },
      ['printer-unavailable', 'pix-unavailable'],
    ],
    [
      'does not send anybody to PIX that is not offered',
      { offer: { pix: false, slip: true, several: true, boleto: true } },
      ['printer-unavailable', 'pix-unavailable'],
    ],
  ] as const)('%s', (_name, rules, notices) => {
    const stage = new StagedVisit(rules);
    stage.paper.printer = 'no-paper';
    expect(stage.seeing('attract').notices).toEqual(notices);
    stage.paper.printer = 'ok';
    expect(stage.seeing('attract').notices).toEqual([]);
  });

  it('also says so where there is no printer at all, but a must', () => {
    const stage = new StagedVisit({ payWithoutPaper: false });
    stage.paper.printer = 'none';
    expect(stage.seeing('attract').notices).toEqual(['printer-unavailable', 'pix-unavailable']);
  });
});

describe('the paper of an invoice whose typed line no bank would take', () => {
  const unsound = { slip: { sound: false, problem: 'malformed' } } as const;

  async function open(change: Parameters<typeof invoiceOf>[1]): Promise<StagedVisit> {
    const stage = new StagedVisit();
    const invoice = invoiceOf('F-900', change);
    stage.directory.know({ ...maria, invoices: [invoice] });
    await stage.openInvoice(maria, invoice.key);
    return stage;
  }

  it('carries the ERP’s PIX, to be paid at home', async () => {
    const stage = await open({ ...unsound, pixCode: pixCode });
    expect(stage.seeing('invoice')).toMatchObject({ slip: { offered: true }, slipContents: 'pix' });
    await stage.touch('print-slip');
    stage.paper.become('job-1', { state: 'printed' });
    expect(stage.seeing('slip-printed').contents).toBe('pix');
  });

  it('is not offered without one', async () => {
    const stage = await open(unsound);
    expect(stage.seeing('invoice').slip).toEqual({ offered: false, reason: 'no-sound-line' });
  });

  it('is not offered for a code that nothing is to be paid with', async () => {
    const stage = await open({ ...unsound, pixCode: pixCode, dueCents: 0 });
    expect(stage.seeing('invoice').slip).toEqual({ offered: false, reason: 'no-sound-line' });
  });
});
