import type { Page } from 'playwright-core';
import { touch } from '../../test/support/visit.ts';
import type { Album } from './album.ts';

/** Patience of this customer for any one screen, in milliseconds: far more than a kiosk may ever take. */
const patienceMs = 20_000;

/** Somebody at the kiosk: touches what is on the screen and looks at what comes. */
export class Customer {
  readonly #page: Page;
  readonly #album: Album;

  constructor(page: Page, album: Album) {
    this.#page = page;
    this.#album = album;
  }

  /** Touches the button with this test id, as slowly as a person where the page guards against bouncing fingers. */
  tap(testId: string): Promise<void> {
    return touch(this.#page, testId);
  }

  /** Types on the keypad, asking for letters when there are any. */
  async type(text: string): Promise<void> {
    for (const key of text) {
      if (/[A-Z]/.test(key)) await this.#askForLetters();
      await this.#page.getByTestId(`key-${key}`).click({ timeout: patienceMs });
    }
  }

  /** Types by the keys on the screen, small letters; a capital at the beginning comes by itself. */
  async write(text: string): Promise<void> {
    for (const key of text) {
      // Keys answer at the touch and stand still.
      const button = this.#page.getByTestId(`osk-${key === ' ' ? 'space' : key.toLowerCase()}`);
      await button.click({ force: true, timeout: patienceMs });
    }
  }

  /**
   * Does something and waits for what it brings: the element with the test id `shows`. Keeps a picture under `name`,
   * with the time between the two.
   */
  async step(name: string, shows: string, act: () => Promise<unknown>): Promise<Buffer> {
    const begun = performance.now();
    await act();
    await this.#see(shows);
    return this.#album.keepScreen(name, performance.now() - begun);
  }

  async #see(testId: string): Promise<void> {
    try {
      await this.#page.getByTestId(testId).waitFor({ timeout: patienceMs });
    } catch {
      throw new Error(`"${testId}" did not come; the screen shows: ${await this.#whatIsThere()}`);
    }
  }

  async #askForLetters(): Promise<void> {
    if (await this.#page.getByTestId('letter-keyboard').isVisible()) return;
    await this.tap('action-toggle-letters');
    await this.#see('letter-keyboard');
  }

  async #whatIsThere(): Promise<string> {
    const text = await this.#page.evaluate(() => document.body.innerText);
    return text.replaceAll(/\s+/g, ' ').slice(0, 400);
  }
}
