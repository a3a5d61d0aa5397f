import { create } from 'qrcode';
import { barcodeModules, MODULE_DOTS, QUIET_ZONE_DOTS, STRIP_DOTS } from '../barcode-strip.ts';
import { toCodePage } from '../escpos/code-page.ts';
import type { PrintDocument, TextSize } from '../layout.ts';
import { LOGO_SCALE, type LogoBlock, logoRows } from '../logo.ts';
import { qrModuleDots } from '../qr-size.ts';
import { type TypesetItem, typeset } from '../typeset.ts';
import { GLYPH_HEIGHT, GLYPH_WIDTH, isInk } from './font.ts';
import { PaperCanvas, type Stamp, scaled } from './paper-canvas.ts';

export interface PicturePaper {
  /** Printable dots across the paper. */
  readonly dots: number;
  /** Characters of normal size on a line. */
  readonly columns: number;
}

type Line = Extract<TypesetItem, { kind: 'line' }>;

/** From one line to the next, as printers feed at power-on. */
const LINE_DOTS = 30;
const QUIET_LINES = Math.ceil(QUIET_ZONE_DOTS / LINE_DOTS);
/** White above the first and below the last line. */
const MARGIN_DOTS = 24;

const scales: Readonly<Record<TextSize, readonly [across: number, down: number]>> = {
  normal: [1, 1],
  tall: [1, 2],
  wide: [2, 1],
  large: [2, 2],
};

/** What a printer makes of a document, one PNG for each paper that it cuts, one pixel a dot (203 dpi). */
export function renderPictures(document: PrintDocument, paper: PicturePaper): Buffer[] {
  const papers: PaperCanvas[] = [];
  let canvas = new PaperCanvas(paper.dots);
  for (const item of typeset(document, { columns: paper.columns, prepare: toCodePage })) {
    if (canvas.isBlank) canvas.feed(MARGIN_DOTS);
    if (item.kind === 'cut') {
      papers.push(canvas);
      canvas = new PaperCanvas(paper.dots);
    } else {
      draw(canvas, item, paper);
    }
  }
  if (!canvas.isBlank) papers.push(canvas);
  return papers.map((each) => {
    each.feed(MARGIN_DOTS);
    return each.toPng();
  });
}

function draw(canvas: PaperCanvas, item: Exclude<TypesetItem, { kind: 'cut' }>, paper: PicturePaper): void {
  switch (item.kind) {
    case 'line':
      drawLine(canvas, item, Math.floor(paper.dots / paper.columns));
      break;
    case 'barcode':
      drawApart(canvas, barcodeStamp(item.digits), QUIET_LINES);
      break;
    case 'qr':
      drawApart(canvas, qrStamp(item.text, paper.dots), 1);
      break;
    case 'logo':
      canvas.put(logoStamp(item), 'center');
      break;
    case 'feed':
      canvas.feed(item.lines * LINE_DOTS);
      break;
  }
}

function drawApart(canvas: PaperCanvas, stamp: Stamp, quietLines: number): void {
  canvas.feed(quietLines * LINE_DOTS);
  canvas.put(stamp, 'center');
  canvas.feed(quietLines * LINE_DOTS);
}

function drawLine(canvas: PaperCanvas, line: Line, cellDots: number): void {
  const stamp = scaled(textStamp(line, cellDots), ...scales[line.size]);
  canvas.put(stamp, line.align);
  canvas.feed(Math.max(0, LINE_DOTS - stamp.height));
}

function textStamp({ text, bold }: Line, cellDots: number): Stamp {
  const characters = [...text];
  return {
    width: characters.length * cellDots,
    height: GLYPH_HEIGHT,
    isInk(x, y) {
      const column = x % cellDots;
      const character = characters[Math.floor(x / cellDots)] ?? ' ';
      return column < GLYPH_WIDTH && isInk(character, column, y, bold);
    },
  };
}

/** The bars lie across the paper, so that the code runs along it. */
function barcodeStamp(digits: string): Stamp {
  const modules = barcodeModules(digits);
  return {
    width: STRIP_DOTS,
    height: modules.length * MODULE_DOTS,
    isInk: (_, y) => modules[Math.floor(y / MODULE_DOTS)] === '1',
  };
}

function qrStamp(text: string, paperDots: number): Stamp {
  const data = new TextEncoder().encode(text);
  const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const symbol: Stamp = { width: size, height: size, isInk: (x, y) => modules.data[y * size + x] === 1 };
  const moduleDots = qrModuleDots(data, paperDots);
  return scaled(symbol, moduleDots, moduleDots);
}

function logoStamp(block: LogoBlock): Stamp {
  const rows = logoRows(block);
  const rowBytes = block.width / 8;
  const logo: Stamp = {
    width: block.width,
    height: block.height,
    isInk: (x, y) => ((rows[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0,
  };
  return scaled(logo, LOGO_SCALE, LOGO_SCALE);
}
