import { formatCnpj, formatCpf, isValidCnpj, isValidCpf } from '@brazilian-utils/brazilian-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptsKey,
  type CustomerDocument,
  entryKind,
  formatDocument,
  formatEntry,
  lettersPossible,
  maskDocument,
  parseDocument,
} from '../../../src-main/domain/cpf-cnpj.ts';
import { DIGITS, digitsArbitrary } from './boleto-arbitrary.ts';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const KEYS = [...DIGITS, ...LETTERS];

/** What comes of pressing keys at random and keeping the accepted ones. */
const entryArbitrary = fc
  .array(fc.oneof(fc.constantFrom(...DIGITS), fc.constantFrom(...KEYS)), { maxLength: 20 })
  .map((keys) => keys.reduce((entry, key) => (acceptsKey(entry, key) ? entry + key : entry), ''));

const cpfBaseArbitrary = digitsArbitrary(9).filter((base) => new Set(base).size > 1);
const cnpjBaseArbitrary = fc
  .oneof(digitsArbitrary(12), fc.string({ unit: fc.constantFrom(...KEYS), minLength: 12, maxLength: 12 }))
  .filter((base) => new Set(base).size > 1);

/** Sound documents of all three shapes, by the library's judgement. */
const documentTextArbitrary = fc.oneof(
  cpfBaseArbitrary.map((base) => soundEndings(base, isValidCpf)[0] ?? base),
  cnpjBaseArbitrary.map((base) => soundEndings(base, isValidCnpjOfToday)[0] ?? base),
);

/** The texts made of `base` and two digits that `isSound` accepts. */
function soundEndings(base: string, isSound: (text: string) => boolean): readonly string[] {
  return Array.from({ length: 100 }, (_, digits) => base + String(digits).padStart(2, '0')).filter(isSound);
}

function isValidCnpjOfToday(text: string): boolean {
  return isValidCnpj(text, { version: 2 });
}

describe('parseDocument', () => {
  test.each([
    ['52998224725', 'cpf', '52998224725'],
    ['529.982.247-25', 'cpf', '52998224725'],
    ['12345678909', 'cpf', '12345678909'],
    ['11144477735', 'cpf', '11144477735'],
    ['12.ABC.345/01DE-35', 'cnpj', '12ABC34501DE35'],
    ['12abc34501de35', 'cnpj', '12ABC34501DE35'],
    ['00000000000191', 'cnpj', '00000000000191'],
    ['33.000.167/0001-01', 'cnpj', '33000167000101'],
    [' 529 982 247 25 ', 'cpf', '52998224725'],
  ])('reads %s', (text, kind, value) => {
    expect(parseDocument(text)).toEqual({ ok: true, value: { kind, value } });
  });

  test.each([
    ['', 'incomplete'],
    ['5299822472', 'incomplete'],
    ['529982247255', 'incomplete'],
    ['1234567890A', 'incomplete'],
    ['330001670001011', 'incomplete'],
    ['12ÁBC34501DE35', 'incomplete'],
    ['5299822472５', 'incomplete'],
    ['12345678901', 'wrong-check-digit'],
    ['52998224726', 'wrong-check-digit'],
    ['12ABC34501DE36', 'wrong-check-digit'],
    ['12ABC3450IDE35', 'wrong-check-digit'],
    ['11222333000182', 'wrong-check-digit'],
    ['11111111111', 'repeated-digits'],
    ['00000000000000', 'repeated-digits'],
    ['12ABC34501DE3A', 'letter-in-check-digits'],
    ['12ABC34501DEA5', 'letter-in-check-digits'],
  ])('refuses %j: %s', (text, error) => {
    expect(parseDocument(text)).toEqual({ ok: false, error });
  });

  test.each([
    ['CPF', cpfBaseArbitrary, isValidCpf],
    ['CNPJ', cnpjBaseArbitrary, isValidCnpjOfToday],
  ])('agrees with the library which two digits end any %s', (_, bases, isSound) => {
    fc.assert(
      fc.property(bases, (base) => {
        const sound = soundEndings(base, (text) => parseDocument(text).ok);
        expect(sound).toHaveLength(1);
        expect(sound).toEqual(soundEndings(base, isSound));
      }),
    );
  });

  test('reads every generated document, with and without mask', () => {
    fc.assert(
      fc.property(documentTextArbitrary, (text) => {
        const result = parseDocument(text);
        if (!result.ok) throw new Error(result.error);
        expect(parseDocument(formatDocument(result.value))).toEqual(result);
      }),
    );
  });

  test('refuses every single wrong digit', () => {
    fc.assert(
      fc.property(
        documentTextArbitrary,
        fc.nat({ max: 13 }),
        fc.constantFrom(...DIGITS),
        (text, at, digit) => {
          const position = at % text.length;
          fc.pre(/\d/.test(text.charAt(position)) && text.charAt(position) !== digit);
          // Mod11 gives two remainders the digit 0, which lets some wrong digits pass.
          fc.pre(position >= text.length - 2 || !text.slice(-2).includes('0'));
          expect(parseDocument(text.slice(0, position) + digit + text.slice(position + 1)).ok).toBe(false);
        },
      ),
    );
  });
});

