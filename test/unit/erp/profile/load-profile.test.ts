import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMappingEngine } from '../../../../src-main/erp/mapping/mapping-engine.ts';
import { builtInProfiles } from '../../../../src-main/erp/profile/built-in-profiles.ts';
import { checkErpProfile, loadErpProfile } from '../../../../src-main/erp/profile/load-profile.ts';
import { minimalProfile } from './minimal-profile.ts';

const mapping = createMappingEngine();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'balcao-profiles-'));
  mkdirSync(join(folder, 'erp-profiles'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mapping.close();
});

function save(name: string, content: unknown): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, 'erp-profiles', `${name}.json`), text);
}

async function problems(json: unknown): Promise<string> {
  const checked = await checkErpProfile(json, mapping);
  return checked.ok ? '' : checked.error.map(({ field, message }) => `${field}: ${message}`).join('\n');
}

describe('a built-in profile', () => {
  it.each([...builtInProfiles.keys()])('%s is whole, and named like its file', async (name) => {
    expect(await loadErpProfile('/nowhere', name, mapping)).toMatchObject({ ok: true, value: { name } });
    expect(await problems(await builtInProfiles.get(name)?.load())).toBe('');
  });

  it.each([...builtInProfiles])('%s is listed by the title that its file has', async (_name, listed) => {
    expect(await listed.load()).toMatchObject({ title: listed.title });
  });

  it.each(['ixc', 'sgp', 'hubsoft'])('%s says that it was never tried on the real system', async (name) => {
    expect(await builtInProfiles.get(name)?.load()).toMatchObject({
      description: expect.stringMatching(/^NÃO TESTADO CONTRA O SISTEMA REAL\. Baseado n/),
    });
  });
});

describe('a profile of the data folder', () => {
  it('is found by its name, before a built-in one', async () => {
    save('contract-a', { ...minimalProfile, name: 'contract-a', title: 'Nosso' });
    expect(await loadErpProfile(folder, 'contract-a', mapping)).toMatchObject({ value: { title: 'Nosso' } });
    rmSync(join(folder, 'erp-profiles', 'contract-a.json'));
    expect(await loadErpProfile(folder, 'contract-a', mapping)).toMatchObject({
      value: { title: 'Contrato A (REST)' },
    });
  });

  it.each<[string, unknown, string]>([
    ['nenhum', undefined, 'profile: não há perfil com este nome, nem o arquivo erp-profiles/nenhum.json'],
    ['quebrado', '{\n "format": 1,,', 'erp-profiles/quebrado.json: JSON inválido na linha 2'],
    ['outro', minimalProfile, 'erp-profiles/outro.json: name: precisa ser "outro", como o arquivo'],
    ['velho', { ...minimalProfile, format: 0 }, 'erp-profiles/velho.json: format: precisa ser 1'],
  ])('called %s is refused with its place', async (name, content, problem) => {
    if (content !== undefined) save(name, content);
    const loaded = await loadErpProfile(folder, name, mapping);
    const told = loaded.ok ? [] : loaded.error.map(({ field, message }) => `${field}: ${message}`);
    expect(told.join('\n')).toContain(problem);
  });
});

describe('a broken profile', () => {
  const step = { method: 'GET', path: '/x' };
  const withOperation = (operation: unknown, name = 'listCities') => ({
    ...minimalProfile,
    operations: { ...minimalProfile.operations, [name]: operation },
  });

  it.each<[unknown, string]>([
    [[], 'precisa ser um grupo de campos'],
    [{ ...minimalProfile, operations: {} }, 'operations.getCustomer: falta preencher'],
    [withOperation({ steps: [step] }, 'listarCidades'), 'operations.listarCidades: campo desconhecido'],
    [withOperation({ steps: [] }), 'operations.listCities.steps: '],
    [
      withOperation({ steps: [{ ...step, url: 'x' }] }),
      'operations.listCities.steps[0].url: campo desconhecido',
    ],
    [
      withOperation({ steps: [{ ...step, method: 'DELETE' }] }),
      'operations.listCities.steps[0].method: precisa ser um destes: "GET"',
    ],
    [
      withOperation({ steps: [{ ...step, path: 'x' }] }),
      'operations.listCities.steps[0].path: precisa começar com “/”',
    ],
    [
      withOperation({ steps: [{ ...step, path: '/x/{}' }] }),
      'operations.listCities.steps[0].path: as chaves precisam ter um nome dentro',
    ],
    [
      withOperation({ steps: [{ ...step, refused: {} }] }),
      'operations.listCities.steps[0].refused.when: falta preencher',
    ],
    [
      withOperation({ steps: [step], result: '[$rows($).{' }),
      'operations.listCities.result: a expressão JSONata tem um erro: ',
    ],
    [
      withOperation({ steps: [{ ...step, notFound: { when: ['a +', ''] } }] }),
      'operations.listCities.steps[0].notFound.when: a expressão JSONata tem um erro: Unexpected end of expression',
    ],
    [{ ...minimalProfile, authentication: { kind: 'kerberos' } }, 'authentication.kind: '],
    [
      { ...minimalProfile, authentication: { kind: 'login', path: '/l', input: '{', token: 't' } },
      'authentication.input: a expressão JSONata tem um erro',
    ],
    [
      { ...minimalProfile, amounts: { decimalMark: ',', thousandsMark: ',' } },
      'amounts.thousandsMark: não pode ser igual a decimalMark',
    ],
    [
      { ...minimalProfile, writeOff: { settleWindowSeconds: 10, proof: { intervalSeconds: 11 } } },
      'writeOff.proof.intervalSeconds: não pode ser maior que settleWindowSeconds',
    ],
  ])('%j', async (profile, problem) => {
    expect(await problems(profile)).toContain(problem);
  });
});
