/**
 * Makes `glyphs.json` from two BDF bitmap fonts: `node generate.ts <12x24.bdf> <8x16.bdf>`.
 * Run once; see README.md beside it for the source and the licence.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';

const CODE_PAGES = ['cp437', 'cp850', 'cp858', 'cp860', 'win1252'];
const BYTES_PER_ROW = 2;

/** Every printable character of the code pages that the simulated printer has. */
function wantedCharacters(): Set<string> {
  const wanted = new Set<string>(['\ufffd']);
  for (const page of CODE_PAGES) {
    for (let byte = 0x20; byte <= 0xff; byte += 1) wanted.add(iconv.decode(Buffer.of(byte), page));
  }
  return wanted;
}

/** Reads the bitmaps of a BDF font whose glyphs all fill one cell of at most 16 dots' width. */
function readBdf(path: string): Map<string, number[]> {
  const glyphs = new Map<string, number[]>();
  for (const block of readFileSync(path, 'latin1').split('STARTCHAR ').slice(1)) {
    const code = Number(/^ENCODING (\d+)/m.exec(block)?.[1]);
    const width = Number(/^BBX (\d+)/m.exec(block)?.[1]);
    const hex = block.slice(block.indexOf('BITMAP\n') + 'BITMAP\n'.length).split('\n');
    const rows = hex.slice(0, hex.indexOf('ENDCHAR')).map((row) => Number.parseInt(row, 16));
    glyphs.set(String.fromCodePoint(code), width > 8 ? rows : rows.map((row) => row << 8));
  }
  return glyphs;
}

/** Fonts of 8×16 dots become 9×17: line-drawing characters grow into the new column and row so that they still touch. */
function growByOne(character: string, rows: number[]): number[] {
  const drawsLines = character >= '\u2500' && character <= '\u259f';
  if (!drawsLines) return [...rows, 0];
  const widened = rows.map((row) => row | ((row & 0x0100) >> 1));
  return [...widened, widened.at(-1) ?? 0];
}

function pack(rows: number[]): string {
  const bytes = Buffer.alloc(rows.length * BYTES_PER_ROW);
  rows.forEach((row, index) => {
    bytes.writeUInt16BE(row, index * BYTES_PER_ROW);
  });
  return bytes.toString('base64');
}

function glyphTable(
  path: string,
  shape: (character: string, rows: number[]) => number[],
): [string, string][] {
  const available = readBdf(path);
  return [...wantedCharacters()].sort().flatMap((character): [string, string][] => {
    const rows = available.get(character);
    return rows ? [[character, pack(shape(character, rows))]] : [];
  });
}

const [bdf24 = '', bdf16 = ''] = process.argv.slice(2);
const fonts = {
  A: { width: 12, height: 24, glyphs: Object.fromEntries(glyphTable(bdf24, (_, rows) => rows)) },
  B: { width: 9, height: 17, glyphs: Object.fromEntries(glyphTable(bdf16, growByOne)) },
};
writeFileSync(new URL('glyphs.json', import.meta.url), `${JSON.stringify(fonts, null, 2)}\n`);
