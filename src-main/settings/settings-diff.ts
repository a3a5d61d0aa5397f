import type { Json, SettingChange } from '../contract/technician.ts';
import { withoutFixedValues } from './chat-address.ts';
import { openSecrets } from './sealed-secrets.ts';
import type { SecretVault } from './secret-vault.ts';
import { fieldName } from './setting-problem.ts';
import { isList, isObject, walkSettings } from './settings-shape.ts';

type Path = readonly (string | number)[];

interface Leaf {
  /** What is compared. */
  readonly value: string;
  /** As it may be shown; absent for a secret. */
  readonly shown?: string;
}

/** How each value that is not open may be shown, by its path. */
type Shown = ReadonlyMap<string, string | undefined>;

/**
 * What differs between two settings, sealed or plain, in the newer one's order. Entries of lists are matched and named
 * by their `id`, e.g. `erps[principal].baseUrl`. Secrets are compared but never shown.
 */
export function diffSettings(before: Json, after: Json, vault: SecretVault): readonly SettingChange[] {
  const [older, newer] = [leavesOf(before, vault), leavesOf(after, vault)];
  const fields = new Set([...newer.keys(), ...older.keys()]);
  return [...fields].flatMap((field) => changeBetween(field, older.get(field), newer.get(field)));
}

function changeBetween(field: string, older: Leaf | undefined, newer: Leaf | undefined): SettingChange[] {
  if (older?.value === newer?.value) return [];
  // Also an address of which only the key is another.
  if (older?.shown === newer?.shown) return [{ field, secret: true }];
  const before = older?.shown !== undefined && { before: older.shown };
  const after = newer?.shown !== undefined && { after: newer.shown };
  return [{ field, ...before, ...after, secret: false }];
}

function leavesOf(settings: Json, vault: SecretVault): ReadonlyMap<string, Leaf> {
  const shown = new Map<string, string | undefined>();
  const plain = walkSettings(openSecrets(settings, vault).json, {
    strangers: 'drop',
    visit(value, { path, openness }) {
      if (typeof value !== 'string') return undefined;
      shown.set(fieldName(path), openness === 'secret' ? undefined : withoutFixedValues(value));
      return value;
    },
  });
  return new Map(flatten(plain, { source: [], target: '' }, shown));
}

/** Where a value stands in the settings, and how the change will name that place. */
interface Place {
  readonly source: Path;
  readonly target: string;
}

function flatten(value: Json, place: Place, shown: Shown): (readonly [string, Leaf])[] {
  if (isList(value)) return flattenList(value, place, shown);
  if (!isObject(value)) return [[place.target, leafOf(value, place, shown)]];
  return Object.entries(value).flatMap(([name, item]) =>
    flatten(item, { source: [...place.source, name], target: below(place.target, name) }, shown),
  );
}

function flattenList(list: readonly Json[], place: Place, shown: Shown): (readonly [string, Leaf])[] {
  const items = list.map((item, index) => ({ item, id: idOf(item), source: [...place.source, index] }));
  const ids = items.flatMap(({ id }) => id ?? []);
  const isPlain = items.every(
    ({ item, source }) => !isObject(item) && !isList(item) && !shown.has(fieldName(source)),
  );
  if (isPlain) return list.length === 0 ? [] : [[place.target, openLeaf(list.map(textOf).join(', '))]];
  const entries = items.flatMap(({ item, id, source }, index) =>
    flatten(withoutId(item), { source, target: `${place.target}[${id ?? index}]` }, shown),
  );
  // Which there are, and in which order.
  return ids.length === 0 ? entries : [[place.target, openLeaf(ids.join(', '))], ...entries];
}

function leafOf(value: Json, { source }: Place, shown: Shown): Leaf {
  const field = fieldName(source);
  const text = textOf(value);
  if (!shown.has(field)) return openLeaf(text);
  const masked = shown.get(field);
  return { value: text, ...(masked !== undefined && { shown: masked }) };
}

function openLeaf(text: string): Leaf {
  return { value: text, shown: text };
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function idOf(item: Json): string | undefined {
  return isObject(item) && typeof item.id === 'string' ? item.id : undefined;
}

function withoutId(item: Json): Json {
  if (idOf(item) === undefined || !isObject(item)) return item;
  const { id: _, ...others } = item;
  return others;
}

function below(target: string, name: string): string {
  return `${target}${target && '.'}${name}`;
}
