import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CrmSimulator } from '../simulators/crm/crm-simulator.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { decodeBarcodes } from '../simulators/printer/zbar.ts';
import type { PspSimulator } from '../simulators/psp/psp-simulator.ts';
import type { SeniorCrmSimulator } from '../simulators/senior-crm/senior-crm-simulator.ts';
import { type Finger, useFinger } from '../support/finger.ts';
import { patience, useStage } from '../support/stage.ts';
import { technicianAt } from '../support/technician.ts';
import {
  atHumanPace,
  centreOf,
  finishVisit,
  identify,
  leaveVisit,
  openInvoice,
  payByPix,
  readPage,
  startVisit,
  submitDocument,
  touch,
  typeDigits,
  typeDocument,
  waitForScreen,
} from '../support/visit.ts';

describe('a customer pays', () => {
  const stage = useStage({ motion: 'usual', technician: true });

  test('by touch, from the first touch to the receipt, the write-off and the relays', async () => {
    const { page, world } = stage;
    const { overdue } = customers.maria.invoices;
    const finger = await useFinger(page);
    await finger.tap('action-start');
    await typeByFinger(finger, customers.maria.document);
    await finger.tap('action-submit');
    await finger.tap(`invoice-${overdue}`);
    const text = await brCodeOfNextCharge(world.psp, () => finger.tap('action-pay-pix'));
    await waitForScreen(page, 'pix');

    expect(await page.getByTestId('payee-name').innerText()).toBe('REDE HORIZONTE TELECOM LTDA');
    expect(await page.getByTestId('amount').innerText()).toMatch(/R\$\s*133,02/);
    expect(await readPage(page)).not.toMatch(/Maria/);
    expect(await decodeScreen(page)).toEqual([text]);

    const charge = payNewestCharge(world.psp);
    await waitForScreen(page, 'paid');
    await page.getByTestId('receipt-printed').waitFor(patience);
    await page.getByTestId('write-off-done').waitFor(patience);
    await finger.tap('action-done');
    await waitForScreen(page, 'thanks');
    await finger.tap('action-done');
    await waitForScreen(page, 'attract');

    expectReceipt(stage.printer.papers.at(-1)?.text, [
      'SERRA FIBRA TELECOM',
      'Recebimento via PIX',
      'Obrigado pela preferência!',
      'COMPROVANTE DE PAGAMENTO PIX',
      /Cliente +Maria S\./,
      /CPF +\*{3}\.982\.247-\*{2}/,
      /Fatura 910001 +R\$ 133,02/,
      'Mensalidade Fibra 500 Mega',
      charge.endToEndId,
      charge.txid,
      /Terminal +T01/,
      /Atendimento +0800 123 4567/,
      'NÃO É DOCUMENTO FISCAL',
    ]);
    expectOneWriteOff(world.erp.ledger.writeOffs, overdue);
    await expect
      .poll(() => world.chat.ledger.callbacks.map(({ event }) => event), patience)
      .toEqual(['OnLoadContact', 'OnStartConversation', 'OnEndConversation']);
    expect(world.chat.ledger.callbacks.map(({ query }) => query)).toEqual([
      { doc: '529.982.247-25', nome: 'Maria da Silva Souza' },
      { jid: '5554987654321@s.whatsapp.net', doc: '529.982.247-25' },
      { doc: '529.982.247-25', fone: '5554987654321' },
    ]);
    expect(world.chat.ledger.messages).toEqual([]);
    await expectOneCase(world.crm, charge);
    await expectOneCall(world.senior);
    await expectNothingLeftToTell(page);
  });

  test('with a keyboard alone', async () => {
    const { page, world } = stage;
    const { plain } = customers.company.invoices;
    await page.keyboard.press('Enter');
    await waitForScreen(page, 'document');
    await page.keyboard.type(`${customers.company.document}9`);
    await page.keyboard.press('Enter');
    await waitForScreen(page, 'invoices');
    await pressOn(page, `invoice-${plain}`);
    await waitForScreen(page, 'invoice');
    await pressOn(page, 'action-pay-pix');
    await waitForScreen(page, 'pix');
    payNewestCharge(world.psp);
    await waitForScreen(page, 'paid');
    await page.getByTestId('receipt-printed').waitFor(patience);
    await pressOn(page, 'action-done');
    await waitForScreen(page, 'thanks');
    await pressOn(page, 'action-done');
    await waitForScreen(page, 'attract');

    expectReceipt(stage.printer.papers.at(-1)?.text, [
      /Cliente +Panificadora L\./,
      /CNPJ +\*{2}\.\*{3}\.167\/0001-\*{2}/,
      /Fatura 910021 +R\$ 3\.499,90/,
    ]);
    expectOneWriteOff(world.erp.ledger.writeOffs, plain);
  });

  test('the PIX of the ERP itself: the ERP proves it and writes it off', async () => {
    const { page, world } = stage;
    const { withPixCode } = customers.maria.invoices;
    const chargesBefore = world.psp.ledger.charges.length;
    await identify(page, customers.maria.document);
    await openInvoice(page, withPixCode);
    await payByPix(page);
    await page.getByTestId('confirmed-by-erp').waitFor(patience);
    expect(await page.getByTestId('payee-name').innerText()).toBe('Serra Fibra Telecom');
    expect(await decodeScreen(page)).toEqual([world.erp.invoice(withPixCode).pixCode]);

    world.erp.settleByOwnPix(withPixCode);
    await waitForScreen(page, 'paid');
    await page.getByTestId('receipt-printed').waitFor(patience);
    await page.getByTestId('write-off-done').waitFor(patience);
    await finishVisit(page);

    const receipt = stage.printer.papers.at(-1)?.text;
    expectReceipt(receipt, [
      /Fatura 910002 +R\$ 129,90/,
      'Pagamento confirmado pela empresa.',
      'NÃO É DOCUMENTO FISCAL',
    ]);
    expect(receipt).not.toMatch(/txid|ID da transação/);
    expect(world.erp.ledger.writeOffPosts.filter(({ invoiceId }) => invoiceId === withPixCode)).toEqual([]);
    expect(world.psp.ledger.charges).toHaveLength(chargesBefore);
  });

  test('with two contracts: each shows its own invoices, and those of both', async () => {
    const { page } = stage;
    const { firstContract, secondContract, bothContracts } = customers.twoContracts.invoices;
    await submitDocument(page, customers.twoContracts.document);
    await waitForScreen(page, 'contracts');
    expect(await readPage(page)).toContain('Av. Osvaldo Aranha, 1500 - Centro');

    await touch(page, 'contract-3003');
    await waitForScreen(page, 'invoices');
    await page.getByTestId(`invoice-${secondContract}`).waitFor(patience);
    expect(await shownInvoices(page)).toEqual([secondContract, bothContracts]);
    expect(await page.getByTestId('contract-label').innerText()).toBe('Linha Palmeiro, km 4 - Interior');

    await touch(page, 'action-back');
    await waitForScreen(page, 'contracts');
    await touch(page, 'contract-3002');
    await page.getByTestId(`invoice-${firstContract}`).waitFor(patience);
    expect(await shownInvoices(page)).toEqual([firstContract, bothContracts]);
    await leaveVisit(page);
  });

  test('a company with letters in its CNPJ', async () => {
    const { page, world } = stage;
    const { plain } = customers.alphanumericCompany.invoices;
    await startVisit(page);
    await typeDocument(page, customers.alphanumericCompany.document);
    expect(await page.getByTestId('entry').innerText()).toBe('12.ABC.345/01DE-35');
    expect(await page.getByTestId('entry-label').innerText()).toBe('CNPJ');
    await touch(page, 'action-submit');
    await waitForScreen(page, 'invoices');
    await openInvoice(page, plain);
    expect(await readPage(page)).toMatch(/Desconto\s+[-−]\s*R\$\s*10,00/);
    await payByPix(page);
    payNewestCharge(world.psp);
    await waitForScreen(page, 'paid');
    await page.getByTestId('receipt-printed').waitFor(patience);
    await finishVisit(page);
    expectReceipt(stage.printer.papers.at(-1)?.text, [
      /CNPJ +\*{2}\.\*{3}\.345\/01DE-\*{2}/,
      /Fatura 910031 +R\$ 889,00/,
    ]);
    expectOneWriteOff(world.erp.ledger.writeOffs, plain);
  });

  test('going back from the QR takes the charge back, and nothing is written off', async () => {
    const { page, world } = stage;
    const { plain } = customers.maria.invoices;
    await identify(page, customers.maria.document);
    await openInvoice(page, plain);
    await payByPix(page);
    await touch(page, 'action-back');
    await waitForScreen(page, 'invoice');
    expect(world.psp.ledger.charges.at(-1)?.status).toBe('REMOVIDA_PELO_USUARIO_RECEBEDOR');
    await payByPix(page);
    await leaveVisit(page);
    expect(world.psp.ledger.charges.at(-1)?.status).toBe('REMOVIDA_PELO_USUARIO_RECEBEDOR');
    expect(world.erp.ledger.writeOffs.map(({ invoiceId }) => invoiceId)).not.toContain(plain);
  });
});

