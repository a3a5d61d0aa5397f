import { describe, expect, test } from 'vitest';
import { onePage, streamOf } from '../integration/printing/pdf/hand-made-pdf.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { decodeBarcodes } from '../simulators/printer/zbar.ts';
import { canLoad, colourOf, shownPicture } from '../support/picture.ts';
import {
  consentsIn,
  entriesOf,
  lastPaper,
  leaveThanked,
  offerEverything,
  toEntry,
  toMenu,
  touchTwice,
  waitForTitle,
  writesOf,
} from '../support/services.ts';
import { patience, useStage } from '../support/stage.ts';
import { payByPix, touch, waitForScreen } from '../support/visit.ts';

const { maria, noneOpen } = customers;
const redPage = Buffer.from(onePage(streamOf('1 0 0 rg 0 0 595 842 re f'), '[0 0 595 842]')).toString(
  'latin1',
);

/** Of the fixtures: the newer note, and the declaration of 2025. */
const note = { id: '6102', key: 'principal:1' };
const clearance = { id: '6201', key: 'principal:0' };
/** Suspended for what is owed. */
const blocked = { id: '6301', key: 'principal:0' };

describe('what a customer comes for besides paying, at an ERP of contract A', () => {
  const stage = useStage({ settings: offerEverything });

  test('the menu has what the ERP has; who owes nothing is told so', async () => {
    const { page } = stage;
    await toMenu(page, noneOpen.document);
    expect(await entriesOf(page)).toEqual([
      'invoices',
      'services',
      'second-copies',
      'help',
      'my-data',
      'order',
    ]);
    expect(await page.getByTestId('open-invoices').innerText()).toBe('Nada em aberto');
    await touch(page, 'entry-services');
    await waitForTitle(page, 'Não achamos serviços no seu nome');
    await touch(page, 'action-back');
    await waitForScreen(page, 'menu');
  });

  test('a fiscal note is drawn, and printed with a QR that leads to it; nothing of it is there afterwards', async () => {
    const { page, printer, world } = stage;
    world.erp.givePdf(note.id, redPage);
    await toEntry(page, maria.document, 'second-copies');
    await touch(page, 'copies-fiscal-note');
    await touch(page, `copy-${note.key}`);
    await touch(page, 'action-show-copy');
    await waitForScreen(page, 'boleto');
    const { png, source } = await shownPicture(page);
    expect(colourOf(png)).toEqual([255, 0, 0]);
    await touch(page, 'action-back');
    await touch(page, 'action-print-copy');
    await waitForScreen(page, 'paper-printed');
    expect(lastPaper(stage)).toContain('000.124');
    // No phone is led to an address that is not https.
    expect(await decodeBarcodes(printer.papers.at(-1)?.png ?? Buffer.of())).toEqual([]);
    await touch(page, 'action-done');
    await touch(page, 'copies-fiscal-note');
    await touch(page, 'copy-principal:0');
    await touch(page, 'action-print-copy');
    await waitForScreen(page, 'paper-printed');
    expect(await decodeBarcodes(printer.papers.at(-1)?.png ?? Buffer.of())).toEqual([
      { type: 'QR-Code', data: 'https://notas.example.com/6101.pdf' },
    ]);
    await leaveThanked(page);
    expect(await canLoad(page, source)).toBe(false);
  });

  test('the statement of a period is read and printed; a declaration that cannot be opened still is', async () => {
    const { page, world } = stage;
    world.erp.givePdf(clearance.id, 'this is no PDF');
    await toEntry(page, maria.document, 'second-copies');
    await touch(page, 'copies-statement');
    await waitForScreen(page, 'statement');
    await touch(page, 'months-12');
    await page.locator('[data-testid="months-12"][aria-pressed="true"]').waitFor(patience);
    await touch(page, 'action-print-copy');
    await waitForScreen(page, 'paper-printed');
    expect(lastPaper(stage)).toContain('EXTRATO');
    await touch(page, 'action-done');

    await touch(page, 'copies-debt-clearance');
    await touch(page, `copy-${clearance.key}`);
    await touch(page, 'action-show-copy');
    await waitForScreen(page, 'problem');
    await touch(page, 'action-back');
    await touch(page, 'action-print-copy');
    await waitForScreen(page, 'paper-printed');
    expect(lastPaper(stage)).toMatch(/DECLARAÇÃO DE QUITAÇÃO.*2025/);
    await leaveThanked(page);
  });

  test('what is owed for a blocked service is paid at once, and the receipt goes to the phone', async () => {
    const { page, world } = stage;
    await toEntry(page, maria.document, 'services');
    await touch(page, `service-${blocked.key}`);
    expect(await page.getByTestId('owed').innerText()).toContain('133,02');
    await touch(page, 'action-pay-owed');
    await waitForScreen(page, 'invoice');
    await payByPix(page);
    world.psp.pay(world.psp.ledger.charges.at(-1)?.txid ?? '');
    await waitForScreen(page, 'paid');
    await page.getByTestId('write-off-done').waitFor(patience);
    expect(world.erp.isOpen(maria.invoices.overdue)).toBe(false);

    await touch(page, 'action-receive-message');
    await touch(page, 'phone-0');
    await touch(page, 'action-agree');
    await waitForScreen(page, 'message-asked');
    await touch(page, 'action-done');
    await waitForScreen(page, 'paid');
    await expect
      .poll(() => world.chat.ledger.messages, patience)
      .toMatchObject([{ number: '54987654321', text: expect.stringContaining('133,02') }]);
    await expect
      .poll(() => consentsIn(world.dataFolder), patience)
      .toEqual([{ content: 'receipt', consent_version: 'whatsapp-1', texts: null }]);
    await leaveThanked(page);
  });

  test('a trust unlock that the ERP refuses is told in plain words', async () => {
    const { page, world } = stage;
    world.erp.behave({ unlock: 'refused' });
    await toTerms();
    await touch(page, 'action-agree');
    await waitForTitle(page, 'Não foi possível liberar');
    await touch(page, 'action-done');
    await waitForScreen(page, 'services');
    expect(await page.getByTestId(`service-${blocked.key}`).innerText()).toContain('Suspenso');
  });

  test('one whose reply is lost is looked into and found; pressed twice, it was asked for once', async () => {
    const { page, world } = stage;
    const before = writesOf(world.erp.ledger, 'trustUnlock').length;
    world.erp.behave({ unlock: 'done' });
    world.erp.setFaults([{ operation: 'trustUnlock', effect: { kind: 'drop-after' } }]);
    await toTerms();
    await touchTwice(page, 'action-agree');
    await waitForTitle(page, 'Serviço liberado');
    const protocol = await page.getByTestId('protocol').innerText();
    await page.getByTestId('protocol-paper-printed').waitFor(patience);
    expect(lastPaper(stage)).toContain(protocol);
    const asked = writesOf(world.erp.ledger, 'trustUnlock').slice(before);
    expect(asked).toMatchObject([{ fields: { id_cliente: maria.id, id_servico: blocked.id } }]);
    await touch(page, 'action-done');
    await waitForScreen(page, 'services');
    expect(await page.getByTestId(/^service-/).allInnerTexts()).toEqual([
      expect.stringContaining('Ativo'),
      expect.stringContaining('Ativo'),
    ]);
    await leaveThanked(page);
  });

  async function toTerms(): Promise<void> {
    const { page } = stage;
    await toEntry(page, maria.document, 'services');
    await touch(page, `service-${blocked.key}`);
    await touch(page, 'action-ask-unlock');
    await waitForScreen(page, 'unlock-terms');
  }
});
