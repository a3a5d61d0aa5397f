import { expect, test } from 'vitest';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { identify, openInvoice, payByPix, printSlip, touch, waitForScreen } from '../support/visit.ts';
import { openScene, patience } from './scene.ts';
import { payAtPsp, waitForWriteOff, writeOffsAtErp } from './witness.ts';

const { maria, company } = customers;
const invoiceId = maria.invoices.plain;

test('S10, the power fails while the receipt comes out: printed again only when its customer asks, and on no other paper', async () => {
  // 960 bytes a second: slow enough to be stopped in the middle.
  const scene = await openScene({ world: { printer: { baudRate: 9600 } } });
  const { world } = scene;
  const first = await scene.boot();
  await identify(first, maria.document);
  await openInvoice(first, invoiceId);
  await payByPix(first);
  payAtPsp(world);
  await expect
    .poll(() => world.printer?.unfinished?.text ?? '', { ...patience, interval: 2 })
    .toContain('Recebimento via PIX');
  await world.printer?.setStalled(true);
  await scene.kill();
  // What is still on the wire is lost with the power.
  await world.printer?.unplug();
  await world.printer?.plug();
  expect(scene.journal().printJobs).toEqual([{ kind: 'receipt', state: 'printing' }]);
  expect(world.printer?.papers).toEqual([]);

  const second = await scene.boot();
  await expect
    .poll(() => scene.journal().printJobs, patience)
    .toEqual([{ kind: 'receipt', state: 'uncertain' }]);
  // Jobs go out in their order: were the receipt to come again, it would come before this slip.
  await identify(second, company.document);
  await openInvoice(second, company.invoices.plain);
  await printSlip(second);
  const [begun, slip, ...others] = (world.printer?.papers ?? []).map((paper) => paper.text);
  expect(others).toEqual([]);
  expect(slip).toContain('Linha digitável');
  expect(slip).not.toContain('Recebimento via PIX');
  expect(begun).toContain('Recebimento via PIX');
  await waitForWriteOff(scene, 'DONE');

  await touch(second, 'action-done');
  await touch(second, 'action-leave');
  await waitForScreen(second, 'thanks');
  await touch(second, 'action-done');
  await identify(second, maria.document);
  await touch(second, 'action-show-receipts');
  await second.getByTestId('receipt-paper-uncertain').click(patience);
  await waitForScreen(second, 'receipt-printed');
  expect(world.printer?.papers.at(-1)?.text).toMatch(/REIMPRESSÃO[\s\S]*Recebimento via PIX/);
  expect(writeOffsAtErp(world)).toEqual([{ invoiceId, times: 1, effective: 1 }]);
});
