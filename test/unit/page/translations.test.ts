import { describe, expect, it } from 'vitest';
import { words as en } from '../../../src-renderer/i18n/en/index.ts';
import { words as es } from '../../../src-renderer/i18n/es/index.ts';
import { ptBR } from '../../../src-renderer/i18n/pt-BR/index.ts';

/** Every text by its path: `document.error.incomplete`. */
function flatten(words: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      const place = path === '' ? key : `${path}.${key}`;
      return typeof value === 'string' ? [[place, value] as const] : [...flatten(Object(value), place)];
    }),
  );
}

/** The values that a text leaves room for, in their alphabetical order. */
function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = '']) => name).sort();
}

const portuguese = flatten(ptBR);

describe.each([
  ['en', en],
  ['es', es],
])('the words in %s', (_language, words) => {
  const translated = flatten(words);

  it('are exactly those of Portuguese, plural forms among them', () => {
    expect([...translated.keys()].sort()).toEqual([...portuguese.keys()].sort());
  });

  it('leave room for the same values', () => {
    const differing = [...portuguese].flatMap(([place, text]) => {
      const other = translated.get(place) ?? '';
      return placeholders(text).join() === placeholders(other).join() ? [] : [`${place}: ${other}`];
    });
    expect(differing).toEqual([]);
  });

  it('say something wherever Portuguese does', () => {
    const silent = [...translated].filter(
      ([place, text]) => text.trim() === '' && portuguese.get(place) !== '',
    );
    expect(silent).toEqual([]);
  });
});

it('has a form for one and for more of whatever is counted', () => {
  const counted = [...portuguese.keys()].flatMap((place) => /^(.*)_(?:one|other)$/.exec(place)?.[1] ?? []);
  for (const place of counted) {
    expect(portuguese.has(`${place}_one`), place).toBe(true);
    expect(portuguese.has(`${place}_other`), place).toBe(true);
  }
});
