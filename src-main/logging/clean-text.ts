import { parseDocument } from '../domain/cpf-cnpj.ts';
import { normalizePhone } from '../domain/phone.ts';

/** Longer texts are bodies of answers, which hold what nobody asked for. */
const LONGEST_TEXT = 1000;
/** What a cut may leave of something that the patterns would have known whole. */
const LONGEST_REMNANT = 80;

/** Things known by their surroundings, each blanked as far as it can reach. */
const MARKED: readonly (readonly [RegExp, string])[] = [
  [/(?:000201[\s\S]{0,40}?)?br\.gov\.bcb\.pix[\s\S]*$/i, '[br-code]'],
  [/\b(Bearer|Basic)\s+\S+/gi, '$1 [token]'],
  [/eyJ[\w-]{5,}(?:\.[\w-]*)+/g, '[token]'],
  [/(https?:\/\/[^\s?#"']*)[?#][^\s"']*/gi, '$1?[query]'],
  [/[^\s"<>,;:()@]*@[^\s"<>,;:()]*/g, '[email]'],
  // Typed lines (47 or 48 digits) and barcodes (44), as typed or as printed.
  [/(?<!\d)\d(?:[ .-]{0,2}\d){43,47}(?!\d)/g, '[boleto]'],
];

const END_TO_END_ID = /^E\d{8}20\d{10}[0-9A-Za-z]{11}$/;
/**
 * The ids that a log is for: UUID (with a word before it or none), txid (BCB API Pix: 26 to 35 letters and digits) and
 * endToEndId, which looks like a txid. Never a part of a longer word: tokens have such parts.
 */
const KNOWN_ID =
  /(?<![\w+~-])(?:(?:[a-z]{1,20}[-_])?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Za-z]{26,35})(?![\w+~-])/g;

const LONG_WORD = /[\w+~-]{36,}=*/g;
/** Long codes such as `WRITE-OFF-…` and file names, but no token. */
const PLAIN_WORDS = /^(?:[A-Z_-]+|[a-z_-]+)$/;

const ANY_MARK = '[^0-9A-Za-z]?';
const CPF = new RegExp(['\\d{3}', '\\d{3}', '\\d{3}', '\\d{2}'].join(ANY_MARK), 'y');
const NUMERIC_CNPJ = new RegExp(['\\d{2}', '\\d{3}', '\\d{3}', '\\d{4}', '\\d{2}'].join(ANY_MARK), 'y');
const CNPJ = /[0-9A-Z]{2}[. ]?[0-9A-Z]{3}[. ]?[0-9A-Z]{3}[/ ]?[0-9A-Z]{4}[- ]?\d{2}/iy;

/** Country, trunk zeros and carrier, area code, ninth digit: all but the last eight digits may be missing. */
const PHONE =
  /(?<!\d)(?:(?:\+|00)?55[ .-]?)?(?:0{1,2}(?:[1-9]\d[ .-]?)?)?(?:\(?0?[1-9]\d\)?[ .-]?)?(?:9[ .-]?)?\d{4}[ .-]?\d{4}(?!\d)/g;
/** A mobile without area code, told from any other nine digits by its dash. */
const LOCAL_MOBILE = /^9[ .-]?\d{4}[ .-]\d{4}$/;

/**
 * Blanks whatever looks like a CPF or CNPJ (with right check digits, masked or not, alone or inside a longer number),
 * a phone, an e-mail address, a token, a query string, a boleto's digits or a BR Code. Ids of charges and payments
 * stay, and so may a token without any context that looks exactly like a txid: secrets are hidden by value besides.
 */
export function cleanText(text: string): string {
  const isLong = text.length > LONGEST_TEXT;
  let cleaned = isLong ? text.slice(0, LONGEST_TEXT) : text;
  for (const [pattern, blank] of MARKED) cleaned = cleaned.replace(pattern, blank);
  cleaned = cleanAroundIds(cleaned);
  return isLong ? `${cleaned.slice(0, -LONGEST_REMNANT)}…` : cleaned;
}

function cleanAroundIds(text: string): string {
  let cleaned = '';
  let done = 0;
  for (const { 0: id, index } of text.matchAll(KNOWN_ID)) {
    const looksComposed = !END_TO_END_ID.test(id) && blankDocuments(id, [CPF, NUMERIC_CNPJ]) !== id;
    cleaned += cleanWords(text.slice(done, index)) + (looksComposed ? cleanWords(id) : id);
    done = index + id.length;
  }
  return cleaned + cleanWords(text.slice(done));
}

function cleanWords(text: string): string {
  const withoutTokens = text.replace(LONG_WORD, (word) => (PLAIN_WORDS.test(word) ? word : '[token]'));
  return blankDocuments(withoutTokens, [CPF, NUMERIC_CNPJ, CNPJ]).replace(PHONE, (match) =>
    isPhone(match) ? '[phone]' : match,
  );
}

/** Looks at every place, since an ERP's own codes may hold a document behind other digits. */
function blankDocuments(text: string, patterns: readonly RegExp[]): string {
  let cleaned = '';
  for (let index = 0; index < text.length; ) {
    const found = documentAt(text, index, patterns);
    cleaned += found ? `[${found.kind}]` : text.charAt(index);
    index += found ? found.length : 1;
  }
  return cleaned;
}

function documentAt(
  text: string,
  index: number,
  patterns: readonly RegExp[],
): { readonly kind: string; readonly length: number } | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = index;
    const match = pattern.exec(text)?.[0];
    const document = match === undefined ? undefined : parseDocument(match.replace(/[^0-9A-Za-z]/g, ''));
    if (match !== undefined && document?.ok) return { kind: document.value.kind, length: match.length };
  }
  return undefined;
}

function isPhone(text: string): boolean {
  // Telephone systems dial out with zeros that belong to no number.
  const withoutZeros = text.replace(/^\D*0+/, '');
  return [text, withoutZeros].some((number) => normalizePhone(number)) || LOCAL_MOBILE.test(text);
}
