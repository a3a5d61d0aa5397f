import type { PrinterProfile } from '../printer-profile.ts';
import { type Bytes, LARGEST_PICTURE_BYTES, rasterGraphics, storedGraphics } from './commands.ts';

/** A black and white picture: rows of whole bytes, the leftmost dot in the highest bit. */
export interface Picture {
  /** Dots across, which need not fill the last byte of a row. */
  readonly width: number;
  readonly rows: Uint8Array;
}

type Graphics = PrinterProfile['graphics'];

/** The height of one raster block that every printer takes. */
const LONGEST_RASTER_ROWS = 255;
const ENQ = 0x05;
/** ENQ with one more dot. */
const THICKENED = 0x07;

/**
 * How many rows of a picture that comes out doubled go into one block. Where two blocks meet the paper may have
 * stopped, so that what lies across the seam grows.
 */
export function rowsInOneBlock(width: number, graphics: Graphics): number {
  switch (graphics) {
    case 'stored':
      return Number.POSITIVE_INFINITY;
    case 'raster-doubled':
      return rasterRows(width);
    case 'raster':
      return Math.floor(rasterRows(2 * width) / 2);
  }
}

/** A picture that comes out at twice its size both ways, whoever doubles it. */
export function doubledPicture(picture: Picture, graphics: Graphics): Bytes {
  const { width, rows } = withoutEnquiry(picture);
  switch (graphics) {
    case 'stored':
      return storedGraphics(width, rows.length / bytesAcross(width), rows);
    case 'raster-doubled':
      return rasterBlocks({ width, rows }, true);
    case 'raster':
      return plainPicture(enlarged({ width, rows }));
  }
}

/** A picture dot by dot, which every printer has. */
export function plainPicture(picture: Picture): Bytes {
  return rasterBlocks(picture, false);
}

function rasterBlocks({ width, rows }: Picture, doubled: boolean): Bytes {
  const across = bytesAcross(width);
  const blockBytes = rasterRows(width) * across;
  const blocks: number[] = [];
  for (let start = 0; start < rows.length; start += blockBytes) {
    const block = rows.subarray(start, start + blockBytes);
    for (const byte of rasterGraphics(across, block.length / across, block, doubled)) blocks.push(byte);
  }
  return blocks;
}

function rasterRows(width: number): number {
  return Math.min(LONGEST_RASTER_ROWS, Math.floor(LARGEST_PICTURE_BYTES / bytesAcross(width)));
}

/** Some printers answer an ENQ even inside a picture, and that answer would be taken for another's. */
function withoutEnquiry({ width, rows }: Picture): Picture {
  return { width, rows: rows.map((byte) => (byte === ENQ ? THICKENED : byte)) };
}

function enlarged({ width, rows }: Picture): Picture {
  const across = bytesAcross(width);
  const wide = bytesAcross(2 * width);
  const height = rows.length / across;
  const large = new Uint8Array(wide * height * 2);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const byte = rows[y * across + (x >> 1)] ?? 0;
      const dots = spread(x % 2 === 0 ? byte >> 4 : byte & 0x0f);
      large[2 * y * wide + x] = dots;
      large[(2 * y + 1) * wide + x] = dots;
    }
  }
  return { width: 2 * width, rows: large };
}

/** Four dots as eight. */
function spread(dots: number): number {
  return [8, 4, 2, 1].reduce((byte, bit) => (byte << 2) | (dots & bit ? 0b11 : 0), 0);
}

function bytesAcross(width: number): number {
  return Math.ceil(width / 8);
}
