import { writeFileSync } from 'node:fs';
import { printerProfileJsonSchema } from '../src-main/printing/printer-profile.ts';

/** Writes docs/printer-profile.schema.json from the format of the printer profiles; a test keeps it current. */

/** The JSON Schema as the text of its file. */
export function printerSchemaFile(): string {
  return `${JSON.stringify(printerProfileJsonSchema(), undefined, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('../docs/printer-profile.schema.json', import.meta.url), printerSchemaFile());
}
