/** One step of the ESC/POS stream. `data` holds the bytes after the command's own prefix. */
export interface Command {
  readonly name: string;
  readonly data: Buffer;
  /** Bytes of the whole command in the stream. */
  readonly length: number;
}

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;
const DLE = 0x10;
const NAMES: Readonly<Record<number, string>> = { [ESC]: 'ESC', [GS]: 'GS', [FS]: 'FS', [DLE]: 'DLE' };
const SINGLE: Readonly<Record<number, string>> = { 9: 'HT', 10: 'LF', 13: 'CR' };

/** Bytes that follow commands of one fixed length. */
const FIXED: Readonly<Record<string, number>> = {
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
};

/** `undefined`: more bytes are needed to tell. */
type DataLength = (after: Buffer) => number | undefined;

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

/** Length, function letter included, of commands whose length is told by their first bytes. */
const VARIABLE: Readonly<Record<string, DataLength>> = {
  'GS V': cutLength,
  'GS k': barcodeLength,
  'GS v': rasterLength,
  'GS (': (after) => (after.length < 3 ? undefined : 3 + after.readUInt16LE(1)),
  'GS 8': (after) => (after.length < 5 ? undefined : 5 + after.readUInt32LE(1)),
  'DLE EOT': () => 1,
  'DLE ENQ': () => 1,
  'DLE DC4': realTimeRequestLength,
};

const DLE_FUNCTIONS: Readonly<Record<number, string>> = { 4: 'EOT', 5: 'ENQ', 20: 'DC4' };

function printable(byte: number): string {
  if (byte === 0x20) return 'SP';
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte.toString(16).padStart(2, '0');
}

function readPrefixed(stream: Buffer, prefix: string): Command | undefined {
  const byte = stream[1];
  if (byte === undefined) return undefined;
  const letter = prefix === 'DLE' ? (DLE_FUNCTIONS[byte] ?? printable(byte)) : printable(byte);
  const name = `${prefix} ${letter}`;
  const after = stream.subarray(2);
  const variable = VARIABLE[name];
  const length = variable ? variable(after) : FIXED[name];
  if (length === undefined) {
    return variable ? undefined : { name: 'unknown', data: stream.subarray(0, 2), length: 2 };
  }
  return after.length < length ? undefined : { name, data: after.subarray(0, length), length: 2 + length };
}

/** The printable characters up to the next control byte. */
function readText(stream: Buffer): Command {
  const end = stream.findIndex((byte) => byte < 0x20);
  const data = end < 0 ? stream : stream.subarray(0, end);
  return { name: 'text', data, length: data.length };
}

/**
 * Takes the next command off the front of the stream; `undefined` when it is not there whole yet.
 * Commands that the printer does not have come as `unknown` (their two bytes), lone control bytes as `stray`.
 */
export function readCommand(stream: Buffer): Command | undefined {
  const first = stream[0];
  if (first === undefined) return undefined;
  if (first >= 0x20) return readText(stream);
  const prefix = NAMES[first];
  if (prefix) return readPrefixed(stream, prefix);
  return { name: SINGLE[first] ?? 'stray', data: stream.subarray(0, 1), length: 1 };
}
