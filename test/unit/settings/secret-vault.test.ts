import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSealed } from '../../../src-main/settings/secret-vault.ts';
import { lockedVault, testVault } from './test-vault.ts';

describe('a sealed secret', () => {
  it('opens to what it was, and shows nothing of it', () => {
    const vault = testVault();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 200 }), (plain) => {
        const sealed = vault.seal(plain, 'for');
        expect(sealed).toMatch(/^sealed:v1:[A-Za-z0-9+/]+=*$/);
        expect(isSealed(sealed)).toBe(true);
        expect(sealed.slice('sealed:v1:'.length)).not.toContain(plain);
        expect(Buffer.from(sealed.slice('sealed:v1:'.length), 'base64').includes(plain)).toBe(false);
        expect(vault.open(sealed, 'for')).toEqual({ ok: true, value: plain });
      }),
    );
  });

  it('is never sealed the same way twice', () => {
    const vault = testVault();
    expect(vault.seal('segredo', 'for')).not.toBe(vault.seal('segredo', 'for'));
  });

  it('cannot be read with another key', () => {
    expect(testVault().open(testVault().seal('segredo', 'for'), 'for')).toEqual({
      ok: false,
      error: 'unreadable',
    });
  });

  it('cannot be read for another purpose', () => {
    const vault = testVault();
    expect(vault.open(vault.seal('segredo', 'for'), 'another')).toEqual({ ok: false, error: 'unreadable' });
  });

  it('cannot be changed, not by one bit', () => {
    const vault = testVault();
    const bytes = Buffer.from(vault.seal('segredo', 'for').slice('sealed:v1:'.length), 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const spoilt = Buffer.from(bytes);
      spoilt.writeUInt8(spoilt.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(vault.open(`sealed:v1:${spoilt.toString('base64')}`, 'for').ok).toBe(false);
    }
  });

  it.each(['', 'segredo', 'sealed:v1:', 'sealed:v1:AAAA', 'sealed:v2:AAAA', 'sealed:v1:çççç'])(
    '%j is none',
    (text) => expect(testVault().open(text, 'for')).toEqual({ ok: false, error: 'unreadable' }),
  );

  it('stays closed without the key', () => {
    const vault = lockedVault(new Error('no key'));
    expect(vault.open(testVault().seal('segredo', 'for'), 'for')).toEqual({ ok: false, error: 'unreadable' });
    expect(() => vault.seal('segredo', 'for')).toThrow('no key');
  });
});
