import iconv from 'iconv-lite';
import { type Cell, cellHeight, cellWidth, inkOf, plainStyle, type Style } from './cell.ts';
import type { Sheet } from './sheet.ts';
import type { DotImage } from './symbols.ts';

/** Dots of one line at power-on and after `ESC 2`. */
const DEFAULT_LINE_SPACING = 30;
const TAB_COLUMNS = 8;

/** Code pages of `ESC t n`. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  0: 'cp437',
  2: 'cp850',
  3: 'cp860',
  16: 'win1252',
  19: 'cp858',
};

/** Sets characters and pictures onto a sheet: the print buffer of one line, alignment, wrapping and feeding. */
export class Typesetter {
  readonly style: Style = plainStyle();
  align: 'left' | 'centre' | 'right' = 'left';
  /** Dots from one line to the next. */
  lineSpacing = DEFAULT_LINE_SPACING;
  leftMargin = 0;
  #areaWidth: number;
  #cells: Cell[] = [];
  #x = 0;
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#areaWidth = sheet.width;
  }

  /** Whether no character waits to be printed. */
  get atLineStart(): boolean {
    return this.#cells.length === 0;
  }

  /** Width of the print area in dots: as set, but no wider than the paper right of the margin. */
  get areaWidth(): number {
    return Math.min(this.#areaWidth, this.#sheet.width - this.leftMargin);
  }

  set areaWidth(dots: number) {
    this.#areaWidth = dots;
  }

  /** Everything as at power-on; characters not printed yet are lost. */
  reset(): void {
    Object.assign(this.style, plainStyle());
    this.align = 'left';
    this.lineSpacing = DEFAULT_LINE_SPACING;
    this.leftMargin = 0;
    this.#areaWidth = this.#sheet.width;
    this.clearLine();
  }

  /** Forgets characters that wait for their line feed. */
  clearLine(): void {
    this.#cells = [];
    this.#x = 0;
  }

  resetLineSpacing(): void {
    this.lineSpacing = DEFAULT_LINE_SPACING;
  }

  /** `ESC t n`; false when the printer has no such page. */
  selectCodePage(page: number): boolean {
    const name = CODE_PAGES[page];
    if (name) this.style.codePage = name;
    return name !== undefined;
  }

  /** Sets characters, printing each line that is full. */
  text(bytes: Buffer): void {
    for (const character of iconv.decode(bytes, this.style.codePage)) {
      if (this.#x + cellWidth(this.style) > this.areaWidth && !this.atLineStart) this.lineFeed();
      this.#cells.push({ ...this.style, character, x: this.#x });
      this.#x += cellWidth(this.style);
    }
  }

  tab(): void {
    const column = Math.floor(this.#x / cellWidth(this.style));
    const spaces = TAB_COLUMNS - (column % TAB_COLUMNS);
    this.text(Buffer.alloc(spaces, 0x20));
  }

  /** Where the next character goes, in dots from the area's left; beyond the area it is ignored. */
  moveTo(dots: number): void {
    if (dots < this.areaWidth) this.#x = dots;
  }

  /** Prints the line and feeds to the next. */
  lineFeed(): void {
    if (this.atLineStart) this.#sheet.note('');
    this.feed(this.lineSpacing);
  }

  /** Prints the line, if any, and feeds by this many dots (at least past the line). */
  feed(dots: number): void {
    const height = this.#printLine();
    this.#sheet.feed(Math.max(dots, height));
  }

  /** Prints a picture at the line's start and feeds past it. */
  picture(image: DotImage, text: string): void {
    this.#draw(image, text);
    this.#sheet.note(text);
    this.#sheet.feed(image.height);
  }

  /** A symbol that the printer leaves out when it is wider than the print area. */
  symbol(image: DotImage, text: string): void {
    if (image.width > this.areaWidth) this.#sheet.overflow(text);
    else this.picture(image, text);
  }

  #offset(width: number): number {
    const room = Math.max(0, this.areaWidth - width);
    const share = { left: 0, centre: room >> 1, right: room }[this.align];
    return this.leftMargin + share;
  }

  #draw(image: DotImage, what: string): void {
    const left = this.#offset(image.width);
    for (let y = 0; y < image.height; y += 1) {
      for (let x = 0; x < image.width; x += 1) {
        if (image.inkAt(x, y)) this.#sheet.ink(left + x, y, what);
      }
    }
  }

  /** Draws the waiting characters on one base line; their height in dots, 0 when there are none. */
  #printLine(): number {
    const height = Math.max(0, ...this.#cells.map(cellHeight));
    const left = this.#offset(this.#x);
    for (const cell of this.#cells) this.#drawCell(cell, left + cell.x, height - cellHeight(cell));
    if (!this.atLineStart)
      this.#sheet.note(
        this.#cells
          .map((cell) => cell.character)
          .join('')
          .trimEnd(),
      );
    this.clearLine();
    return height;
  }

  #drawCell(cell: Cell, left: number, top: number): void {
    for (const { x, y } of inkOf(cell)) this.#sheet.ink(left + x, top + y, cell.character);
  }
}
