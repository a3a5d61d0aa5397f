import { writeFileSync } from 'node:fs';
import { profileJsonSchema } from '../src-main/erp/profile/profile-schema.ts';

/** Writes docs/erp-profile.schema.json from the format of the profiles; a test keeps it current. */

/** The JSON Schema as the text of its file. */
export function profileSchemaFile(): string {
  return `${JSON.stringify(profileJsonSchema(), undefined, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('../docs/erp-profile.schema.json', import.meta.url), profileSchemaFile());
}
