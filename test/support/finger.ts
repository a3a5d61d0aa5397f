import type { CDPSession, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { atHumanPace, centreOf, type Point } from './visit.ts';

/** How long what is tapped may take to appear (milliseconds). */
const patienceMs = 15_000;

/** A finger on the touch panel: real touch events, which a test driver's mouse clicks are not. */
export interface Finger {
  tap(testId: string): Promise<void>;
  /** A key of a keyboard that is shown already: as quickly as fingers type. */
  press(testId: string): Promise<void>;
  /** Five touches on the company's mark are the way to the technician's area; how many of them, `times` says. */
  touchMark(times: number): Promise<void>;
}

/** Turns the page's mouse into a touch panel until the test ends. */
export async function useFinger(page: Page): Promise<Finger> {
  const panel = await page.context().newCDPSession(page);
  await panel.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  onTestFinished(async () => {
    if (page.isClosed()) return;
    await panel.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await panel.detach();
  });
  return {
    tap: (testId) => tap(page, panel, testId),
    press: async (testId) => touch(panel, await centreOf(page.getByTestId(testId))),
    async touchMark(times) {
      const mark = await centreOf(page.locator('[data-brand-mark]'));
      for (let each = 0; each < times; each += 1) await touch(panel, mark);
    },
  };
}

async function tap(page: Page, panel: CDPSession, testId: string): Promise<void> {
  const target = page.getByTestId(testId);
  // A trial click waits until the button is there, still and uncovered, and touches nothing.
  await target.click({ trial: true, timeout: patienceMs });
  const point = await centreOf(target);
  await atHumanPace(page, point, () => touch(panel, point));
}

async function touch(panel: CDPSession, point: Point): Promise<void> {
  await panel.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await panel.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
