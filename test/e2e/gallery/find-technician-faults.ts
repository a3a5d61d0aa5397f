import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The smallest text and the smallest side of anything to touch in the technician's area (CSS pixels). */
const limits = { text: 18, touch: 44 };

/**
 * Everything wrong with the technician's area as it is drawn that a machine can see, one sentence each. `rules`: those
 * of axe that count; left out: all.
 */
export async function findTechnicianFaults(
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `axe ${id}: ${target.join(' ')}: ${any[0]?.message ?? ''}`),
    ),
    ...(await measureFaults(page)),
  ];
}

/** Text too small, targets too small, what runs out of its box sideways, and buttons that lie on one another. */
async function measureFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(({ text, touch }) => {
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}[${element.getAttribute('data-testid') ?? element.className}] "${(element.textContent ?? '').slice(0, 40)}"`;
    const seen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 && element.closest('.visually-hidden') === null;
    };
    const all = [...document.querySelectorAll('#root *')].filter(seen);
    const hasText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
    const controls = all.filter((element) => element.matches('button, input, textarea, select'));
    const small = all
      .filter((element) => hasText(element) && Number.parseFloat(getComputedStyle(element).fontSize) < text)
      .map((element) => `small text: ${name(element)}`);
    const narrow = controls
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return Math.min(width, height) < touch - 0.5;
      })
      .map((element) => `small target: ${name(element)}`);
    const wide = all
      .filter(
        (element) => !element.matches('svg, svg *, input') && element.scrollWidth > element.clientWidth + 2,
      )
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map(
        (element) => `runs out sideways: ${name(element)} by ${element.scrollWidth - element.clientWidth}`,
      );
    const outside = controls
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      })
      .map((element) => `outside: ${name(element)}`);
    const room = (element: Element): Element | null =>
      element.closest('[role="dialog"], [data-scrolls], header, nav, footer, [data-testid="osk"]');
    const lying = controls.flatMap((one, index) =>
      controls
        .slice(index + 1)
        .filter((other) => {
          // The switch of the on-screen keyboard lies inside its field on purpose.
          if (other.previousElementSibling === one || room(one) !== room(other)) return false;
          const a = one.getBoundingClientRect();
          const b = other.getBoundingClientRect();
          return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        })
        .map((other) => `overlap: ${name(one)} and ${name(other)}`),
    );
    const top = document.querySelector('header')?.getBoundingClientRect().top ?? 0;
    const moved = top === 0 ? [] : [`the page has scrolled by ${-top} px`];
    return [...moved, ...small, ...narrow, ...wide, ...outside, ...lying];
  }, limits);
}
