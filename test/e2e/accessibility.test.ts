import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ScreenName } from '../../src-main/contract/screen.ts';
import { drawView } from '../support/dressed-page.ts';
import { launchKiosk } from '../support/kiosk.ts';
import { patience, useStage } from '../support/stage.ts';
import { startVisit, touch, typeDocument, waitForScreen } from '../support/visit.ts';
import { startWorld } from '../support/world.ts';
import { coveringDresses, plain } from './gallery/dresses.ts';
import { findFaults, findMeasuredFaults } from './gallery/find-faults.ts';
import { galleryViews } from './gallery/gallery-views.ts';

const portrait = { width: 1080, height: 1920 };
const landscape = { width: 1280, height: 800 };

/**
 * Which dress the first screen wears: upright another than lying, so that each screen is seen in two. And whether its
 * even or odd states go through axe.
 */
const sizes = [
  { size: portrait, firstDress: 0, turn: 0 },
  { size: landscape, firstDress: 2, turn: 1 },
];

for (const { size, firstDress, turn } of sizes) {
  describe(`at ${size.width}×${size.height}`, () => {
    const stage = useStage({ size, world: { printer: false } });

    test('every screen is sound, in every language and mode', async () => {
      const { app, page } = stage;
      const faults: string[] = [];
      const seen = new Map<ScreenName, number>();
      for (const [index, { name, view }] of galleryViews.entries()) {
        // The gallery draws each of them in all dresses.
        const dress = coveringDresses[(index + firstDress) % coveringDresses.length] ?? plain;
        await drawView(app, page, view, dress);
        const nth = seen.get(view.screen.name) ?? 0;
        seen.set(view.screen.name, nth + 1);
        // axe takes its time: each screen in both orientations, its further states in one of them.
        const find = nth === 0 || nth % 2 === turn ? findFaults : findMeasuredFaults;
        faults.push(...(await find(page)).map((fault) => `${name} (${dress.name}): ${fault}`));
      }
      // What was drawn is not what main shows.
      await page.reload();
      await waitForScreen(page, 'attract');
      expect(faults).toEqual([]);
    }, 180_000);

    test('the keyboard goes through a screen in the order of reading, and is seen wherever it goes', async () => {
      const { page } = stage;
      await startVisit(page);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      const order: string[] = [];
      for (let focus = await tabOn(page); !order.includes(focus.name); focus = await tabOn(page)) {
        expect(focus.outlineWidth, focus.name).toBeGreaterThanOrEqual(3);
        order.push(focus.name);
      }
      expect(order).toEqual([
        'action-toggle-letters',
        ...[...'1234567890'].map((digit) => `key-${digit}`),
        'key-clear',
        'key-erase',
        'action-submit',
        'action-display',
        'action-leave',
      ]);
    });

    test('what a touch changes on a screen is sound, too', async () => {
      const { page } = stage;
      await startVisit(page);
      await touch(page, 'action-toggle-letters');
      await typeDocument(page, '12A');
      await touch(page, 'action-submit');
      await page.getByTestId('error-incomplete').waitFor(patience);
      expect(await findFaults(page), 'letters').toEqual([]);
      await touch(page, 'action-display');
      for (const step of ['large-type', 'high-contrast', 'low-reach']) {
        if (!(await page.getByTestId(`mode-${step}`).isVisible())) continue;
        await touch(page, `mode-${step}`);
        await page.locator(`html[data-modes~="${step}"]`).waitFor({ ...patience, state: 'attached' });
        expect(await findFaults(page), step).toEqual([]);
      }
      // Escape is the panel's then, and takes away nothing that was typed.
      await page.keyboard.press('Escape');
      await page.getByTestId('display-panel').waitFor({ ...patience, state: 'hidden' });
      expect(await page.getByTestId('entry').innerText()).toBe('12.A');
    });
  });
}

describe('the idle warning', () => {
  const stage = useStage({
    world: { printer: false },
    settings: ({ visit }) => {
      visit.idleSeconds = 2;
      visit.idleWarningSeconds = 60;
    },
  });

  test('takes the focus and gives it back, and nothing below it can be reached', async () => {
    const { page } = stage;
    await startVisit(page);
    const warning = page.getByTestId('idle-warning');
    await warning.waitFor(patience);
    expect(await warning.evaluate((each) => each.contains(document.activeElement))).toBe(true);
    expect(await findFaults(page)).toEqual([]);
    const key = await page.getByTestId('key-5').boundingBox();
    await page.mouse.click((key?.x ?? 0) + 10, (key?.y ?? 0) + 10);
    await warning.waitFor({ ...patience, state: 'detached' });
    expect(await page.getByTestId('entry').innerText()).not.toContain('5');
  });
});

test('a kiosk without settings is sound, too', async () => {
  const world = await startWorld({ printer: false });
  onTestFinished(() => world.close());
  await writeFile(join(world.dataFolder, 'settings.json'), '{}');
  const kiosk = await launchKiosk({ dataFolder: world.dataFolder, size: landscape });
  onTestFinished(() => kiosk.close());
  await waitForScreen(kiosk.page, 'configuring');
  expect(await findFaults(kiosk.page)).toEqual([]);
});

/** Presses Tab. @returns what has the focus then, and the width (CSS pixels) of the line drawn around it */
async function tabOn(page: Page): Promise<{ readonly name: string; readonly outlineWidth: number }> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      name: element.getAttribute('data-testid') ?? element.tagName,
      outlineWidth: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
    };
  });
}
