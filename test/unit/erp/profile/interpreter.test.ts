import { afterAll, describe, expect, it } from 'vitest';
import type { RemoteFailure } from '../../../../src-main/domain/remote-failure.ts';
import { failure } from '../../../../src-main/domain/result.ts';
import type { ErpOperation } from '../../../../src-main/erp/erp-operation.ts';
import { createMappingEngine } from '../../../../src-main/erp/mapping/mapping-engine.ts';
import { createInterpreter } from '../../../../src-main/erp/profile/interpreter.ts';
import { profileSchema } from '../../../../src-main/erp/profile/profile-schema.ts';
import { ManualClock } from '../../../support/manual-clock.ts';
import { answered, FakeErp, refused } from './fake-erp.ts';
import { minimalProfile } from './minimal-profile.ts';

const mapping = createMappingEngine();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

afterAll(() => mapping.close());

interface Scene {
  readonly operation?: ErpOperation;
  readonly authentication?: Record<string, unknown>;
  readonly profile?: Record<string, unknown>;
}

/** Runs one operation against the answers, in order. */
async function run(
  described: Record<string, unknown>,
  answers: readonly ReturnType<typeof answered>[],
  { operation = 'listDueDates', authentication = { kind: 'none' }, profile = {} }: Scene = {},
) {
  const left = [...answers];
  const http = new FakeErp(
    () => left.shift() ?? failure({ kind: 'no-answer', detail: 'nothing left to say' }),
  );
  const parsed = profileSchema.parse({
    ...minimalProfile,
    ...profile,
    authentication,
    operations: { ...minimalProfile.operations, [operation]: described },
  });
  const interpreter = createInterpreter(parsed, {
    baseUrl: 'https://erp.example.com',
    credentials: { token: 'T', username: 'u', password: 'p' },
    http,
    mapping,
    clock: new ManualClock(),
    log,
  });
  const outcome = await interpreter.run(operation, { document: '1', invoiceId: '7' }, 'key-1');
  return { outcome, requests: http.requests };
}

const get = { method: 'GET', path: '/a' };
const post = { method: 'POST', path: '/b' };
const value = (it: unknown) => ({ kind: 'answer', value: it });

