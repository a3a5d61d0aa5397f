/** One thing that a customer does on a screen. */
export interface SoakStep {
  /** The screen that has to be there first. */
  readonly screen: string;
  /** What else has to be there, by test id, e.g. the word that the receipt is out. */
  readonly sees?: string;
  /** Typed on a keyboard plugged into the totem. */
  readonly keys?: string;
  /** Touched last, by test id; left out: only looked at. */
  readonly touch?: string;
}

/**
 * Runs in the page: a whole visit without a word to the outside, so that what is measured is the kiosk and not its
 * tester. Touches as far apart as a person's where the page guards against bouncing fingers.
 * @returns milliseconds from each touch to the first frame of the screen that it led to. @throws when one does not come
 */
export async function driveVisit(steps: readonly SoakStep[]): Promise<readonly number[]> {
  const patienceMs = 30_000;
  const betweenTouchesMs = 420;
  const samePlacePx = 70;
  const changes: number[] = [];
  // The last touch of the visit before counts too: it may have been at the same place.
  const tester = globalThis as {
    lastTouch?: { readonly at: number; readonly x: number; readonly y: number };
  };
  let touches = 0;

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const byTestId = (testId: string) => document.querySelector(`[data-testid="${testId}"]`);

  async function waitFor(testId: string): Promise<Element> {
    const since = performance.now();
    for (;;) {
      const found = byTestId(testId);
      if (found && found.getAttribute('aria-disabled') !== 'true') return found;
      if (performance.now() - since > patienceMs) {
        throw new Error(`${testId} did not come; there is: ${document.body.innerText.slice(0, 300)}`);
      }
      await nextFrame();
    }
  }

  async function touch(target: Element): Promise<void> {
    const { x, y } = target.getBoundingClientRect();
    const { lastTouch } = tester;
    const near = lastTouch && Math.hypot(lastTouch.x - x, lastTouch.y - y) < samePlacePx;
    while (near && performance.now() - lastTouch.at < betweenTouchesMs) await nextFrame();
    tester.lastTouch = { at: performance.now(), x, y };
    touches += 1;
    if (target instanceof HTMLElement) target.click();
  }

  for (const { screen, sees, keys = '', touch: testId } of steps) {
    await waitFor(`screen-${screen}`);
    if (touches > 0 && tester.lastTouch) changes.push(performance.now() - tester.lastTouch.at);
    if (sees !== undefined) await waitFor(sees);
    // The page listens to keys from the frame after the first of a screen on: nobody types sooner.
    if (keys !== '') await nextFrame();
    for (const key of keys) {
      await nextFrame();
      window.dispatchEvent(new KeyboardEvent('keydown', { key }));
    }
    if (testId !== undefined) await touch(await waitFor(testId));
  }
  return changes;
}
