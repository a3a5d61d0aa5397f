import { createHash } from 'node:crypto';

/** A line's place and hash: what the next line leans on. */
export interface ChainEnd {
  /** 0: nothing was written yet. */
  readonly seq: number;
  /** SHA-256 in lower-case hex. */
  readonly hash: string;
}

export const CHAIN_START: ChainEnd = { seq: 0, hash: '0'.repeat(64) };

/** The line's own hash stands last, over the bytes before it. */
const LINE = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/;

/** Writes `item` as the line after `end`: a JSON object with its place, the hash before it and its own; no line feed. */
export function chainLine(item: object, end: ChainEnd): { readonly line: string; readonly end: ChainEnd } {
  const body = JSON.stringify({ seq: end.seq + 1, ...item, prev: end.hash }).slice(0, -1);
  const hash = hashOf(Buffer.from(body));
  return { line: `${body},"hash":"${hash}"}`, end: { seq: end.seq + 1, hash } };
}

/** A line that is sound by itself; whether it follows from the one before is for the reader to see. */
export interface ChainLink {
  /** What the line says, its `seq` and `prev` included. */
  readonly body: unknown;
  readonly hash: string;
}

/**
 * Undefined when the line is not what its hash says. Bytes count, not characters: several wrong bytes would be read
 * as the same character.
 */
export function readChainLine(line: Buffer): ChainLink | undefined {
  const [, body = '', hash = ''] = LINE.exec(line.toString('latin1')) ?? [];
  if (body === '' || hashOf(Buffer.from(body, 'latin1')) !== hash) return undefined;
  try {
    return { body: JSON.parse(`${Buffer.from(body, 'latin1').toString('utf8')}}`), hash };
  } catch {
    return undefined;
  }
}

/** SHA-256 in lower-case hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const HEX = '0123456789abcdef';
const LETTERS = 'abcdefghijklmnop';

/**
 * A head to be noted on paper or in a log: its place, and its hash in letters, because a log blanks digits that look
 * like a person's document.
 */
export function headText({ seq, hash }: ChainEnd): string {
  return `${seq}:${hash.replace(/[0-9a-f]/g, (digit) => LETTERS.charAt(HEX.indexOf(digit)))}`;
}

/** Reads what `headText` wrote; undefined for anything else. */
export function parseHead(text: string): ChainEnd | undefined {
  const [, seq, letters] = /^(\d{1,15}):([a-p]{64})$/.exec(text) ?? [];
  if (seq === undefined || letters === undefined) return undefined;
  return {
    seq: Number(seq),
    hash: letters.replace(/[a-p]/g, (letter) => HEX.charAt(LETTERS.indexOf(letter))),
  };
}