describe('a second factor', () => {
  const stage = useStage({
    settings: ({ visit }) => {
      visit.secondFactor = 'birth-date';
    },
  });

  test('the right birth date shows the invoices, and nothing is shown before', async () => {
    const { page } = stage;
    await submitDocument(page, customers.maria.document);
    await waitForScreen(page, 'second-factor');
    expect(await readPage(page)).not.toMatch(/Maria|R\$/);
    await answer(page, '15031985');
    await waitForScreen(page, 'invoices');
    expect(await readPage(page)).toContain('Maria S.');
  });

  test('three wrong answers block the document, in later visits too, and no other', async () => {
    const { page, world } = stage;
    const { document } = customers.twoContracts;
    await submitDocument(page, document);
    for (const left of ['2 vezes', '1 vez']) {
      await answer(page, '01011970');
      await page.getByText(`Você pode tentar mais ${left}`).waitFor(patience);
    }
    await answer(page, '01011970');
    await waitForScreen(page, 'document');
    expect(await page.getByTestId('error-blocked').innerText()).toContain('espere 15 minutos');
    await leaveVisit(page);

    const asked = world.erp.ledger.requests.getCustomer;
    await submitDocument(page, document);
    await page.getByTestId('error-blocked').waitFor(patience);
    expect(world.erp.ledger.requests.getCustomer).toBe(asked);
    await leaveVisit(page);

    await submitDocument(page, customers.maria.document);
    await waitForScreen(page, 'second-factor');
  });

  test('whoever has no birth date is asked for the phone, and who has neither is told so', async () => {
    const { page } = stage;
    await submitDocument(page, customers.company.document);
    await waitForScreen(page, 'second-factor');
    await answer(page, '1234');
    await waitForScreen(page, 'invoices');
    await leaveVisit(page);

    await submitDocument(page, customers.alphanumericCompany.document);
    await waitForScreen(page, 'problem');
    expect(await page.getByTestId('title').innerText()).toBe('Não conseguimos confirmar quem é você');
    expect(await readPage(page)).not.toMatch(/Núcleo|R\$/);
  });
});

