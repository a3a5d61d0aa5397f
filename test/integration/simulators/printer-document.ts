import iconv from 'iconv-lite';

/** Commands of the printer's manual, written out here so that the tests lean on no encoder. */
export const INIT = Buffer.of(0x1b, 0x40, 0x1b, 0x74, 2);
export const CUT = Buffer.of(0x1d, 0x56, 66, 0);
export const PAPER_REPORT = Buffer.of(0x1d, 0x72, 1);

/** A piece of a document: text (code page 850), one byte, or bytes. */
export type Part = string | number | Uint8Array;

/** Bytes one after another. */
export function bytes(...parts: readonly Part[]): Buffer {
  return Buffer.concat(
    parts.map((part) => {
      if (typeof part === 'number') return Buffer.of(part);
      return typeof part === 'string' ? iconv.encode(part, 'cp850') : part;
    }),
  );
}

/** A real-time status request, 1 to 4. */
export function statusRequest(which: number): Buffer {
  return Buffer.of(0x10, 0x04, which);
}

/** Stores and prints a QR symbol, error correction M. */
export function qr(content: string, module: number): Buffer {
  const length = Buffer.byteLength(content) + 3;
  return bytes(
    Buffer.of(0x1d, 0x28, 0x6b, 4, 0, 49, 65, 50, 0),
    Buffer.of(0x1d, 0x28, 0x6b, 3, 0, 49, 67, module),
    Buffer.of(0x1d, 0x28, 0x6b, 3, 0, 49, 69, 49),
    Buffer.of(0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 49, 80, 48),
    Buffer.from(content),
    Buffer.of(0x1d, 0x28, 0x6b, 3, 0, 49, 81, 48),
  );
}

/** Interleaved 2 of 5: bars (1) and spaces (0), narrow 1 and wide 3. */
const DIGITS = ['nnwwn', 'wnnnw', 'nwnnw', 'wwnnn', 'nnwnw', 'wnwnn', 'nwwnn', 'nnnww', 'wnnwn', 'nwnwn'];

export function itfModules(digits: string): string {
  let elements = 'nnnn';
  for (let at = 0; at < digits.length; at += 2) {
    for (let part = 0; part < 5; part += 1) {
      elements += `${DIGITS[Number(digits[at])]?.[part]}${DIGITS[Number(digits[at + 1])]?.[part]}`;
    }
  }
  return Array.from(`${elements}wnn`, (width, index) =>
    (index % 2 === 0 ? '1' : '0').repeat(width === 'w' ? 3 : 1),
  ).join('');
}

/** The bars along the paper: one raster row for each module, 7 bytes (52 dots) across. */
export function itfRows(digits: string): Buffer {
  const bar = Buffer.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xf0);
  return Buffer.concat(Array.from(itfModules(digits), (module) => (module === '1' ? bar : Buffer.alloc(7))));
}

/** `GS v 0` doubled in both directions. */
export function rasterDoubled(rows: Buffer): Buffer {
  const height = rows.length / 7;
  return bytes(Buffer.of(0x1d, 0x76, 0x30, 3, 7, 0, height & 0xff, height >> 8), rows);
}

/** `GS 8 L` stored with 2×2 dots, then printed. */
export function graphicsDoubled(rows: Buffer): Buffer {
  const height = rows.length / 7;
  const length = rows.length + 10;
  return bytes(
    Buffer.of(0x1d, 0x38, 0x4c, length & 0xff, length >> 8, 0, 0),
    Buffer.of(48, 112, 48, 2, 2, 49, 52, 0, height & 0xff, height >> 8),
    rows,
    Buffer.of(0x1d, 0x28, 0x4c, 2, 0, 48, 50),
  );
}
