/** Whose commands a printer obeys. */
export type PrinterLanguage = 'escpos' | 'escbematech' | 'escdaruma';

/** `undefined`: more bytes are needed to tell. */
export type DataLength = (after: Buffer) => number | undefined;

/** The commands of a language, and how many bytes follow each. */
export interface Vocabulary {
  readonly fixed: Readonly<Record<string, number>>;
  /** Told by the first bytes, function letter included. */
  readonly variable: Readonly<Record<string, DataLength>>;
  /** Control bytes that are a command by themselves. */
  readonly single: Readonly<Record<number, string>>;
}

function cutLength(after: Buffer): number | undefined {
  const mode = after[0];
  if (mode === undefined) return undefined;
  return mode === 65 || mode === 66 ? 2 : 1;
}

function barcodeLength(after: Buffer): number | undefined {
  const type = after[0];
  if (type === undefined) return undefined;
  if (type > 6) return after[1] === undefined ? undefined : 2 + after[1];
  const end = after.indexOf(0, 1);
  return end < 0 ? undefined : end + 1;
}

function rasterLength(after: Buffer): number | undefined {
  return after.length < 6 ? undefined : 6 + after.readUInt16LE(2) * after.readUInt16LE(4);
}

function realTimeRequestLength(after: Buffer): number | undefined {
  const kind = after[0];
  if (kind === undefined) return undefined;
  return kind === 8 ? 8 : 3;
}

function presenterLength(after: Buffer): number | undefined {
  const act = after[0];
  if (act === undefined) return undefined;
  return act === 3 ? 2 : 1;
}

const escpos: Vocabulary = {
  fixed: {
    'ESC @': 0,
    'ESC SP': 1,
    'ESC !': 1,
    'ESC $': 2,
    'ESC -': 1,
    'ESC 2': 0,
    'ESC 3': 1,
    'ESC E': 1,
    'ESC G': 1,
    'ESC J': 1,
    'ESC M': 1,
    'ESC R': 1,
    'ESC a': 1,
    'ESC c': 2,
    'ESC d': 1,
    'ESC i': 0,
    'ESC m': 0,
    'ESC p': 3,
    'ESC t': 1,
    'FS .': 0,
    'GS !': 1,
    'GS B': 1,
    'GS H': 1,
    'GS L': 2,
    'GS W': 2,
    'GS a': 1,
    'GS f': 1,
    'GS h': 1,
    'GS r': 1,
    'GS w': 1,
  },
  variable: {
    'GS V': cutLength,
    'GS e': presenterLength,
    'GS k': barcodeLength,
    'GS v': rasterLength,
    'GS (': (after) => (after.length < 3 ? undefined : 3 + after.readUInt16LE(1)),
    'GS 8': (after) => (after.length < 5 ? undefined : 5 + after.readUInt32LE(1)),
    'DLE EOT': () => 1,
    'DLE ENQ': () => 1,
    'DLE DC4': realTimeRequestLength,
  },
  single: { 9: 'HT', 10: 'LF', 13: 'CR' },
};

/** MP-4200 TH, programmer's manual, chapter 3. */
const escbematech: Vocabulary = {
  fixed: {
    'ESC @': 0,
    'ESC E': 0,
    'ESC F': 0,
    'ESC J': 1,
    'ESC W': 1,
    'ESC a': 1,
    'ESC d': 1,
    'ESC i': 0,
    'ESC m': 0,
    'ESC t': 1,
    'ESC w': 0,
    'GS f8': 1,
    'GS f9': 2,
  },
  variable: { 'GS v': rasterLength },
  single: { 0: 'NUL', 2: 'STX', 5: 'ENQ', 9: 'HT', 10: 'LF', 13: 'CR' },
};

/** As open drivers use it. */
const escdaruma: Vocabulary = {
  fixed: {
    'ESC @': 0,
    'ESC E': 0,
    'ESC F': 0,
    'ESC W': 1,
    'ESC j': 1,
    'ESC m': 0,
    'ESC t': 1,
    'ESC w': 1,
    'GS ENQ': 0,
  },
  variable: {
    'ESC 81': (after) => (after.length < 2 ? undefined : 2 + after.readUInt16LE(0)),
    'GS v': rasterLength,
  },
  single: { 0: 'NUL', 5: 'ENQ', 10: 'LF', 13: 'CR' },
};

export const vocabularies: Readonly<Record<PrinterLanguage, Vocabulary>> = {
  escpos,
  escbematech,
  escdaruma,
};
