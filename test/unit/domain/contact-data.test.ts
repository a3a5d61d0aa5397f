import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  formatPhone,
  isMobile,
  maskEmail,
  maskPhone,
  nationalDigits,
  parseEmail,
  sameEmail,
  samePhone,
} from '../../../src-main/domain/contact-data.ts';
import { normalizePhone } from '../../../src-main/domain/phone.ts';

describe('parseEmail', () => {
  it.each([
    ['maria@example.com', 'maria@example.com'],
    ['  Maria.Souza+luz@Example.COM.BR ', 'maria.souza+luz@example.com.br'],
    ['joao_2@sub.dominio.com', 'joao_2@sub.dominio.com'],
  ])('takes %j', (typed, address) => {
    expect(parseEmail(typed)).toBe(address);
  });

  it.each([
    '',
    'maria',
    'maria@',
    '@example.com',
    'maria@example',
    'maria@@example.com',
    'maria @example.com',
    'maria@exam ple.com',
    '.maria@example.com',
    'maria.@example.com',
    'ma..ria@example.com',
    'maria@example..com',
    'maria@-example.com',
    'maria@example.c',
    'maria@example.com,',
    'josé@example.com',
    `${'m'.repeat(65)}@example.com`,
    `maria@${'e'.repeat(60)}.${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(60)}.com.br`,
    'maria@example.com\nBcc: todos@example.com',
  ])('refuses %j', (typed) => {
    expect(parseEmail(typed)).toBeUndefined();
  });

  it('takes what it has made', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const address = parseEmail(typed);
        if (address !== undefined) expect(parseEmail(address)).toBe(address);
      }),
    );
  });
});

test('the same mailbox however it is written', () => {
  expect(sameEmail('Maria@Example.com ', 'maria@example.com')).toBe(true);
  expect(sameEmail('maria@example.com', 'mario@example.com')).toBe(false);
});

test('the same line with and without country code, mask and ninth digit', () => {
  expect(samePhone('(54) 98765-4321', '5554987654321')).toBe(true);
  expect(samePhone('(54) 8765-4321', '54 98765-4321')).toBe(true);
  expect(samePhone('(54) 3452-1000', '54 98765-4321')).toBe(false);
  expect(samePhone('0800 123', '0800123')).toBe(true);
});

test('a telephone as it is typed', () => {
  expect(['', '5', '54', '549', '5434521', '5434521000', '54987654321'].map(formatPhone)).toEqual([
    '',
    '(5',
    '(54',
    '(54) 9',
    '(54) 3452-1',
    '(54) 3452-1000',
    '(54) 98765-4321',
  ]);
});

test('masks tell people their own and nobody anything', () => {
  expect(maskPhone('5554987654321')).toBe('(54) 9****-4321');
  expect(maskPhone('(54) 3452-1000')).toBe('(54) ****-1000');
  expect(maskPhone('190')).toBe('****-90');
  expect(maskEmail('maria@gmail.com')).toBe('m***@gmail.com');
  expect(maskEmail('@')).toBe('***');
  expect(maskEmail('')).toBe('***');
});

test('mobiles, and the digits that an ERP keeps', () => {
  const mobile = normalizePhone('54 8765-4321');
  const landline = normalizePhone('54 3452-1000');
  expect([mobile, landline].map((phone) => phone && isMobile(phone))).toEqual([true, false]);
  expect([mobile, landline].map((phone) => phone && nationalDigits(phone))).toEqual([
    '54987654321',
    '5434521000',
  ]);
});
