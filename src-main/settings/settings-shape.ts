import type { Json, JsonObject } from '../contract/technician.ts';
import { isChatAddress } from './chat-address.ts';
import { settingsJsonSchema } from './json-schema.ts';

/** What a value of the settings is to those who must not see secrets. */
type Openness = 'open' | 'secret' | 'chat-address';

/** The part of the settings' schema that one needs to find secrets and strangers in settings that may be wrong. */
interface FieldShape {
  readonly openness: Openness;
  readonly form: 'value' | 'object' | 'list';
  readonly fields: ReadonlyMap<string, FieldShape>;
  /** Every entry of a list, or of an object whose names are free. */
  readonly each?: FieldShape;
  /** The only names that such an object may have. */
  readonly names?: ReadonlySet<string>;
}

/** A value that is not simply open, and where it stands. */
export interface Spot {
  readonly openness: Exclude<Openness, 'open'>;
  /** As in problems: `erps`, `0`, `auth`, `token`. */
  readonly path: readonly (string | number)[];
  /** It has a free name, e.g. that of a header, which says something by itself. */
  readonly named: boolean;
}

export interface Walk {
  /** What stands in the place of a secret or an address with one; `undefined` takes it away. */
  readonly visit: (value: Json, spot: Spot) => Json | undefined;
  /** What the schema does not know, or knows in another form. */
  readonly strangers: 'keep' | 'drop';
}

type Schema = JsonObject;

let known: FieldShape | undefined;

/** A copy of settings, right or wrong, with their secrets visited. */
export function walkSettings(json: Json, walk: Walk): Json {
  known ??= shapeOf(withoutSchema(settingsJsonSchema() as Schema), []);
  return walkValue(json, known, { ...walk, path: [], named: false }) ?? {};
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

interface Here extends Walk {
  readonly path: readonly (string | number)[];
  readonly named: boolean;
}

function walkValue(value: Json, shape: FieldShape, here: Here): Json | undefined {
  const { openness, form } = shape;
  if (openness !== 'open') return here.visit(value, { openness, path: here.path, named: here.named });
  if (form === 'object' && isObject(value)) return walkObject(value, shape, here);
  if (form === 'list' && isList(value)) return walkList(value, shape, here);
  if (here.strangers === 'keep') return value;
  return form === 'value' ? openValue(value) : undefined;
}

function walkObject(object: JsonObject, { fields, each, names }: FieldShape, here: Here): JsonObject {
  const walked: [string, Json][] = [];
  for (const [name, value] of Object.entries(object)) {
    const field = fields.get(name) ?? (names === undefined || names.has(name) ? each : undefined);
    if (field === undefined && here.strangers === 'drop') continue;
    const named = !fields.has(name);
    const kept = field ? walkValue(value, field, { ...here, path: [...here.path, name], named }) : value;
    if (kept !== undefined) walked.push([name, kept]);
  }
  // Unlike an assignment, this takes `__proto__` for a name like any other.
  return Object.fromEntries(walked);
}

function walkList(list: readonly Json[], { each }: FieldShape, here: Here): readonly Json[] {
  return list.flatMap((value, index) => {
    const kept = each
      ? walkValue(value, each, { ...here, path: [...here.path, index], named: false })
      : value;
    return kept === undefined ? [] : [kept];
  });
}

/** Neither a group in the place of a value nor a password within an address; the schema refuses both. */
function openValue(value: Json): Json | undefined {
  if (typeof value === 'string') return value.replace(/(:\/\/)[^/?#\s]*@/g, '$1');
  return isObject(value) || isList(value) ? undefined : value;
}

/** `$schema` is for editors of the file, whatever they put there: a stranger to everybody else. */
function withoutSchema(schema: Schema): Schema {
  if (!isObject(schema.properties)) return schema;
  const { $schema: _, ...properties } = schema.properties;
  return { ...schema, properties };
}

function shapeOf(schema: Schema, path: readonly string[]): FieldShape {
  const { properties, additionalProperties, items, propertyNames } = schema;
  const fields = Object.entries(isObject(properties) ? properties : {}).flatMap(([name, field]) =>
    isObject(field) ? [[name, shapeOf(field, [...path, name])] as const] : [],
  );
  const entry = [additionalProperties, items].find(isObject);
  const names = isObject(propertyNames) && isList(propertyNames.enum) ? propertyNames.enum : undefined;
  return {
    openness: opennessOf(schema, path),
    form: formOf(schema),
    fields: new Map(fields),
    ...(entry && { each: shapeOf(entry, [...path, '*']) }),
    ...(names && { names: new Set(names.map(String)) }),
  };
}

function opennessOf(schema: Schema, path: readonly string[]): Openness {
  if (schema.writeOnly === true) return 'secret';
  // JSON Schema has no word for an address that may carry a key.
  return isChatAddress(path) ? 'chat-address' : 'open';
}

function formOf({ type }: Schema): FieldShape['form'] {
  if (type === 'object') return 'object';
  return type === 'array' ? 'list' : 'value';
}
