import JsBarcode from 'jsbarcode';
import qrcode from 'qrcode';

/** A black and white picture of dots. */
export interface DotImage {
  readonly width: number;
  readonly height: number;
  inkAt(x: number, y: number): boolean;
}

/** The picture with every dot made `across` × `down` dots. */
export function scaled(image: DotImage, across: number, down: number): DotImage {
  return {
    width: image.width * across,
    height: image.height * down,
    inkAt: (x, y) => image.inkAt(Math.floor(x / across), Math.floor(y / down)),
  };
}

/** Raster data: rows of whole bytes, the leftmost dot in the highest bit. */
export function rasterImage(data: Buffer, width: number, height: number): DotImage {
  const bytesPerRow = Math.ceil(width / 8);
  return {
    width,
    height,
    inkAt: (x, y) => ((data[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0,
  };
}

/** QR error correction as `GS ( k` function 69 names it: 48–51. */
const CORRECTION = ['L', 'M', 'Q', 'H'] as const;

/** A model 2 QR symbol without quiet zone, one dot a module; `undefined`: the data does not fit any symbol. */
export function qrImage(data: Buffer, correction: number): DotImage | undefined {
  const errorCorrectionLevel = CORRECTION[correction - 48] ?? 'L';
  try {
    const { modules } = qrcode.create([{ data, mode: 'byte' }], { errorCorrectionLevel });
    const { size } = modules;
    return { width: size, height: size, inkAt: (x, y) => modules.data[y * size + x] === 1 };
  } catch {
    return undefined;
  }
}

/** Narrow and wide dots of two-width codes by `GS w n`: the printer's own table. */
const TWO_WIDTHS: Readonly<Record<number, readonly [number, number]>> = {
  2: [2, 5],
  3: [3, 8],
  4: [4, 10],
  5: [5, 13],
  6: [6, 16],
};

const ITF_WIDE = ['00110', '10001', '01001', '11000', '00101', '10100', '01100', '00011', '10010', '01010'];

/** Bars and spaces in turn, narrow (0) or wide (1), of an even number of digits. */
function itfElements(digits: string): string {
  const pairs = digits.match(/../g) ?? [];
  const interleaved = pairs.map((pair) => {
    const bars = ITF_WIDE[Number(pair[0])] ?? '';
    const spaces = ITF_WIDE[Number(pair[1])] ?? '';
    return Array.from(bars, (bar, index) => `${bar}${spaces[index]}`).join('');
  });
  return `0000${interleaved.join('')}100`;
}

function itfDots(digits: string, narrow: number, wide: number): string {
  return Array.from(itfElements(digits), (width, index) =>
    (index % 2 === 0 ? '1' : '0').repeat(width === '1' ? wide : narrow),
  ).join('');
}

/** `GS k` types in both numberings. Other types are not simulated. */
const MODULE_CODES: Readonly<Record<number, string>> = { 2: 'EAN13', 67: 'EAN13', 73: 'CODE128' };
const ITF_TYPES = [5, 70];

function moduleDots(format: string, content: string): string | undefined {
  const target: { encodings?: { data: string }[] } = {};
  try {
    // The library draws into any object; its types only know of HTML elements.
    JsBarcode(target as unknown as SVGElement, content, { format, flat: true });
    return target.encodings?.map((encoding) => encoding.data).join('');
  } catch {
    return undefined;
  }
}

/** A native barcode as the printer would draw it. */
export interface Barcode {
  readonly name: string;
  /** Its content as the legend shows it. */
  readonly content: string;
  readonly image: DotImage;
}

function barsImage(dots: string, height: number): DotImage {
  return { width: dots.length, height, inkAt: (x) => dots[x] === '1' };
}

/** `GS k`: module width as in `GS w`, height in dots. `undefined`: a type or data that the printer refuses. */
export function barcodeImage(
  type: number,
  data: string,
  module: number,
  height: number,
): Barcode | undefined {
  if (ITF_TYPES.includes(type)) {
    const widths = TWO_WIDTHS[module];
    if (!widths || !/^(\d\d)+$/.test(data)) return undefined;
    return { name: 'ITF', content: data, image: barsImage(itfDots(data, ...widths), height) };
  }
  const format = MODULE_CODES[type];
  // CODE128 data begins with its code set, as `{B`.
  const content = format === 'CODE128' ? data.replace(/^\{[ABC]/, '') : data;
  const dots = format && moduleDots(format, content);
  if (!format || !dots) return undefined;
  return { name: format, content, image: scaled(barsImage(dots, height), module, 1) };
}
