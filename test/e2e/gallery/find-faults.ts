import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { type Box, type MeasuredPage, measurePage } from './measure-page.ts';

/** The smallest text anywhere (CSS pixels). */
const smallestText = 26;

/** The smallest side of anything to touch (CSS pixels). */
const smallestTouch = 88;

/** Room above and below the letters of a line, in which a touch area may reach (CSS pixels). */
const leading = 8;

/** Everything wrong with the screen being drawn that a machine can see, one sentence each. */
export async function findFaults(page: Page): Promise<readonly string[]> {
  return [...(await findAxeFaults(page)), ...(await findMeasuredFaults(page))];
}

/** The same without axe, which takes most of the time. */
export async function findMeasuredFaults(page: Page): Promise<readonly string[]> {
  const measured = await measurePage(page);
  return [
    ...textFaults(measured),
    ...coverFaults(measured),
    ...buttonFaults(measured),
    ...zoneFaults(measured),
    ...(measured.lowReach ? reachFaults(measured) : []),
  ];
}

/** Nothing to touch begins above the middle of the screen. */
function reachFaults({ buttons, window }: MeasuredPage): readonly string[] {
  const middle = (window.top + window.bottom) / 2;
  return buttons
    .filter(({ box }) => box.top < middle - 1)
    .map(({ name, box }) => `out of reach: ${name} by ${Math.round(middle - box.top)} px`);
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** axe's own rules and the one for enhanced contrast (7:1, large type 4.5:1). */
const axeOptions = {
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations'],
} as const;

async function findAxeFaults(page: Page): Promise<readonly string[]> {
  const violations = await runAxe(page);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `axe ${id}: ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  );
}

/** Its source is handed over once for each page: that takes longer than to check a screen. */
async function runAxe(page: Page): Promise<Violations> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) {
    const builder = new AxeBuilder({ page }).setLegacyMode(true);
    return (await builder.options({ ...axeOptions, resultTypes: [...axeOptions.resultTypes] }).analyze())
      .violations;
  }
  return page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (of: Document, how: unknown) => Promise<{ violations: Violations }> };
    };
    return (await axe.run(document, options)).violations;
  }, axeOptions);
}

function textFaults({ texts, window }: MeasuredPage): readonly string[] {
  return texts.flatMap(({ name, fontSize, box, scrolls }) => [
    ...(fontSize < smallestText ? [`small text: ${name} ${fontSize} px`] : []),
    ...(isOutside(box, window) && !scrolls ? [`outside: ${name}`] : []),
  ]);
}

/** Text that runs under a button which is not its own. */
function coverFaults({ texts, buttons }: MeasuredPage): readonly string[] {
  return texts.flatMap(({ name, lines }) =>
    buttons
      .filter(({ box }) => lines.some((line) => overlap(shrink(line), box)))
      .map((button) => `covered: ${name} by ${button.name}`),
  );
}

/** Without the leading above and below its letters. */
function shrink({ left, top, right, bottom }: Box): Box {
  return { left, top: top + leading, right, bottom: bottom - leading };
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
