import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askMain } from '../support/ask-main.ts';
import { useFinger } from '../support/finger.ts';
import { launchKiosk, type RunningKiosk } from '../support/kiosk.ts';
import { patience, useStage } from '../support/stage.ts';
import { technicianAt } from '../support/technician.ts';
import { choosePin, technicianPin } from '../support/technician-pin.ts';
import { readPage, screen, startVisit, waitForScreen } from '../support/visit.ts';
import { startWorld, type World } from '../support/world.ts';

const wrongPin = '111222333444';

describe("the technician's door", () => {
  const stage = useStage({ technician: true, world: { printer: false } });

  test('with a keyboard alone: in, another company name, saved, out, and the attract screen shows it', async () => {
    const { page, world } = stage;
    const technician = technicianAt(page);
    await technician.knock();
    await technician.typePin(technicianPin);
    await page.getByTestId('tech-section-state').waitFor(patience);
    await tabTo(page, 'tech-tab-terminal');
    await page.keyboard.press('Enter');
    await tabTo(page, 'field-terminal.companyName');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Fibra do Vale');
    await page.keyboard.press('Control+s');
    await page.getByText('Salvo. O totem já usa as novas configurações.').waitFor(patience);
    await tabTo(page, 'tech-leave', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await waitForScreen(page, 'attract');
    expect(await readPage(page)).toContain('Fibra do Vale');
    expect(await readFile(join(world.dataFolder, 'settings.json'), 'utf8')).toContain('Fibra do Vale');
  });

  test('five touches on the mark lead to it, four do not', async () => {
    const { page } = stage;
    const finger = await useFinger(page);
    await waitForScreen(page, 'attract');
    await finger.touchMark(4);
    // Main answers the door to nobody who has not come to it.
    expect(await askMain(page, 'door', {})).toEqual({ ok: false, reason: 'locked' });
    expect(await screen(page, 'attract').isVisible()).toBe(true);
    await finger.touchMark(1);
    await page.getByTestId('tech-door').waitFor(patience);
    await finger.tap('tech-leave');
    await waitForScreen(page, 'attract');
  });

  test('neither way pushes a customer aside', async () => {
    const { page } = stage;
    const finger = await useFinger(page);
    await startVisit(page);
    await page.keyboard.press('Control+Alt+t');
    await finger.touchMark(5);
    // Main takes in order what it is told: once it drew the digit it has judged all that came before.
    await page.keyboard.press('7');
    await expect.poll(() => page.getByTestId('entry').innerText(), patience).toContain('7');
    expect(await screen(page, 'technician').count()).toBe(0);
    expect(await screen(page, 'document').isVisible()).toBe(true);
  });

  test('without the PIN main tells nothing, whoever asks', async () => {
    const { page } = stage;
    await waitForScreen(page, 'attract');
    await expectLocked(page);
    await technicianAt(page).knock();
    await expectLocked(page);
    expect(await page.getByTestId(/^tech-tab-/).count()).toBe(0);
  });
});

describe('wrong PINs', () => {
  let world: World;
  let kiosk: RunningKiosk | undefined;

  beforeEach(async () => {
    world = await startWorld({ printer: false });
    await choosePin(world.dataFolder);
  });

  afterEach(async () => {
    await kiosk?.close();
    await world.close();
  });

  test('make the wait grow, and neither SIGKILL nor the right PIN ends it', async () => {
    kiosk = await launchKiosk({ dataFolder: world.dataFolder });
    const technician = technicianAt(kiosk.page);
    await technician.knock();
    const trouble = kiosk.page.getByTestId('pin-trouble');
    const wait = kiosk.page.getByTestId('pin-wait');
    for (const left of [9, 8, 7]) {
      await technician.typePin(wrongPin);
      await trouble.getByText(`Restam ${left} tentativas`).waitFor(patience);
    }
    expect(await wait.innerText()).toMatch(/^Espere [45] s para tentar de novo/);
    expect(await askMain(kiosk.page, 'unlock', { pin: technicianPin })).toMatchObject({
      answer: { outcome: 'wait' },
    });
    await technician.typePin(technicianPin);
    expect(await kiosk.page.getByTestId('pin-entry').getAttribute('data-count')).toBe('0');
    await wait.waitFor({ ...patience, state: 'detached' });
    await technician.typePin(wrongPin);
    await trouble.getByText('Restam 6 tentativas').waitFor(patience);
    const wouldEndAt = Date.now() + (await waitAtTheDoor(kiosk.page));
    expect(await wait.innerText()).toMatch(/^Espere (9|10) s/);

    await kiosk.kill();
    kiosk = await launchKiosk({ dataFolder: world.dataFolder });
    await technicianAt(kiosk.page).knock();
    // It began anew when the kiosk did.
    expect(Date.now() + (await waitAtTheDoor(kiosk.page)) - wouldEndAt).toBeGreaterThan(300);
    expect(await kiosk.page.getByTestId('pin-wait').innerText()).toMatch(/^Espere ([5-9]|10) s/);
    expect(await askMain(kiosk.page, 'unlock', { pin: technicianPin })).toMatchObject({
      answer: { outcome: 'wait' },
    });
    const audit = await readFile(join(world.dataFolder, 'audit.jsonl'), 'utf8');
    expect(audit.match(/"pin-wrong"/g)).toHaveLength(4);
  });

  test('after ten of them the door says that it is shut, and for how long', async () => {
    await choosePin(world.dataFolder, { wrongTries: 10 });
    kiosk = await launchKiosk({ dataFolder: world.dataFolder });
    await technicianAt(kiosk.page).knock();
    expect(await kiosk.page.getByTestId('pin-wait').innerText()).toMatch(
      /^Muitos PINs errados: a porta fica fechada\. Tente de novo em (59|60) min/,
    );
    expect(await askMain(kiosk.page, 'unlock', { pin: technicianPin })).toMatchObject({
      answer: { outcome: 'wait' },
    });
  });
});

/** Moves the focus until it is there; fails when it comes around without having been there. */
async function tabTo(page: Page, testId: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press(key);
    if ((await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))) === testId) return;
  }
  throw new Error(`${key} does not lead to ${testId}`);
}

/** Milliseconds, as main tells them. */
async function waitAtTheDoor(page: Page): Promise<number> {
  const reply = await askMain(page, 'door', {});
  return reply.ok && reply.answer.state === 'locked' ? reply.answer.waitMs : 0;
}

async function expectLocked(page: Page): Promise<void> {
  const locked = { ok: false, reason: 'locked' };
  expect(await askMain(page, 'read-settings', {})).toEqual(locked);
  expect(await askMain(page, 'read-state', {})).toEqual(locked);
  expect(await askMain(page, 'list-drives', {})).toEqual(locked);
  expect(await askMain(page, 'save-settings', { revision: 1, draft: {} })).toEqual(locked);
  expect(await askMain(page, 'change-pin', { current: technicianPin, pin: wrongPin })).toEqual(locked);
}
