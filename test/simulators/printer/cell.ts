import { FONT_A, type Font } from './font/font.ts';

/** How the next characters look. Scales are whole factors of 1 to 8. */
export interface Style {
  font: Font;
  bold: boolean;
  /** Thickness in dots. */
  underline: 0 | 1 | 2;
  inverse: boolean;
  widthScale: number;
  heightScale: number;
  /** Blank dots to the right of each character. */
  spacing: number;
  codePage: string;
}

/** One character at its place in the line, `x` dots from the line's left. */
export interface Cell extends Readonly<Style> {
  readonly character: string;
  readonly x: number;
}

/** The style at power-on. */
export function plainStyle(): Style {
  return {
    font: FONT_A,
    bold: false,
    underline: 0,
    inverse: false,
    widthScale: 1,
    heightScale: 1,
    spacing: 0,
    codePage: 'cp437',
  };
}

/** Dots across, spacing included. */
export function cellWidth(style: Readonly<Style>): number {
  return (style.font.width + style.spacing) * style.widthScale;
}

/** Dots down. */
export function cellHeight(style: Readonly<Style>): number {
  return style.font.height * style.heightScale;
}

/** A dot of a cell, counted from its upper left corner. */
interface Dot {
  readonly x: number;
  readonly y: number;
}

/** By everything that tells one cell's looks from another's: tests print the same few characters very often. */
const inkByLooks = new Map<string, readonly Dot[]>();

/** The dots of a cell that have ink. */
export function inkOf(cell: Cell): readonly Dot[] {
  const { font, bold, underline, inverse, widthScale, heightScale, spacing, character } = cell;
  const looks = [font.width, bold, underline, inverse, widthScale, heightScale, spacing, character].join(' ');
  const known = inkByLooks.get(looks);
  if (known) return known;
  const dots: Dot[] = [];
  for (let y = 0; y < cellHeight(cell); y += 1) {
    for (let x = 0; x < cellWidth(cell); x += 1) {
      if (hasInk(cell, x, y)) dots.push({ x, y });
    }
  }
  inkByLooks.set(looks, dots);
  return dots;
}

function hasInk(cell: Cell, x: number, y: number): boolean {
  const column = Math.floor(x / cell.widthScale);
  const row = Math.floor(y / cell.heightScale);
  const inGlyph = column < cell.font.width;
  const glyph = inGlyph && cell.font.inkAt(cell.character, column, row);
  const thickened = cell.bold && inGlyph && column > 0 && cell.font.inkAt(cell.character, column - 1, row);
  if (cell.inverse) return !(glyph || thickened);
  const underlined = y >= cellHeight(cell) - cell.underline;
  return glyph || thickened || underlined;
}
