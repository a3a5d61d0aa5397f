import glyphs from './glyphs.json' with { type: 'json' };

/** A font of the printer: cells of fixed size. */
export interface Font {
  /** Cell size in dots. */
  readonly width: number;
  readonly height: number;
  /** Whether the glyph of this character has ink at a dot. Characters without a glyph show as a crossed box. */
  inkAt(character: string, x: number, y: number): boolean;
}

interface FontData {
  readonly width: number;
  readonly height: number;
  readonly glyphs: Readonly<Record<string, string>>;
}

const BYTES_PER_ROW = 2;
const LEFTMOST = 0x8000;

function load({ width, height, glyphs: packed }: FontData): Font {
  const unpacked = new Map(
    Object.entries(packed).map(([character, data]) => [character, Buffer.from(data, 'base64')]),
  );
  return {
    width,
    height,
    inkAt(character, x, y) {
      const rows = unpacked.get(character);
      if (!rows) return x === 1 || x === width - 2 || y === 1 || y === height - 2;
      return (rows.readUInt16BE(y * BYTES_PER_ROW) & (LEFTMOST >> x)) !== 0;
    },
  };
}

/** Font A, 12×24 dots: 48 columns on 80 mm paper. */
export const FONT_A: Font = load(glyphs.A);
/** Font B, 9×17 dots: 64 columns on 80 mm paper. */
export const FONT_B: Font = load(glyphs.B);
