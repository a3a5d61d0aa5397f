import type { Json } from '../contract/technician.ts';
import { findSecretValues, hideFieldValues } from './secret-fields.ts';

/** What stands in place of a secret. */
export const MASK = '•••';

/** Hides what nobody may see on a screen: known secrets in whatever encoding, and what looks like one by its name. */
export interface Mask {
  /** Hides this value too, wherever it stands, also in what was seen before. */
  learn(secret: string): void;
  /** Any text: an address, a body, an answer, a summary. */
  text(text: string): string;
  /** A header's value; that of a header for secrets is hidden whatever it is. */
  header(name: string, value: string): string;
  json(value: Json): Json;
}

/** Shorter ones that were only seen somewhere may be ordinary words and would blank half of a report. */
const SHORTEST_LEARNT = 6;
/**
 * Characters that are learnt at most, the first ones counting: those of the login come first. Each becomes patterns
 * that are dear to make, and a long list with a field `chave` would take all memory. What is not learnt is still
 * hidden in fields and headers for secrets.
 */
const MOST_LEARNT = 8192;
/** Headers that show who asks; the word before the secret says how and is kept. */
const SECRET_HEADER = /auth|token|secret|cookie|session|password|credential|signature|(?<!idempotency-)key$/i;
const SCHEME = /^(?:Bearer|Basic|Token|Digest|OAuth)\s+/i;

/** As in the log: hiding every `1` because some header says so would hide the report. */
const SHORTEST_KNOWN = 4;

/**
 * A mask for one report. @param secrets values that are known beforehand; those under four characters are hidden
 * only where they stand alone, in a header or in a field for secrets
 */
export function createMask(secrets: readonly string[]): Mask {
  const known = new Set(secrets.filter((secret) => secret.length >= SHORTEST_KNOWN));
  let patterns: readonly Pattern[] | undefined;
  let room = MOST_LEARNT;

  function hideKnown(text: string): string {
    patterns ??= [...known].sort((a, b) => b.length - a.length).flatMap(patternsOf);
    return patterns.reduce(
      (shown, { least, pattern }) => (shown.length < least ? shown : shown.replace(pattern, MASK)),
      text,
    );
  }

  const mask: Mask = {
    learn(secret) {
      if (secret.length < SHORTEST_LEARNT || secret.length > room || known.has(secret)) return;
      room -= secret.length;
      known.add(secret);
      patterns = undefined;
    },
    text: (text) => hideKnown(hideFieldValues(text, MASK)),
    header(name, value) {
      if (!SECRET_HEADER.test(name)) return secrets.includes(value) ? MASK : hideKnown(value);
      return `${SCHEME.exec(value)?.[0] ?? ''}${MASK}`;
    },
    json(value) {
      if (typeof value === 'string') return hideKnown(value);
      if (typeof value !== 'object' || value === null) return value;
      if (isList(value)) return value.map((each) => mask.json(each));
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [hideKnown(name), mask.json(each)]),
      );
    },
  };
  return mask;
}

/** Has the mask learn what a request shows of secrets that no settings hold, such as a token that was just given out. */
export function learnFromHeader(mask: Mask, name: string, value: string): void {
  if (!SECRET_HEADER.test(name)) return;
  const secret = value.replace(SCHEME, '');
  mask.learn(secret);
  if (/^Basic\s/i.test(value)) mask.learn(secret.replace(/=+$/, ''));
}

/** The same for fields of a body, an answer or a query. */
export function learnFromText(mask: Mask, text: string): void {
  for (const secret of findSecretValues(text)) mask.learn(secret);
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

interface Pattern {
  /** No shorter text can hold it. */
  readonly least: number;
  readonly pattern: RegExp;
}

/** A secret as it is or in the escapes of JSON, URLs and HTML, also mixed; and inside something in base64. */
function patternsOf(secret: string): Pattern[] {
  const characters = [...secret];
  const escaped = new RegExp(characters.map(anyEscape).join(''), 'g');
  return [{ least: characters.length, pattern: escaped }, ...base64Cores(secret)];
}

const htmlNames: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** JSON inside a text of JSON is escaped twice, and a query may hold JSON. */
const BACKSLASHES = '(?:\\\\|%5[cC]){1,4}';

function anyEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const utf8 = [...Buffer.from(character)].map((byte) => `%${anyCase(hex(byte, 2))}`).join('');
  const plain = `(?:${literal(character)}|${utf8})`;
  const html = htmlNames[character];
  const forms = [
    ...(character === '\\' ? [BACKSLASHES] : [plain]),
    ...(/["/]/.test(character) ? [BACKSLASHES + plain] : []),
    `${BACKSLASHES}u${anyCase(hex(code, 4))}`,
    ...(html === undefined ? [] : [html]),
    `&#0*${code};`,
    `&#[xX]0*${anyCase(hex(code, 1))};`,
  ];
  return `(?:${forms.join('|')})`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function anyCase(hexDigits: string): string {
  return hexDigits.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** RegExp.escape is younger than the runtime. */
function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Fewer say too little of the secret, and stand in ordinary text. */
const SHORTEST_CORE = 8;

/**
 * What of the secret's base64 is the same whatever stands before and after it, for each of the three ways in which it
 * can meet base64's groups; both alphabets.
 */
function base64Cores(secret: string): Pattern[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const first = Math.ceil((before * 8) / 6);
    const end = Math.floor((bytes.length * 8) / 6);
    const core = bytes.toString('base64').slice(first, end);
    if (core.length < SHORTEST_CORE) return [];
    const source = core.replace(/[+/]/g, (each) =>
      each === '+' ? '(?:[+-]|%2[bB])' : '(?:\\\\*/|_|%2[fF])',
    );
    return [{ least: core.length, pattern: new RegExp(source, 'g') }];
  });
}
