import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonError } from '../../../src-main/settings/json-error.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the place of a JSON error', () => {
  it.each([
    ['', 1, 1],
    ['{"a":1,}', 1, 8],
    ['{\n "a": 1\n "b": 2\n}', 3, 2],
    ['{ // nota\n}', 1, 3],
    ['{"a": tru}', 1, 7],
    ['[1 2]', 1, 4],
    ['{"a":1}}', 1, 8],
    ['{"a":"x\ny"}', 1, 6],
    ["{'a':1}", 1, 2],
    ['[01]', 1, 3],
    ['{"a"', 1, 5],
  ])('%j', (text, line, column) => {
    expect(findJsonError(text)).toEqual({ line, column });
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', '\\', '\u0007', '\u0085', '1', 'e', '-', '\n'),
      )
      .map(([text, at, extra]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + extra + text.slice(place + (at % 2));
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
        expect(findJsonError(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('answers for brackets nested without end', () => {
    expect(findJsonError('['.repeat(200_000))).toBeDefined();
  });
});
