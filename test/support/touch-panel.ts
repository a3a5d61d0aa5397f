import type { CDPSession, Page } from 'playwright-core';
import { atHumanPace, centreOf, type Point } from './visit.ts';

/** How long what is tapped may take to appear (milliseconds). */
const patienceMs = 15_000;

/**
 * A finger on the touch panel: real touch events, which a test driver's mouse clicks are not. Only for a finger does a
 * field open the keyboard on the screen. Knows nothing of the tests' runner, so that the demo has the same finger.
 */
export class TouchPanel {
  readonly #page: Page;
  readonly #panel: CDPSession;

  private constructor(page: Page, panel: CDPSession) {
    this.#page = page;
    this.#panel = panel;
  }

  /** Turns the page's mouse into a touch panel. */
  static async on(page: Page): Promise<TouchPanel> {
    const panel = await page.context().newCDPSession(page);
    await panel.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    return new TouchPanel(page, panel);
  }

  /** Makes it a mouse again. */
  async off(): Promise<void> {
    if (this.#page.isClosed()) return;
    await this.#panel.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await this.#panel.detach();
  }

  /** Touches what has this test id, as slowly as a person where the page guards against bouncing fingers. */
  async tap(testId: string): Promise<void> {
    const target = this.#page.getByTestId(testId);
    // A trial click waits until the button is there, still and uncovered, and touches nothing.
    await target.click({ trial: true, timeout: patienceMs });
    const point = await centreOf(target);
    await atHumanPace(this.#page, point, () => this.#touch(point));
  }

  /** A key of a keyboard: as quickly as fingers type, since keys stand still. */
  async press(testId: string): Promise<void> {
    await this.#touch(await centreOf(this.#page.getByTestId(testId)));
  }

  /** Five touches on the company's mark are the way to the technician's area; how many of them, `times` says. */
  async touchMark(times: number): Promise<void> {
    const mark = await centreOf(this.#page.locator('[data-brand-mark]'));
    for (let each = 0; each < times; each += 1) await this.#touch(mark);
  }

  async #touch(point: Point): Promise<void> {
    // They arrive in this order.
    await Promise.all([
      this.#panel.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] }),
      this.#panel.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
    ]);
  }
}
