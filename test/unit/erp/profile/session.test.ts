import { afterAll, describe, expect, it } from 'vitest';
import { createMappingEngine } from '../../../../src-main/erp/mapping/mapping-engine.ts';
import {
  type Authentication,
  authenticationSchema,
} from '../../../../src-main/erp/profile/authentication-schema.ts';
import type { ErpCredentials } from '../../../../src-main/erp/profile/connection.ts';
import { openSession } from '../../../../src-main/erp/profile/session.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { answered, FakeErp, refused } from './fake-erp.ts';

const mapping = createMappingEngine();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const expired = { kind: 'refused', status: 401, detail: 'x' } as const;

afterAll(() => mapping.close());

function open(
  authentication: Record<string, unknown>,
  credentials: ErpCredentials,
  http = new FakeErp(() => answered({})),
) {
  const clock = new ManualClock();
  const parsed: Authentication = authenticationSchema.parse(authentication);
  const connection = { baseUrl: 'https://erp.example.com/api', credentials, http, mapping, clock, log };
  return { session: openSession(parsed, connection, 8000), http, clock };
}

async function headersOf(authentication: Record<string, unknown>, credentials: ErpCredentials) {
  const identity = await open(authentication, credentials).session.identify();
  return identity.ok ? identity.value.headers : identity.error;
}

describe('a fixed identity', () => {
  it.each<[Record<string, unknown>, ErpCredentials, unknown]>([
    [{ kind: 'none' }, { token: 't' }, {}],
    [{ kind: 'header' }, { token: 't' }, { Authorization: 'Bearer t' }],
    [{ kind: 'header', header: 'X-Api-Key', scheme: '' }, { token: 't' }, { 'X-Api-Key': 't' }],
    [{ kind: 'header' }, { token: '' }, {}],
    [{ kind: 'basic' }, { username: 'joão', password: 'a:b' }, { authorization: 'Basic am/Do286YTpi' }],
  ])('%j', async (authentication, credentials, headers) => {
    expect(await headersOf(authentication, credentials)).toEqual(headers);
  });
});

describe('OAuth 2 client credentials', () => {
  const oauth2 = { kind: 'oauth2', tokenPath: '/oauth/token', scope: 'kiosk' };
  const credentials = { clientId: 'id', clientSecret: 'a b' };

  it('asks by a form, with the secret in the header or in the form', async () => {
    const inHeader = open(oauth2, credentials, new FakeErp(() => answered({ access_token: 'T1' })));
    expect(await inHeader.session.identify()).toEqual({
      ok: true,
      value: { headers: { Authorization: 'Bearer T1' }, token: 'T1' },
    });
    expect(inHeader.http.requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://erp.example.com/api/oauth/token',
      headers: { authorization: `Basic ${btoa('id:a%20b')}` },
      body: 'grant_type=client_credentials&scope=kiosk',
    });
    const inForm = open({ ...oauth2, clientSecretIn: 'form' }, credentials, inHeader.http);
    await inForm.session.identify();
    expect(inForm.http.requests[1]?.body).toContain('client_id=id&client_secret=a+b');
    expect(inForm.http.requests[1]?.headers).not.toHaveProperty('authorization');
  });

  it('keeps the token until shortly before it expires', async () => {
    const { session, http, clock } = open(
      oauth2,
      credentials,
      new FakeErp(() => answered({ access_token: 'T', expires_in: '300' })),
    );
    await Promise.all([session.identify(), session.identify()]);
    await clock.advance(269_999);
    await session.identify();
    expect(http.requests).toHaveLength(1);
    await clock.advance(1);
    await session.identify();
    expect(http.requests).toHaveLength(2);
  });

  it.each<[string, () => ReturnType<typeof answered>]>([
    ['refused', () => refused(401)],
    ['without a token', () => answered({ token: 'T' })],
    ['no JSON', () => ({ ok: true, value: { status: 200, contentType: '', text: '<html>' } })],
  ])('that is %s leaves the request itself unsent', async (_name, answer) => {
    const { session } = open(oauth2, credentials, new FakeErp(answer));
    expect(await session.identify()).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
  });
});

describe('a login request', () => {
  const login = {
    kind: 'login',
    path: '/login',
    input: "{ 'usuario': username, 'senha': $credentials.password }",
    token: 'data.token',
    expiresInSeconds: 'data.segundos',
    header: 'token',
    scheme: '',
  };
  const credentials = { username: 'kiosk', password: 'segredo' };

  it('sends what the profile says, and takes token and life-time from the answer', async () => {
    const { session, http, clock } = open(
      login,
      credentials,
      new FakeErp(() => answered({ data: { token: 'T', segundos: 60 } })),
    );
    expect(await session.identify()).toEqual({ ok: true, value: { headers: { token: 'T' }, token: 'T' } });
    expect(http.requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://erp.example.com/api/login',
      body: '{"usuario":"kiosk","senha":"segredo"}',
    });
    await clock.advance(30_000);
    await session.identify();
    expect(http.requests).toHaveLength(2);
  });

  it('is repeated once its token is refused, by one request for all', async () => {
    const { expiresInSeconds: _none, ...endless } = login;
    let logins = 0;
    const { session } = open(
      { ...endless, renewOn: [401, 403] },
      credentials,
      new FakeErp(() => {
        logins += 1;
        return answered({ data: { token: `T${logins}` } });
      }),
    );
    const first = await session.identify();
    if (!first.ok) throw new Error('no identity');
    expect(session.hasExpired({ ...expired, status: 404 }, first.value)).toBe(false);
    expect(session.hasExpired({ ...expired, status: 403 }, first.value)).toBe(true);
    const second = await session.identify();
    expect(session.hasExpired(expired, first.value)).toBe(true);
    expect(await session.identify()).toEqual(second);
    expect(logins).toBe(2);
  });
});
