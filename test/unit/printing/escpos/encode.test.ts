import { describe, expect, it } from 'vitest';
import { encodeDocument } from '../../../../src-main/printing/escpos/encode.ts';
import type { Block } from '../../../../src-main/printing/layout.ts';
import {
  genericProfile,
  type PrinterProfile,
  profileOf,
} from '../../../../src-main/printing/printer-profile.ts';

const wide = genericProfile('80mm');
const narrow = genericProfile('58mm');
const prologue = '1b40 1b7402';
const barcode: Block = { kind: 'barcode', digits: '34196166700000123451101234567880057123457000' };

function hexOf(blocks: readonly Block[], profile: PrinterProfile = wide): string {
  return Buffer.from(encodeDocument({ blocks }, profile)).toString('hex');
}

function hex(...parts: readonly string[]): string {
  return parts.join('').replaceAll(' ', '');
}

describe('encodeDocument', () => {
  it('resets the printer and chooses the code page first', () => {
    expect(hexOf([])).toBe(hex(prologue));
  });

  it('encodes text with its style, changing only what changes', () => {
    const blocks: Block[] = [
      { kind: 'text', text: 'Ã', align: 'center', bold: true, size: 'large' },
      { kind: 'text', text: 'B', align: 'center', bold: true },
      { kind: 'text', text: 'C' },
      { kind: 'text', text: 'D' },
    ];
    expect(hexOf(blocks)).toBe(
      hex(prologue, '1b6101 1b4501 1d2111 c7 0a', '1d2100 42 0a', '1b6100 1b4500 43 0a', '44 0a'),
    );
  });

  it('keeps commands hidden in text off the wire', () => {
    expect(hexOf([{ kind: 'text', text: '\x1b@\x1dV\x00A\x10\x04\x01' }])).toBe(
      hex(prologue, Buffer.from('@VA').toString('hex'), '0a'),
    );
  });

  it('draws a rule with half as many characters of double width', () => {
    expect(hexOf([{ kind: 'rule' }])).toBe(hex(prologue, '1d2110', 'c4'.repeat(24), '0a'));
  });

  it('stores the barcode and prints it in one motion, with two blank lines at both ends', () => {
    const bytes = hexOf([barcode]);
    expect(bytes).toContain(hex('1b6101 1b6402', '1d384c 1d0b0000 3070300202 31 3400 9501'));
    expect(bytes.endsWith(hex('1d284c02003032', '1b6402'))).toBe(true);
    expect(bytes.length / 2).toBe(5 + 3 + 3 + 17 + 405 * 7 + 7 + 3);
  });

  it('sends the barcode as doubled raster rows where nothing can be stored, in chunks of at most 255 rows', () => {
    const bytes = hexOf([barcode], narrow);
    const heads = [...bytes.matchAll(/1d763003 ?0700(..)(..)/g)].map((head) =>
      Number.parseInt(`${head[2]}${head[1]}`, 16),
    );
    expect(heads).toHaveLength(2);
    expect(heads.reduce((sum, rows) => sum + rows, 0)).toBe(405);
    expect(Math.max(...heads)).toBeLessThanOrEqual(255);
  });

  it('lets the printer draw the QR symbol', () => {
    expect(hexOf([{ kind: 'qr', text: 'é' }])).toBe(
      hex(
        prologue,
        '1b6101 0a',
        '1d286b0400 31413200',
        '1d286b0300 314306',
        '1d286b0300 314531',
        '1d286b0500 315030 c3a9',
        '1d286b0300 315130',
        '0a',
      ),
    );
  });

  it('cuts, or feeds to the tear bar', () => {
    expect(hexOf([{ kind: 'feed', lines: 3 }, { kind: 'cut' }])).toBe(hex(prologue, '1b6403 1d564200'));
    expect(hexOf([{ kind: 'cut' }], narrow)).toBe(hex(prologue, '1b6404'));
  });

  it('feeds to the cutter first where the cut does not, and has the presenter hand the paper out', () => {
    expect(hexOf([{ kind: 'cut' }], profileOf('custom-vkp80'))).toBe(hex(prologue, '1b6405 1b69 1d65030c'));
  });

  it.each([
    [
      'bematech-mp-4200',
      '1df92000 1b40 1b7402',
      '1b6101 1b45 1b57011b6401 41 0a',
      '1b6100 1b46 1b57001b6400 42 0a',
    ],
    ['daruma-dr800', '1b40 1b7402', '1b6a01 1b45 1b57011b7701 41 0a', '1b6a00 1b46 1b57001b7700 42 0a'],
  ] as const)('speaks the language of %s', (model, ...parts) => {
    const blocks: Block[] = [
      { kind: 'text', text: 'A', align: 'center', bold: true, size: 'large' },
      { kind: 'text', text: 'B' },
    ];
    expect(hexOf(blocks, profileOf(model))).toBe(hex(...parts));
  });

  it('sends no picture that holds a request to the printer', () => {
    const profile: PrinterProfile = { ...wide, qr: 'drawn', graphics: 'raster-doubled' };
    for (const text of ['12345', 'x'.repeat(212), 'ç'.repeat(900)]) {
      const [, rows = ''] = hexOf([{ kind: 'qr', text }], profile).split(/(?<=1d7630[0-9a-f]{10})/);
      const bytes = Buffer.from(rows, 'hex');
      expect([...bytes].filter((byte) => byte === 0x05 || byte === 0x10)).toEqual([]);
    }
  });
});
