import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src-main/contract/technician.ts';
import { sealSecrets } from '../../../src-main/settings/sealed-secrets.ts';
import { diffSettings } from '../../../src-main/settings/settings-diff.ts';
import { exampleSettings, exampleWith } from './settings-example.ts';
import { testVault } from './test-vault.ts';

const vault = testVault();

function changes(path: string, value: unknown, before: unknown = exampleSettings()) {
  return diffSettings(before as Json, exampleWith(path, value) as Json, vault);
}

describe('what differs between two settings', () => {
  it.each([
    ['terminal.companyName', 'Outra', { before: 'Provedor Exemplo Ltda.', after: 'Outra' }],
    ['terminal.supportPhone', undefined, { before: '(19) 3000-0000' }],
    ['printer.serial.baudRate', 19200, { before: '9600', after: '19200' }],
    [
      'pix.accountByIdentifier',
      { 'carteira-1': 'principal', 'carteira 2': 'principal' },
      { field: 'pix.accountByIdentifier.carteira 2', after: 'principal' },
    ],
    [
      'erps.0.refusalWords',
      ['erro', 'não'],
      { field: 'erps[erp].refusalWords', before: 'erro, recusado, negado', after: 'erro, não' },
    ],
  ])('%s = %j', (path, value, change) => {
    const field = path.replace('erps.0', 'erps[erp]');
    const [first, ...others] = changes(path, value);
    expect(others).toEqual([]);
    expect({ ...first, field: first?.field.replace(/^erps\[[^\]]+\]/, 'erps[erp]') }).toEqual({
      field,
      secret: false,
      ...change,
    });
  });

  it('never shows a secret, and sees that sealing changes none', () => {
    const sealed = sealSecrets(exampleSettings() as Json, vault);
    expect(diffSettings(exampleSettings() as Json, sealed, vault)).toEqual([]);
    expect(changes('erps.0.auth.token', 'outro')).toEqual([
      { field: expect.stringMatching(/^erps\[.+\]\.auth\.token$/), secret: true },
    ]);
    expect(changes('erps.0.auth.token', undefined)).toMatchObject([{ secret: true }]);
    expect(changes('pix.accounts.0.key', vault.seal('outra', 'for'))).toEqual([
      { field: 'pix.accounts[principal].key', secret: true },
    ]);
  });

  it('shows a chat address without its key, and only that there is another key', () => {
    const path = 'relay.chat.onLoadContact';
    const before = exampleWith(path, 'https://c.example.com/?k=A1B2&d=$Document$');
    expect(changes(path, 'https://c.example.com/?k=C3D4&d=$Document$', before)).toEqual([
      { field: path, secret: true },
    ]);
    expect(changes(path, 'https://c.example.com/?k=C3D4&n=$name$', before)).toEqual([
      {
        field: path,
        before: 'https://c.example.com/?k=&d=$Document$',
        after: 'https://c.example.com/?k=&n=$name$',
        secret: false,
      },
    ]);
  });

  it('follows an entry that moved', () => {
    const [one, two] = ['a', 'b'].map((id) => ({ id, baseUrl: `https://${id}.example.com` }));
    expect(diffSettings({ erps: [one, two] } as Json, { erps: [two, one] } as Json, vault)).toEqual([
      { field: 'erps', before: 'a, b', after: 'b, a', secret: false },
    ]);
    expect(diffSettings({ erps: [one, two] } as Json, { erps: [two] } as Json, vault)).toEqual([
      { field: 'erps', before: 'a, b', after: 'b', secret: false },
      { field: 'erps[a].baseUrl', before: 'https://a.example.com', secret: false },
    ]);
  });
});
