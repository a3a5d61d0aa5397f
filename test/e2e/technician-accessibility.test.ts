import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { patience, useStage } from '../support/stage.ts';
import { technicianAt } from '../support/technician.ts';
import { technicianPin } from '../support/technician-pin.ts';
import { touch } from '../support/visit.ts';
import { findTechnicianFaults } from './gallery/find-technician-faults.ts';

/** What hangs on the room that there is; everything else of axe is the same in both sizes. */
const rulesOfLayout = ['scrollable-region-focusable'];

const sections = ['state', 'erp', 'pix', 'printer', 'relay', 'terminal', 'security'];

for (const size of [
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
]) {
  const upright = size.height > size.width;
  const findFaults = (page: Page) => findTechnicianFaults(page, upright ? undefined : rulesOfLayout);

  describe(`the technician's area at ${size.width}×${size.height}`, () => {
    const stage = useStage({ technician: true, size });

    test('door and sections: axe, sizes, and every control within reach of the keyboard', async () => {
      const { page } = stage;
      const technician = technicianAt(page);
      await technician.knock();
      await expectSound('door');
      await technician.typePin(technicianPin);
      await page.getByTestId('tech-tab-state').waitFor(patience);
      for (const section of sections) {
        await technician.open(section);
        if (section === 'erp') await touch(page, 'advanced-erps[0]');
        await settle(page);
        await expectSound(section);
      }
      await touch(page, 'action-import');
      await page.getByTestId('no-drive').waitFor(patience);
      expect(await findFaults(page), 'dialog').toEqual([]);
      await page.keyboard.press('Escape');
      await touch(page, 'osk-for-field-pin.current');
      await page.getByTestId('osk').waitFor(patience);
      expect(await findFaults(page), 'on-screen keyboard').toEqual([]);

      async function expectSound(where: string): Promise<void> {
        expect(await findFaults(page), where).toEqual([]);
        // The order of the controls is the same in both.
        if (upright) expect(await findUnreached(page), where).toEqual([]);
      }
    });
  });
}

/** Until nothing is being read any more. */
async function settle(page: Page): Promise<void> {
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), patience).toBe(0);
}

/** Controls that are seen, and that Tab never comes to. Of a group of choices one is reached, the arrows do the rest. */
async function findUnreached(page: Page): Promise<readonly string[]> {
  const wanted = await page.evaluate(() => {
    const group = (element: Element): Element => element.closest('[role="radiogroup"]') ?? element;
    const controls = [...document.querySelectorAll('button, input, a[href], summary')].filter(
      (element) =>
        element.getBoundingClientRect().width > 0 &&
        // Who has a keyboard needs none on the screen.
        element.getAttribute('data-testid')?.startsWith('osk-for-') !== true,
    );
    return [...new Set(controls.map(group))].map((element) => element.getAttribute('data-testid') ?? '?');
  });
  await page.evaluate(() => {
    const reached = new Set<string>();
    Object.assign(window, { reached });
    window.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return;
      reached.add((target.closest('[role="radiogroup"]') ?? target).getAttribute('data-testid') ?? '');
    });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  for (let step = 0; step < wanted.length + 20; step += 1) await page.keyboard.press('Tab');
  const reached = await page.evaluate(() => {
    // Enter would press whatever has the focus now.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return [...(window as unknown as { reached: Set<string> }).reached];
  });
  return wanted.filter((name) => !reached.includes(name));
}
