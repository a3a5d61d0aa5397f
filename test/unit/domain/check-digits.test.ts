import { calculaMod10, calculaMod11 } from '@mrmgomes/boleto-utils';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mod10CheckDigit, mod11CheckDigit, mod11Remainder } from '../../../src-main/domain/check-digits.ts';
import { digitsArbitrary } from './boleto-arbitrary.ts';

test('mod10 agrees with the library at any length', () => {
  fc.assert(
    fc.property(fc.nat({ max: 50 }).chain(digitsArbitrary), (digits) => {
      expect(mod10CheckDigit(digits)).toBe(calculaMod10(digits));
    }),
  );
});

test('mod11 agrees with the library at the lengths that it knows', () => {
  fc.assert(
    fc.property(fc.constantFrom(11, 43).chain(digitsArbitrary), (digits) => {
      expect(mod11CheckDigit(digits, 9)).toBe(calculaMod11(digits));
    }),
  );
});

test('mod11 counts letters by their ASCII code less 48, from the right', () => {
  expect(mod11Remainder('A', 9)).toBe((17 * 2) % 11);
  expect(mod11Remainder('Z0', 9)).toBe((42 * 3) % 11);
});
