/** A finger that bounces, or a habit of double-clicking, must not act twice (milliseconds). */
const bounceMs = 400;

/** How far apart two touches still count as the same place (CSS pixels). */
const samePlacePx = 60;

let last: { readonly at: number; readonly x: number; readonly y: number } | undefined;

/**
 * Whether this press repeats the one before at the same place, be it on the same button or on one that a new screen
 * has just put there. A press that is not a repetition is remembered.
 */
export function isSecondTouch(target: Element, now: number): boolean {
  const { x, y } = centre(target);
  const second =
    last !== undefined && now - last.at < bounceMs && Math.hypot(x - last.x, y - last.y) < samePlacePx;
  if (!second) last = { at: now, x, y };
  return second;
}

function centre(target: Element): { readonly x: number; readonly y: number } {
  const box = target.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
