import { cleanText } from './clean-text.ts';
import type { LogFields } from './log.ts';

/** Words that make a field's name promise something personal or secret, wherever they stand in it. */
const SENSITIVE_WORDS = new Set(
  `address authorization birth celular cnpj cpf credential document documento email endereco fone jid mail nascimento
  nome password payer phone pin secret senha telefone token`.split(/\s+/),
);
/** Whole names: "name" alone is a person's, but an error or a file may have one; a key alone unlocks something. */
const SENSITIVE_NAMES = new Set([
  'name',
  'customername',
  'payeename',
  'fullname',
  'maskedname',
  'key',
  'pixkey',
  'apikey',
  'clientid',
  'brcode',
  'pixcode',
  'typeableline',
  'barcode',
]);

/** Fields whose value is kept as it is when it has the id's own shape. */
const TRUSTED_IDS: Readonly<Record<string, RegExp>> = {
  txid: /^[0-9A-Za-z]{26,35}$/,
  endToEndId: /^E\d{8}20\d{10}[0-9A-Za-z]{11}$/,
};

/** Names of the line's own fields. */
const RESERVED = new Set(['level', 'time', 'code']);

/** A copy that may be written down: sensitive fields and everything that looks like personal data or a secret blanked. */
export function cleanFields(fields: LogFields, hidden: readonly string[]): LogFields {
  const cleaned: Record<string, LogFields[string]> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const shownName = RESERVED.has(name) ? `${name}_` : cleanString(name, hidden);
    cleaned[shownName] = isSensitive(name) ? '[redacted]' : cleanValue(name, value, hidden);
  }
  return cleaned;
}

/** Blanks the hidden values, then everything that looks like personal data or a secret. */
export function cleanString(text: string, hidden: readonly string[]): string {
  return cleanText(hidden.reduce((shown, secret) => shown.replaceAll(secret, '[secret]'), text));
}

function cleanValue(name: string, value: LogFields[string], hidden: readonly string[]): LogFields[string] {
  if (typeof value === 'string') return TRUSTED_IDS[name]?.test(value) ? value : cleanString(value, hidden);
  if (typeof value === 'number') return cleanNumber(value, hidden);
  // The types allow nothing else, but a cast upstream must not let an error's or an answer's insides through.
  return typeof value === 'boolean' || value === null ? value : '[object]';
}

/** A document kept as a number has lost its leading zeros. Fractions are durations, not documents. */
function cleanNumber(value: number, hidden: readonly string[]): number | string {
  if (!Number.isInteger(value) || Math.abs(value) < 1e8) return value;
  const digits = String(value);
  const isHarmless = [digits, digits.padStart(11, '0'), digits.padStart(14, '0')].every(
    (text) => cleanString(text, hidden) === text,
  );
  return isHarmless ? value : '[number]';
}

function isSensitive(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return SENSITIVE_NAMES.has(words.join('')) || words.some((word) => SENSITIVE_WORDS.has(word));
}