async function typeByFinger(finger: Finger, document: string): Promise<void> {
  for (const character of document) await finger.tap(`key-${character}`);
}

async function answer(page: Page, digits: string): Promise<void> {
  await waitForScreen(page, 'second-factor');
  await typeDigits(page, digits);
  await touch(page, 'action-submit');
}

/** Moves the keyboard's focus to a button and presses it. */
async function pressOn(page: Page, testId: string): Promise<void> {
  await page.getByTestId(testId).waitFor(patience);
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    }, patience)
    .toBe(testId);
  await atHumanPace(page, await centreOf(page.getByTestId(testId)), () => page.keyboard.press('Enter'));
}

async function shownInvoices(page: Page): Promise<readonly string[]> {
  const ids = await page
    .getByTestId(/^invoice-\d+$/)
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-testid') ?? ''));
  return ids.map((id) => id.replace('invoice-', ''));
}

/** What a phone's camera reads off the screen. */
async function decodeScreen(page: Page): Promise<readonly string[]> {
  const symbols = await decodeBarcodes(await page.screenshot());
  return symbols.map((symbol) => symbol.data);
}

/** The PIX text that the PSP makes while `act` is done. */
async function brCodeOfNextCharge(psp: PspSimulator, act: () => Promise<void>): Promise<string> {
  let text: string | undefined;
  const stop = psp.onAnswered((request, { body }) => {
    if (request.method === 'PUT') text = (JSON.parse(body) as { pixCopiaECola?: string }).pixCopiaECola;
  });
  await act();
  await expect.poll(() => text, patience).toBeDefined();
  stop();
  return text ?? '';
}

