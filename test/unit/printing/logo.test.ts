import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { encodeDocument } from '../../../src-main/printing/escpos/encode.ts';
import { printDocumentSchema } from '../../../src-main/printing/layout.ts';
import { isLogoBlock, type LogoBlock, logoRows } from '../../../src-main/printing/logo.ts';
import { logoFromPng } from '../../../src-main/printing/logo-picture.ts';
import { genericProfile } from '../../../src-main/printing/printer-profile.ts';
import { decodePaper } from '../../simulators/printer/decode-paper.ts';

/** A picture, transparent but for what `ink` colours. */
function pngOf(width: number, height: number, ink: (x: number, y: number) => number | undefined): Buffer {
  const png = new PNG({ width, height });
  for (let index = 0; index < width * height; index += 1) {
    const grey = ink(index % width, Math.floor(index / width));
    png.data.set(grey === undefined ? [0, 0, 0, 0] : [grey, grey, grey, 255], index * 4);
  }
  return PNG.sync.write(png);
}

function logoOf(png: Buffer): LogoBlock {
  const logo = logoFromPng(png);
  if (!logo.ok) throw new Error(logo.error);
  return logo.value;
}

describe('logoFromPng', () => {
  it('leaves the margins out, takes transparent for white and fills rows to whole bytes', () => {
    const frame = pngOf(40, 30, (x, y) => (x >= 10 && x < 16 && y >= 5 && y < 8 ? 0 : undefined));
    expect(logoOf(frame)).toEqual({
      kind: 'logo',
      width: 8,
      height: 3,
      dots: Buffer.of(0x7e, 0x7e, 0x7e).toString('base64'),
    });
  });

  it('makes a large picture smaller and keeps its proportions', () => {
    const { width, height, dots } = logoOf(pngOf(800, 200, () => 40));
    expect({ width, height }).toEqual({ width: 192, height: 48 });
    expect(Buffer.from(dots, 'base64').every((byte) => byte === 0xff)).toBe(true);
  });

  it.each([
    ['white', pngOf(20, 20, () => 255), 'blank'],
    ['no PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-png'],
    ['cut short', pngOf(20, 20, () => 0).subarray(0, 40), 'not-png'],
    ['a bomb', hugePng(), 'too-large'],
  ])('refuses a picture that is %s', (_, png, problem) => {
    expect(logoFromPng(png)).toEqual({ ok: false, error: problem });
  });
});

/** Claims to be a billion pixels. */
function hugePng(): Buffer {
  const png = pngOf(8, 8, () => 0);
  png.writeUInt32BE(32_768, 16);
  png.writeUInt32BE(32_768, 20);
  return png;
}

describe('a logo on paper', () => {
  it.each(['80mm', '58mm'] as const)('comes out doubled, in the middle of %s paper', (paper) => {
    const profile = genericProfile(paper);
    const logo = logoOf(pngOf(96, 32, () => 0));
    const printed = decodePaper(encodeDocument({ blocks: [logo] }, profile), { paperWidth: paper });
    expect(printed).toMatchObject({ unknown: [], strayControls: [], overflows: [] });
    const { data } = PNG.sync.read(printed.png);
    const ink = Array.from({ length: printed.width * printed.height }, (_, index) => index).filter(
      (index) => data[index * 4] === 0,
    );
    const columns = ink.map((index) => index % printed.width);
    expect(ink).toHaveLength(192 * 64);
    expect(Math.min(...columns)).toBe((profile.dots - 192) / 2);
    expect(Math.max(...columns)).toBe((profile.dots + 192) / 2 - 1);
  });

  it('carries nothing that a printer takes for a request', () => {
    const dots = Buffer.of(0x10, 0x04, 0x10, 0x05, 0x10, 0x14, 0x10, 0x01).toString('base64');
    const rows = logoRows({ kind: 'logo', width: 8, height: 8, dots });
    expect([...rows]).toEqual([0x18, 0x04, 0x18, 0x05, 0x18, 0x14, 0x10, 0x01]);
  });

  it('is kept only with as many dots as its size says', () => {
    const logo = logoOf(pngOf(16, 16, () => 0));
    expect(printDocumentSchema.parse(JSON.parse(JSON.stringify({ blocks: [logo] })))).toEqual({
      blocks: [logo],
    });
    expect(isLogoBlock({ ...logo, height: 15 })).toBe(false);
    for (const wrong of [
      { ...logo, height: 15 },
      { ...logo, width: 200 },
      { ...logo, dots: '***' },
    ]) {
      expect(printDocumentSchema.safeParse({ blocks: [wrong] }).success).toBe(false);
    }
  });
});
