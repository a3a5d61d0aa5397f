import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerRows, startsCapital } from '../../../src-renderer/ui/text-entry/customer-layouts.ts';

const shapes = ['tall', 'wide'] as const;
const kinds = ['words', 'sentences', 'plain'] as const;

function charsOf(kind: (typeof kinds)[number] | 'email', shape: (typeof shapes)[number]): readonly string[] {
  const pages = kind === 'email' ? (['letters'] as const) : (['letters', 'signs'] as const);
  return pages
    .flatMap((page) => customerRows(kind, page, shape))
    .flat()
    .flatMap((key) => ('char' in key ? [key.char] : []));
}

describe('the keys of the keyboard on the screen', () => {
  it.each(shapes)('hold all letters, accents and digits of Portuguese, %s', (shape) => {
    for (const kind of kinds) {
      const chars = new Set(charsOf(kind, shape));
      for (const char of "abcdefghijklmnopqrstuvwxyzçáàâãéêíóôõúü0123456789 .,-'?!@ñ") {
        expect(chars, `${kind} ${char}`).toContain(char);
      }
    }
  });

  it.each(shapes)('hold what e-mail addresses are made of, and no space, %s', (shape) => {
    const chars = new Set(charsOf('email', shape));
    for (const char of 'abcdefghijklmnopqrstuvwxyz0123456789@._-') expect(chars).toContain(char);
    expect(chars).not.toContain(' ');
  });

  const pages = shapes.flatMap((shape) =>
    ([...kinds, 'email'] as const).flatMap((kind) =>
      (['letters', 'signs'] as const).map((page) => ({ shape, kind, page })),
    ),
  );

  it.each(pages)('stand once on a page, and no row is too full for fingers: $kind, $page, $shape', (of) => {
    const rows = customerRows(of.kind, of.page, of.shape);
    const names = rows.flat().map((key) => ('char' in key ? key.char : key.action));
    expect(new Set(names).size).toBe(names.length);
    expect(Math.max(...rows.map(({ length }) => length))).toBeLessThanOrEqual(of.shape === 'tall' ? 10 : 13);
    expect(rows.length).toBeLessThanOrEqual(of.shape === 'tall' ? 6 : 4);
    expect(names).toContain('erase');
  });
});

describe('capital letters', () => {
  it('begin each word of a name', () => {
    expect(startsCapital('words', '')).toBe(true);
    expect(startsCapital('words', 'Maria')).toBe(false);
    expect(startsCapital('words', 'Maria ')).toBe(true);
  });

  it('begin each sentence of a message', () => {
    expect(startsCapital('sentences', '')).toBe(true);
    expect(startsCapital('sentences', 'Sem internet ')).toBe(false);
    expect(startsCapital('sentences', 'Sem internet. ')).toBe(true);
  });

  it('never come by themselves in an address or a code', () => {
    fc.assert(
      fc.property(fc.string(), (before) => {
        expect(startsCapital('email', before)).toBe(false);
        expect(startsCapital('plain', before)).toBe(false);
      }),
    );
  });
});
