import {
  barcodeModules,
  cutInsideSpaces,
  MODULE_DOTS,
  QUIET_ZONE_DOTS,
  STRIP_DOTS,
  stripRows,
} from '../barcode-strip.ts';
import type { Align, PrintDocument, TextSize } from '../layout.ts';
import { type LogoBlock, logoRows } from '../logo.ts';
import type { PrinterProfile } from '../printer-profile.ts';
import { qrModuleDots } from '../qr-size.ts';
import { type TypesetItem, typeset } from '../typeset.ts';
import { encodeLine, toCodePage } from './code-page.ts';
import * as command from './commands.ts';

/** A line feed is at least this high on every printer (1/8 inch). */
const LOWEST_LINE_DOTS = 24;
const QUIET_LINES = Math.ceil(QUIET_ZONE_DOTS / LOWEST_LINE_DOTS);
/** Native QR symbols bring no quiet zone; a line is more than the 20 dots that readers need. */
const QR_QUIET_LINES = 1;
/** From the print head to the tear bar. */
const TEAR_OFF_LINES = 4;
/** The height of one raster block that every printer takes. */
const LONGEST_RASTER_ROWS = 255;

/** A whole document as the bytes of one print job. */
export function encodeDocument(document: PrintDocument, profile: PrinterProfile): Uint8Array {
  const writer = new StyledWriter();
  writer.write(command.initialize);
  writer.write(command.selectCodePage(profile.codePage.index));
  for (const item of typeset(document, { columns: profile.columns, prepare: toCodePage })) {
    writeItem(writer, item, profile);
  }
  return writer.bytes();
}

function writeItem(writer: StyledWriter, item: TypesetItem, profile: PrinterProfile): void {
  switch (item.kind) {
    case 'line':
      writer.writeLine(item);
      break;
    case 'barcode':
      writer.align('center');
      writer.write(command.feedLines(QUIET_LINES));
      writer.write(barcode(item.digits, profile));
      writer.write(command.feedLines(QUIET_LINES));
      break;
    case 'qr':
      writer.align('center');
      writer.write(command.feedLines(QR_QUIET_LINES));
      writer.write(qr(item.text, profile));
      writer.write(command.feedLines(QR_QUIET_LINES));
      break;
    case 'logo':
      writer.align('center');
      writer.write(logo(item, profile));
      break;
    case 'feed':
      writer.write(command.feedLines(item.lines));
      break;
    case 'cut':
      writer.write(profile.cutter ? command.feedAndCut : command.feedLines(TEAR_OFF_LINES));
      break;
  }
}

/**
 * Rows of white and full bars hold no byte that a printer could take for a real-time command (DLE), which arbitrary
 * pictures do.
 */
function barcode(digits: string, profile: PrinterProfile): command.Bytes {
  const modules = barcodeModules(digits);
  const widthDots = STRIP_DOTS / MODULE_DOTS;
  if (profile.graphics === 'stored') {
    return command.storedGraphics(widthDots, modules.length, stripRows(modules));
  }
  return cutInsideSpaces(modules, LONGEST_RASTER_ROWS).flatMap((chunk) =>
    command.rasterGraphics(Math.ceil(widthDots / 8), chunk.length, stripRows(chunk)),
  );
}

/** A logo is no higher than one raster block. */
function logo(block: LogoBlock, profile: PrinterProfile): command.Bytes {
  const rows = logoRows(block);
  return profile.graphics === 'stored'
    ? command.storedGraphics(block.width, block.height, rows)
    : command.rasterGraphics(block.width / 8, block.height, rows);
}

function qr(text: string, profile: PrinterProfile): command.Bytes {
  const data = new TextEncoder().encode(text);
  return command.qrSymbol(data, qrModuleDots(data, profile.dots));
}

/** Collects bytes and sends a style command only where the style changes: at 9600 baud each byte is a millisecond. */
class StyledWriter {
  readonly #bytes: number[] = [];
  #align: Align = 'left';
  #bold = false;
  #size: TextSize = 'normal';

  write(bytes: Iterable<number>): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  writeLine(line: Extract<TypesetItem, { kind: 'line' }>): void {
    if (line.text !== '') this.#applyStyle(line);
    this.write(encodeLine(line.text));
    this.write(command.lineEnd);
  }

  align(side: Align): void {
    if (side === this.#align) return;
    this.#align = side;
    this.write(command.align(side));
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #applyStyle(line: Extract<TypesetItem, { kind: 'line' }>): void {
    this.align(line.align);
    if (line.bold !== this.#bold) {
      this.#bold = line.bold;
      this.write(command.bold(line.bold));
    }
    if (line.size !== this.#size) {
      this.#size = line.size;
      this.write(command.textSize(line.size));
    }
  }
}
