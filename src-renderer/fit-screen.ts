/** Type of the larger-type mode and what it gives way to, down to the usual size (CSS pixels). */
const largerSizes = [40, 38, 36, 34, 32] as const;
const usualSizes = [32] as const;

/** Rounding of boxes is no overflow (CSS pixels). */
const tolerance = 2;

/** Each push moves what is centred only half of the way. */
const pushes = 8;

/** Told to the document when a screen cannot hold what it shows; a list that can shrink prevents its default. */
export const fewerItems = 'fewer-items';

/** What the last screen came down to; the same screen never grows back while it is read. */
let last: { readonly screen: string; readonly size: number } | undefined;

/**
 * Gives a screen the largest type at which nothing is cut, and in low reach pushes it down until everything to touch
 * lies in the lower half. Boxes are measured, because nobody knows beforehand how long an ERP's texts are.
 * @param screen the key of the screen with all that changes its words
 */
export function fitScreen(screen: string): void {
  const { style, dataset } = document.documentElement;
  const modes = dataset.modes?.split(' ') ?? [];
  const largest = last?.screen === screen ? last.size : Number.POSITIVE_INFINITY;
  const lowReach = modes.includes('low-reach') && innerHeight > innerWidth;
  const sizes = modes.includes('large-type') ? largerSizes : usualSizes;
  for (const size of sizes.filter((each) => each <= largest)) {
    style.fontSize = `${size}px`;
    style.setProperty('--lift', '0px');
    const fits = (!lowReach || pushDown(style)) && !overflows();
    last = { screen, size };
    if (fits) return;
  }
  // A list gives way before anything is cut; whoever pages one draws fewer, and is measured again.
  if (document.dispatchEvent(new Event(fewerItems, { cancelable: true }))) return;
  last = undefined;
}

/** The style sheets' own sizes. */
export function unfitScreen(): void {
  const { style } = document.documentElement;
  style.removeProperty('font-size');
  style.removeProperty('--lift');
  last = undefined;
}

/** @returns whether everything to touch is in the lower half now. */
function pushDown(style: CSSStyleDeclaration): boolean {
  let lift = 0;
  for (let push = 0; push < pushes; push += 1) {
    const missing = innerHeight / 2 - highestTouch();
    if (missing <= 0) return true;
    lift += Math.ceil(missing);
    style.setProperty('--lift', `${lift}px`);
  }
  return highestTouch() >= innerHeight / 2 - tolerance;
}

/** Upper edge of the uppermost thing to touch (CSS pixels). */
function highestTouch(): number {
  const buttons = document.querySelectorAll('#root button');
  const tops = [...buttons]
    .map((button) => button.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map(({ top }) => top);
  return Math.min(innerHeight, ...tops);
}

function overflows(): boolean {
  const zones = document.querySelectorAll(
    // What is only for ears is a pixel wide, whatever it says.
    '#root > div, #root :is(header, main, main > div, footer, button, output, section):not(.visually-hidden)',
  );
  return [...zones].some(
    (zone) =>
      zone.scrollHeight - zone.clientHeight > tolerance || zone.scrollWidth - zone.clientWidth > tolerance,
  );
}
