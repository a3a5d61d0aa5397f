import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import type { Finger } from './finger.ts';
import { patience } from './stage.ts';
import { technicianPin } from './technician-pin.ts';
import { touch, waitForScreen } from './visit.ts';

/** The technician's area, used with a mouse and a keyboard. */
export interface TechnicianAtDesk {
  /** From the attract screen to its door. */
  knock(): Promise<void>;
  /** Types a PIN, and does not wait for what becomes of it. */
  typePin(pin: string): Promise<void>;
  /** From the attract screen to the sections. */
  enter(): Promise<void>;
  /** To a section, by its key: erp, pix, printer, relay, terminal, security, state. */
  open(section: string): Promise<void>;
  fill(field: string, text: string): Promise<void>;
  /** Saves, and waits until main has taken it. */
  save(): Promise<void>;
  /** To the attract screen; nothing may be unsaved. */
  leave(): Promise<void>;
}

export function technicianAt(page: Page): TechnicianAtDesk {
  const desk: TechnicianAtDesk = {
    async knock() {
      await waitForScreen(page, 'attract');
      await page.keyboard.press('Control+Alt+t');
      await page.getByTestId('pin-enter').waitFor(patience);
    },
    async typePin(pin) {
      await page.keyboard.type(pin);
      await page.keyboard.press('Enter');
    },
    async enter() {
      await desk.knock();
      await desk.typePin(technicianPin);
      await page.getByTestId('tech-tab-state').waitFor(patience);
    },
    async open(section) {
      await touch(page, `tech-tab-${section}`);
      await page.getByTestId(`tech-section-${section}`).waitFor(patience);
    },
    async fill(field, text) {
      await page.getByTestId(field).fill(text, patience);
    },
    async save() {
      await touch(page, 'action-save');
      await page.getByTestId('draft-changes').and(page.locator('[data-count="0"]')).waitFor(patience);
    },
    async leave() {
      await touch(page, 'tech-leave');
      await waitForScreen(page, 'attract');
    },
  };
  return desk;
}

/** The technician's area, used with a finger only. */
export interface TechnicianByTouch {
  /** The PIN on the pad, and its button. */
  enterPin(pin: string): Promise<void>;
  /** To a section, by its key: erp, pix, printer, relay, terminal, security, state. */
  open(section: string): Promise<void>;
  /** Empties a field and types on the on-screen keyboard. */
  type(field: string, text: string): Promise<void>;
  /** Saves, and waits until main has taken it. */
  save(): Promise<void>;
}

export function useTechnician(page: Page, finger: Finger): TechnicianByTouch {
  async function tapChar(char: string): Promise<void> {
    if (await isShown(keyOf(char))) return finger.press(keyOf(char));
    const lower = char.toLowerCase();
    if (lower !== char && (await isShown(keyOf(lower)))) {
      await finger.press('osk-shift');
      return finger.press(keyOf(lower));
    }
    await finger.press('osk-page');
    await page.getByTestId(keyOf(lower)).waitFor(patience);
    return tapChar(char);
  }

  function isShown(testId: string): Promise<boolean> {
    return page.getByTestId(testId).isVisible();
  }

  return {
    async enterPin(pin) {
      await page.getByTestId('pin-enter').waitFor(patience);
      for (const digit of pin) await finger.press(`pin-${digit}`);
      await finger.tap('pin-enter');
    },
    async open(section) {
      await finger.tap(`tech-tab-${section}`);
      await page.getByTestId(`tech-section-${section}`).waitFor(patience);
    },
    async type(field, text) {
      const box = page.getByTestId(field);
      // Words about other fields may come and push this one away from under the finger: a person touches again.
      await vi.waitFor(async () => {
        await finger.tap(field);
        if (!(await box.evaluate((element) => element === document.activeElement))) throw new Error('missed');
      }, patience);
      await page.getByTestId('osk').waitFor(patience);
      for (let left = (await box.inputValue()).length; left > 0; left -= 1) await finger.press('osk-erase');
      for (const char of text) await tapChar(char);
      if ((await box.inputValue()) !== text)
        throw new Error(`typed into ${field}: ${await box.inputValue()}`);
      await finger.tap('osk-close');
    },
    async save() {
      await finger.tap('action-save');
      await page.getByTestId('draft-changes').and(page.locator('[data-count="0"]')).waitFor(patience);
    },
  };
}

function keyOf(char: string): string {
  return char === ' ' ? 'osk-space' : `osk-${char}`;
}
