import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { join } from '../../src-renderer/i18n/pt-BR/join.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { useFinger } from '../support/finger.ts';
import { answerQuestions } from '../support/joining.ts';
import {
  lastPaper,
  leaveThanked,
  offerEverything,
  tapText,
  toEntry,
  toMenu,
  touchTwice,
  waitForTitle,
  writeLine,
  writesOf,
} from '../support/services.ts';
import { patience, useStage } from '../support/stage.ts';
import {
  finishVisit,
  leaveVisit,
  openInvoice,
  touch,
  typeDocument,
  waitForScreen,
} from '../support/visit.ts';

const { maria } = customers;
const newcomer = { name: 'Ana Beatriz Rocha', document: '71428793860', phone: '54991112233' };

describe('what customers ask the company for, at an ERP of contract A', () => {
  const stage = useStage({ settings: offerEverything });

  test('a ticket, written by finger, has a number on the screen and on paper', async () => {
    const { page, world } = stage;
    const finger = await useFinger(page);
    await toEntry(page, maria.document, 'help');
    await finger.tap('option-principal:0');
    await finger.tap('option-8402');
    await waitForTitle(page, 'Qual é o assunto?');
    await tapText(finger, 'internet lenta');
    await finger.tap('action-submit');
    await waitForTitle(page, 'Conte o que aconteceu');
    await tapText(finger, 'não abre nada desde as 8, sô');
    expect(await page.getByTestId('text-field').inputValue()).toBe('Não abre nada desde as 8, sô');
    await finger.tap('action-submit');
    await finger.tap('option-0');
    await waitForScreen(page, 'ticket-review');
    await finger.tap('action-submit');
    await waitForTitle(page, 'Recebemos o seu pedido');
    expect(await page.getByTestId('protocol').innerText()).toBe('5601');
    await page.getByTestId('protocol-paper-printed').waitFor(patience);
    expect(lastPaper(stage)).toMatch(/5601.*Internet lenta.*Não abre nada desde as 8/);
    expect(writesOf(world.erp.ledger, 'createTicket')).toMatchObject([
      {
        fields: {
          id_cliente: maria.id,
          id_servico: '6301',
          id_departamento: '8402',
          assunto: 'Internet lenta',
          mensagem: 'Não abre nada desde as 8, sô',
        },
      },
    ]);
    await leaveThanked(page);
  });

  test('one whose reply is lost is in verification, and is not sent again', async () => {
    const { page, world } = stage;
    const before = writesOf(world.erp.ledger, 'createTicket').length;
    world.erp.setFaults([{ operation: 'createTicket', effect: { kind: 'drop-after' } }]);
    await toEntry(page, maria.document, 'help');
    await touch(page, 'option-principal:');
    await touch(page, 'option-8401');
    await writeLine(page, 'Qual é o assunto?', 'Segunda via');
    await writeLine(page, 'Conte o que aconteceu', 'Preciso do carnê');
    await touch(page, 'option-0');
    await waitForScreen(page, 'ticket-review');
    await touchTwice(page, 'action-submit');
    await waitForTitle(page, 'Seu pedido está em verificação');
    expect(await page.getByTestId('protocol').innerText()).toMatch(/^[0-9A-Z]{10}$/);
    await page.getByTestId('protocol-paper-printed').waitFor(patience);
    expect(writesOf(world.erp.ledger, 'createTicket')).toHaveLength(before + 1);
  });

  test('a new WhatsApp number is saved and the chat told; an e-mail that the company does not want is not', async () => {
    const { page, world } = stage;
    await toEntry(page, maria.document, 'my-data');
    await waitForScreen(page, 'my-data');
    expect(await page.getByTestId('screen-my-data').innerText()).not.toContain('98765');
    await touch(page, 'option-whatsapp');
    await waitForScreen(page, 'contact-entry');
    await typeDocument(page, '54991234567');
    await touch(page, 'action-submit');
    await waitForScreen(page, 'contact-confirm');
    await touch(page, 'action-submit');
    await waitForTitle(page, 'Pronto, está salvo');
    const saved = { operation: 'updateCustomer', fields: { id_cliente: maria.id, whatsapp: '54991234567' } };
    expect(writesOf(world.erp.ledger, 'updateCustomer')).toMatchObject([saved]);
    await expect
      .poll(() => world.chat.ledger.callbacks, patience)
      .toContainEqual(
        expect.objectContaining({
          event: 'OnSaveContact',
          query: expect.objectContaining({ fone: expect.stringContaining('54991234567') }),
        }),
      );

    world.chat.setAnswer('OnBeforeSaveContact', { body: { result: false, reason: 'Fale com o financeiro' } });
    await touch(page, 'action-done');
    await touch(page, 'option-email');
    await writeLine(page, 'Qual é o novo e-mail?', 'maria.nova@example.com');
    await waitForScreen(page, 'contact-confirm');
    await touch(page, 'action-submit');
    await waitForScreen(page, 'contact-forbidden');
    expect(await page.getByTestId('contact-reason').innerText()).toContain('Fale com o financeiro');
    expect(writesOf(world.erp.ledger, 'updateCustomer')).toHaveLength(1);
    world.chat.setAnswer('OnBeforeSaveContact', { body: true });
  });

  test('whoever is no customer registers by the keys on the desk, and asks later how it stands', async () => {
    const { page, world } = stage;
    await touch(page, 'action-join');
    await answerQuestions(page, [
      ['city', { card: '8701' }],
      ['product', { card: '8101' }],
      ['dueDate', { card: '8510' }],
      ['personKind', { card: 'natural' }],
      ['name', { letters: newcomer.name }],
      ['document', { digits: newcomer.document }],
      ['birthDate', { digits: '05031960' }],
      ['phone', { digits: newcomer.phone }],
      ['email', 'skip'],
      ['postalCode', { digits: '95700010' }],
      ['street', { letters: 'Rua das Flores' }],
      ['number', { digits: '12' }],
      ['complement', 'skip'],
      ['district', { letters: 'Centro' }],
      ['landmark', 'skip'],
      ['billing', { card: 'same' }],
      ['origin', { card: '8601' }],
      ['reseller', 'skip'],
    ]);
    const protocol = await send(page, 'Cadastro enviado!');
    expect(writesOf(world.erp.ledger, 'createProspect')).toMatchObject([
      {
        fields: {
          nome: newcomer.name,
          cnpj_cpf: newcomer.document,
          id_vencimento: '8510',
          servicos: [{ id_servico: '8101' }],
        },
      },
    ]);

    await touch(page, 'action-ask-progress');
    await waitForTitle(page, join.document.progress.title);
    await typeDocument(page, newcomer.document);
    await touch(page, 'action-submit');
    await waitForScreen(page, 'join-progress');
    expect(await page.getByTestId(`request-${protocol}`).innerText()).toContain('“Inicial”');
  });

  test('whoever lives elsewhere leaves a contact', async () => {
    const { page, world } = stage;
    await touch(page, 'action-join');
    await answerQuestions(page, [
      ['city', { card: 'other' }],
      ['cityName', { letters: 'Garibaldi' }],
      ['name', { letters: newcomer.name }],
      ['phone', { digits: newcomer.phone }],
      ['email', 'skip'],
      ['postalCode', 'skip'],
    ]);
    await page.getByTestId('outside-coverage').waitFor(patience);
    await send(page, 'Contato registrado!');
    expect(writesOf(world.erp.ledger, 'createLead')).toMatchObject([
      { fields: { nome: newcomer.name, cidade: 'Garibaldi' } },
    ]);
  });

  test('the typed line goes to another number that the customer types', async () => {
    const { page, world } = stage;
    await toEntry(page, maria.document, 'invoices');
    await openInvoice(page, maria.invoices.plain);
    await touch(page, 'action-receive-message');
    await touch(page, 'action-other-phone');
    await waitForScreen(page, 'message-number');
    await typeDocument(page, '54998887766');
    await touch(page, 'action-submit');
    await waitForScreen(page, 'message-consent');
    expect(world.chat.ledger.messages).toEqual([]);
    await touchTwice(page, 'action-agree');
    await waitForScreen(page, 'message-asked');
    const { typeableLine } = world.erp.invoice(maria.invoices.plain);
    await expect
      .poll(() => world.chat.ledger.messages.map(({ text }) => text.replace(/\D/g, '')), patience)
      .toContain(typeableLine);
    expect(world.chat.ledger.requests.send).toBe(1);
    expect(new Set(world.chat.ledger.messages.map(({ number }) => number))).toEqual(new Set(['54998887766']));
  });

  test('an attendant is called once, and the visit stays where it is', async () => {
    const { page, world } = stage;
    await toMenu(page, maria.document);
    await touch(page, 'action-call-attendant');
    await page.getByTestId('help-told').waitFor(patience);
    await touch(page, 'action-close-notice');
    await page.getByText('Atendente avisado', { exact: true }).waitFor(patience);
    await touch(page, 'action-call-attendant');
    await touch(page, 'action-close-notice');
    await waitForScreen(page, 'menu');
    await leaveVisit(page);
    const calls = () =>
      world.chat.ledger.callbacks.filter(({ event }) => event === 'OnGetChatMessageSugestion');
    await expect.poll(calls, patience).toMatchObject([{ query: { doc: '529.982.247-25' } }]);
  });

  test('language and ways to look are chosen in the middle of a visit, and gone with it', async () => {
    const { page } = stage;
    await toMenu(page, maria.document);
    await touch(page, 'action-display');
    for (const mode of ['large-type', 'high-contrast', 'low-reach']) await touch(page, `mode-${mode}`);
    await touch(page, 'language-en');
    await page.locator('html[lang="en"][data-modes="large-type high-contrast low-reach"]').waitFor({
      ...patience,
      state: 'attached',
    });
    await touch(page, 'action-close-display');
    await page.getByText('Call a staff member', { exact: true }).waitFor(patience);
    await touch(page, 'entry-help');
    await page.getByTestId('option-principal:0').waitFor(patience);
    await leaveVisit(page);
    await page.locator('html[lang="pt-BR"][data-modes=""]').waitFor({ ...patience, state: 'attached' });
    await toMenu(page, maria.document);
    await page.getByText('Chamar atendente', { exact: true }).waitFor(patience);
  });

  /** From the review to the attract screen. @returns the number that it goes by */
  async function send(page: Page, title: string): Promise<string> {
    await waitForScreen(page, 'join-review');
    await touch(page, 'action-submit');
    await waitForScreen(page, 'join-consent');
    await touch(page, 'action-agree');
    await waitForTitle(page, title);
    const protocol = await page.getByTestId('protocol').innerText();
    await page.getByTestId('paper-printed').waitFor(patience);
    expect(lastPaper(stage)).toContain(protocol);
    await finishVisit(page);
    return protocol;
  }
});
