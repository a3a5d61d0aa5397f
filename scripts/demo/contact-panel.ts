import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningKiosk } from '../../test/support/kiosk.ts';
import type { DemoGateway } from './demo-gateway.ts';
import { maria } from './demo-people.ts';

export const panelPicture = 'contact-panel.png';

/** As wide as the platform's frame beside a conversation, and higher than Maria's panel, in CSS pixels. */
const frame = { width: 300, height: 1600 };

/**
 * An attendant of the chat platform opens Maria's contact: the kiosk tells the platform who she is, and the panel beside the
 * conversation is kept as a picture. @throws when the kiosk does not know her
 */
export async function keepContactPanel(
  { app }: RunningKiosk,
  { platform, panelAddress }: DemoGateway,
  folder: string,
): Promise<void> {
  const { profile, panel } = await platform.openContact({ Document: maria.document });
  if (profile.status !== 200 || panel.status !== 200 || !panel.text.includes('Maria')) {
    throw new Error(`the gateway answered ${profile.status} and ${panel.status} about Maria`);
  }
  const opened = app.waitForEvent('window');
  // As the platform's frame: another browser, which knows nothing of the kiosk's page.
  const shown = app.evaluate(
    ({ BrowserWindow }, { url, size }) =>
      new BrowserWindow({
        ...size,
        useContentSize: true,
        webPreferences: { partition: 'agent', sandbox: true },
      }).loadURL(url),
    { url: panelAddress(maria.document), size: frame },
  );
  const page = await opened;
  await shown;
  await writeFile(join(folder, panelPicture), await page.locator('body').screenshot());
  await page.close();
}
