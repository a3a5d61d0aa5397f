import { isValidPhone } from '@brazilian-utils/brazilian-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizePhone, phoneDigits } from '../../../src-main/domain/phone.ts';
import { digitsArbitrary } from './boleto-arbitrary.ts';

test('phoneDigits keeps the digits only', () => {
  expect(phoneDigits('+55 (11) 98765-4321')).toBe('5511987654321');
  expect(phoneDigits('ramal')).toBe('');
});

describe('normalizePhone', () => {
  test.each([
    ['(11) 98765-4321', ['5511987654321', '551187654321']],
    ['11987654321', ['5511987654321', '551187654321']],
    ['+55 11 98765-4321', ['5511987654321', '551187654321']],
    ['0055 11 98765-4321', ['5511987654321', '551187654321']],
    ['011 98765-4321', ['5511987654321', '551187654321']],
    ['0 15 11 98765-4321', ['5511987654321', '551187654321']],
    ['551187654321@s.whatsapp.net', ['5511987654321', '551187654321']],
    ['(11) 8765-4321', ['5511987654321', '551187654321']],
    // Area code 55 (Santa Maria), not the country code.
    ['(55) 99876-5432', ['5555998765432', '555598765432']],
    ['55 3222-1234', ['555532221234']],
    // A landline never gets a ninth digit.
    ['(11) 3333-4444', ['551133334444']],
    ['(11) 5555-4444', ['551155554444']],
    // A mobile that was born with nine digits never loses one.
    ['(11) 94321-0000', ['5511943210000']],
  ])('reads %s', (text, variants) => {
    expect(normalizePhone(text)).toEqual({ e164Digits: variants[0], variants });
  });

  test.each([
    '',
    '98765-4321',
    '(20) 98765-4321',
    '(10) 98765-4321',
    '(11) 1333-4444',
    '(11) 0333-4444',
    '(11) 88765-4321',
    '+1 212 555 0100 9999',
    '0800 123 4567',
    '119876543210',
    '0000011987654321',
  ])('refuses %j', (text) => {
    expect(normalizePhone(text)).toBeUndefined();
  });

  test('reads every number that the library takes for valid, and each variant as the same number', () => {
    const national = fc.tuple(digitsArbitrary(2), fc.constantFrom('', '9'), digitsArbitrary(8));
    fc.assert(
      fc.property(national, ([area, ninth, number]) => {
        const text = area + ninth + number;
        const phone = normalizePhone(text);
        if (isValidPhone(text)) expect(phone?.variants).toContain(`55${text}`);
        for (const variant of phone?.variants ?? []) expect(normalizePhone(variant)).toEqual(phone);
        expect(phone?.e164Digits).toBe(phone?.variants[0]);
      }),
      { numRuns: 500 },
    );
  });
});
