import type { Align, TextSize } from '../layout.ts';

/**
 * The ESC/POS commands in use, as data. Each is the bytes of one command; names in capitals are those of Epson's
 * reference.
 */

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;
const EOT = 0x04;

/** A command's bytes. */
export type Bytes = readonly number[];

/** ESC @: back to the settings of power-on. */
export const initialize: Bytes = [ESC, 0x40];

/** LF: prints the line. */
export const lineEnd: Bytes = [0x0a];

/** ESC t n. */
export function selectCodePage(index: number): Bytes {
  return [ESC, 0x74, index];
}

const alignCodes: Readonly<Record<Align, number>> = { left: 0, center: 1, right: 2 };

/** ESC a n; obeyed at the beginning of a line only. */
export function align(side: Align): Bytes {
  return [ESC, 0x61, alignCodes[side]];
}

/** ESC E n. */
export function bold(on: boolean): Bytes {
  return [ESC, 0x45, on ? 1 : 0];
}

const sizeCodes: Readonly<Record<TextSize, number>> = { normal: 0x00, tall: 0x01, wide: 0x10, large: 0x11 };

/** GS ! n. */
export function textSize(size: TextSize): Bytes {
  return [GS, 0x21, sizeCodes[size]];
}

/** ESC d n, or LF where that does. Counted in lines, since the unit of dot feeds differs between models. */
export function feedLines(lines: number): Bytes {
  return lines === 1 ? lineEnd : [ESC, 0x64, lines];
}

/** GS V 66 0: feeds to the cutter, then cuts. */
export const feedAndCut: Bytes = [GS, 0x56, 66, 0];

/** GS e 3 n: the presenter hands the cut paper out by n of its steps. */
export function present(steps: number): Bytes {
  return [GS, 0x65, 3, steps];
}

/** GS 8 L, functions 112 and 50: keeps a picture, each dot doubled both ways, and prints it in one motion. */
export function storedGraphics(widthDots: number, heightDots: number, rows: Uint8Array): Bytes {
  const doubled = 2;
  const parameters = [
    0x30,
    0x70,
    0x30,
    doubled,
    doubled,
    0x31,
    ...littleEndian(widthDots, 2),
    ...littleEndian(heightDots, 2),
  ];
  const store = [GS, 0x38, 0x4c, ...littleEndian(parameters.length + rows.length, 4), ...parameters, ...rows];
  const print = [GS, 0x28, 0x4c, 2, 0, 0x30, 0x32];
  return [...store, ...print];
}

/** The most bytes that the rows of one `GS v 0` have: 255 rows of the barcode fit. */
export const LARGEST_PICTURE_BYTES = 2048;

/** Longer than any command that the kiosk sends: 405 rows of a stored barcode. */
export const LONGEST_COMMAND_BYTES = 3072;

/** GS v 0: prints rows as they arrive. @param doubled whether the printer doubles each dot both ways (mode 3) */
export function rasterGraphics(
  widthBytes: number,
  heightDots: number,
  rows: Uint8Array,
  doubled: boolean,
): Bytes {
  const mode = doubled ? 3 : 0;
  return [GS, 0x76, 0x30, mode, ...littleEndian(widthBytes, 2), ...littleEndian(heightDots, 2), ...rows];
}

/** GS ( k: a QR symbol, model 2, error correction M, kept and then printed. */
export function qrSymbol(data: Uint8Array, moduleDots: number): Bytes {
  return [
    ...qrFunction(65, [50, 0]),
    ...qrFunction(67, [moduleDots]),
    ...qrFunction(69, [49]),
    ...qrFunction(80, [48, ...data]),
    ...qrFunction(81, [48]),
  ];
}

/** ESC 81h: a QR symbol of Daruma's, error correction M. @param moduleDots 3 to 7 */
export function darumaQrSymbol(data: Uint8Array, moduleDots: number): Bytes {
  return [ESC, 0x81, ...littleEndian(data.length + 2, 2), moduleDots, 0x4d, ...data];
}

function qrFunction(code: number, parameters: Bytes): Bytes {
  const body = [49, code, ...parameters];
  return [GS, 0x28, 0x6b, ...littleEndian(body.length, 2), ...body];
}

/** DLE EOT n: answered at once, even while the printer is offline. */
export function askStatus(kind: 1 | 2 | 4): Bytes {
  return [DLE, EOT, kind];
}

/** GS r 1: answered when everything before it has been printed, and not while the printer is offline. */
export const askWhenDone: Bytes = [GS, 0x72, 1];

/** GS a 15: tells the status now and at each change, until the next ESC @. */
export const tellStatus: Bytes = [GS, 0x61, 15];

/** DLE DC4 8: throws away what the printer still holds. Printers without it ignore all of these bytes. */
export const clearBuffers: Bytes = [DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

function littleEndian(value: number, length: number): Bytes {
  return Array.from({ length }, (_, index) => (value >> (8 * index)) & 0xff);
}
