import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { type Box, type MeasuredPage, measurePage } from './measure-page.ts';

/** The smallest text anywhere (CSS pixels). */
const smallestText = 26;

/** The smallest side of anything to touch (CSS pixels). */
const smallestTouch = 88;

/** Everything wrong with the screen being drawn that a machine can see, one sentence each. */
export async function findFaults(page: Page): Promise<readonly string[]> {
  const measured = await measurePage(page);
  return [
    ...(await findAxeFaults(page)),
    ...textFaults(measured),
    ...buttonFaults(measured),
    ...zoneFaults(measured),
  ];
}

/** axe's own rules and the one for enhanced contrast (7:1, large type 4.5:1). */
async function findAxeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `axe ${id}: ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  );
}

function textFaults({ texts, window }: MeasuredPage): readonly string[] {
  return texts.flatMap(({ name, fontSize, box, scrolls }) => [
    ...(fontSize < smallestText ? [`small text: ${name} ${fontSize} px`] : []),
    ...(isOutside(box, window) && !scrolls ? [`outside: ${name}`] : []),
  ]);
}

function buttonFaults({ buttons, window }: MeasuredPage): readonly string[] {
  return buttons.flatMap(({ name, box }, index) => [
    ...(Math.min(box.right - box.left, box.bottom - box.top) < smallestTouch
      ? [`small target: ${name}`]
      : []),
    ...(isOutside(box, window) ? [`outside: ${name}`] : []),
    ...buttons
      .slice(index + 1)
      .filter((other) => overlap(box, other.box))
      .map((other) => `overlap: ${name} and ${other.name}`),
  ]);
}

/** A zone whose content is larger than itself runs into the next one. */
function zoneFaults({ zones }: MeasuredPage): readonly string[] {
  return zones
    .filter(({ excess }) => excess > 2)
    .map(({ name, excess }) => `overflow: ${name} by ${excess} px`);
}

function isOutside(box: Box, window: Box): boolean {
  return (
    box.left < window.left - 1 ||
    box.top < window.top - 1 ||
    box.right > window.right + 1 ||
    box.bottom > window.bottom + 1
  );
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right - 1 &&
    other.left < one.right - 1 &&
    one.top < other.bottom - 1 &&
    other.top < one.bottom - 1
  );
}
