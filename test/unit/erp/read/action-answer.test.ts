import { describe, expect, it } from 'vitest';
import type { RemoteFailure } from '../../../../src-main/domain/remote-failure.ts';
import { readActionAnswer } from '../../../../src-main/erp/read/action-answer.ts';

const WORDS = {
  done: ['OK', 'Baixa efetuada', 'true'],
  alreadyDone: ['já pago', 'Fatura já baixada'],
  refused: ['erro', 'Não autorizado'],
};

function answered(json: unknown) {
  return readActionAnswer({ kind: 'answer', value: json }, WORDS);
}

function failed(error: RemoteFailure, said?: unknown) {
  return readActionAnswer({ kind: 'failed', error, said }, WORDS);
}

function refused(status: number, body?: unknown) {
  return failed({ kind: 'refused', status, detail: `status ${status}` }, body);
}

describe('a 2xx answer', () => {
  it.each([
    ['ok', 'accepted'],
    ['  BAIXA   EFETUADA ', 'accepted'],
    ['JA PAGO', 'already-settled'],
    ['fatura ja\u0301 baixada', 'already-settled'],
    ['Erro', 'refused'],
    ['nao autorizado', 'refused'],
  ])('with "%s" is %s', (status, outcome) => {
    expect(answered({ status })).toMatchObject({ outcome });
  });

  it('may be a flag', () => {
    expect(answered({ status: true })).toEqual({ outcome: 'accepted', detail: 'true', said: 'true' });
  });

  it.each(['accepted', 'already-settled', 'refused', 'unknown'] as const)(
    'may be clear by its form: %s',
    (outcome) => {
      expect(answered({ outcome, status: 'Erro' })).toEqual({ outcome, detail: 'Erro', said: 'Erro' });
    },
  );

  it.each([
    ['Fatura já baixada', 'already-settled'],
    ['Baixa efetuada', 'unknown'],
    ['Carteira sem permissão', 'refused'],
    ['', 'refused'],
  ])('that is a no by its form, with the words "%s", is %s', (status, outcome) => {
    expect(answered({ outcome: 'refused', status })).toMatchObject({ outcome });
  });

  it('whose form says something else proves nothing', () => {
    expect(answered({ outcome: 'done', status: 'Pronto' })).toMatchObject({ outcome: 'unknown' });
  });

  it('that there can be none of is a no: trying again would change nothing', () => {
    expect(readActionAnswer({ kind: 'impossible', detail: 'x' }, WORDS)).toEqual({
      outcome: 'refused',
      detail: 'x',
    });
  });

  it('that knows nothing of the kind is a no', () => {
    expect(readActionAnswer({ kind: 'not-found' }, WORDS)).toMatchObject({ outcome: 'refused' });
  });

  it.each(['ok?', 'not ok', 'baixa efetuada com erro', 'em processamento', 'timeout', '1'])(
    'with "%s" proves nothing',
    (status) => {
      expect(answered({ status })).toEqual({ outcome: 'unknown', detail: status, said: status });
    },
  );

  it.each([
    {},
    { status: '' },
    { status: null },
    { status: { text: 'ok' } },
    { obs: 'ok' },
    [],
    [{ status: 'ok' }],
    undefined,
    null,
    'ok',
    true,
  ])('without a status, as in %j, proves nothing', (json) => {
    expect(answered(json)).toEqual({ outcome: 'unknown', detail: expect.stringContaining('no status') });
  });
});

describe('a failure', () => {
  it('before anything was sent may be repeated', () => {
    expect(failed({ kind: 'not-sent', detail: 'x' })).toEqual({ outcome: 'not-sent', detail: 'x' });
  });

  it.each<RemoteFailure>([
    { kind: 'no-answer', detail: 'x' },
    { kind: 'malformed', detail: 'x' },
    { kind: 'server-error', status: 500, detail: 'x' },
  ])('of kind $kind leaves it unknown', (error) => {
    expect(failed(error)).toEqual({ outcome: 'unknown', detail: 'x' });
  });

  it('tells how long the ERP asks to wait', () => {
    expect(failed({ kind: 'server-error', status: 503, detail: 'x', retryAfterMs: 7000 })).toEqual({
      outcome: 'unknown',
      detail: 'x',
      retryAfterMs: 7000,
    });
  });

  it.each([400, 401, 403, 404, 409, 422])('with status %i is a no', (status) => {
    expect(refused(status)).toEqual({ outcome: 'refused', detail: `status ${status}` });
    expect(refused(status, { status: 'Fatura não encontrada' })).toEqual({
      outcome: 'refused',
      detail: 'Fatura não encontrada',
      said: 'Fatura não encontrada',
    });
  });

  it('with a 4xx that says "already paid" is just that', () => {
    expect(refused(409, { status: 'Já pago' })).toEqual({
      outcome: 'already-settled',
      detail: 'Já pago',
      said: 'Já pago',
    });
  });

  it('with a 4xx that says "done" contradicts itself', () => {
    expect(refused(400, { status: 'ok' })).toMatchObject({ outcome: 'unknown' });
  });

  it.each([301, 302, 303, 307])(
    'with a redirect (%i) leaves it unknown: a form may have been taken',
    (status) => {
      expect(refused(status)).toMatchObject({ outcome: 'unknown' });
    },
  );
});

describe('the detail', () => {
  it.each([
    '52998224725',
    '529.982.247-25',
    '33.000.167/0001-01',
    '12.ABC.345/01DE-35',
    '12abc34501de35',
    '(54) 98765-4321',
  ])('holds no %s', (number) => {
    expect(answered({ status: `Cliente ${number} bloqueado` }).detail).toBe('Cliente … bloqueado');
  });

  it('is one bounded line of printable text', () => {
    const { detail } = answered({ status: `a\u001b@\r\nb${'x'.repeat(500)}` });
    expect(detail).toMatch(/^a@ bx+$/);
    expect(detail).toHaveLength(200);
  });
});
