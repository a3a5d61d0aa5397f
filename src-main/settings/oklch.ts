/** A colour in OKLCH: `lightness` 0 to 1, `chroma` from 0, `hue` in radians. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

type Triple = readonly [number, number, number];

/** OKLab as published by Björn Ottosson (2020) and taken up by CSS Color 4. */
const LMS_FROM_RGB: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const LAB_FROM_LMS: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const LMS_FROM_LAB: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const RGB_FROM_LMS: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** Reads `#rrggbb`. */
export function oklchFromHex(hex: string): Oklch {
  const lms = multiply(LMS_FROM_RGB, linearRgb(hex));
  const [lightness, a, b] = multiply(LAB_FROM_LMS, mapTriple(lms, Math.cbrt));
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

/** Writes `#rrggbb`; a colour that no screen can show keeps hue and lightness and loses chroma until one can. */
export function hexFromOklch(color: Oklch): string {
  let [shown, tooMuch] = [0, color.chroma];
  if (isInGamut(linearFromOklch(color))) shown = color.chroma;
  else {
    for (let step = 0; step < 16; step++) {
      const chroma = (shown + tooMuch) / 2;
      if (isInGamut(linearFromOklch({ ...color, chroma }))) shown = chroma;
      else tooMuch = chroma;
    }
  }
  return hexFromLinear(linearFromOklch({ ...color, chroma: shown }));
}

/** How different two colours look: distance in OKLab, black to white being 1. */
export function colorDistance(one: string, other: string): number {
  const [from, to] = [oklchFromHex(one), oklchFromHex(other)];
  const a = from.chroma * Math.cos(from.hue) - to.chroma * Math.cos(to.hue);
  const b = from.chroma * Math.sin(from.hue) - to.chroma * Math.sin(to.hue);
  return Math.hypot(from.lightness - to.lightness, a, b);
}

/** Contrast ratio of WCAG 2.2 between two `#rrggbb` colours, from 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function relativeLuminance(hex: string): number {
  const [red, green, blue] = linearRgb(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Channels of `#rrggbb` from 0 to 1, without the transfer curve of sRGB (IEC 61966-2-1). */
function linearRgb(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  const channels: Triple = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  return mapTriple(channels, (channel) => {
    const encoded = channel / 255;
    return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  });
}

function hexFromLinear(rgb: Triple): string {
  const channels = mapTriple(rgb, (linear) => {
    const inRange = Math.min(1, Math.max(0, linear));
    return Math.round(255 * (inRange <= 0.0031308 ? 12.92 * inRange : 1.055 * inRange ** (1 / 2.4) - 0.055));
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function linearFromOklch({ lightness, chroma, hue }: Oklch): Triple {
  const lms = multiply(LMS_FROM_LAB, [lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)]);
  return multiply(
    RGB_FROM_LMS,
    mapTriple(lms, (root) => root ** 3),
  );
}

function isInGamut(rgb: Triple): boolean {
  // Half a step of eight bits near black, so that rounding alone puts no colour outside.
  return rgb.every((channel) => channel >= -0.0002 && channel <= 1.0002);
}

function multiply(matrix: readonly Triple[], vector: Triple): Triple {
  const [first, second, third] = matrix.map(
    (row) => row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2],
  );
  return [first ?? 0, second ?? 0, third ?? 0];
}

function mapTriple(triple: Triple, change: (value: number) => number): Triple {
  return [change(triple[0]), change(triple[1]), change(triple[2])];
}
