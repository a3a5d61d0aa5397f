/** Words in a field's name that promise a secret. */
const SECRET_WORDS = new Set(
  `token jwt password passwd pass pwd senha secret segredo key apikey chave auth authorization credential credentials
  assertion signature session sessionid cookie`.split(/\s+/),
);
const SECRET_NAMES = new Set(['clientid', 'clientsecret', 'accesstoken', 'refreshtoken', 'apikey']);
/** A name that ends so tells about a secret, not the secret. */
const HARMLESS_ENDS = new Set(['type', 'expires', 'expiry', 'expiration', 'in', 'at', 'url', 'uri', 'count']);

const JSON_FIELD = /"((?:[^"\\]|\\.){1,60})"(\s*:\s*)(?:"((?:[^"\\]|\\.)*)"|(-?\d[\d.eE+-]*))/g;
const FORM_FIELD = /(^|[?&;])([\w.%[\]-]{1,60})=([^&;#\s"'<>]*)/g;

/** Whether a field's name says that its value is a secret. */
function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  if (HARMLESS_ENDS.has(words.at(-1) ?? '')) return false;
  return SECRET_NAMES.has(words.join('')) || words.some((word) => SECRET_WORDS.has(word));
}

/** Hides the values of secret fields in JSON (sound or not), forms and queries; the rest stays as it was written. */
export function hideFieldValues(text: string, mask: string): string {
  return text
    .replace(JSON_FIELD, (field, name: string, colon: string, value?: string, number?: string) =>
      isSecretName(name) && (value !== '' || number !== undefined) ? `"${name}"${colon}"${mask}"` : field,
    )
    .replace(FORM_FIELD, (field, before: string, name: string, value: string) =>
      isSecretName(decode(name)) && value !== '' ? `${before}${name}=${mask}` : field,
    );
}

/** The values of secret fields, as they are without the escapes of JSON or of a query. */
export function findSecretValues(text: string): readonly string[] {
  const found: string[] = [];
  collect(parse(text), false, found);
  for (const [, , name = '', value = ''] of text.matchAll(FORM_FIELD)) {
    if (isSecretName(decode(name))) found.push(decode(value));
  }
  return found;
}

function collect(value: unknown, isSecret: boolean, found: string[]): void {
  if (isSecret && (typeof value === 'string' || typeof value === 'number')) found.push(String(value));
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    collect(each, Array.isArray(value) ? isSecret : isSecret || isSecretName(name), found);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
