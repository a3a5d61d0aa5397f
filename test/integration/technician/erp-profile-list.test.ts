import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMappingEngine, type MappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { builtInProfiles } from '../../../src-main/erp/profile/built-in-profiles.ts';
import { listErpProfiles } from '../../../src-main/technician/erp-profile-list.ts';
import { minimalProfile } from '../../unit/erp/profile/minimal-profile.ts';

let dataFolder: string;
let mapping: MappingEngine;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'profiles-'));
  mapping = createMappingEngine();
});

afterEach(async () => {
  await Promise.all([mapping.close(), rm(dataFolder, { recursive: true })]);
});

async function write(name: string, content: unknown): Promise<void> {
  await mkdir(join(dataFolder, 'erp-profiles'), { recursive: true });
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await writeFile(join(dataFolder, 'erp-profiles', name), text);
}

async function find(name: string) {
  return (await listErpProfiles(dataFolder, mapping)).find((each) => each.name === name);
}

describe('the list of ERP profiles', () => {
  it('has every built-in one, sound, without a folder of own ones', async () => {
    const list = await listErpProfiles(dataFolder, mapping);
    expect(list.map(({ name }) => name).sort()).toEqual([...builtInProfiles.keys()].sort());
    for (const { own, problems, operations } of list) {
      expect({ own, problems }).toEqual({ own: false, problems: [] });
      expect(operations.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['getCustomer', 'listOpenInvoices']),
      );
    }
  });

  it('says what contract A needs and where its operations are', async () => {
    const profile = await find('contract-a');
    expect(profile?.credentials).toEqual(['token']);
    expect(profile?.title).not.toBe('');
    for (const { path } of profile?.operations ?? []) expect(path).toMatch(/^\//);
  });

  it('finds the credentials that a login or an expression names', async () => {
    await write('own.json', {
      ...minimalProfile,
      name: 'own',
      authentication: {
        kind: 'login',
        path: '/login',
        input: '{ "user": username, "token": "x" }',
        token: 'jwt',
      },
      operations: {
        getCustomer: {
          steps: [{ method: 'GET', path: '/c', input: '{ "app": $credentials.clientId, "password": $.x }' }],
        },
        listOpenInvoices: {
          steps: [
            { method: 'POST', path: '/first' },
            { method: 'GET', path: '/last' },
          ],
        },
      },
    });
    expect(await find('own')).toMatchObject({
      own: true,
      problems: [],
      credentials: ['username', 'clientId'],
      operations: [
        { name: 'getCustomer', path: '/c' },
        { name: 'listOpenInvoices', path: '/last' },
      ],
    });
  });

  it('lists broken files with what is wrong with them', async () => {
    await write('half.json', '{ "format": 1,');
    await write('misspelt.json', { ...minimalProfile, name: 'misspelt', timeout: 1 });
    await write('notes.txt', 'not a profile');
    for (const name of ['half', 'misspelt']) {
      const profile = await find(name);
      expect(profile).toMatchObject({ own: true, operations: [] });
      expect(profile?.problems).not.toEqual([]);
    }
    expect(await find('notes')).toBeUndefined();
  });

  it('takes an own profile in place of a built-in one of the same name', async () => {
    await write('contract-a.json', { ...minimalProfile, name: 'contract-a', title: 'Meu' });
    const all = (await listErpProfiles(dataFolder, mapping)).filter(({ name }) => name === 'contract-a');
    expect(all).toMatchObject([{ own: true, title: 'Meu' }]);
  });
});
