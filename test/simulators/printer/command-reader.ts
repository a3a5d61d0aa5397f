import { type PrinterLanguage, type Vocabulary, vocabularies } from './vocabulary.ts';

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

const DLE_FUNCTIONS: Readonly<Record<number, string>> = { 4: 'EOT', 5: 'ENQ', 20: 'DC4' };

function printable(byte: number): string {
  if (byte === 0x20) return 'SP';
  if (byte === 0x05) return 'ENQ';
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte.toString(16).padStart(2, '0');
}

function readPrefixed(
  stream: Buffer,
  prefix: string,
  { fixed, variable: lengths }: Vocabulary,
): Command | undefined {
  const byte = stream[1];
  if (byte === undefined) return undefined;
  const letter = prefix === 'DLE' ? (DLE_FUNCTIONS[byte] ?? printable(byte)) : printable(byte);
  const name = `${prefix} ${letter}`;
  const after = stream.subarray(2);
  const variable = lengths[name];
  const length = variable ? variable(after) : fixed[name];
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
export function readCommand(stream: Buffer, language: PrinterLanguage): Command | undefined {
  const vocabulary = vocabularies[language];
  const first = stream[0];
  if (first === undefined) return undefined;
  if (first >= 0x20) return readText(stream);
  const prefix = NAMES[first];
  if (prefix) return readPrefixed(stream, prefix, vocabulary);
  return { name: vocabulary.single[first] ?? 'stray', data: stream.subarray(0, 1), length: 1 };
}
