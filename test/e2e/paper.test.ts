import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { customers } from '../simulators/erp/fixture-customers.ts';
import type { Paper } from '../simulators/printer/engine.ts';
import type { PrinterSimulator } from '../simulators/printer/printer-simulator.ts';
import { decodeBarcodes } from '../simulators/printer/zbar.ts';
import { patience, printSlipInto, type Stage, useStage } from '../support/stage.ts';
import {
  identify,
  leaveVisit,
  openInvoice,
  payByPix,
  printSlip,
  readPage,
  touch,
  waitForScreen,
} from '../support/visit.ts';

const { maria, company, difficult } = customers;

/** What can befall a printer, and what ends it. */
const paperOut = {
  name: 'paper out',
  told: 'O papel acabou',
  begin: (printer: PrinterSimulator) => printer.setCondition({ paper: 'out' }),
  end: (printer: PrinterSimulator) => printer.setCondition({ paper: 'ok' }),
} as const;
const unplugged = {
  name: 'unplugged',
  told: 'A impressora não está respondendo',
  begin: (printer: PrinterSimulator) => printer.unplug(),
  end: (printer: PrinterSimulator) => printer.plug(),
} as const;

describe('the kiosk’s papers', () => {
  const stage = useStage();

  describe('the boleto slip', () => {
    test('of a bank boleto: the bars are the 44 digits, the QR is the PIX of the ERP', async () => {
      const { page, world } = stage;
      const invoice = world.erp.invoice(maria.invoices.withPixCode);
      await identify(page, maria.document);
      await openInvoice(page, invoice.id);
      const paper = await slipOf(stage);
      expect(await decodeBarcodes(paper.png)).toEqual(
        expect.arrayContaining([
          { type: 'I2/5', data: barcodeOf(invoice.typeableLine) },
          { type: 'QR-Code', data: invoice.pixCode },
        ]),
      );
      for (const part of [
        'SERRA FIBRA TELECOM',
        'Atenção: pague até o vencimento',
        'Rede Horizonte',
        'CNPJ 33.000.167/0001-01',
        'Av. Brasil, 1500, Centro, Campinas - SP, 13010-000',
        'Maria da Silva Souza',
        'CPF ***.982.247-**',
        'R$ 129,90',
        'Pague por um só meio: boleto ou PIX',
        'Terminal T01',
      ]) {
        expect(unwrapped(paper)).toContain(part);
      }
      expect(unwrapped(paper)).toMatch(/Documento nº +910002/);
      expect(digitsOf(paper)).toContain(invoice.typeableLine);
      expectNothingStrange(stage.printer);
    });

    test('of a collection boleto: the bars are the 44 digits, and there is no QR of ours', async () => {
      const { page, world } = stage;
      const invoice = world.erp.invoice(maria.invoices.collection);
      await identify(page, maria.document);
      await openInvoice(page, invoice.id);
      const paper = await slipOf(stage);
      expect(await decodeBarcodes(paper.png)).toEqual([
        { type: 'I2/5', data: barcodeOf(invoice.typeableLine) },
      ]);
      expect(digitsOf(paper)).toContain(invoice.typeableLine);
      expect(world.psp.ledger.charges).toEqual([]);
      expectNothingStrange(stage.printer);
    });

    test('of an overdue invoice: the bars carry the original value, the words what is due today', async () => {
      const { page, world } = stage;
      const invoice = world.erp.invoice(maria.invoices.overdue);
      await identify(page, maria.document);
      await openInvoice(page, invoice.id);
      const paper = await slipOf(stage);
      const [bars] = await decodeBarcodes(paper.png);
      expect(bars?.data.slice(9, 19)).toBe('0000012990');
      expect(unwrapped(paper)).toMatch(/Valor +R\$ 129,90/);
      expect(unwrapped(paper)).toMatch(/Vencido\. Total hoje +R\$ 133,02/);
    });

    test('carries no PIX of the ERP that no bank would read', async () => {
      const { page } = stage;
      await identify(page, difficult.document);
      await openInvoice(page, difficult.invoices.brokenPixCode);
      const paper = await slipOf(stage);
      const symbols = await decodeBarcodes(paper.png);
      expect(symbols.map(({ type }) => type)).toEqual(['I2/5']);
    });
  });

  describe('a printer in trouble before the slip', () => {
    for (const { name, told, begin, end } of [paperOut, unplugged]) {
      test(`${name}: the customer is told, and the slip comes out when it is over`, async () => {
        const { page, printer } = stage;
        const papers = printer.papers.length;
        await identify(page, maria.document);
        await openInvoice(page, maria.invoices.plain);
        await printSlipInto(stage, begin);
        await expectTrouble(page, told);
        expect(await page.getByTestId('slip-waits').innerText()).toContain('sai sozinho');
        await end(printer);
        await waitForScreen(page, 'slip-printed');
        expect(printer.papers).toHaveLength(papers + 1);
        expect(printer.papers.at(-1)?.text).not.toContain('REIMPRESSÃO');
      });
    }

    test('whoever does not want to wait pays by PIX, and no slip comes out afterwards', async () => {
      const { page, printer, world } = stage;
      const papers = printer.papers.length;
      await identify(page, maria.document);
      await openInvoice(page, maria.invoices.plain);
      await printSlipInto(stage, () => printer.setCondition({ paper: 'out' }));
      await waitForScreen(page, 'slip-trouble');
      await touch(page, 'action-back');
      await waitForScreen(page, 'invoice');
      expect(await page.getByTestId('slip-not-offered').innerText()).toContain(
        'A impressora não está funcionando',
      );
      await payByPix(page);
      world.psp.pay(world.psp.ledger.charges.at(-1)?.txid ?? '');
      await waitForScreen(page, 'paid');
      await page.getByTestId('receipt-waiting').waitFor(patience);
      printer.setCondition({ paper: 'ok' });
      await page.getByTestId('receipt-printed').waitFor(patience);
      expect(printer.papers.slice(papers).map(titleOf)).toEqual(['receipt']);
    });

    test('the attract screen tells it, and stops telling it', async () => {
      const { page, printer } = stage;
      await identify(page, maria.document);
      await openInvoice(page, maria.invoices.collection);
      await printSlipInto(stage, () => printer.setCondition({ cover: 'open' }));
      await expectTrouble(page, 'A tampa da impressora está aberta');
      await leaveVisit(page);
      await page.getByTestId('notice-printer-unavailable').waitFor(patience);
      expect(await readPage(page)).toContain('Hoje sem impressora: você pode pagar por PIX.');
      printer.setCondition({ cover: 'closed' });
      await page.getByTestId('notice-printer-unavailable').waitFor({ ...patience, state: 'detached' });
    });

    test('unplugged while the customer pays: paid all the same, the receipt follows', async () => {
      const { page, printer, world } = stage;
      await identify(page, maria.document);
      await openInvoice(page, maria.invoices.overdue);
      await payByPix(page);
      await printer.unplug();
      world.psp.pay(world.psp.ledger.charges.at(-1)?.txid ?? '');
      await waitForScreen(page, 'paid');
      await page.getByTestId('receipt-waiting').waitFor(patience);
      expect(await page.getByTestId('receipt-waiting').innerText()).toBe(
        'A impressora não está respondendo. Seu pagamento está garantido. O comprovante sai quando a impressora voltar.',
      );
      await expect.poll(() => world.erp.isOpen(maria.invoices.overdue), patience).toBe(false);
      await printer.plug();
      await page.getByTestId('receipt-printed').waitFor(patience);
      expect(printer.papers.at(-1)?.text).toMatch(/Fatura 910001 +R\$ 133,02/);
    });
  });

  describe('the paper of a payment that the ERP refuses to settle', () => {
    test('is a protocol by which the company finds it', async () => {
      const { page, printer, world } = stage;
      await identify(page, company.document);
      await openInvoice(page, company.invoices.plain);
      world.erp.setFaults([{ operation: 'writeOffInvoice', effect: { kind: 'status', status: 422 } }]);
      await payByPix(page);
      const { txid = '' } = world.psp.ledger.charges.at(-1) ?? {};
      world.psp.pay(txid);
      await page.getByTestId('write-off-by-hand').waitFor(patience);
      const protocol = txid.slice(0, 10).toUpperCase();
      expect(await page.getByTestId('protocol').innerText()).toBe(`Protocolo ${protocol}`);
      const lastPaper = () => printer.papers.at(-1)?.text;
      await expect.poll(lastPaper, patience).toContain('mostre este papel no atendimento');
      expect(lastPaper()).toContain(protocol);
    });
  });
});

