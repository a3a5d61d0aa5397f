import * as z from 'zod';
import { settingsSchema } from './settings-schema.ts';

/** The settings as JSON Schema 2020-12, as a person writes them: fields with a default may be left out. */
export function settingsJsonSchema(): z.core.JSONSchema.BaseSchema {
  return { ...z.toJSONSchema(settingsSchema, { io: 'input' }), title: 'Balcão: settings.json' };
}
