/** What a request says, by name: small letters and digits only, so that `$Document$`, `document` and `DOCUMENT` are one. */
export type AskedValues = ReadonlyMap<string, string>;

/** What carries the values of a request. */
export interface ValueSource {
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Buffer;
}

const LONGEST_VALUE = 500;
const MOST_VALUES = 300;
const DEEPEST = 6;
/** A variable that whoever should have filled it in left as it was. */
const UNFILLED = /^\$\w*\$$/;

/**
 * Reads query and body, whatever the body is: JSON of any shape, a form, a form in parts; anything else is passed over.
 * The first one that names a value wins: the query before the body, what stands higher in JSON before what stands deeper.
 */
export async function readValues({ query, contentType, body }: ValueSource): Promise<AskedValues> {
  const values = new Map<string, string>();
  for (const [name, value] of query) keep(values, name, value);
  for (const [name, value] of await bodyEntries(contentType, body)) keep(values, name, value);
  return values;
}

/** The first of these names that has a value; names in small letters. */
export function firstValue(values: AskedValues, ...names: readonly string[]): string | undefined {
  return names.map((name) => values.get(name)).find((value) => value !== undefined);
}

type Entry = readonly [name: string, value: string];

async function bodyEntries(contentType: string, body: Buffer): Promise<readonly Entry[]> {
  if (body.byteLength === 0) return [];
  if (/^multipart\/form-data/i.test(contentType)) return partEntries(contentType, body);
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  const json = parseJson(text);
  if (json !== undefined) return jsonEntries(json);
  return [...new URLSearchParams(text)];
}

async function partEntries(contentType: string, body: Buffer): Promise<readonly Entry[]> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  } catch {
    return [];
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Level by level, so that the contact itself comes before whatever hangs on it. */
function jsonEntries(json: unknown): readonly Entry[] {
  const entries: Entry[] = [];
  let level: readonly unknown[] = [json];
  for (let depth = 0; depth < DEEPEST && level.length > 0 && entries.length < MOST_VALUES; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      for (const [name, inner] of childrenOf(value)) {
        if (typeof inner === 'object' && inner !== null) next.push(inner);
        else entries.push([name, plainText(inner)]);
      }
    }
    level = next.slice(0, MOST_VALUES);
  }
  return entries;
}

function childrenOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).slice(0, MOST_VALUES);
}

function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function keep(values: Map<string, string>, name: string, value: string): void {
  const known = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const text = value.trim();
  if (known === '' || values.has(known) || values.size >= MOST_VALUES) return;
  if (text === '' || text.length > LONGEST_VALUE || UNFILLED.test(text)) return;
  values.set(known, text);
}
