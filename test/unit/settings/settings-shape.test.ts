import { expect, it } from 'vitest';
import { schemaFile } from '../../../scripts/settings-schema.ts';
import type { Json, JsonObject } from '../../../src-main/contract/technician.ts';
import { settingsJsonSchema } from '../../../src-main/settings/json-schema.ts';
import { isObject, walkSettings } from '../../../src-main/settings/settings-shape.ts';

/** A value for every field that the schema has, lists and records with one entry each. */
function everything(schema: JsonObject): Json {
  const { properties, items, additionalProperties, propertyNames } = schema;
  if (isObject(properties)) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [name, isObject(field) ? everything(field) : null]),
    );
  }
  if (isObject(items)) return [everything(items)];
  if (!isObject(additionalProperties)) return 'text';
  const [name] = isObject(propertyNames) && Array.isArray(propertyNames.enum) ? propertyNames.enum : ['any'];
  return { [name]: everything(additionalProperties) };
}

it('finds every field that the schema marks as secret, and the chat addresses', () => {
  const found: string[] = [];
  const settings = everything(settingsJsonSchema() as JsonObject);
  const kept = walkSettings(settings, {
    strangers: 'drop',
    visit(value, { openness }) {
      found.push(openness);
      return value;
    },
  });
  const { $schema: _, ...known } = settings as JsonObject;
  expect(kept).toEqual(known);
  const marked = [...schemaFile().matchAll(/"writeOnly": true/g)];
  expect(found.filter((openness) => openness === 'secret')).toHaveLength(marked.length);
  expect(found.filter((openness) => openness === 'chat-address')).toHaveLength(7);
});
