import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { decodePaper } from '../../simulators/printer/decode-paper.ts';
import { PrinterEngine } from '../../simulators/printer/engine.ts';
import { decodeBarcodes } from '../../simulators/printer/zbar.ts';
import {
  bytes,
  CUT,
  graphicsDoubled,
  INIT,
  itfRows,
  type Part,
  qr,
  rasterDoubled,
} from './printer-document.ts';

const TYPED_BARCODE = '00193373700000001000500940144816060680935031';
const PIX =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4';
const CENTRE = Buffer.of(0x1b, 0x61, 1);
const RIGHT = Buffer.of(0x1b, 0x61, 2);
/** Blank length that every paper begins with: the way from head to cutter. */
const TOP = 110;

/** The inked part of a picture. */
function inkBox(png: Buffer): { left: number; right: number; top: number; bottom: number; dots: number } {
  const { width, height, data } = PNG.sync.read(png);
  const box = { left: width, right: -1, top: height, bottom: -1, dots: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * 4] !== 0) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      box.dots += 1;
    }
  }
  return box;
}

function print(...parts: readonly Part[]): ReturnType<typeof decodePaper> {
  return decodePaper(bytes(INIT, ...parts, CUT));
}

describe('text', () => {
  it('reads code page 850 with Portuguese accents', () => {
    const paper = print('Ação: não é CONCEIÇÃO ÀÉÍÓÚÜ õ ª º §\n');
    expect(paper).toMatchObject({ unknown: [], strayControls: [], overflows: [] });
    expect(paper.text).toBe('Ação: não é CONCEIÇÃO ÀÉÍÓÚÜ õ ª º §');
  });

  it('draws another glyph for an accented letter than for the plain one', () => {
    expect(inkBox(print('ã\n').png).top).toBeLessThan(inkBox(print('a\n').png).top);
    expect(inkBox(print('ç\n').png).bottom).toBeGreaterThan(inkBox(print('c\n').png).bottom);
  });

  it.each([
    ['80mm', 576, 48],
    ['58mm', 384, 32],
  ] as const)('wraps at the width of %s paper', (paperWidth, width, columns) => {
    const paper = decodePaper(bytes(INIT, 'M'.repeat(columns + 1), '\n', CUT), { paperWidth });
    expect(paper.text.split('\n').map((line) => line.length)).toEqual([columns, 1]);
    expect(paper.width).toBe(width);
    expect(paper.overflows).toEqual([]);
  });

  it('has 64 columns in font B', () => {
    const paper = print(Buffer.of(0x1b, 0x4d, 1), 'M'.repeat(65), '\n');
    expect(paper.text.split('\n').map((line) => line.length)).toEqual([64, 1]);
  });

  it('aligns to the centre and to the right', () => {
    const centred = inkBox(print(CENTRE, '█\n').png);
    expect(centred).toMatchObject({ left: 282, right: 293 });
    expect(inkBox(print(RIGHT, '█\n').png)).toMatchObject({ left: 564, right: 575 });
  });

  it('makes characters wider and taller, and stands mixed heights on one base line', () => {
    expect(inkBox(print(Buffer.of(0x1d, 0x21, 0x21), '█\n').png)).toMatchObject({
      left: 0,
      right: 35,
      top: TOP,
      bottom: TOP + 47,
    });
    const mixed = inkBox(print('█', Buffer.of(0x1d, 0x21, 0x01), '█\n').png);
    expect(mixed).toMatchObject({ top: TOP, bottom: TOP + 47, dots: 12 * 24 + 12 * 48 });
  });

  it('sets bold, underlined and inverse characters', () => {
    const plain = inkBox(print('l\n').png).dots;
    expect(inkBox(print(Buffer.of(0x1b, 0x45, 1), 'l\n').png).dots).toBeGreaterThan(plain);
    expect(inkBox(print(Buffer.of(0x1b, 0x2d, 1), 'l\n').png).dots).toBe(plain + 12);
    expect(inkBox(print(Buffer.of(0x1d, 0x42, 1), 'l\n').png).dots).toBe(12 * 24 - plain);
  });

  it('feeds by lines and by dots', () => {
    const lines = Buffer.of(0x1b, 0x64, 3);
    const dots = Buffer.of(0x1b, 0x4a, 7);
    expect(inkBox(print(lines, dots, '█\n').png).top).toBe(TOP + 3 * 30 + 7);
    expect(inkBox(print(Buffer.of(0x1b, 0x33, 50), '\n█\n').png).top).toBe(TOP + 50);
  });

  it('forgets the code page at ESC @', () => {
    expect(print(Buffer.of(0x1b, 0x40), 'ã\n').text).not.toBe('ã');
  });
});

