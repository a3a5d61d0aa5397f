import * as z from 'zod';
import { formatDocument, parseDocument } from '../domain/cpf-cnpj.ts';

/** Where most of Brazil lives. */
export const DEFAULT_TIME_ZONE = 'America/Sao_Paulo';

/** One line of text that may be drawn or printed: not empty, no control characters, at most `longest` characters. */
export function lineOfText(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'não pode ter quebra de linha nem caracteres de controle');
}

/** A token, key or password of at least `shortest` characters. `writeOnly` marks it in the JSON Schema; a test proves that logs never show such a field. */
export function secret(shortest = 1) {
  return z
    .string()
    .trim()
    .min(shortest)
    .max(4096)
    .regex(/^[!-~]*$/, 'só pode ter letras sem acento, números e sinais, sem espaços')
    .meta({ writeOnly: true });
}

/** An http(s) address. Anything but the machine itself must use https, since tokens and debts travel there. */
export function webAddress() {
  return (
    z
      // Without `abort` the checks below would meet texts that are no address.
      .url({
        protocol: /^https?$/,
        abort: true,
        error: unlessBlank('não é um endereço (URL) http:// ou https://'),
      })
      .refine((address) => isEncrypted(address), 'precisa começar com https://')
      .refine(
        (address) => !hasCredentials(address),
        'não pode ter usuário nem senha dentro do endereço: use os campos próprios',
      )
  );
}

/** An address to which paths are added: no query, no fragment; a slash at its end is dropped. */
export function baseAddress() {
  return webAddress()
    .refine((address) => !/[?#]/.test(address), 'não pode ter “?” nem “#”')
    .overwrite((address) => address.replace(/\/+$/, ''));
}

/** A path under a base address; it may carry a query of its own. */
export function addressPath() {
  return z
    .string()
    .trim()
    .regex(/^\/[^\s#]*$/, 'precisa começar com “/”, sem espaços e sem “#”');
}

/** A whole number between two bounds, both allowed. */
export function wholeNumber(least: number, most: number) {
  return z.int().min(least).max(most);
}

/** A CPF or CNPJ with right check digits, with or without mask; kept with its official mask. */
export function taxDocument() {
  return z
    .string()
    .trim()
    .refine((text) => parseDocument(text).ok, {
      error: unlessBlank('não é um CNPJ nem um CPF válido: confira os dígitos'),
    })
    .overwrite(withMask);
}

/** A time zone of the IANA database that this runtime knows, e.g. `America/Sao_Paulo`. */
export function timeZone() {
  return z.string().refine(isTimeZone, {
    error: unlessBlank('não é um fuso horário conhecido: por exemplo, America/Sao_Paulo'),
  });
}

/** A short name for something inside the settings: letters, digits, dot, dash and underscore. */
export function shortId() {
  return z.string().regex(/^[\w.-]{1,30}$/, {
    error: unlessBlank('use de 1 a 30 letras sem acento, números, ponto, “-” ou “_”'),
  });
}

/** Words for a value that does not fit; of a field that was left empty there is less to say. */
export function unlessBlank(message: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) =>
    input === undefined || (typeof input === 'string' && input.trim() === '') ? 'falta preencher' : message;
}

function withMask(text: string): string {
  const document = parseDocument(text);
  return document.ok ? formatDocument(document.value) : text;
}

function isEncrypted(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopback(hostname);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}

function hasCredentials(address: string): boolean {
  const { username, password } = new URL(address);
  return username !== '' || password !== '';
}

function isTimeZone(name: string): boolean {
  // The first formatter takes some 10 ms, which start-up can do without on nearly every kiosk.
  if (name === DEFAULT_TIME_ZONE) return true;
  // Newer runtimes also take offsets such as +03:00, which know no history and no daylight saving.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format();
    return true;
  } catch {
    return false;
  }
}
