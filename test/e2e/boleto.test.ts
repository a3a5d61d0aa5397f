import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { onePage, streamOf } from '../integration/printing/pdf/hand-made-pdf.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { type IppSimulator, startIppSimulator } from '../simulators/ipp/ipp-simulator.ts';
import { decodeBarcodes } from '../simulators/printer/zbar.ts';
import { canLoad, colourOf, shownPicture } from '../support/picture.ts';
import { leaveThanked } from '../support/services.ts';
import { patience, useStage } from '../support/stage.ts';
import { identify, openInvoice, touch, waitForScreen } from '../support/visit.ts';

const { maria } = customers;
const red = streamOf('1 0 0 rg 0 0 595 842 re f');

describe('the whole boleto', () => {
  let a4: IppSimulator;
  let address = '';
  beforeAll(async () => {
    a4 = await startIppSimulator();
    address = a4.address;
  });
  afterAll(() => a4.stop());
  const stage = useStage({
    settings(settings) {
      settings.a4Printer = { address };
    },
  });

  test('is the ERP’s PDF where it gives one, else the kiosk’s; it goes to the A4 printer and leaves nothing behind', async () => {
    const { page, world } = stage;
    const pdf = Buffer.from(onePage(red, '[0 0 595 842]')).toString('latin1');
    const invoice = world.erp.invoice(maria.invoices.withPixCode);
    world.erp.givePdf(invoice.id, pdf);
    await identify(page, maria.document);

    await openInvoice(page, maria.invoices.collection);
    await touch(page, 'action-show-boleto');
    await waitForScreen(page, 'boleto');
    const own = await shownPicture(page);
    const bars = (await decodeBarcodes(own.png)).find(({ type }) => type === 'I2/5');
    const { typeableLine } = world.erp.invoice(maria.invoices.collection);
    // The typed line is the bars in four parts, each with a check digit after it.
    expect(bars?.data).toBe(digitsOf(typeableLine).replace(/(\d{11})\d/g, '$1'));
    await touch(page, 'zoom-in');
    const frame = page.getByTestId('page-viewer');
    expect(await frame.evaluate((each) => each.scrollHeight > each.clientHeight)).toBe(true);
    await touch(page, 'action-back');
    await waitForScreen(page, 'invoice');
    await touch(page, 'action-back');

    await openInvoice(page, invoice.id);
    await touch(page, 'action-show-boleto');
    await waitForScreen(page, 'boleto');
    const { png, source } = await shownPicture(page);
    expect(colourOf(png)).toEqual([255, 0, 0]);

    await touch(page, 'action-print-pages');
    await waitForScreen(page, 'printing-slip');
    await vi.waitFor(() => expect(a4.jobs).toHaveLength(1), patience);
    expect(a4.jobs[0]?.document.toString('latin1')).toBe(pdf);
    for (const job of a4.jobs) job.state = 'completed';
    await waitForScreen(page, 'slip-printed');
    await leaveThanked(page);
    for (const gone of [own.source, source]) expect(await canLoad(page, gone)).toBe(false);
  });
});

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
