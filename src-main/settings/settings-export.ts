import type { Json, JsonObject } from '../contract/technician.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { withoutFixedValues } from './chat-address.ts';
import { findJsonError } from './json-error.ts';
import { settingsForPage, stripSecrets } from './sealed-secrets.ts';
import { secretPurpose } from './secret-purpose.ts';
import { isSealed, type SecretVault } from './secret-vault.ts';
import { isList, isObject, type Spot, walkSettings } from './settings-shape.ts';

/** No settings are that long (UTF-16 units); a file picked by mistake may be. */
const LONGEST_IMPORT = 1_000_000;

/** Settings as text that may leave the machine. */
export function exportText(settings: Json): string {
  return `${JSON.stringify(stripSecrets(settings), undefined, 2)}\n`;
}

/** What somebody brought as settings, or why it is none, in words that quote nothing of it. */
export function parseImport(text: string): Result<JsonObject, string> {
  if (text.length > LONGEST_IMPORT) return failure('o arquivo é grande demais para ser uma configuração');
  const json = text.replace(/^\uFEFF/, '');
  const place = findJsonError(json);
  if (place) return failure(`JSON inválido na linha ${place.line}, coluna ${place.column}`);
  const settings: unknown = JSON.parse(json);
  if (!isObject(settings)) return failure('o arquivo não é uma configuração do Balcão');
  return success(settings);
}

/**
 * Imported settings with the secrets that they lack, or that this machine cannot open, taken from the ones here:
 * those of the same field, of the entry with the same `id`. They come sealed for the hosts that they are for here.
 */
export function fillSecrets(imported: Json, here: Json, vault: SecretVault): Json {
  const kept: KeptSecret[] = [];
  walkSettings(settingsForPage(here, vault), {
    strangers: 'drop',
    visit(value, spot) {
      if (typeof value === 'string') kept.push({ ...spot, value });
      return undefined;
    },
  });
  const readable = walkSettings(imported, {
    strangers: 'keep',
    visit: (value, { path }) => (isForeign(value, secretPurpose(imported, path), vault) ? undefined : value),
  });
  return kept.reduce((filled, secret) => put(filled, here, secret.path, secret), readable);
}

interface KeptSecret extends Spot {
  readonly value: string;
}

function isForeign(value: Json, purpose: string, vault: SecretVault): boolean {
  return typeof value === 'string' && isSealed(value) && !vault.open(value, purpose).ok;
}

/** Puts a secret where it belongs, unless nothing is there that it belongs to. */
function put(imported: Json, here: Json | undefined, path: Spot['path'], secret: KeptSecret): Json {
  const [step, ...rest] = path;
  if (typeof step === 'number') {
    return isList(imported)
      ? putInList(imported, isList(here) ? here[step] : undefined, path, secret)
      : imported;
  }
  if (step === undefined || !isObject(imported)) return imported;
  const field = imported[step];
  if (rest.length === 0) return takesIt(field, secret) ? { ...imported, [step]: secret.value } : imported;
  if (field === undefined) return imported;
  return { ...imported, [step]: put(field, isObject(here) ? here[step] : undefined, rest, secret) };
}

function putInList(
  list: readonly Json[],
  partner: Json | undefined,
  [place, ...rest]: Spot['path'],
  secret: KeptSecret,
): Json {
  const index = indexOfPartner(list, partner, Number(place));
  const item = list[index];
  return item === undefined ? list : list.with(index, put(item, partner, rest, secret));
}

function indexOfPartner(list: readonly Json[], partner: Json | undefined, place: number): number {
  const id = isObject(partner) ? partner.id : undefined;
  return id === undefined ? place : list.findIndex((item) => isObject(item) && item.id === id);
}

function takesIt(field: Json | undefined, { openness, named, value }: KeptSecret): boolean {
  // An address of the chat platform whose key was taken out.
  if (openness === 'chat-address') return field === withoutFixedValues(value);
  return field === undefined || (named && field === '');
}
