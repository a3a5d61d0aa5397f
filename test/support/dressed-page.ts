import type { ElectronApplication, Page } from 'playwright-core';
import { displayModes, languages, type View } from '../../src-main/contract/screen.ts';
import { channels } from '../../src-main/contract/totem.ts';
import type { Dress } from '../e2e/gallery/dresses.ts';

/** Has the real page draw a view as if main had sent it, in a language and in modes. */
export async function drawView(
  app: ElectronApplication,
  page: Page,
  view: View,
  { language, modes }: Dress,
): Promise<void> {
  const sent: View = { ...view, display: { language, modes, languages, offered: displayModes } };
  await app.evaluate(
    ({ BrowserWindow }, [channel, each]) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, JSON.parse(each));
    },
    [channels.view, JSON.stringify(sent)] as const,
  );
  await page
    .locator(`html[lang="${language}"][data-modes="${modes.join(' ')}"]`)
    .waitFor({ state: 'attached' });
  await page.getByTestId(`screen-${view.screen.name}`).waitFor();
}
