import type { CDPSession, Page } from 'playwright-core';
import { atHumanPace, centreOf, type Point } from '../../test/support/visit.ts';

/** Patience for what is touched to be there, in milliseconds. */
const patienceMs = 20_000;

/**
 * A finger on the touch panel. The technician's area tells it from a mouse: only for a finger does a field open the
 * keyboard on the screen.
 */
export class Finger {
  readonly #page: Page;
  readonly #panel: CDPSession;

  private constructor(page: Page, panel: CDPSession) {
    this.#page = page;
    this.#panel = panel;
  }

  /** Turns the page's mouse into a touch panel. */
  static async on(page: Page): Promise<Finger> {
    const panel = await page.context().newCDPSession(page);
    await panel.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    return new Finger(page, panel);
  }

  /** Touches what has this test id, once it is there, still and uncovered. */
  async tap(testId: string): Promise<void> {
    const target = this.#page.getByTestId(testId);
    await target.click({ trial: true, timeout: patienceMs });
    const point = await centreOf(target);
    await atHumanPace(this.#page, point, () => this.#touch(point));
  }

  /** Touches what the selector finds, so many times, as quickly as a finger can. */
  async drum(selector: string, times: number): Promise<void> {
    const point = await centreOf(this.#page.locator(selector));
    for (let time = 0; time < times; time += 1) await this.#touch(point);
  }

  /** Types on the keys, whose test ids are `prefix` and the character; they stand still. */
  async type(prefix: string, text: string): Promise<void> {
    await this.#page.getByTestId(`${prefix}${text[0]}`).waitFor({ timeout: patienceMs });
    for (const char of text) await this.#touch(await centreOf(this.#page.getByTestId(`${prefix}${char}`)));
  }

  async #touch(point: Point): Promise<void> {
    await this.#panel.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await this.#panel.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}