describe('a printer in trouble in the middle of the slip', () => {
  const baudRate = 38_400;
  const stage = useStage({
    world: { printer: { baudRate } },
    settings: ({ printer }) => {
      if (printer) printer.serial.baudRate = baudRate;
    },
  });

  test('paper out: a whole one comes out, marked as a reprint, when it is over', async () => {
    const { page, printer } = stage;
    const papers = printer.papers.length;
    await interrupt(stage, paperOut.begin);
    await expectTrouble(page, paperOut.told);
    paperOut.end(printer);
    await waitForScreen(page, 'slip-printed');
    const came = printer.papers.slice(papers);
    const reprint = came.pop();
    expect(reprint?.text).toContain('REIMPRESSÃO');
    expect(await barcodesOn(reprint)).toHaveLength(1);
    // What was on the paper already is cut off before, and nobody can take it for a boleto.
    for (const remains of came) expect(await barcodesOn(remains)).toEqual([]);
  });

  test('unplugged: nobody knows how much came out, so the customer says whether to print another', async () => {
    const { page, printer } = stage;
    await interrupt(stage, () => printer.unplug());
    await expectTrouble(page, 'O boleto saiu inteiro?');
    await printer.plug();
    await touch(page, 'action-retry');
    await waitForScreen(page, 'slip-printed');
    expect(await barcodesOn(printer.papers.at(-1))).toHaveLength(1);
  });
});

