import type { Page } from 'playwright-core';
import type { IntentMessage } from '../../../src-main/contract/intent.ts';
import type { View } from '../../../src-main/contract/screen.ts';

/** What the fake adds to the page's window, for the test's own use. */
interface FakeWindow {
  totem?: unknown;
  showView?: (view: View) => void;
  sentMessages: IntentMessage[];
  heartbeats: number;
}

/** Puts a `window.totem` into the page that draws what it is told and remembers what is sent. Call before loading. */
export async function installFakeTotem(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const fake = globalThis as unknown as FakeWindow;
    fake.sentMessages = [];
    fake.heartbeats = 0;
    let draw: ((view: View) => void) | undefined;
    let last: View | undefined;
    fake.showView = (view) => {
      last = view;
      draw?.(view);
    };
    fake.totem = {
      onView: (callback: (view: View) => void) => {
        draw = callback;
        if (last !== undefined) callback(last);
        return () => {
          draw = undefined;
        };
      },
      send: (message: IntentMessage) => {
        fake.sentMessages.push(message);
      },
      heartbeat: () => {
        fake.heartbeats += 1;
      },
    };
  });
}

/** Has the page draw a view. */
export async function showView(page: Page, view: View): Promise<void> {
  await page.evaluate((shown) => (globalThis as unknown as FakeWindow).showView?.(shown), view);
  await page.getByTestId(`screen-${view.screen.name}`).waitFor();
}

/** What the page sent since the last call. */
export async function takeMessages(page: Page): Promise<readonly IntentMessage[]> {
  return page.evaluate(() => (globalThis as unknown as FakeWindow).sentMessages.splice(0));
}

/** How often the page said that it is alive. */
export async function countHeartbeats(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as FakeWindow).heartbeats);
}
