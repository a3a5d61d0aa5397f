import { create } from 'qrcode';
import { barcodeModules } from '../barcode-strip.ts';

/** A rectangle in millimetres. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** FEBRABAN: 103 × 13 mm, with 5 mm of blank paper before and after. */
export const BARCODE_WIDTH = 103;
export const BARCODE_HEIGHT = 13;

/** The standard wants four blank modules on each side. */
const QUIET_MODULES = 4;
/** Texts longer than this get fewer and larger modules instead of more error correction. */
const LONG_TEXT = 300;

/** The black bars of a boleto's 44 digits, 103 × 13 mm; `x` and `y` is the top left corner of the first bar. */
export function barcodeBars(digits: string, x: number, y: number): Box[] {
  const modules = barcodeModules(digits);
  const module = BARCODE_WIDTH / modules.length;
  return [...modules.matchAll(/1+/g)].map(({ index, 0: bar }) => ({
    x: x + index * module,
    y,
    width: bar.length * module,
    height: BARCODE_HEIGHT,
  }));
}

/** The black modules of a QR symbol in a square of `side` millimetres, its quiet zone included. */
export function qrModules(text: string, { x, y, side }: { x: number; y: number; side: number }): Box[] {
  const { modules } = create(text, { errorCorrectionLevel: text.length > LONG_TEXT ? 'L' : 'M' });
  const module = side / (modules.size + 2 * QUIET_MODULES);
  return Array.from({ length: modules.size }, (_, row) => row).flatMap((row) => {
    const bits = Array.from(modules.data.subarray(row * modules.size, (row + 1) * modules.size)).join('');
    return [...bits.matchAll(/1+/g)].map(({ index, 0: run }) => ({
      x: x + (QUIET_MODULES + index) * module,
      y: y + (QUIET_MODULES + row) * module,
      width: run.length * module,
      height: module,
    }));
  });
}
