import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { TouchPanel } from './touch-panel.ts';

export type Finger = Pick<TouchPanel, 'tap' | 'press' | 'touchMark'>;

/** Turns the page's mouse into a touch panel until the test ends. */
export async function useFinger(page: Page): Promise<Finger> {
  const panel = await TouchPanel.on(page);
  onTestFinished(() => panel.off());
  return panel;
}
