import glyphs from './glyphs.json' with { type: 'json' };

/** Size of one character in dots: that of font A of every receipt printer. */
export const GLYPH_WIDTH = 12;
export const GLYPH_HEIGHT = 24;

const BYTES_PER_ROW = 2;
const LEFTMOST = 0x8000;

const rowsOf: ReadonlyMap<string, Buffer> = new Map(
  Object.entries(glyphs).map(([character, dots]) => [character, Buffer.from(dots, 'base64')]),
);

/** Whether the font has this character. */
export function hasGlyph(character: string): boolean {
  return rowsOf.has(character);
}

/** Whether a character is black at a dot of its cell; bold is one dot thicker. Without a glyph it is a frame. */
export function isInk(character: string, x: number, y: number, bold: boolean): boolean {
  return inkAt(character, x, y) || (bold && x > 0 && inkAt(character, x - 1, y));
}

function inkAt(character: string, x: number, y: number): boolean {
  const rows = rowsOf.get(character);
  if (!rows) return x === 1 || x === GLYPH_WIDTH - 2 || y === 1 || y === GLYPH_HEIGHT - 2;
  return (rows.readUInt16BE(y * BYTES_PER_ROW) & (LEFTMOST >> x)) !== 0;
}
