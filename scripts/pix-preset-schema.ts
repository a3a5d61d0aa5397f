import { writeFileSync } from 'node:fs';
import { pixPresetJsonSchema } from '../src-main/payment/api-pix/pix-preset.ts';

/** Writes docs/pix-preset.schema.json from the format of the PIX presets; a test keeps it current. */

/** The JSON Schema as the text of its file. */
export function pixPresetSchemaFile(): string {
  return `${JSON.stringify(pixPresetJsonSchema(), undefined, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('../docs/pix-preset.schema.json', import.meta.url), pixPresetSchemaFile());
}
