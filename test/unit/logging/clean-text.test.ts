import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src-main/logging/clean-text.ts';
import {
  boletoDigits,
  brCode,
  cnpj,
  cpf,
  email,
  maskedCnpj,
  maskedCpf,
  phone,
  token,
  txid,
} from './personal-data.ts';

/** Text around the thing: what ends no number and no word, so that the thing stays what it is. */
const around = fc.constantFrom('', ' ', 'doc=', ': ', ' (', ') ', ', ', '"', '/', 'ação ', '\n', 'CPF ');

function neverShown(thing: fc.Arbitrary<string>): void {
  fc.assert(
    fc.property(around, thing, around, (before, value, after) => {
      const cleaned = cleanText(`${before}${value}${after}`);
      expect(cleaned).not.toContain(value);
      expect(cleaned.replace(/[^0-9A-Za-z]/g, '')).not.toContain(value.replace(/[^0-9A-Za-z]/g, ''));
    }),
    { numRuns: 500 },
  );
}

describe('text for the log', () => {
  it.each([
    ['CPFs', cpf],
    ['masked CPFs', maskedCpf],
    ['CNPJs', cnpj],
    ['CNPJs in lower case', cnpj.map((text) => text.toLowerCase())],
    ['masked CNPJs', maskedCnpj],
    ['phones', phone],
    ['e-mail addresses and WhatsApp ids', email],
    ['tokens', token],
    ['typed lines and barcodes', boletoDigits],
    ['BR Codes', brCode],
  ])('shows no %s', (_name, thing) => neverShown(thing));

  it("shows no document that stands inside an ERP's own code", () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.oneof(cpf, cnpj), (invoice, document) => {
        expect(cleanText(`${invoice}${document}`)).not.toContain(document);
      }),
    );
  });

  it('leaves no document at the cut of a long text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 900, max: 1010 }), cpf, (length, document) => {
        const cleaned = cleanText(`${'x '.repeat(length / 2)}${document} ${'y '.repeat(100)}`);
        expect(cleaned).not.toMatch(/\d/);
        expect(cleaned.length).toBeLessThanOrEqual(1001);
      }),
    );
  });

  it('shows the query string of no address, and its path', () => {
    expect(cleanText('GET https://witi.example/api/vars?key=abc&WID=1 failed')).toBe(
      'GET https://witi.example/api/vars?[query] failed',
    );
  });

  it.each([
    '00190.50095 40144.816069 06809.350314 3 37370000000100',
    '83620000000-5 66780048100-0 18097565731-3 00158963608-1',
  ])('shows no printed typed line: %s', (line) => {
    expect(cleanText(`linha ${line}.`)).toBe('linha [boleto].');
  });

  it.each([
    'WRITE-OFF-REFUSED',
    'SETTINGS-LOGO-UNUSABLE-BECAUSE-IT-IS-TOO-LARGE',
    'txid 7b2d64c4eb744a2d92a4dd5f8cfc4dfa of invoice 123456: HTTP 404 in 812 ms',
    '/cob/7b2d64c4eb744a2d92a4dd5f8cfc4dfa',
    'E12345678202611211345abcDEF12345',
    'E1234567820261121134552998224725',
    'paid E12345678202611211345abcDEF12345, 123e4567-e12b-12d1-a456-426655440000',
    'wo-123e4567-e12b-12d1-a456-426655440000',
    'connect ECONNREFUSED 192.168.100.20:45123',
    '2026-11-21T13:45:01.123Z',
    'R$ 1.234.567,89',
    '/dev/ttyUSB0',
    'SQLITE_CONSTRAINT: UNIQUE constraint failed: charge.txid',
  ])('keeps %s', (text) => expect(cleanText(text)).toBe(text));

  it('keeps the ids of our own charges in nearly every text', () => {
    // One in a thousand random ids holds what could be a CPF; the field `txid` keeps those too.
    const kept = fc.sample(txid, 1000).filter((id) => cleanText(`charge ${id} gone`) === `charge ${id} gone`);
    expect(kept.length).toBeGreaterThan(980);
  });
});