describe('one request', () => {
  it('carries input, headers, characters and time-out as described', async () => {
    const { requests, outcome } = await run(
      {
        steps: [
          {
            method: 'POST',
            path: '/clientes/{id}',
            input: "{ 'id': invoiceId, 'app': $credentials.username, 'doc': $input.document }",
            place: 'form',
            headers: { ixcsoft: 'listar' },
            charset: 'windows-1252',
            timeoutMs: 900,
          },
        ],
      },
      [answered({ a: 1 })],
    );
    expect(outcome).toEqual(value({ a: 1 }));
    expect(requests).toEqual([
      {
        method: 'POST',
        url: 'https://erp.example.com/clientes/7',
        headers: {
          accept: 'application/json',
          ixcsoft: 'listar',
          'idempotency-key': 'key-1',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'app=u&doc=1',
        charset: 'windows-1252',
        timeoutMs: 900,
      },
    ]);
  });

  it('has an answer of nothing when the ERP says 204', async () => {
    const { outcome } = await run({ steps: [post], result: "{ 'status': 'ok' }" }, [
      { ok: true, value: { status: 204, contentType: '', text: '' } },
    ]);
    expect(outcome).toEqual(value({ status: 'ok' }));
  });

  it.each<[Record<string, unknown>, unknown, unknown]>([
    [{ notFound: { when: 'msg = "nada"' } }, { msg: 'nada' }, { kind: 'not-found' }],
    [{ notFound: { when: 'msg = "nada"' } }, { msg: 'x' }, value({ msg: 'x' })],
    [
      { refused: { when: 'erro', reason: 'msg' } },
      { erro: true, msg: 'Maria bloqueada' },
      {
        kind: 'failed',
        error: {
          kind: 'refused',
          status: 200,
          detail: 'listDueDates: refused by the answer',
          body: { reason: 'Maria bloqueada' },
        },
        said: { erro: true, msg: 'Maria bloqueada' },
      },
    ],
    [
      { success: 'type = "success"' },
      { type: 'error' },
      {
        kind: 'failed',
        error: { kind: 'malformed', detail: 'listDueDates: the answer does not count as success' },
      },
    ],
    [{ success: 'type = "success"' }, { type: 'success' }, value({ type: 'success' })],
    [
      { success: 'type + 1' },
      { type: 'success' },
      { kind: 'failed', error: { kind: 'malformed', detail: expect.stringMatching(/success: T2001/) } },
    ],
  ])('with the rule %j makes of %j', async (rule, answer, outcome) => {
    expect((await run({ steps: [{ ...get, ...rule }] }, [answered(answer)])).outcome).toEqual(outcome);
  });

  it('is "not found" by status only where the profile says so', async () => {
    const steps = [{ ...get, notFound: { status: [404] } }];
    expect((await run({ steps }, [refused(404)])).outcome).toEqual({ kind: 'not-found' });
    expect((await run({ steps }, [refused(403)])).outcome).toMatchObject({ error: { status: 403 } });
    expect((await run({ steps: [get] }, [refused(404)])).outcome).toMatchObject({ error: { status: 404 } });
  });

  it('is not sent without what it requires, or when its input cannot be made', async () => {
    const lacking = await run({ steps: [post], requires: ['invoiceId', 'writeOffId'] }, []);
    expect(lacking.outcome).toEqual({ kind: 'impossible', detail: 'listDueDates: writeOffId is missing' });
    const wrong = await run({ steps: [{ ...post, input: 'document + 1' }] }, []);
    expect(wrong.outcome).toMatchObject({
      error: { kind: 'not-sent', detail: expect.stringContaining('T2001') },
    });
    expect([...lacking.requests, ...wrong.requests]).toEqual([]);
  });
});

describe('several requests', () => {
  const look = { method: 'GET', path: '/cliente', as: 'cliente' };

  it('see what the earlier ones answered', async () => {
    const { outcome, requests } = await run(
      {
        steps: [look, { method: 'GET', path: '/titulos/{id}', input: "{ 'id': $answers.cliente.id }" }],
        result: "{ 'who': $answers.cliente.nome, 'rows': $count($), 'doc': $input.document }",
      },
      [answered({ id: 55, nome: 'M' }), answered([1, 2])],
    );
    expect(outcome).toEqual(value({ who: 'M', rows: 2, doc: '1' }));
    expect(requests[1]?.url).toBe('https://erp.example.com/titulos/55');
  });

  it('may be left out', async () => {
    const steps = [
      get,
      { ...get, path: '/c', when: "document = 'x'" },
      { ...get, path: '/d', when: "document = '1'" },
    ];
    const { requests } = await run({ steps }, [answered(1), answered(2)]);
    expect(requests.map(({ url }) => url)).toEqual([
      'https://erp.example.com/a',
      'https://erp.example.com/d',
    ]);
  });

  it('end where one finds nothing', async () => {
    const steps = [{ ...look, notFound: { when: '$count($) = 0' } }, get];
    const { outcome, requests } = await run({ steps }, [answered([])]);
    expect(outcome).toEqual({ kind: 'not-found' });
    expect(requests).toHaveLength(1);
  });

  it.each<[string, ReturnType<typeof answered>[], RemoteFailure['kind']]>([
    ['a look-up that fails sent nothing', [failure({ kind: 'no-answer', detail: 'x' })], 'not-sent'],
    ['a look-up that is refused is refused', [refused(404)], 'refused'],
    [
      'a write that fails may have acted',
      [answered({}), failure({ kind: 'no-answer', detail: 'x' })],
      'no-answer',
    ],
    ['a write that is refused is refused', [answered({}), refused(422)], 'refused'],
    ['a refusal after a first write hides nothing', [answered({}), answered({}), refused(422)], 'no-answer'],
    [
      'what was not sent after a first write hides nothing',
      [answered({}), answered({}), failure({ kind: 'not-sent', detail: 'x' })],
      'no-answer',
    ],
  ])('of a write: %s', async (_name, answers, kind) => {
    const { outcome } = await run({ steps: [look, post, { ...post, path: '/c' }] }, answers, {
      operation: 'writeOffInvoice',
    });
    expect(outcome).toMatchObject({ kind: 'failed', error: { kind } });
  });

  it('of a write may look something up by POST', async () => {
    const steps = [
      { ...post, acts: false },
      { ...post, path: '/c' },
    ];
    const { outcome } = await run({ steps }, [failure({ kind: 'no-answer', detail: 'x' })], {
      operation: 'writeOffInvoice',
    });
    expect(outcome).toMatchObject({ error: { kind: 'not-sent' } });
  });
});

describe('a refusal of a write', () => {
  it('is mapped, for its text may say more', async () => {
    const { outcome } = await run(
      { steps: [post], result: "{ 'status': mensagem }" },
      [refused(409, { mensagem: 'já pago' })],
      { operation: 'writeOffInvoice' },
    );
    expect(outcome).toMatchObject({ error: { status: 409 }, said: { status: 'já pago' } });
  });
});

describe('a token that is used up', () => {
  const authentication = { kind: 'login', path: '/login', input: '{}', token: 'token' };

  it('is renewed, and the request repeated, once', async () => {
    const login = answered({ token: 'T' });
    const again = await run({ steps: [post] }, [login, refused(401), login, answered('ok')], {
      authentication,
    });
    expect(again.outcome).toEqual(value('ok'));
    expect(again.requests.map(({ url }) => new URL(url).pathname)).toEqual(['/login', '/b', '/login', '/b']);
    const never = await run({ steps: [post] }, [login, refused(401), login, refused(401), login], {
      authentication,
    });
    expect(never.outcome).toMatchObject({ error: { kind: 'refused', status: 401 } });
    expect(never.requests).toHaveLength(4);
  });

  it('may also go where the profile puts it', async () => {
    const { requests } = await run({ steps: [{ ...get, input: "{ 'token': $token }" }] }, [answered(1)], {
      authentication: { kind: 'header' },
    });
    expect(requests[0]?.url).toBe('https://erp.example.com/a?token=T');
  });
});

it('reports a mapping that never ends, by name', async () => {
  const bounded = createMappingEngine({ timeBoundMs: 200 });
  const parsed = profileSchema.parse({
    ...minimalProfile,
    operations: {
      ...minimalProfile.operations,
      listDueDates: { steps: [get], result: '( $f := function($n) { $f($n) }; $f(1) )' },
    },
  });
  const http = new FakeErp(() => answered([]));
  const connection = { baseUrl: 'https://erp.example.com', credentials: {}, http, mapping: bounded, log };
  const interpreter = createInterpreter(parsed, { ...connection, clock: new ManualClock() });
  expect(await interpreter.run('listDueDates', {})).toEqual({
    kind: 'failed',
    error: { kind: 'malformed', detail: 'listDueDates: took too long and was stopped' },
  });
  await bounded.close();
});
