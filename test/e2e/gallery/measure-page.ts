import type { Page } from 'playwright-core';

/** Edges in CSS pixels from the window's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a screen measures once it is drawn; hidden elements and what lies under the idle warning left out. */
export interface MeasuredPage {
  readonly window: Box;
  readonly texts: readonly {
    readonly name: string;
    readonly box: Box;
    readonly fontSize: number;
    /** Inside a list that scrolls on purpose. */
    readonly scrolls: boolean;
  }[];
  readonly buttons: readonly { readonly name: string; readonly box: Box }[];
  /** Header, middle, touch area, main action and foot; `excess` is how much their content is too high or wide. */
  readonly zones: readonly { readonly name: string; readonly excess: number }[];
}

/** Measures every text, button and zone that a person can see. */
export async function measurePage(page: Page): Promise<MeasuredPage> {
  return page.evaluate(() => {
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}[${element.getAttribute('data-testid') ?? ''}] "${(element.textContent ?? '').slice(0, 40)}"`;
    const box = (element: Element): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const seen = (element: Element): boolean =>
      element.closest('[inert], .visually-hidden') === null &&
      getComputedStyle(element).clipPath !== 'inset(50%)';
    const all = (selector: string): readonly Element[] =>
      [...document.querySelectorAll(selector)].filter(seen);
    const hasText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
    return {
      window: { left: 0, top: 0, right: innerWidth, bottom: innerHeight },
      texts: all('#root *')
        .filter(hasText)
        .map((element) => ({
          name: name(element),
          box: box(element),
          fontSize: Number.parseFloat(getComputedStyle(element).fontSize),
          scrolls: element.closest('[tabindex="0"]') !== null,
        })),
      buttons: all('button').map((element) => ({ name: name(element), box: box(element) })),
      zones: all('header, main > div, footer, button, output, section').map((element) => ({
        name: name(element),
        excess: Math.max(
          element.scrollHeight - element.clientHeight,
          element.scrollWidth - element.clientWidth,
        ),
      })),
    };
  });
}