describe('what the printer would not obey', () => {
  it('tells of unknown commands and goes on after them', () => {
    const paper = print(Buffer.of(0x1b, 0x7a), 'ok\n');
    expect(paper).toMatchObject({ unknown: ['1B 7A'], text: 'ok' });
  });

  it('tells of control bytes within text', () => {
    expect(print('a', Buffer.of(0x07), 'b\n')).toMatchObject({ strayControls: [0x07], text: 'ab' });
  });

  it('tells of commands in mid-line that only work at its start', () => {
    expect(print('a', CENTRE, 'b\n').unknown).toEqual(['ESC a in mid-line']);
    expect(print('a', rasterDoubled(Buffer.alloc(7)), '\n').unknown).toEqual(['GS v 0 in mid-line']);
  });

  it('tells of a command cut short by the end of the bytes', () => {
    expect(decodePaper(bytes(INIT, Buffer.of(0x1d, 0x56, 66))).unknown).toHaveLength(1);
  });

  it('drops raster ink beside the paper and tells of it', () => {
    const wide = Buffer.of(0x1d, 0x76, 0x30, 0, 73, 0, 1, 0);
    const paper = print(wide, Buffer.alloc(73, 0xff));
    expect(paper.overflows).toHaveLength(1);
    expect(inkBox(paper.png)).toMatchObject({ left: 0, right: 575, dots: 576 });
  });

  it('leaves out the native 44-digit barcode, which is 721 dots long', () => {
    const native = bytes(Buffer.of(0x1d, 0x77, 2, 0x1d, 0x6b, 70, 44), TYPED_BARCODE);
    expect(print(native, '\n')).toMatchObject({
      overflows: [{ what: `[ITF: ${TYPED_BARCODE}]` }],
      text: '',
    });
  });
});

describe('any bytes', () => {
  const prefix = fc.constantFrom(
    0x1b,
    0x1d,
    0x10,
    0x0a,
    0x28,
    0x6b,
    0x4c,
    0x76,
    0x30,
    0x40,
    0x61,
    0x00,
    0x01,
  );
  const stream = fc
    .array(fc.oneof(prefix, fc.integer({ min: 0, max: 255 })), { maxLength: 200 })
    .map((values) => Buffer.from(values));

  function told(engine: PrinterEngine): unknown {
    const { unknown, strayControls, overflows, waiting, unfinished } = engine;
    return { unknown, strayControls, overflows, waiting, text: unfinished?.text };
  }

  it('make the same paper in one piece or byte by byte', () => {
    fc.assert(
      fc.property(stream, (sent) => {
        const events = { paper: () => undefined, reply: () => undefined };
        const whole = new PrinterEngine(events);
        const pieces = new PrinterEngine(events);
        whole.receive(sent);
        for (const byte of sent) pieces.receive(Buffer.of(byte));
        expect(told(pieces)).toEqual(told(whole));
      }),
    );
  });
});

describe('cutting', () => {
  it('leaves what lies between head and cutter to the next paper, unless fed', () => {
    const paper = decodePaper(
      bytes(INIT, 'um\n', Buffer.alloc(5, 0x0a), 'dois\n', Buffer.of(0x1d, 0x56, 0), 'três\n', CUT),
    );
    expect(paper.papers.map(({ text }) => text.trim())).toEqual(['um', 'dois\ntrês']);
  });

  it('makes one paper for each cut with the bytes that made it', () => {
    const one = bytes(INIT, 'um\n', CUT);
    const two = bytes('dois\n', CUT);
    const { papers } = decodePaper(bytes(one, two));
    expect(papers.map(({ text }) => text)).toEqual(['um', 'dois']);
    expect(papers.map((paper) => paper.bytes)).toEqual([one, two]);
  });

  it('shows what was printed and never cut', () => {
    expect(decodePaper(bytes(INIT, 'sem corte\n')).text).toBe('sem corte');
  });
});

describe('symbols', () => {
  it('prints a QR that a decoder reads', async () => {
    const paper = print(CENTRE, qr(PIX, 6));
    expect(paper).toMatchObject({ text: `[QR: ${PIX}]`, unknown: [], overflows: [] });
    expect(await decodeBarcodes(paper.png)).toEqual([{ type: 'QR-Code', data: PIX }]);
  });

  it.each([
    // Whole bytes only: 56 dots, doubled.
    ['GS v 0, doubled', rasterDoubled, '[imagem 112x810]'],
    ['GS 8 L, 2×2', graphicsDoubled, '[imagem 104x810]'],
  ])('prints the 44-digit strip along the paper by %s', async (_, command, text) => {
    const paper = print(command(itfRows(TYPED_BARCODE)));
    expect(paper).toMatchObject({ text, unknown: [], overflows: [] });
    expect(inkBox(paper.png)).toMatchObject({ left: 0, right: 103, top: TOP, bottom: TOP + 809 });
    expect(await decodeBarcodes(paper.png)).toEqual([{ type: 'I2/5', data: TYPED_BARCODE }]);
  });

  it('draws a native ITF with its legend', async () => {
    const native = bytes(
      Buffer.of(0x1d, 0x48, 2, 0x1d, 0x68, 80, 0x1d, 0x77, 2, 0x1d, 0x6b, 70, 12),
      '123456789012',
    );
    const paper = print(native);
    expect(paper.text).toBe('[ITF: 123456789012]\n123456789012');
    expect(await decodeBarcodes(paper.png)).toEqual([{ type: 'I2/5', data: '123456789012' }]);
  });

  it('finds nothing on a paper of text', async () => {
    expect(await decodeBarcodes(print('nada aqui\n').png)).toEqual([]);
  });
});