const cpf: CustomerDocument = { kind: 'cpf', value: '12345678909' };
const cnpj: CustomerDocument = { kind: 'cnpj', value: '12ABC34501DE35' };

test('formatDocument writes the official masks, as the library does', () => {
  expect(formatDocument(cpf)).toBe('123.456.789-09');
  expect(formatDocument(cnpj)).toBe('12.ABC.345/01DE-35');
  expect(formatDocument(cpf)).toBe(formatCpf(cpf.value));
  expect(formatDocument(cnpj)).toBe(formatCnpj(cnpj.value, { version: 2 }));
});

test('maskDocument hides the start and the check digits', () => {
  expect(maskDocument(cpf)).toBe('***.456.789-**');
  expect(maskDocument(cnpj)).toBe('**.***.345/01DE-**');
});

describe('typing a document', () => {
  test.each([
    ['', ''],
    ['529', '529'],
    ['5299', '529.9'],
    ['529982', '529.982'],
    ['5299822472', '529.982.247-2'],
    ['52998224725', '529.982.247-25'],
    ['529982247251', '52.998.224/7251'],
    ['33000167000101', '33.000.167/0001-01'],
    ['12A', '12.A'],
    ['12ABC34501DE3', '12.ABC.345/01DE-3'],
  ])('shows %j as %j', (entry, shown) => {
    expect(formatEntry(entry)).toBe(shown);
  });

  test.each([
    ['', 'unknown'],
    ['5299822472', 'unknown'],
    ['52998224725', 'cpf'],
    ['529982247251', 'cnpj'],
    ['1A', 'cnpj'],
  ])('takes %j for %s', (entry, kind) => {
    expect(entryKind(entry)).toBe(kind);
  });

  test.each([
    ['', 'A', true],
    ['', '0', true],
    ['12ABC34501D', 'E', true],
    ['12ABC34501DE', 'F', false],
    ['12ABC34501DE', '3', true],
    ['12ABC34501DE3', '5', true],
    ['12ABC34501DE35', '5', false],
    ['12', 'a', false],
    ['12', 'Ç', false],
    ['12', '.', false],
    ['12', '', false],
    ['12', '34', false],
    ['12', 'Enter', false],
  ])('after %j, key %j is accepted: %s', (entry, key, accepted) => {
    expect(acceptsKey(entry, key)).toBe(accepted);
  });

  test('never loses, adds or reorders a character, and ends with none of the mask', () => {
    fc.assert(
      fc.property(entryArbitrary, (entry) => {
        const shown = formatEntry(entry);
        expect(shown.replace(/[./-]/g, '')).toBe(entry);
        expect(shown).not.toMatch(/[./-]$/);
      }),
    );
  });

  test('letters are possible exactly when some letter is accepted', () => {
    fc.assert(
      fc.property(entryArbitrary, (entry) => {
        expect(lettersPossible(entry)).toBe(LETTERS.some((letter) => acceptsKey(entry, letter)));
      }),
    );
  });

  test('every sound document can be typed, and then shows its official mask', () => {
    fc.assert(
      fc.property(documentTextArbitrary, (text) => {
        const entry = Array.from(text).reduce(
          (typed, key) => (acceptsKey(typed, key) ? typed + key : typed),
          '',
        );
        const result = parseDocument(entry);
        if (!result.ok) throw new Error(result.error);
        expect(entry).toBe(text);
        expect(formatEntry(entry)).toBe(formatDocument(result.value));
        expect(entryKind(entry)).toBe(result.value.kind);
      }),
    );
  });
});
