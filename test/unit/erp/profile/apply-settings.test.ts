import { describe, expect, it } from 'vitest';
import { applySettings } from '../../../../src-main/erp/profile/apply-settings.ts';
import { type ErpProfile, profileSchema } from '../../../../src-main/erp/profile/profile-schema.ts';
import { erpSettings } from '../../../../src-main/settings/erp-settings.ts';
import { minimalProfile } from './minimal-profile.ts';

const steps = [
  { method: 'GET', path: '/first' },
  { method: 'POST', path: '/second', headers: { a: '1' } },
];
const described = profileSchema.parse({
  ...minimalProfile,
  authentication: { kind: 'header' },
  operations: {
    ...minimalProfile.operations,
    writeOffInvoice: { steps, words: { done: ['ok'], alreadyDone: ['já'], refused: ['não'] } },
    listCities: { steps: [steps[0]] },
  },
});

function apply(settings: Record<string, unknown>, profile: ErpProfile = described) {
  const parsed = erpSettings.parse({
    id: 'principal',
    baseUrl: 'https://erp.example.com',
    auth: { token: 't' },
    ...settings,
  });
  return applySettings(profile, parsed, 'erps[0]');
}

function applied(settings: Record<string, unknown>): ErpProfile {
  const result = apply(settings);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('settings', () => {
  it('that say nothing leave the profile as it is', () => {
    expect(applied({})).toEqual(described);
  });

  it('choose the path of an operation’s last request', () => {
    const { operations } = applied({ paths: { writeOffInvoice: '/baixa' } });
    expect(operations.writeOffInvoice?.steps.map(({ path }) => path)).toEqual(['/first', '/baixa']);
  });

  it('move the input of every GET, or of one operation', () => {
    const places = ({ operations }: ErpProfile) =>
      [operations.getCustomer, operations.writeOffInvoice].flatMap((each) =>
        each?.steps.map(({ place }) => place),
      );
    expect(places(applied({ getInput: 'body' }))).toEqual(['json', 'json', undefined]);
    expect(places(applied({ operations: { writeOffInvoice: { input: 'form' } } }))).toEqual([
      undefined,
      'form',
      'form',
    ]);
  });

  it('add headers and time-outs to an operation, or switch it off', () => {
    const { operations } = applied({
      operations: {
        writeOffInvoice: { headers: { tenant: 'x' }, timeoutMs: 900 },
        listCities: { off: true },
      },
    });
    expect(operations.writeOffInvoice?.steps[1]).toMatchObject({
      headers: { a: '1', tenant: 'x' },
      timeoutMs: 900,
    });
    expect(operations.listCities).toBeUndefined();
  });

  it('change words, marks, rules and the token’s place', () => {
    expect(
      applied({
        auth: { token: 't', header: 'X-Api-Key', scheme: '' },
        successWords: ['feito'],
        decimalMark: ',',
        thousandsMark: '.',
        timeoutMs: 900,
        repeat: 'never',
        settleWindowSeconds: 20,
        proofIntervalSeconds: 10,
      }),
    ).toMatchObject({
      authentication: { kind: 'header', header: 'X-Api-Key', scheme: '' },
      operations: { writeOffInvoice: { words: { done: ['feito'], alreadyDone: ['já'], refused: ['não'] } } },
      amounts: { decimalMark: ',', thousandsMark: '.' },
      timeoutMs: 900,
      writeOff: { repeat: 'never', settleWindowSeconds: 20, proof: { intervalSeconds: 10 } },
    });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ thousandsMark: '.' }, 'erps[0].thousandsMark'],
    [{ settleWindowSeconds: 10 }, 'erps[0].proofIntervalSeconds'],
    [{ auth: {} }, 'erps[0].auth.token'],
  ])('%j that do not fit the profile are refused by name', (settings, field) => {
    expect(apply(settings)).toMatchObject({ ok: false, error: [{ field }] });
  });

  it.each([
    [{ kind: 'basic' }, ['erps[0].auth.username', 'erps[0].auth.password']],
    [{ kind: 'oauth2', tokenPath: '/t' }, ['erps[0].auth.clientId', 'erps[0].auth.clientSecret']],
    [{ kind: 'none' }, []],
  ])('must have the credentials that %j needs', (authentication, fields) => {
    const profile = profileSchema.parse({ ...minimalProfile, authentication });
    const result = apply({}, profile);
    expect(result.ok ? [] : result.error.map(({ field }) => field)).toEqual(fields);
  });
});
