import { readFileSync, writeFileSync } from 'node:fs';
import { printerModels } from '../src-main/printing/printer-models.ts';
import { printerProfileJsonSchema } from '../src-main/printing/printer-profile.ts';
import { measurePapers, type PaperCost } from '../test/bench/papers.ts';

/**
 * Writes docs/printer-profile.schema.json from the format of the printer profiles, and into docs/printer-profiles.md
 * what the papers cost on the wire; a test keeps both current.
 */

const schemaFile = new URL('../docs/printer-profile.schema.json', import.meta.url);
const profilesFile = new URL('../docs/printer-profiles.md', import.meta.url);

/** Where the table stands in docs/printer-profiles.md. */
const TABLE = /(?<=<!-- papers -->\n)[\s\S]*?(?=<!-- \/papers -->)/;

/** The documents that the table tells of, by their names in the bench, and how it calls them. */
const shown = {
  slip: 'boleto slip',
  'pix-slip': 'PIX slip',
  receipt: 'receipt',
  'receipt-copies': 'both copies, 2 invoices',
  'protocol-refused': 'protocol',
  statement: 'statement',
  'test-page': 'test page',
} as const;

/** The JSON Schema as the text of its file. */
export function printerSchemaFile(): string {
  return `${JSON.stringify(printerProfileJsonSchema(), undefined, 2)}\n`;
}

/** docs/printer-profiles.md with the table of today's papers. */
export function printerProfilesFile(): string {
  return readFileSync(profilesFile, 'utf8').replace(TABLE, `${costTable(measurePapers())}\n`);
}

function costTable(costs: readonly PaperCost[]): string {
  const names = Object.keys(shown);
  const cellOf = (model: string, name: string) => {
    const cost = costs.find(({ profile, document }) => profile === model && document === name);
    return cost ? `${cost.bytes.toLocaleString('en-US')} · ${cost.seconds9600.toFixed(1)} s` : '';
  };
  const rows = [
    ['bytes · seconds at 9600 baud', ...Object.values(shown)],
    Array.from({ length: names.length + 1 }, () => '---'),
    ...printerModels.map((model) => [`\`${model}\``, ...names.map((name) => cellOf(model, name))]),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

if (import.meta.main) {
  writeFileSync(schemaFile, printerSchemaFile());
  writeFileSync(profilesFile, printerProfilesFile());
}
