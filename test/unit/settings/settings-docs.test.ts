import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaFile, settingsTable } from '../../../scripts/settings-schema.ts';
import { settingsSchema } from '../../../src-main/settings/settings-schema.ts';
import { secretsOf } from '../../../src-main/settings/settings-secrets.ts';
import { exampleWith } from './settings-example.ts';

function docs(name: string): string {
  return readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
}

/** Paths such as `pix.accounts[].key`, as the table of settings writes them. */
function documentedPaths(): string[] {
  return [...docs('settings.md').matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');
}

describe('the documents about the settings', () => {
  it('settings.schema.json is current (scripts/settings-schema.ts writes it)', () => {
    expect(docs('settings.schema.json')).toBe(schemaFile());
  });

  it('settings.md is current (scripts/settings-schema.ts writes it)', () => {
    expect(docs('settings.md')).toBe(settingsTable());
  });

  it("the technicians' guide explains every field", () => {
    const guide = docs('guia-do-tecnico.md');
    expect(documentedPaths().length).toBeGreaterThan(40);
    expect(documentedPaths().filter((path) => !guide.includes(`\`${path}\``))).toEqual([]);
  });

  it("the technicians' guide explains no field that does not exist", () => {
    const known = new Set(documentedPaths());
    const mentioned = [
      ...docs('guia-do-tecnico.md').matchAll(
        /`((?:terminal|erps\[\]|pix|printer|visit|relay|gateway)\.[\w.[\]]+)`/g,
      ),
    ];
    expect(mentioned.map((match) => match[1] ?? '').filter((path) => !known.has(path))).toEqual([]);
  });
});

describe('the secrets of the settings', () => {
  it('are all fields that the schema marks as such, and the keys in chat addresses', () => {
    const crm = {
      loginUrl: 'https://a.example.com',
      clientId: 'secret-crm-id',
      clientSecret: 'secret-crm',
      password: 'secret-crm-password',
      securityToken: 'secret-crm-token',
    };
    const erp = { password: 'secret-erp', clientId: 'secret-erp-id', clientSecret: 'secret-erp-client' };
    const example = exampleWith('erps.0.auth', { token: 'secret-erp-token', ...erp });
    const headers = { 'X-Company': 'secret-erp-header' };
    Object.assign(Object(Reflect.get(Object(example.erps), 0)), { operations: { getCustomer: { headers } } });
    const secret = 'whsec_c2VjcmV0LXdlYmhvb2stc2VjcmV0LXdlYmhvb2s=';
    const webhooks = [{ id: 'bi', url: 'https://b.example.com', secret }];
    const seniorCrm = { token: 'secret-senior-token', tenant: 'serra', agentExtension: '1' };
    const relay = {
      crm,
      seniorCrm,
      webhooks,
      chat: {
        onLoadContact: 'https://c.example.com/?key=API-KEY&doc=$Document$',
        wid: 'C61B',
        sender: { url: 'https://c.example.com/send?instance=SEND-KEY', token: 'secret-send' },
        variables: { key: 'secret-variables' },
      },
    };
    const staticAccount = { id: 'estatica', payeeName: 'Serra', city: 'Bento', key: 'secret-static-key' };
    Object.assign(Object(example.pix), { staticAccounts: [staticAccount] });
    const access = { developerKey: 'secret-app-key', certificatePassphrase: 'secret-passphrase' };
    Object.assign(Object(Reflect.get(Object(Object(example.pix).accounts), 0)), access);
    const settings = settingsSchema.parse({
      ...example,
      relay,
      gateway: { token: 'secret-gateway-0123456789' },
    });
    const marked = [...schemaFile().matchAll(/"writeOnly": true/g)];
    expect(secretsOf(settings)).toHaveLength(marked.length + 2);
    expect(secretsOf(settings)).toEqual([
      'secret-erp-token',
      'secret-erp',
      'secret-erp-id',
      'secret-erp-client',
      'secret-erp-header',
      settings.pix.accounts[0]?.key,
      settings.pix.accounts[0]?.clientId,
      settings.pix.accounts[0]?.clientSecret,
      'secret-app-key',
      'secret-passphrase',
      'secret-static-key',
      'secret-crm-id',
      'secret-crm',
      'secret-crm-password',
      'secret-crm-token',
      'secret-senior-token',
      'API-KEY',
      'SEND-KEY',
      'secret-send',
      'secret-variables',
      secret,
      'secret-gateway-0123456789',
    ]);
  });
});

describe("the technicians' guide", () => {
  it('explains every code that screens and logs show', () => {
    const codes = [...new Set(sourceFiles().flatMap(codesOf))];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !docs('guia-do-tecnico.md').includes(`\`${code}\``))).toEqual([]);
  });

  it('shows a smallest settings.json that works', () => {
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(docs('guia-do-tecnico.md')) ?? [];
    expect(settingsSchema.safeParse(JSON.parse(json)).success).toBe(true);
  });
});

function sourceFiles(): string[] {
  const root = new URL('../../../src-main/', import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, root), 'utf8'));
}

/** Codes in calls of a log, in problems and in unions of codes. */
function codesOf(source: string): string[] {
  const code = "'([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)'";
  const places = new RegExp(`(?:\\.(?:info|warn|error)\\(\\s*|code: |^ +\\| )${code}`, 'gm');
  return [...source.matchAll(places)].map((match) => match[1] ?? '');
}
