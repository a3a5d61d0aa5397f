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
  /** Upright, for somebody in a wheelchair. */
  readonly lowReach: boolean;
  readonly texts: readonly {
    readonly name: string;
    readonly box: Box;
    readonly fontSize: number;
    /** Inside a list that scrolls on purpose. */
    readonly scrolls: boolean;
    /** Where its lines are drawn, if no button holds it. */
    readonly lines: readonly Box[];
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
    // It makes everything else inert.
    const panel = document.querySelector('[data-testid="display-panel"][open]');
    const seen = (element: Element): boolean =>
      element.getClientRects().length > 0 &&
      element.closest('[inert], .visually-hidden, dialog:not([open])') === null &&
      getComputedStyle(element).clipPath !== 'inset(50%)';
    const all = (selector: string): readonly Element[] =>
      [...document.querySelectorAll(selector)].filter(
        (element) => seen(element) && (panel === null || panel.contains(element)),
      );
    const within = (inner: Box, outer: Box): Box => ({
      left: Math.max(outer.left, inner.left),
      top: Math.max(outer.top, inner.top),
      right: Math.min(outer.right, inner.right),
      bottom: Math.min(outer.bottom, inner.bottom),
    });
    const clips = (element: Element): boolean => getComputedStyle(element).overflow !== 'visible';
    const linesOf = (element: Element): readonly Box[] => {
      if (element.closest('button') !== null) return [];
      const range = document.createRange();
      range.selectNodeContents(element);
      let lines: readonly Box[] = [...range.getClientRects()];
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        if (each !== element && !clips(each)) continue;
        const edge = box(each);
        lines = lines.map((line) => within(line, edge));
      }
      return lines.filter(({ top, bottom }) => bottom > top);
    };
    const hasText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
    return {
      lowReach: document.documentElement.matches('[data-modes~="low-reach"]') && innerHeight > innerWidth,
      window: { left: 0, top: 0, right: innerWidth, bottom: innerHeight },
      texts: all('#root *')
        .filter(hasText)
        .map((element) => ({
          name: name(element),
          box: box(element),
          fontSize: Number.parseFloat(getComputedStyle(element).fontSize),
          scrolls: element.closest('[tabindex="0"]') !== null,
          lines: linesOf(element),
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