/** Pays what the customer sees, as their bank would. */
interface Paid {
  readonly txid: string;
  readonly endToEndId: string;
}

function payNewestCharge(psp: PspSimulator): Paid {
  const txid = psp.ledger.charges.at(-1)?.txid ?? '';
  expect(psp.pay(txid)).toMatchObject({ paid: true });
  return { txid, endToEndId: psp.ledger.charges.at(-1)?.payments[0]?.endToEndId ?? '' };
}

function expectReceipt(text: string | undefined, parts: readonly (string | RegExp)[]): void {
  for (const part of parts) {
    if (typeof part === 'string') expect(text).toContain(part);
    else expect(text).toMatch(part);
  }
}

/** Salesforce has one Case of the visit, with every step once, its contact and its receipt. */
async function expectOneCase({ ledger }: CrmSimulator, { txid, endToEndId }: Paid): Promise<void> {
  await expect.poll(() => ledger.files.length, patience).toBe(1);
  expect(ledger.cases).toEqual([
    expect.objectContaining({
      fields: expect.objectContaining({
        Subject: expect.stringMatching(/^\+5554987654321 \[[\w-]{36}\]$/),
        ContactId: ledger.contacts[0]?.id,
        Description: expect.stringContaining(`PIX de R$ 133,02 pago (${endToEndId})`),
      }),
    }),
  ]);
  expect(ledger.contacts).toHaveLength(1);
  const steps = ledger.comments.map(({ fields }) =>
    String(fields.CommentBody).replace(/^.*?\d: | \[[^\]]*\]$/g, ''),
  );
  expect(new Set(steps)).toEqual(
    new Set([
      'Atendimento iniciado',
      'Cliente identificado',
      'Fatura 910001 aberta',
      `PIX de R$ 133,02 gerado (${txid})`,
      `PIX de R$ 133,02 pago (${endToEndId})`,
      'Baixa da fatura 910001 confirmada',
      'Comprovante impresso',
      'Atendimento encerrado (concluído)',
    ]),
  );
  expect(steps).toHaveLength(8);
}

/** Senior CRM has one call of the visit, and its end was told once. */
async function expectOneCall({ ledger }: SeniorCrmSimulator): Promise<void> {
  await expect.poll(() => ledger.calls[0]?.ends, patience).toBe(1);
  const time = expect.stringMatching(/^\d\d:\d\d:\d\d$/);
  expect(ledger.calls).toEqual([
    {
      callId: 70_001,
      phone: '0054987654321',
      ends: 1,
      end: {
        data: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        hora_inicio: time,
        hora_fim: time,
        telefone: '0054987654321',
        calltype: 'Inbound',
        agent: '8001',
      },
    },
  ]);
  expect(ledger.requests).toEqual({ consult: 1, end: 1 });
}

/** The technician sees that every system has heard of everything. */
async function expectNothingLeftToTell(page: Page): Promise<void> {
  const technician = technicianAt(page);
  await technician.enter();
  await technician.open('state');
  await expect
    .poll(() => page.getByTestId('deliveries').innerText(), patience)
    .toContain('Nenhum aviso esperando.');
  await technician.leave();
}

function expectOneWriteOff(
  rows: readonly { invoiceId: string; times: number; effective: number; idempotencyKey: string | null }[],
  invoiceId: string,
): void {
  expect(rows.filter((row) => row.invoiceId === invoiceId)).toEqual([
    expect.objectContaining({ times: 1, effective: 1, idempotencyKey: expect.stringMatching(/^\S{16,}$/) }),
  ]);
}
