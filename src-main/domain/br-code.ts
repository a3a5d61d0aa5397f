import type { Cents } from './money.ts';
import { failure, type Result, success } from './result.ts';

/** What a BR Code says: the text behind a PIX QR code (EMV QRCPS-MPM, as the central bank uses it). */
export interface BrCode {
  /** The code verbatim, without white space around it. */
  readonly text: string;
  /** `static`: pays to a key as written. `dynamic`: the payer's bank fetches the charge from `url`. */
  readonly kind: 'static' | 'dynamic';
  /** Static codes only; absent when the payer chooses (no amount, or zero). */
  readonly amountCents?: Cents;
  readonly merchantName: string;
  readonly merchantCity: string;
  /** Static codes only; absent when the code has none (`***`). */
  readonly txid?: string;
  /** PIX key of a static code. */
  readonly key?: string;
  /** Location of a dynamic code, without scheme. */
  readonly url?: string;
  /** Whether the code says that it may be paid once only. */
  readonly singleUse: boolean;
}

export type BrCodeError =
  /** No EMV structure, or one that breaks the rules for PIX. */
  | 'malformed'
  /** Ends in a CRC that is not that of the text: mistyped, cut or damaged. */
  | 'wrong-crc'
  /** A sound EMV code of another payment arrangement. */
  | 'not-pix'
  /** More than 512 characters. */
  | 'too-long';

const LONGEST_CODE = 512;
const PIX_GUI = 'br.gov.bcb.pix';
const NO_TXID = '***';

type Fields = ReadonlyMap<string, string>;
type FieldReader = (text: string) => Fields | undefined;

/**
 * Reads a BR Code and checks its CRC and structure. The name's and city's lengths are left to the payer's bank. In a
 * dynamic code the amount and txid are ignored, as the standard says: the charge behind the URL has the true ones.
 */
export function parseBrCode(text: string): Result<BrCode, BrCodeError> {
  const code = text.trim();
  if (code.length > LONGEST_CODE) return failure('too-long');
  const crc = /^[^\p{Cc}]*6304([\dA-F]{4})$/iu.exec(code)?.[1];
  if (crc === undefined) return failure('malformed');
  if (crc16(code.slice(0, -4)) !== crc.toUpperCase()) return failure('wrong-crc');
  // EMV counts lengths in characters, but generators that count UTF-8 bytes exist: take the first count that fits.
  for (const readFields of [readByCharacters, readByBytes]) {
    const root = readFields(code);
    if (root && isFramed(root)) return parseFields(code, root, readFields);
  }
  return failure('malformed');
}

function isFramed(root: Fields): boolean {
  const ids = [...root.keys()];
  return ids[0] === '00' && root.get('00') === '01' && ids.at(-1) === '63';
}

function parseFields(code: string, root: Fields, readFields: FieldReader): Result<BrCode, BrCodeError> {
  const account = findPixAccount(root, readFields);
  if (!account) return failure('not-pix');
  const key = account.get('01');
  const url = account.get('25');
  const merchantName = root.get('59');
  const merchantCity = root.get('60');
  const inReaisInBrazil = root.get('53') === '986' && root.get('58') === 'BR' && root.has('52');
  if (!inReaisInBrazil || !merchantName || !merchantCity) return failure('malformed');

  const common = { text: code, merchantName, merchantCity, singleUse: root.get('01') === '12' };
  if (url && key === undefined) return success({ ...common, kind: 'dynamic', url });
  if (!key || url !== undefined) return failure('malformed');
  const terms = readStaticTerms(root, readFields);
  return terms ? success({ ...common, kind: 'static', key, ...terms }) : failure('malformed');
}

/** The PIX account may stand in any of the places that EMV leaves to payment arrangements. */
function findPixAccount(root: Fields, readFields: FieldReader): Fields | undefined {
  for (const [id, value] of root) {
    if (id < '26' || id > '51') continue;
    const account = readFields(value);
    if (account?.get('00')?.toLowerCase() === PIX_GUI) return account;
  }
  return undefined;
}

