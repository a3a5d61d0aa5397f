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
import { dialects } from '../status/dialects.ts';
import { type TypesetItem, typeset } from '../typeset.ts';
import { encodeLine, toCodePage } from './code-page.ts';
import { type Bytes, lineEnd } from './commands.ts';
import { endOfPaper, type Language, languages } from './languages.ts';
import { doubledPicture, rowsInOneBlock } from './picture.ts';
import { qrBytes } from './qr.ts';

/** A line feed is at least this high on every printer (1/8 inch). */
const LOWEST_LINE_DOTS = 24;
const QUIET_LINES = Math.ceil(QUIET_ZONE_DOTS / LOWEST_LINE_DOTS);
/** Native QR symbols bring no quiet zone; a line is more than the 20 dots that readers need. */
const QR_QUIET_LINES = 1;

/** A whole document as the bytes of one print job. */
export function encodeDocument(document: PrintDocument, profile: PrinterProfile): Uint8Array {
  const language = languages[profile.language];
  const writer = new StyledWriter(language);
  writer.write(language.initialize);
  writer.write(dialects[profile.status].setUp);
  writer.write(language.selectCodePage(profile.codePage.index));
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
      writer.feed(QUIET_LINES);
      writer.write(barcode(item.digits, profile));
      writer.feed(QUIET_LINES);
      break;
    case 'qr':
      writer.align('center');
      writer.feed(QR_QUIET_LINES);
      writer.write(qrBytes(item.text, profile));
      writer.feed(QR_QUIET_LINES);
      break;
    case 'logo':
      writer.align('center');
      writer.write(logo(item, profile));
      break;
    case 'feed':
      writer.feed(item.lines);
      break;
    case 'cut':
      writer.write(endOfPaper(profile));
      break;
  }
}

/**
 * Rows of white and full bars hold no byte that a printer could take for a real-time command (DLE), which arbitrary
 * pictures do.
 */
function barcode(digits: string, { graphics }: PrinterProfile): Bytes {
  const width = STRIP_DOTS / MODULE_DOTS;
  return cutInsideSpaces(barcodeModules(digits), rowsInOneBlock(width, graphics)).flatMap((chunk) =>
    doubledPicture({ width, rows: stripRows(chunk) }, graphics),
  );
}

function logo(block: LogoBlock, { graphics }: PrinterProfile): Bytes {
  return doubledPicture({ width: block.width, rows: logoRows(block) }, graphics);
}

/** Collects bytes and sends a style command only where the style changes: at 9600 baud each byte is a millisecond. */
class StyledWriter {
  readonly #bytes: number[] = [];
  readonly #language: Language;
  #align: Align = 'left';
  #bold = false;
  #size: TextSize = 'normal';

  constructor(language: Language) {
    this.#language = language;
  }

  feed(lines: number): void {
    if (lines > 0) this.write(this.#language.feedLines(lines));
  }

  write(bytes: Iterable<number>): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  writeLine(line: Extract<TypesetItem, { kind: 'line' }>): void {
    if (line.text !== '') this.#applyStyle(line);
    this.write(encodeLine(line.text));
    this.write(lineEnd);
  }

  align(side: Align): void {
    if (side === this.#align) return;
    this.#align = side;
    this.write(this.#language.align(side));
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #applyStyle(line: Extract<TypesetItem, { kind: 'line' }>): void {
    this.align(line.align);
    if (line.bold !== this.#bold) {
      this.#bold = line.bold;
      this.write(this.#language.bold(line.bold));
    }
    if (line.size !== this.#size) {
      this.#size = line.size;
      this.write(this.#language.textSize(line.size));
    }
  }
}
