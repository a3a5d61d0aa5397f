import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { defaultErpToken } from '../simulators/erp/erp-simulator.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { askPage, killPage, shownScreen } from '../support/ask-page.ts';
import { answerQuestions } from '../support/joining.ts';
import { launchKiosk, type RunningKiosk } from '../support/kiosk.ts';
import { waitForTitle } from '../support/services.ts';
import { patience, readLog, waitForLog } from '../support/stage.ts';
import { findInMemory, readDrawn, readStorage } from '../support/traces.ts';
import {
  finishVisit,
  leaveVisit,
  openInvoice,
  printSlip,
  submitDocument,
  touch,
  waitForScreen,
} from '../support/visit.ts';
import { startWorld, type World } from '../support/world.ts';

const { maria, difficult } = customers;
/** ASCII only, as the page's memory is searched for it. */
const newcomer = { name: 'Quiteria Valverde', city: 'Xangri do Araticum' };

let world: World;
let kiosk: RunningKiosk | undefined;
/** Whatever a charge of this day can be recognised by. */
const brCodes: string[] = [];
let kept: unknown;
/** What the page still had of a newcomer's form after it had died over it, came back, and was left. */
let leftAfterDeath: readonly string[];
/** The same while it was being typed: shows that the search finds what there is. */
let foundMeanwhile: readonly string[];
const tokens: string[] = [defaultErpToken, 'psp-sim-secret', 'crm-sim-consumer-secret'];

beforeAll(async () => {
  world = await startWorld();
  await world.writeSettings(({ visit, erps: [erp] }) => {
    visit.secondFactor = 'phone-last-digits';
    Object.assign(visit, { services: { join: true } });
    erp.timeoutMs = 1500;
  });
  world.psp.onAnswered((_request, { body }) => {
    const answer = JSON.parse(body) as { pixCopiaECola?: string; access_token?: string };
    if (answer.pixCopiaECola !== undefined) brCodes.push(answer.pixCopiaECola);
    if (answer.access_token !== undefined) tokens.push(answer.access_token);
  });
  kiosk = await launchKiosk({ dataFolder: world.dataFolder });
  await liveThroughADay(kiosk, world);
  kept = await readStorage(kiosk.app);
  leftAfterDeath = await dieOverForm(kiosk, world);
  await kiosk.close();
  kiosk = undefined;
});

afterAll(async () => {
  await kiosk?.close();
  await world.close();
});

test('the day left a log worth reading', async () => {
  const codes = new Set((await readLog(world)).map(({ code }) => code));
  for (const code of ['PAGE-GONE', 'CHARGE-REQUEST-FAILED', 'PRINTER-STATUS']) expect(codes).toContain(code);
});

test('the page kept nothing', () => {
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, cookies: 0, cached: 0 });
});

test('a page that dies in the middle of a form has it again, and forgets it with the visit', () => {
  expect(foundMeanwhile).toContain(newcomer.name);
  expect(leftAfterDeath).toEqual([]);
});

test('neither the log nor any file of Chromium knows who was here or what was paid', async () => {
  const files = [
    ...(await filesBelow(join(world.dataFolder, 'logs'))),
    ...(await filesBelow(join(world.dataFolder, 'chromium'))),
  ];
  expect(files.length).toBeGreaterThan(1);
  expect((await Promise.all(files.map(findPersonalData))).flat()).toEqual([]);
  // The journal has to know, which shows that the search finds what there is.
  expect(await findPersonalData(join(world.dataFolder, 'balcao.db'))).not.toEqual([]);
});

