import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from 'playwright-core';
import type { MenuEntry } from '../../src-main/contract/screen.ts';
import type { ReceivedWrite } from '../simulators/erp/ledger.ts';
import type { Stage } from './stage.ts';
import { atHumanPace, centreOf, leaveVisit, submitDocument, touch, waitForScreen } from './visit.ts';
import type { WorldSettings } from './world.ts';

const everyService = {
  secondCopies: true,
  services: true,
  trustUnlock: true,
  tickets: true,
  myData: true,
  join: true,
  orders: true,
  callAttendant: true,
  messages: true,
};

/** Has the technician offer whatever a customer may do besides paying, and the chat told of it. */
export function offerEverything({ visit, relay }: WorldSettings): void {
  Object.assign(visit, { services: everyService, myData: { withoutSecondFactor: true } });
  const { origin } = new URL(relay.chat.onLoadContact);
  Object.assign(relay.chat, {
    onBeforeSaveContact: `${origin}/callbacks/OnBeforeSaveContact?doc=$Document$&mail=$Email$`,
    onSaveContact: `${origin}/callbacks/OnSaveContact?doc=$Document$&mail=$Email$&fone=$Phone$`,
    onGetChatMessageSugestion: `${origin}/callbacks/OnGetChatMessageSugestion?doc=$Document$`,
    sender: { url: `${origin}/send` },
  });
}

/** From the attract screen to the menu. */
export async function toMenu(page: Page, document: string): Promise<void> {
  await submitDocument(page, document);
  await waitForScreen(page, 'menu');
}

/** From the attract screen through the menu to one of its cards. */
export async function toEntry(page: Page, document: string, entry: MenuEntry): Promise<void> {
  await toMenu(page, document);
  await touch(page, `entry-${entry}`);
}

/** The cards of the menu that is on the screen, in their order. */
export function entriesOf(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-testid^="entry-"]')
    .evaluateAll((cards) =>
      cards.map((card) => card.getAttribute('data-testid')?.slice('entry-'.length) ?? ''),
    );
}

/** "Sair", past the thanks where something was done. */
export async function leaveThanked(page: Page): Promise<void> {
  await touch(page, 'action-leave');
  await waitForScreen(page, 'thanks');
  await leaveVisit(page);
}

/** Touches a button twice in a row, as who is used to a mouse does. */
export async function touchTwice(page: Page, testId: string): Promise<void> {
  const button = page.getByTestId(testId);
  await button.waitFor({ timeout: 15_000 });
  await atHumanPace(page, await centreOf(button), () => button.dblclick());
}

/** What an ERP was asked to do by this name, in its order. */
export function writesOf(
  { writes }: { readonly writes: readonly Pick<ReceivedWrite, 'operation'>[] },
  operation: string,
): readonly unknown[] {
  return writes.filter((write) => write.operation === operation);
}

/** Types on the keyboard that is on the screen, key by key; capitals come by themselves. */
export async function tapText(finger: { press(testId: string): Promise<void> }, text: string): Promise<void> {
  for (const character of text) await finger.press(`osk-${character === ' ' ? 'space' : character}`);
}

/** Resolves once the title on the screen says this. */
export async function waitForTitle(page: Page, title: string): Promise<void> {
  await page.getByTestId('title').filter({ hasText: title }).waitFor({ timeout: 15_000 });
}

/** Writes a line by the keys on the desk, once it is asked for, and goes on. */
export async function writeLine(page: Page, title: string, text: string): Promise<void> {
  await waitForTitle(page, title);
  await page.getByTestId('text-field').pressSequentially(text);
  await touch(page, 'action-submit');
}

/** What the paper that came out last says, in one line. */
export function lastPaper({ printer }: Stage): string {
  return printer.papers.at(-1)?.text.replaceAll('\n', ' ') ?? '';
}

/** What was agreed to have on the phone; the text is forgotten once it is sent. */
export function consentsIn(dataFolder: string): readonly unknown[] {
  const database = new DatabaseSync(join(dataFolder, 'balcao.db'), { readOnly: true });
  try {
    const rows = database
      .prepare('SELECT content, consent_version, texts FROM messages ORDER BY rowid')
      .all();
    return rows.map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}
