import type { BrandColors } from '../contract/screen.ts';
import { colorDistance, contrastRatio, hexFromOklch, type Oklch, oklchFromHex } from './oklch.ts';

/** The page's own neutrals: the paper that everything lies on, and the ink of its text. */
export const PAPER = '#faf8f3';
export const INK = '#1a1a1a';

const WHITE = '#ffffff';
/** WCAG 2.2, 1.4.6 (AAA). */
const TEXT_CONTRAST = 7;
/** Near-black text on large calm areas. */
const INK_CONTRAST = 12;
/** Below this distance in OKLab a button could not be told from the paper. */
const VISIBLE_DISTANCE = 0.1;
/** Between a button and the same button under the finger: enough to be seen, even where the fill is black. */
const PRESSED_CONTRAST = 1.2;
const TINT: Pick<Oklch, 'lightness' | 'chroma'> = { lightness: 0.94, chroma: 0.035 };
/** Chroma below which a colour is taken for white, grey or black. */
const LEAST_COLORED = 0.03;
const CHROMA_WEIGHT = 2.5;
const LIGHTNESS_STEP = 0.004;

/**
 * The brand's scale from its one colour (`#rrggbb`): each colour is the nearest one of the same hue that keeps the
 * contrast it needs. Brand text keeps 7:1 on the tint as well as on the paper.
 */
export function deriveBrandColors(brandColor: string): BrandColors {
  const brand = oklchFromHex(brandColor);
  const tint = tintOf(brand);
  return {
    ...fillOf(brand),
    tint,
    text: nearestLightness(brand, (hex) => isReadable(hex, PAPER) && isReadable(hex, tint)),
  };
}

type Fill = Pick<BrandColors, 'primary' | 'onPrimary' | 'primaryPressed'>;

/** White or ink on the fill: whichever leaves it nearer to the brand. A light grey button would look switched off. */
function fillOf(brand: Oklch): Fill {
  const [dark, light] = [fillUnder(WHITE, brand), fillUnder(INK, brand)];
  if (brand.chroma < LEAST_COLORED) return dark;
  return estrangement(dark.primary, brand) <= estrangement(light.primary, brand) ? dark : light;
}

/** How much less a fill is the brand's colour. Chroma counts more: a dark red is still red, a pale one is pink. */
function estrangement(fill: string, brand: Oklch): number {
  const { lightness, chroma } = oklchFromHex(fill);
  return Math.hypot(lightness - brand.lightness, CHROMA_WEIGHT * (chroma - brand.chroma));
}

function fillUnder(onPrimary: string, brand: Oklch): Fill {
  const primary = nearestLightness(
    brand,
    (hex) => isReadable(hex, onPrimary) && colorDistance(hex, PAPER) >= VISIBLE_DISTANCE,
  );
  const primaryPressed = nearestLightness(
    oklchFromHex(primary),
    (hex) => isReadable(hex, onPrimary) && contrastRatio(hex, primary) >= PRESSED_CONTRAST,
  );
  return { primary, onPrimary, primaryPressed };
}

function tintOf(brand: Oklch): string {
  const wished = { ...brand, lightness: TINT.lightness, chroma: Math.min(brand.chroma, TINT.chroma) };
  return nearestLightness(wished, (hex) => contrastRatio(hex, INK) >= INK_CONTRAST);
}

function isReadable(one: string, other: string): boolean {
  return contrastRatio(one, other) >= TEXT_CONTRAST;
}

/**
 * The acceptable colour whose lightness is nearest to the given one, darker rather than lighter. Judged after rounding
 * to eight bits, so that what is promised holds for what is drawn.
 */
function nearestLightness(color: Oklch, accepts: (hex: string) => boolean): string {
  for (let change = 0; change <= 1; change += LIGHTNESS_STEP) {
    for (const lightness of [color.lightness - change, color.lightness + change]) {
      if (lightness < 0 || lightness > 1) continue;
      const hex = hexFromOklch({ ...color, lightness });
      if (accepts(hex)) return hex;
    }
  }
  // Each rule above accepts black, white, or something between, whatever the hue.
  throw new RangeError('No lightness of this colour keeps the contrast.');
}
