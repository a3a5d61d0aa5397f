import type { Album } from './album.ts';
import type { Customer } from './customer.ts';
import { company, maria } from './demo-people.ts';
import type { DemoWorld } from './demo-world.ts';
import { payQr, readQr } from './paying-bank.ts';
import { until } from './until.ts';

const paperPatienceMs = 30_000;
/** The PSP takes this long once, so that the screen of that wait can be seen. */
const slowPspMs = 1_500;

export interface VisitScene {
  readonly world: DemoWorld;
  readonly customer: Customer;
  readonly album: Album;
}

/** Maria mistypes her CPF, prints the boleto of an overdue invoice, then pays it by PIX after all. */
export async function payOverdueInvoice({ world, customer, album }: VisitScene): Promise<void> {
  const { document, typedBirthDate, invoices } = maria;
  const wrong = document.slice(0, -1) + ((Number(document.at(-1)) + 1) % 10);
  await customer.step('attract', 'screen-attract', () => Promise.resolve());
  await customer.step('document', 'screen-document', () => customer.tap('action-start'));
  await customer.step('document-wrong-check-digit', 'error-wrong-check-digit', async () => {
    await customer.type(wrong);
    await customer.tap('action-submit');
  });
  await customer.step('document-corrected', 'screen-document', async () => {
    await customer.tap('key-erase');
    await customer.type(document.slice(-1));
  });
  await customer.step('second-factor', 'screen-second-factor', () => customer.tap('action-submit'));
  await customer.step('second-factor-typed', 'screen-second-factor', () => customer.type(typedBirthDate));
  await customer.tap('action-submit');
  await customer.step('invoices', 'screen-invoices', () => customer.tap('entry-invoices'));
  const chooseOverdue = () => customer.tap(`invoice-${invoices.overdue}`);
  await customer.step('invoice-overdue', 'screen-invoice', chooseOverdue);
  await printSlip({ world, customer, album });
  await customer.step('invoices-again', 'screen-invoices', () => customer.tap('action-done'));
  await customer.step('invoice-again', 'screen-invoice', chooseOverdue);

  world.psp.setFaults([{ operation: 'createCob', times: 1, latencyMs: slowPspMs }]);
  await customer.step('preparing-pix', 'screen-preparing-pix', () => customer.tap('action-pay-pix'));
  const qrScreen = await customer.step('pix', 'screen-pix', () => Promise.resolve());
  const qrText = await readQr(qrScreen);
  const printed = world.printer.papers.length;
  await customer.step('paid', 'screen-paid', async () => {
    const txid = await payQr(world.psp, qrText);
    console.log(`      the QR was read from the picture; the customer's bank paid charge ${txid}`);
  });
  await customer.step('paid-receipt-printed', 'receipt-printed', () => Promise.resolve());
  await album.keepPaper('receipt', await paperAfter(world, printed));
  await customer.step('thanks', 'screen-thanks', () => customer.tap('action-done'));
  await customer.step('attract-again', 'screen-attract', () => Promise.resolve());
}

/** A company with letters in its CNPJ prints a boleto that carries the ERP's own PIX beside the barcode. */
export async function printHybridSlip({ world, customer, album }: VisitScene): Promise<void> {
  await customer.step('company-document', 'screen-document', () => customer.tap('action-start'));
  const [start, rest] = [company.document.slice(0, 5), company.document.slice(5)];
  await customer.step('company-document-letters', 'letter-keyboard', () => customer.type(start));
  await customer.step('company-document-typed', 'screen-document', () => customer.type(rest));
  await customer.step('company-second-factor', 'screen-second-factor', () => customer.tap('action-submit'));
  await customer.step('company-menu', 'screen-menu', async () => {
    await customer.type(company.phoneEnd);
    await customer.tap('action-submit');
  });
  await customer.step('company-contracts', 'screen-contracts', () => customer.tap('entry-invoices'));
  await customer.step('company-invoices', 'screen-invoices', () =>
    customer.tap(`contract-${company.mainContract}`),
  );
  await customer.step('company-invoice', 'screen-invoice', () =>
    customer.tap(`invoice-${company.hybridInvoice}`),
  );
  await printSlip({ world, customer, album }, 'company-');
  await customer.step('company-thanks', 'screen-thanks', () => customer.tap('action-leave'));
  await customer.step('company-attract', 'screen-attract', () => customer.tap('action-done'));
}

async function printSlip({ world, customer, album }: VisitScene, prefix = ''): Promise<void> {
  const printed = world.printer.papers.length;
  await customer.step(`${prefix}printing-slip`, 'screen-printing-slip', () =>
    customer.tap('action-print-slip'),
  );
  await customer.step(`${prefix}slip-printed`, 'screen-slip-printed', () => Promise.resolve());
  await album.keepPaper('slip', await paperAfter(world, printed));
}

/** The paper that comes out after so many others, once it is cut. */
export function paperAfter({ printer }: DemoWorld, count: number) {
  return until('the printer to cut a paper', () => printer.papers[count], paperPatienceMs);
}