/** Has the plain invoice's slip printed and lets `trouble` come when a part of it is on the paper. */
async function interrupt(
  { page, printer }: Stage,
  trouble: (printer: PrinterSimulator) => void | Promise<void>,
): Promise<void> {
  await identify(page, maria.document);
  await openInvoice(page, maria.invoices.plain);
  const before = printer.received.length;
  await touch(page, 'action-print-slip');
  await expect.poll(() => printer.received.length - before, patience).toBeGreaterThan(800);
  await trouble(printer);
}

/** Prints the slip of the open invoice. */
async function slipOf({ page, printer }: Stage): Promise<Paper> {
  const before = printer.papers.length;
  await printSlip(page);
  const [paper, ...others] = printer.papers.slice(before);
  expect(others).toEqual([]);
  if (!paper) throw new Error('no slip came out');
  return paper;
}

async function barcodesOn(paper: Paper | undefined): Promise<readonly string[]> {
  if (!paper) throw new Error('no paper came out');
  const symbols = await decodeBarcodes(paper.png);
  return symbols.map(({ data }) => data);
}

async function expectTrouble(page: Page, told: string): Promise<void> {
  await waitForScreen(page, 'slip-trouble');
  await page.getByText(told, { exact: true }).waitFor(patience);
}

function expectNothingStrange({ unknown, strayControls, overflows }: PrinterSimulator): void {
  expect({ unknown, strayControls, overflows }).toEqual({ unknown: [], strayControls: [], overflows: [] });
}

function titleOf({ text }: Paper): 'receipt' | 'slip' {
  return text.includes('COMPROVANTE DE PAGAMENTO PIX') ? 'receipt' : 'slip';
}

function unwrapped({ text }: Paper): string {
  return text.replaceAll('\n', ' ');
}

function digitsOf({ text }: Paper): string {
  return text.replaceAll(/[\s.-]/g, '');
}

/** The 44 digits of the bar code, from the 47 of a bank's typed line or the 48 of a collection one (FEBRABAN). */
function barcodeOf(typeableLine: string): string {
  if (typeableLine.length === 48) {
    return [0, 12, 24, 36].map((at) => typeableLine.slice(at, at + 11)).join('');
  }
  const part = (from: number, to: number) => typeableLine.slice(from, to);
  return part(0, 4) + part(32, 33) + part(33, 47) + part(4, 9) + part(10, 20) + part(21, 31);
}