function readStaticTerms(
  root: Fields,
  readFields: FieldReader,
): Pick<BrCode, 'amountCents' | 'txid'> | undefined {
  const amountCents = readAmount(root.get('54') ?? '0');
  const additional = readFields(root.get('62') ?? '');
  if (amountCents === undefined || !additional) return undefined;
  const txid = additional.get('05');
  return {
    ...(amountCents > 0 ? { amountCents } : {}),
    ...(txid !== undefined && txid !== NO_TXID ? { txid } : {}),
  };
}

/** EMV lets the decimals be absent or short: "10", "10.", "10.5" and "10.50" are the same amount. */
function readAmount(text: string): Cents | undefined {
  const match = /^(\d{1,10})(?:\.(\d{0,2}))?$/.exec(text);
  return match ? Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`) : undefined;
}

function readByCharacters(text: string): Fields | undefined {
  return readTagLengthValues(Array.from(text), (characters) => characters.join(''));
}

function readByBytes(text: string): Fields | undefined {
  const decoder = new TextDecoder();
  return readTagLengthValues(Array.from(new TextEncoder().encode(text)), (bytes) =>
    decoder.decode(Uint8Array.from(bytes)),
  );
}

/** Splits a list of two-digit ids, two-digit lengths and values; undefined when it does not come out even. */
function readTagLengthValues<Unit>(
  units: readonly Unit[],
  textOf: (units: readonly Unit[]) => string,
): Fields | undefined {
  const fields = new Map<string, string>();
  for (let at = 0; at < units.length; ) {
    const head = /^(\d\d)(\d\d)$/.exec(textOf(units.slice(at, at + 4)));
    const id = head?.[1];
    if (id === undefined || fields.has(id)) return undefined;
    const start = at + 4;
    at = start + Number(head?.[2]);
    if (at > units.length) return undefined;
    fields.set(id, textOf(units.slice(start, at)));
  }
  return fields;
}

/** CRC-16/CCITT-FALSE of the text's UTF-8 bytes, four upper-case hexadecimal digits; of "123456789" it is 29B1. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** What a static code says: who is paid, how much, and under which id the money comes in. */
export interface StaticBrCode {
  /** PIX key, at most 77 characters. */
  readonly key: string;
  readonly payeeName: string;
  readonly city: string;
  readonly amountCents: Cents;
  /** 1 to 25 letters and digits. */
  readonly txid: string;
}

/**
 * Writes a static BR Code of one amount (central bank, *Manual de Padrões para Iniciação do Pix*). Name and city lose
 * accents and whatever a payer's bank may stumble over, and are cut to the 25 and 15 places that they have; a name that
 * nothing is left of becomes `N`.
 */
export function writeStaticBrCode({ key, payeeName, city, amountCents, txid }: StaticBrCode): string {
  const account = field('00', PIX_GUI) + field('01', key);
  const body = [
    field('00', '01'),
    field('26', account),
    field('52', '0000'),
    field('53', '986'),
    field('54', `${Math.floor(amountCents / 100)}.${String(amountCents % 100).padStart(2, '0')}`),
    field('58', 'BR'),
    field('59', plainText(payeeName, 25)),
    field('60', plainText(city, 15)),
    field('62', field('05', txid)),
    '6304',
  ].join('');
  return body + crc16(body);
}

function field(id: string, value: string): string {
  return `${id}${String(value.length).padStart(2, '0')}${value}`;
}

/** Letters without accents, digits and a few signs; so every character is one byte, whoever counts which. */
function plainText(text: string, longest: number): string {
  const plain = text
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9 .,/-]/g, '')
    .replaceAll(/ +/g, ' ')
    .trim()
    .slice(0, longest)
    .trim();
  return plain === '' ? 'N' : plain;
}
