import { describe, expect, it } from 'vitest';
import { secretPurpose } from '../../../src-main/settings/secret-purpose.ts';

const path = ['pix', 'accounts', 0, 'clientSecret'] as const;

function purposeOf(account: Record<string, string>): string {
  return secretPurpose({ pix: { accounts: [account] } }, path);
}

describe('what a secret of a PIX account is for', () => {
  it('is the PSP that the preset names, or the hosts of the settings', () => {
    const purposes = [
      { preset: 'inter' },
      { preset: 'efi' },
      { baseUrl: 'https://psp.example/v2', tokenUrl: 'https://psp.example/token' },
      { preset: 'inter', baseUrl: 'https://psp.example/v2' },
    ].map(purposeOf);
    expect(new Set(purposes).size).toBe(purposes.length);
  });

  it('stays what it was for settings without a preset, and for another path at the same host', () => {
    const baseUrl = 'https://psp.example/v2';
    expect(purposeOf({ preset: 'generic', baseUrl })).toBe(purposeOf({ baseUrl }));
    expect(purposeOf({ baseUrl: 'https://psp.example:8443/v3' })).toBe(purposeOf({ baseUrl }));
    expect(purposeOf({ preset: 'inter', environment: 'sandbox' })).toBe(purposeOf({ preset: 'inter' }));
  });
});
