import type { FieldProblem, Json } from '../contract/technician.ts';
import { replaceFixedValues, withoutFixedValues } from './chat-address.ts';
import { secretPurpose } from './secret-purpose.ts';
import { isSealed, type SecretVault } from './secret-vault.ts';
import { fieldName } from './setting-problem.ts';
import { isList, isObject, type Spot, walkSettings } from './settings-shape.ts';

/** A sealed text, alone or inside an address. */
const SEALED = /sealed:v1:[\w+/=-]*/g;

/** Settings whose sealed texts were opened, and where that failed. */
export interface OpenedSettings {
  readonly json: Json;
  readonly problems: readonly FieldProblem[];
}

/** Seals every secret that still stands in plain text. Throws when there is no key to be had or made. */
export function sealSecrets(json: Json, vault: SecretVault): Json {
  return walkSettings(json, {
    strangers: 'keep',
    visit: (value, spot) =>
      typeof value === 'string' ? sealText(value, spot, sealerFor(json, spot, vault)) : value,
  });
}

/** Opens the sealed texts that stand where secrets belong; one that stands elsewhere shall not come to light. */
export function openSecrets(json: Json, vault: SecretVault): OpenedSettings {
  const opener = openerWith(vault, json);
  const secretFields = new Set<string>();
  const opened = walkSettings(json, {
    strangers: 'keep',
    visit(value, { path }) {
      secretFields.add(fieldName(path));
      return typeof value === 'string' ? opener.open(value, path) : value;
    },
  });
  const misplaced = sealedFields(json).filter((field) => !secretFields.has(field));
  return {
    json: opened,
    problems: [
      ...opener.problems,
      ...misplaced.map((field) => ({ field, message: 'aqui não pode ficar um segredo guardado: apague' })),
    ],
  };
}

/** Opens every sealed text of settings as they lie on the disk. Needs no schema, which start-up would pay for. */
export function openStoredSecrets(json: Json, vault: () => SecretVault): OpenedSettings {
  if (sealedFields(json).length === 0) return { json, problems: [] };
  const opener = openerWith(vault(), json);
  return { json: openAll(json, [], opener), problems: opener.problems };
}

/** Settings that may leave the machine: without secrets, and without anything that the schema does not know. */
export function stripSecrets(json: Json): Json {
  return walkSettings(json, { strangers: 'drop', visit: stripText });
}

/** Settings that the page may see, from a file of any kind: secrets sealed or, when that is impossible, left out. */
export function settingsForPage(json: Json, vault: SecretVault): Json {
  return walkSettings(json, {
    strangers: 'drop',
    visit: (value, spot) =>
      typeof value === 'string' ? sealOrStrip(value, spot, sealerFor(json, spot, vault)) : undefined,
  });
}

type Sealer = (plain: string) => string;

function sealerFor(json: Json, { path }: Spot, vault: SecretVault): Sealer {
  return (plain) => vault.seal(plain, secretPurpose(json, path));
}

function sealOrStrip(text: string, spot: Spot, seal: Sealer): Json | undefined {
  try {
    return sealText(text, spot, seal);
  } catch {
    return stripText(text, spot);
  }
}

function sealText(text: string, { openness }: Spot, seal: Sealer): string {
  if (openness === 'secret') return isSealed(text) || text === '' ? text : seal(text.trim());
  return replaceFixedValues(text, (value) => (isSealed(value) ? value : addressSafe(seal(value))));
}

/** The other alphabet of base64, which means nothing special in an address; reading takes both. */
function addressSafe(sealed: string): string {
  return sealed.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function stripText(value: Json, { openness, named }: Spot): Json | undefined {
  if (openness === 'chat-address') return typeof value === 'string' ? withoutFixedValues(value) : undefined;
  // Empty is no secret: the ERP asks for none.
  if (value === '') return value;
  // The name of a header is worth keeping: the form then asks for its value.
  return named ? '' : undefined;
}

type Path = readonly (string | number)[];

interface Opener {
  readonly problems: readonly FieldProblem[];
  open(text: string, path: Path): string;
}

const UNREADABLE = 'foi guardado para outro campo, servidor ou computador: digite de novo';

/** A text that cannot be opened stays sealed: nobody shall take anything else for the secret. */
function openerWith(vault: SecretVault, settings: Json): Opener {
  const problems: FieldProblem[] = [];
  return {
    problems,
    open(text, path) {
      if (!text.includes('sealed:v1:')) return text;
      const purpose = secretPurpose(settings, path);
      let isReadable = true;
      const opened = text.replace(SEALED, (sealed) => {
        const plain = vault.open(sealed, purpose);
        isReadable &&= plain.ok;
        return plain.ok ? plain.value : sealed;
      });
      if (isReadable) return opened;
      problems.push({ field: fieldName(path), message: UNREADABLE });
      return text;
    },
  };
}

function openAll(value: Json, path: Path, opener: Opener): Json {
  if (typeof value === 'string') return opener.open(value, path);
  if (isList(value)) return value.map((item, index) => openAll(item, [...path, index], opener));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, openAll(item, [...path, name], opener)]),
  );
}

/** Every field with a sealed text. */
function sealedFields(value: Json, path: Path = []): readonly string[] {
  if (typeof value === 'string') return value.includes('sealed:v1:') ? [fieldName(path)] : [];
  if (isList(value)) return value.flatMap((item, index) => sealedFields(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => sealedFields(item, [...path, name]));
}
