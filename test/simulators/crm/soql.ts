/** `field = value` or `field IN (…)`: which values a field may have. */
export interface Condition {
  readonly field: string;
  /** In lower case: SOQL does not tell it from upper case. */
  readonly values: ReadonlySet<string>;
}

/** A field, or a query within the query. */
export type Selected = string | { readonly relationship: string; readonly fields: readonly string[] };

/** The little of SOQL that this CRM understands. */
export interface SoqlQuery {
  readonly selected: readonly Selected[];
  readonly object: string;
  /** Any of them; within each all of them. Empty: no condition. */
  readonly anyOf: readonly (readonly Condition[])[];
  readonly limit: number | undefined;
}

const token = /\s*('(?:[^'\\]|\\.)*'|[(),=]|[\w.]+)/y;

/** Reads `SELECT a, (SELECT b FROM Bs) FROM C [WHERE d = 'e' AND f IN ('g') OR …] [ORDER BY h] [LIMIT n]`; undefined for anything else. */
export function parseSoql(soql: string): SoqlQuery | undefined {
  const tokens = tokensOf(soql);
  if (tokens === undefined) return undefined;
  try {
    return new Parser(tokens).query();
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

class Malformed extends Error {}

function tokensOf(soql: string): string[] | undefined {
  const tokens: string[] = [];
  const text = soql.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const [, found] = token.exec(text) ?? [];
    if (found === undefined) return undefined;
    tokens.push(found);
  }
  return tokens;
}

class Parser {
  readonly #tokens: string[];

  constructor(tokens: string[]) {
    this.#tokens = tokens;
  }

  query(): SoqlQuery {
    this.#expect('select');
    const selected = this.#list(() => this.#selected());
    this.#expect('from');
    const object = this.#name();
    const anyOf = this.#accept('where') ? this.#conditions() : [];
    if (this.#accept('order')) {
      this.#expect('by');
      this.#name();
    }
    const limit = this.#accept('limit') ? Number(this.#name()) : undefined;
    if (this.#tokens.length > 0) throw new Malformed();
    return { selected, object, anyOf, limit };
  }

  #selected(): Selected {
    if (!this.#accept('(')) return this.#name();
    this.#expect('select');
    const fields = this.#list(() => this.#name());
    this.#expect('from');
    const relationship = this.#name();
    this.#expect(')');
    return { relationship, fields };
  }

  #conditions(): readonly (readonly Condition[])[] {
    const anyOf: Condition[][] = [];
    do {
      const all: Condition[] = [];
      do all.push(this.#condition());
      while (this.#accept('and'));
      anyOf.push(all);
    } while (this.#accept('or'));
    return anyOf;
  }

  #condition(): Condition {
    const field = this.#name();
    if (this.#accept('=')) return { field, values: new Set([this.#value()]) };
    this.#expect('in');
    this.#expect('(');
    const values = this.#list(() => this.#value());
    this.#expect(')');
    return { field, values: new Set(values) };
  }

  #value(): string {
    const text = this.#next().toLowerCase();
    if (text === 'true' || text === 'false') return text;
    if (!text.startsWith("'")) throw new Malformed();
    return text.slice(1, -1).replace(/\\(.)/g, '$1');
  }

  #list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.#accept(',')) items.push(read());
    return items;
  }

  #name(): string {
    const text = this.#next();
    if (!/^[\w.]+$/.test(text)) throw new Malformed();
    return text;
  }

  #next(): string {
    const text = this.#tokens.shift();
    if (text === undefined) throw new Malformed();
    return text;
  }

  #accept(word: string): boolean {
    if (this.#tokens[0]?.toLowerCase() !== word) return false;
    this.#tokens.shift();
    return true;
  }

  #expect(word: string): void {
    if (!this.#accept(word)) throw new Malformed();
  }
}