/** Two visits with everything that makes a log talk: refusals, outages, garbage, a dead page, papers. */
async function liveThroughADay(
  { page }: RunningKiosk,
  { erp, psp, chat, crm, printer }: World,
): Promise<void> {
  await waitForScreen(page, 'attract');
  erp.setFaults([{ effect: { kind: 'hang' }, times: 1 }]);
  chat.setFaults([{ effect: { kind: 'status', status: 500, body: { error: 'no such contact Maria' } } }]);
  crm.setFaults([{ effect: { kind: 'garbage', garbage: 'html' }, times: 1 }]);
  await submitDocument(page, maria.document);
  await waitForScreen(page, 'problem');
  await touch(page, 'action-retry');
  await answer('0000');
  await page.getByText('Não é o que está no seu cadastro').waitFor(patience);
  await answer('4321');
  await waitForScreen(page, 'invoices');
  await openInvoice(page, maria.invoices.withPixCode);
  await printSlip(page);
  await touch(page, 'action-done');
  await openInvoice(page, maria.invoices.plain);
  psp.setFaults([
    {
      operation: 'createCob',
      effect: { kind: 'status', status: 400, body: { devedor: { cpf: maria.document } } },
    },
  ]);
  await touch(page, 'action-pay-pix');
  await waitForScreen(page, 'problem');
  psp.setFaults([]);
  await touch(page, 'action-retry');
  await waitForScreen(page, 'pix');
  printer?.setCondition({ paper: 'out' });
  psp.pay(psp.ledger.charges.at(-1)?.txid ?? '');
  await waitForScreen(page, 'paid');
  await page.getByTestId('receipt-waiting').waitFor(patience);
  printer?.setCondition({ paper: 'ok' });
  await page.getByTestId('receipt-printed').waitFor(patience);
  await finishVisit(page);

  erp.setFaults([
    { operation: 'listOpenInvoices', effect: { kind: 'garbage', garbage: 'broken-json', acts: true } },
  ]);
  await submitDocument(page, difficult.document);
  await answer('0000');
  await waitForScreen(page, 'problem');
  erp.setFaults([]);
  await leaveVisit(page);
  await submitDocument(page, maria.document);
  await answer('4321');
  await waitForScreen(page, 'invoices');

  async function answer(digits: string): Promise<void> {
    await waitForScreen(page, 'second-factor');
    for (const digit of digits) await page.getByTestId(`key-${digit}`).click({ force: true });
    await touch(page, 'action-submit');
  }
}

/** Begins a registration after the day, and gives it up when the page has come back. @returns what is left of it */
async function dieOverForm({ app, page }: RunningKiosk, there: World): Promise<readonly string[]> {
  await leaveVisit(page);
  await touch(page, 'action-join');
  await answerQuestions(page, [
    ['city', { card: 'other' }],
    ['cityName', { letters: newcomer.city }],
  ]);
  await waitForTitle(page, 'Qual é o seu nome?');
  await page.getByTestId('text-field').pressSequentially(newcomer.name);
  // Main has the beginning of it at least; the rest may die with the page.
  await page.locator('[data-testid="action-submit"]:not([aria-disabled])').waitFor(patience);
  const texts = Object.values(newcomer);
  foundMeanwhile = await findInMemory(app, texts);
  await killPage(app);
  await waitForLog(there, 'PAGE-GONE');
  await vi.waitFor(async () => expect(await askPage(app, isTyped)).toBe(true), patience);
  await askPage(app, `document.querySelector('[data-testid="action-leave"]').click()`);
  await vi.waitFor(async () => expect(await askPage(app, shownScreen)).toBe('screen-attract'), patience);
  const drawn = await readDrawn(app);
  return [...texts.filter((text) => drawn.includes(text)), ...(await findInMemory(app, texts))];
}

/** Whether the field has what was typed, as an expression to ask the page: the answer must leave no trace either. */
const isTyped = `document.querySelector('[data-testid="text-field"]').value.startsWith('Q')`;

async function findPersonalData(file: string): Promise<readonly string[]> {
  const bytes = await readFile(file);
  const isThere = (text: string) =>
    (['utf8', 'utf16le'] as const).some((encoding) => bytes.includes(Buffer.from(text, encoding)));
  return personalData()
    .filter(isThere)
    .map((text) => `${file}: ${text}`);
}

/** Everything that says who was here, what they paid with, or what would let somebody in. */
function personalData(): readonly string[] {
  return [
    ...Object.values(newcomer),
    maria.document,
    '529.982.247-25',
    'Maria da Silva',
    'Silva Souza',
    'maria@example.com',
    '54987654321',
    '98765-4321',
    '87654321',
    difficult.document,
    '862.883.667-57',
    'Ninguém',
    '991230000',
    ...brCodes,
    ...tokens,
  ];
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
