import type { Locator, Page } from 'playwright-core';
import type { ScreenName } from '../../src-main/contract/screen.ts';

/** How long a screen may take to come (milliseconds): generous, since two busy cores are no fault of the app's. */
const patienceMs = 15_000;

/** The page takes a touch on the same place within 400 ms for a bounce; a person is slower. */
const betweenTouchesMs = 420;

/** Closer than this (CSS pixels) the page calls it the same place. */
const samePlacePx = 70;

interface Touch extends Point {
  readonly at: number;
}

const earlierTouches = new WeakMap<Page, readonly Touch[]>();

/** A screen of the kiosk, drawn or not. */
export function screen(page: Page, name: ScreenName): Locator {
  return page.getByTestId(`screen-${name}`);
}

/** Resolves once the named screen is drawn. */
export async function waitForScreen(page: Page, name: ScreenName): Promise<void> {
  await screen(page, name).waitFor({ timeout: patienceMs });
}

/** A point of the page (CSS pixels). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Touches a button by its test id, as slowly as a person where the page guards against bouncing fingers. */
export async function touch(page: Page, testId: string): Promise<void> {
  const button = page.getByTestId(testId);
  await button.waitFor({ timeout: patienceMs });
  await atHumanPace(page, await centreOf(button), () => button.click({ timeout: patienceMs }));
}

/** The middle of what is drawn, once it is there. */
export async function centreOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox({ timeout: patienceMs });
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

/** Does what touches the page at this point, once it can be no bounce of an earlier touch there. */
export async function atHumanPace(page: Page, at: Point, act: () => Promise<void>): Promise<void> {
  const touches = earlierTouches.get(page) ?? [];
  const here = touches.findLast((each) => Math.hypot(at.x - each.x, at.y - each.y) < samePlacePx);
  // Counted from the epoch, since a page that is loaded again begins its own time afresh.
  if (here) {
    await page.waitForFunction(
      (since) => performance.timeOrigin + performance.now() > since,
      here.at + betweenTouchesMs,
    );
  }
  await act();
  const now = await page.evaluate(() => performance.timeOrigin + performance.now());
  earlierTouches.set(page, [
    ...touches.filter((each) => now - each.at < betweenTouchesMs),
    { ...at, at: now },
  ]);
}

/** From the attract screen to the empty document screen. */
export async function startVisit(page: Page): Promise<void> {
  await touch(page, 'action-start');
  await waitForScreen(page, 'document');
}

/** Types a CPF or CNPJ without mask, asking for the letters when it has any. */
export async function typeDocument(page: Page, document: string): Promise<void> {
  for (const character of document) {
    const key = page.getByTestId(`key-${character}`);
    if (/[A-Z]/.test(character) && !(await key.isVisible())) await touch(page, 'action-toggle-letters');
    await pressKey(page, key);
  }
}

/** Types digits on the keypad that is shown. */
export async function typeDigits(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await pressKey(page, page.getByTestId(`key-${digit}`));
}

/** Keys answer at the touch and stand still: to look each time whether they do takes three times as long. */
async function pressKey(page: Page, key: Locator): Promise<void> {
  const { x, y } = await centreOf(key);
  await page.mouse.click(x, y);
}

/** From the attract screen to whatever follows the document: second factor, contracts or invoices. */
export async function submitDocument(page: Page, document: string): Promise<void> {
  await startVisit(page);
  await typeDocument(page, document);
  await touch(page, 'action-submit');
}

/** From the attract screen to the invoices of a customer with one contract, without a second factor. */
export async function identify(page: Page, document: string): Promise<void> {
  await submitDocument(page, document);
  await waitForScreen(page, 'invoices');
}

/** From the list to one invoice, turning its pages where needed. */
export async function openInvoice(page: Page, invoiceId: string): Promise<void> {
  const card = page.getByTestId(`invoice-${invoiceId}`);
  while (!(await card.isVisible())) await touch(page, 'page-next');
  await touch(page, `invoice-${invoiceId}`);
  await waitForScreen(page, 'invoice');
}

/** From an invoice to the PIX QR. */
export async function payByPix(page: Page): Promise<void> {
  await touch(page, 'action-pay-pix');
  await waitForScreen(page, 'pix');
}

/** From an invoice to the printed slip. */
export async function printSlip(page: Page): Promise<void> {
  await touch(page, 'action-print-slip');
  await waitForScreen(page, 'slip-printed');
}

/** From the paid screen through the thanks to the attract screen. */
export async function finishVisit(page: Page): Promise<void> {
  await touch(page, 'action-done');
  await waitForScreen(page, 'thanks');
  await touch(page, 'action-done');
  await waitForScreen(page, 'attract');
}

/** "Sair". */
export async function leaveVisit(page: Page): Promise<void> {
  await touch(page, 'action-leave');
  await waitForScreen(page, 'attract');
}

/** All that a person could read on the screen, what assistive technology would read aloud included. */
export function readPage(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}
