import { describe, expect, test } from 'vitest';
import { customersB } from '../simulators/erp-b/fixture-customers.ts';
import { decodeBarcodes } from '../simulators/printer/zbar.ts';
import { answerQuestions } from '../support/joining.ts';
import {
  entriesOf,
  lastPaper,
  leaveThanked,
  offerEverything,
  toEntry,
  toMenu,
  touchTwice,
  waitForTitle,
  writeLine,
  writesOf,
} from '../support/services.ts';
import { patience, useStage } from '../support/stage.ts';
import { leaveVisit, touch, typeDocument, waitForScreen } from '../support/visit.ts';

const { maria, single } = customersB;

/** Suspended for what is owed. */
const blocked = { id: '73001', key: 'funcoes:0' };

describe('what a customer comes for besides paying, at an ERP of contract B', () => {
  const stage = useStage({
    world: { erpB: {} },
    settings(settings) {
      offerEverything(settings);
      // Only the ERP of contract B. Its Maria has pending texts, with which nothing would be unlocked.
      settings.erps.shift();
      Object.assign(settings.visit, { trustUnlock: { heldByPendingMessages: false } });
    },
  });

  test('there are fiscal notes, but neither statement nor declarations; one that cannot be drawn is printed', async () => {
    const { page, printer } = stage;
    await toMenu(page, maria.document);
    expect(await entriesOf(page)).toEqual([
      'invoices',
      'services',
      'second-copies',
      'help',
      'my-data',
      'order',
    ]);
    await touch(page, 'entry-second-copies');
    await waitForScreen(page, 'second-copies');
    expect(await page.getByTestId(/^copies-/).count()).toBe(1);
    await touch(page, 'copies-fiscal-note');
    await touch(page, 'copy-funcoes:0');
    await touch(page, 'action-show-copy');
    await waitForScreen(page, 'problem');
    await touch(page, 'action-back');
    await touch(page, 'action-print-copy');
    await waitForScreen(page, 'paper-printed');
    expect(lastPaper(stage)).toContain('000.777');
    // This ERP gives no address that a phone could open.
    expect(await decodeBarcodes(printer.papers.at(-1)?.png ?? Buffer.of())).toEqual([]);
    await leaveThanked(page);
  });

  test('a refused unlock is told; an answer that says nothing is in verification, in the next visit too', async () => {
    const { page } = stage;
    const before = asked('trust_unlock').length;
    stage.world.erpB?.behave({ unlock: 'refused' });
    await toUnlock();
    await touch(page, 'action-agree');
    await waitForTitle(page, 'Não foi possível liberar');
    await leaveVisit(page);

    stage.world.erpB?.behave({ unlock: 'vague' });
    await toUnlock();
    await touchTwice(page, 'action-agree');
    await waitForTitle(page, 'Seu pedido está em verificação');
    const protocol = await page.getByTestId('protocol').innerText();
    await page.getByTestId('protocol-paper-printed').waitFor(patience);
    expect(lastPaper(stage)).toContain(protocol);
    await leaveVisit(page);

    await toEntry(page, maria.document, 'services');
    await touch(page, `service-${blocked.key}`);
    expect(await page.getByTestId('no-unlock-unclear').innerText()).toContain(protocol);
    expect(await page.getByTestId('action-ask-unlock').count()).toBe(0);
    const unlock = {
      args: { customer_document_number: maria.document, id_servico: blocked.id },
    };
    expect(asked('trust_unlock').slice(before)).toMatchObject([unlock, unlock]);
  });

  test('a ticket goes to the ERP as it was written', async () => {
    const { page } = stage;
    await toEntry(page, maria.document, 'help');
    await touch(page, 'option-funcoes:1');
    await writeLine(page, 'Qual é o assunto?', 'Canal fora do ar');
    await writeLine(page, 'Conte o que aconteceu', 'O canal 5 está preto');
    await touch(page, 'option-0');
    await waitForScreen(page, 'ticket-review');
    await touch(page, 'action-submit');
    await waitForTitle(page, 'Recebemos o seu pedido');
    expect(await page.getByTestId('protocol').innerText()).toBe('76001');
    expect(asked('create_ticket')).toMatchObject([
      { args: { id_servico: '73002', assunto: 'Canal fora do ar', mensagem: 'O canal 5 está preto' } },
    ]);
    await leaveThanked(page);
  });

  test('another telephone is saved there, and seen again masked', async () => {
    const { page } = stage;
    await toEntry(page, maria.document, 'my-data');
    await touch(page, 'option-phone');
    await waitForScreen(page, 'contact-entry');
    await typeDocument(page, '5434521999');
    await touch(page, 'action-submit');
    await waitForScreen(page, 'contact-confirm');
    await touch(page, 'action-submit');
    await waitForTitle(page, 'Pronto, está salvo');
    expect(asked('update_customer')).toMatchObject([
      { args: { customer_document_number: maria.document, fone: '5434521999' } },
    ]);
    await touch(page, 'action-done');
    await page.getByTestId('option-phone').getByText(/1999/).waitFor(patience);
    await leaveThanked(page);
  });

  test('a customer orders another plan; one of whom the staff must speak first does not', async () => {
    const { page } = stage;
    await toEntry(page, maria.document, 'order');
    await waitForTitle(page, 'Vamos falar com você antes');
    expect(await page.getByTestId('screen-join-done').innerText()).not.toContain('Equipamento');
    await leaveVisit(page);
    expect(asked('create_order_for_customer')).toEqual([]);

    await toEntry(page, single.document, 'order');
    await answerQuestions(page, [['product', { card: '82902' }]]);
    await waitForScreen(page, 'join-review');
    await touch(page, 'action-submit');
    await waitForScreen(page, 'join-consent');
    await touchTwice(page, 'action-agree');
    await waitForTitle(page, 'Pedido feito!');
    expect(asked('create_order_for_customer')).toMatchObject([
      { args: { customer_document_number: single.document } },
    ]);
    await leaveThanked(page);
  });

  test('whoever is no customer orders; a lost reply is in verification, and was sent once', async () => {
    const { page, world } = stage;
    world.erpB?.setFaults([{ operation: 'create_order', effect: { kind: 'drop-after' } }]);
    await touch(page, 'action-join');
    await answerQuestions(page, [
      ['cityName', { letters: 'Bento Gonçalves' }],
      ['product', { card: '82901' }],
      ['dueDate', { card: '83907' }],
      ['personKind', { card: 'natural' }],
      ['name', { letters: 'Carlos Prates' }],
      ['document', { digits: '15350946056' }],
      ['birthDate', { digits: '17081990' }],
      ['phone', { digits: '54991112233' }],
      ['email', 'skip'],
      ['postalCode', { digits: '95700010' }],
      ['street', { letters: 'Rua das Flores' }],
      ['number', { digits: '12' }],
      ['complement', 'skip'],
      ['district', { letters: 'Centro' }],
      ['landmark', 'skip'],
      ['billing', { card: 'same' }],
      ['origin', 'skip'],
      ['reseller', 'skip'],
    ]);
    await waitForScreen(page, 'join-review');
    await touch(page, 'action-submit');
    await waitForScreen(page, 'join-consent');
    await touch(page, 'action-agree');
    await waitForTitle(page, 'Seu pedido está em verificação');
    expect(asked('create_order')).toHaveLength(1);
  });

  function asked(name: string): readonly unknown[] {
    const { erpB } = stage.world;
    return erpB ? writesOf(erpB.ledger, name) : [];
  }

  async function toUnlock(): Promise<void> {
    const { page } = stage;
    await toEntry(page, maria.document, 'services');
    await touch(page, `service-${blocked.key}`);
    await touch(page, 'action-ask-unlock');
    await waitForScreen(page, 'unlock-terms');
  }
});
