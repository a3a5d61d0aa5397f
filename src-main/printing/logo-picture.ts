import { PNG } from 'pngjs';
import { failure, type Result, success } from '../domain/result.ts';
import { LOGO_HIGHEST_DOTS, LOGO_WIDEST_DOTS, type LogoBlock } from './logo.ts';

/** Why a picture cannot be a logo on paper. */
export type LogoPictureProblem = 'not-png' | 'too-large' | 'blank';

/** 2048 × 512, say. A small file can unpack to gigabytes, and a slow machine takes seconds for more. */
const MOST_PIXELS = 2 ** 20;

/** What the thread is given. */
export interface LogoJob {
  readonly png: Uint8Array;
  /** Dots across before doubling, a multiple of 8. */
  readonly widest: number;
}

const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Where a PNG's header tells width and height. */
const WIDTH_AT = 16;
const HEIGHT_AT = 20;
const HEADER_BYTES = 24;
/** Lighter than the middle, so that orange and sky blue are ink as well. */
const INK_BELOW = 170;
const WHITE = 255;

/**
 * Makes a logo for paper of a PNG: on white, without its blank margins, made smaller where it is too large, and every
 * dot black or white by its darkness.
 * @param widest dots across before doubling, a multiple of 8
 */
export function logoFromPng(png: Buffer, widest = LOGO_WIDEST_DOTS): Result<LogoBlock, LogoPictureProblem> {
  if (png.length < HEADER_BYTES || !png.subarray(0, 8).equals(PNG_SIGNATURE)) return failure('not-png');
  if (png.readUInt32BE(WIDTH_AT) * png.readUInt32BE(HEIGHT_AT) > MOST_PIXELS) return failure('too-large');
  const picture = decode(png);
  if (!picture) return failure('not-png');
  const inked = inkedPart(picture);
  return inked ? success(toBlock(inked, widest)) : failure('blank');
}

/** A part of a picture. */
interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** 0 black to 255 white. */
  greyAt(x: number, y: number): number;
}

function decode(png: Buffer): GreyPicture | undefined {
  try {
    const { width, height, data } = PNG.sync.read(png);
    return { width, height, greyAt: (x, y) => greyOnWhite(data, (y * width + x) * 4) };
  } catch {
    return undefined;
  }
}

/** Luma by ITU-R BT.601, laid on white paper. */
function greyOnWhite(data: Buffer, offset: number): number {
  const alpha = data.readUInt8(offset + 3);
  const grey =
    0.299 * data.readUInt8(offset) + 0.587 * data.readUInt8(offset + 1) + 0.114 * data.readUInt8(offset + 2);
  return WHITE + ((grey - WHITE) * alpha) / 255;
}

function inkedPart(picture: GreyPicture): GreyPicture | undefined {
  let [left, top, right, bottom] = [picture.width, picture.height, -1, -1];
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      if (picture.greyAt(x, y) >= INK_BELOW) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < 0) return undefined;
  return {
    width: right - left + 1,
    height: bottom - top + 1,
    greyAt: (x, y) => picture.greyAt(left + x, top + y),
  };
}

function toBlock(picture: GreyPicture, widest: number): LogoBlock {
  const shrink = Math.max(1, picture.width / widest, picture.height / LOGO_HIGHEST_DOTS);
  const [dotsAcross, height] = [picture.width, picture.height].map((side) =>
    Math.max(1, Math.round(side / shrink)),
  ) as [number, number];
  const rowBytes = Math.ceil(dotsAcross / 8);
  const margin = Math.floor((rowBytes * 8 - dotsAcross) / 2);
  const dots = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < dotsAcross; x += 1) {
      if (meanGrey(picture, x * shrink, y * shrink, shrink) >= INK_BELOW) continue;
      const at = margin + x;
      const index = y * rowBytes + (at >> 3);
      dots[index] = (dots[index] ?? 0) | (0x80 >> (at & 7));
    }
  }
  return { kind: 'logo', width: rowBytes * 8, height, dots: dots.toString('base64') };
}

/** Of the pixels that one dot stands for. */
function meanGrey(picture: GreyPicture, fromX: number, fromY: number, side: number): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(fromY); y < Math.min(picture.height, fromY + side); y += 1) {
    for (let x = Math.floor(fromX); x < Math.min(picture.width, fromX + side); x += 1) {
      sum += picture.greyAt(x, y);
      count += 1;
    }
  }
  return count === 0 ? WHITE : sum / count;
}
