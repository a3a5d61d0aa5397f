import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onePage, streamOf } from '../integration/printing/pdf/hand-made-pdf.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { answerQuestions } from '../support/joining.ts';
import { canLoad, shownPicture } from '../support/picture.ts';
import { leaveThanked, offerEverything, toEntry, waitForTitle, writeLine } from '../support/services.ts';
import { patience, useStage } from '../support/stage.ts';
import { findInMemory, readDrawn, readStorage } from '../support/traces.ts';
import { leaveVisit, touch, waitForScreen } from '../support/visit.ts';

const { maria } = customers;

/** ASCII only, as texts are searched for. */
const written = {
  subject: 'Roteador Kuruguntla',
  message: 'Pisca vermelho desde quinta',
  email: 'zuleica.77@example.net',
  name: 'Quiteria Valverde',
  city: 'Xangri do Araticum',
};

/** What the kiosk showed of a customer who was identified. */
const seen = ['Maria da', '****-4321', 'm***@example.com', '000.124', 'Rua das Hort'];

describe('of a visit in which much was seen and written', () => {
  const stage = useStage({
    settings(settings) {
      offerEverything(settings);
      // Longer than any test is busy between two touches.
      settings.visit.idleSeconds = 8;
      settings.visit.idleWarningSeconds = 3;
    },
  });

  test('nothing is left after "Sair", neither of a form that was given up', async () => {
    const { page } = stage;
    await touch(page, 'action-join');
    await answerQuestions(page, [
      ['city', { card: 'other' }],
      ['cityName', { letters: written.city }],
      ['name', { letters: written.name }],
    ]);
    await waitForTitle(page, 'telefone');
    await leaveVisit(page);

    const picture = await openNote(page);
    await backToMenu(page);
    await openTicket(page);
    await typeEmail(page);
    await leaveThanked(page);
    await expectNothingLeft(picture);
  });

  test('nothing is left after a time-out', async () => {
    const { page } = stage;
    const picture = await openNote(page);
    await backToMenu(page);
    await typeEmail(page);
    await page.getByTestId('idle-warning').waitFor(patience);
    await waitForScreen(page, 'attract');
    await expectNothingLeft(picture);
  });

  /** @returns the address of the picture of a fiscal note that is on the screen */
  async function openNote(page: Page): Promise<string> {
    stage.world.erp.givePdf('6102', notePdf);
    await toEntry(page, maria.document, 'second-copies');
    await touch(page, 'copies-fiscal-note');
    await touch(page, 'copy-principal:1');
    await touch(page, 'action-show-copy');
    await waitForScreen(page, 'boleto');
    return (await shownPicture(page)).source;
  }

  async function expectNothingLeft(picture: string): Promise<void> {
    const { app, page } = stage;
    const texts = [...Object.values(written), ...seen, maria.document, '529.982.247-25'];
    const drawn = await readDrawn(app);
    expect(texts.filter((text) => drawn.includes(text))).toEqual([]);
    expect(await findInMemory(app, [...texts, picture])).toEqual([]);
    expect(await canLoad(page, picture)).toBe(false);
    expect(await readStorage(app)).toEqual({
      local: 0,
      session: 0,
      databases: 0,
      caches: 0,
      cookies: 0,
      cached: 0,
    });
  }
});

async function backToMenu(page: Page): Promise<void> {
  for (const screen of ['copy', 'copies', 'second-copies', 'menu'] as const) {
    await touch(page, 'action-back');
    await waitForScreen(page, screen);
  }
}

/** From the menu, and back to it. */
async function openTicket(page: Page): Promise<void> {
  await touch(page, 'entry-help');
  await touch(page, 'option-principal:0');
  await touch(page, 'option-8402');
  await writeLine(page, 'Qual é o assunto?', written.subject);
  await writeLine(page, 'Conte o que aconteceu', written.message);
  await touch(page, 'option-0');
  await waitForScreen(page, 'ticket-review');
  await touch(page, 'action-submit');
  await waitForScreen(page, 'ticket-result');
  await touch(page, 'action-done');
  await waitForScreen(page, 'menu');
}

/** From the menu to a new address that is not saved. */
async function typeEmail(page: Page): Promise<void> {
  await touch(page, 'entry-my-data');
  await touch(page, 'option-email');
  await waitForTitle(page, 'Qual é o novo e-mail?');
  await page.getByTestId('text-field').pressSequentially(written.email);
}

const notePdf = Buffer.from(onePage(streamOf('0 0 1 rg 0 0 595 842 re f'), '[0 0 595 842]')).toString(
  'latin1',
);
