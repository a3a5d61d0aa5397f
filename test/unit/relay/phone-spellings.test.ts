import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellPhone } from '../../../src-main/relay/crm/phone-spellings.ts';

const areas = ['11', '21', '54', '55', '99'];
const mobile = fc
  .tuple(
    fc.constantFrom(...areas),
    fc.constantFrom('6', '7', '8', '9'),
    fc.integer({ min: 0, max: 9_999_999 }),
  )
  .map(([area, first, rest]) => `55${area}9${first}${String(rest).padStart(7, '0')}`);

describe('spellings of a telephone number', () => {
  it('are all read as the same number, and none is a spelling of it without area code', () => {
    fc.assert(
      fc.property(mobile, (digits) => {
        const phone = spellPhone(digits);
        expect(phone.number).toBe(`+${digits}`);
        expect(phone.spellings.filter((each) => !phone.matches(each))).toEqual([]);
        expect(phone.digits.filter((each) => !phone.matches(each))).toEqual([]);
        expect(phone.spellings).toContain(digits.slice(2));
        expect(phone.spellings.every((each) => each.replace(/\D/g, '').length >= 10)).toBe(true);
      }),
    );
  });

  it('are with and without the ninth digit, of mobiles only', () => {
    expect(spellPhone('54987654321').spellings).toEqual(
      expect.arrayContaining(['(54) 98765-4321', '(54) 8765-4321', '+555487654321', '+55 54 98765-4321']),
    );
    expect(spellPhone('(11) 3333-4444').spellings).toHaveLength(16);
    expect(spellPhone('(11) 3333-4444').number).toBe('+551133334444');
  });

  it('of a number from elsewhere are itself and its digits', () => {
    const phone = spellPhone(' +39 333 1234567 ');
    expect(phone).toMatchObject({
      number: '+39 333 1234567',
      spellings: ['+39 333 1234567', '393331234567', '+393331234567'],
    });
    expect(phone.matches('0039 333 1234567')).toBe(false);
    expect(phone.matches('39-333-1234567')).toBe(true);
  });
});
