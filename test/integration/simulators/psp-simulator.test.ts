import { getPixPayloadInfo } from '@brazilian-utils/brazilian-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  defaultPspClient,
  type PspSimulator,
  type PspSimulatorOptions,
  startPspSimulator,
} from '../../simulators/psp/psp-simulator.ts';

const txid = 'abcdefghijklmnopqrstuvwxyz0123';
const otherTxid = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ9876';
const start = Date.parse('2026-11-21T12:00:00Z');
const body = {
  calendario: { expiracao: 600 },
  devedor: { cpf: '52998224725', nome: 'Maria da Silva Souza' },
  valor: { original: '133.02' },
  chave: 'pix@example.com',
  solicitacaoPagador: 'Fatura 910001',
};

interface Cob {
  readonly status: string;
  readonly revisao: number;
  readonly location: string;
  readonly pixCopiaECola: string;
  readonly pix?: readonly Record<string, string>[];
  readonly [field: string]: unknown;
}

let psp: PspSimulator;
let token: string;
let time: number;

beforeEach(() => open());

afterEach(() => psp.close());

async function open(options: PspSimulatorOptions = {}): Promise<void> {
  time = start;
  psp = await startPspSimulator({ now: () => time, ...options });
  token = await freshToken();
}

function askToken(user: string, password: string, form: string): Promise<Response> {
  return fetch(`${psp.url}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: form,
  });
}

async function freshToken(): Promise<string> {
  const { clientId, clientSecret } = defaultPspClient;
  const answer = await askToken(clientId, clientSecret, 'grant_type=client_credentials');
  return ((await answer.json()) as { access_token: string }).access_token;
}

function call(method: string, path: string, json?: unknown): Promise<Response> {
  return fetch(psp.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
}

async function cob(id = txid): Promise<Cob> {
  return (await (await call('GET', `/cob/${id}`)).json()) as Cob;
}

/** The violated properties that a problem names; checks the rest of its shape. */
async function problemOf(answer: Response, type: string): Promise<string[]> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await answer.json()) as { violacoes?: { propriedade: string }[] };
  expect(problem).toMatchObject({
    type: `https://pix.bcb.gov.br/api/v2/error/${type}`,
    status: answer.status,
    title: expect.any(String),
    detail: expect.any(String),
    correlationId: expect.any(String),
  });
  return (problem.violacoes ?? []).map(({ propriedade }) => propriedade);
}

describe('OAuth2', () => {
  test('a token for the right client, with its life', async () => {
    const { clientId, clientSecret } = defaultPspClient;
    const answer = await askToken(clientId, clientSecret, 'grant_type=client_credentials&scope=cob.read');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  });

  test('no token for a wrong secret, client or grant', async () => {
    const { clientId, clientSecret } = defaultPspClient;
    const grant = 'grant_type=client_credentials';
    expect((await askToken(clientId, 'errado', grant)).status).toBe(401);
    expect((await askToken('outro', clientSecret, grant)).status).toBe(401);
    expect((await askToken(clientId, clientSecret, 'grant_type=password')).status).toBe(400);
  });

  test('every other request wants a token that is neither old nor revoked', async () => {
    expect((await fetch(`${psp.url}/cob/${txid}`)).status).toBe(401);
    time += 3_600_000;
    const expired = await call('PUT', `/cob/${txid}`, body);
    expect(expired.status).toBe(401);
    await problemOf(expired, 'AcessoNegado');
    token = await freshToken();
    expect((await call('PUT', `/cob/${txid}`, body)).status).toBe(201);
    psp.revokeTokens();
    expect((await call('GET', `/cob/${txid}`)).status).toBe(401);
    expect(psp.ledger.requests).toEqual({ token: 2, createCob: 2, getCob: 2 });
  });
});

describe('PUT /cob/{txid}', () => {
  test('creates an active charge with all that the standard asks for', async () => {
    const answer = await call('PUT', `/cob/${txid}`, body);
    expect(answer.status).toBe(201);
    const created = (await answer.json()) as Cob;
    expect(created).toEqual({
      ...body,
      calendario: { criacao: '2026-11-21T12:00:00.000Z', expiracao: 600 },
      txid,
      revisao: 0,
      status: 'ATIVA',
      location: expect.stringMatching(/^pix\.example\.com\/qr\/v2\/[0-9a-f]{32}$/),
      loc: { id: 1, txid, location: created.location, tipoCob: 'cob', criacao: '2026-11-21T12:00:00.000Z' },
      pixCopiaECola: expect.any(String),
    });
    expect(created.pixCopiaECola.length).toBeLessThanOrEqual(512);
    expect(getPixPayloadInfo(created.pixCopiaECola)).toMatchObject({
      pointOfInitiation: 'dynamic',
      url: created.location,
      merchantName: 'Serra Fibra Telecom',
    });
    expect(psp.ledger.charges).toEqual([
      {
        txid,
        status: 'ATIVA',
        amount: '133.02',
        createdAt: '2026-11-21T12:00:00.000Z',
        expirySeconds: 600,
        payments: [],
      },
    ]);
  });

  test('each charge has a location and a BR Code of its own; expiry defaults to a day', async () => {
    await call('PUT', `/cob/${txid}`, body);
    await call('PUT', `/cob/${otherTxid}`, { ...body, calendario: {}, devedor: undefined });
    const [first, second] = [await cob(txid), await cob(otherTxid)];
    expect(first.pixCopiaECola).not.toBe(second.pixCopiaECola);
    expect(second.calendario).toMatchObject({ expiracao: 86_400 });
    expect(second).not.toHaveProperty('devedor');
  });

  test.each([
    ['amount without cents', { valor: { original: '133' } }, 'cob.valor.original'],
    ['amount with a comma', { valor: { original: '133,02' } }, 'cob.valor.original'],
    ['amount as a number', { valor: { original: 133.02 } }, 'cob.valor.original'],
    ['amount with 11 digits', { valor: { original: '12345678901.00' } }, 'cob.valor.original'],
    ['zero', { valor: { original: '0.00' } }, 'cob.valor.original'],
    ['no amount', { valor: undefined }, 'cob.valor'],
    ['no key', { chave: undefined }, 'cob.chave'],
    ['a key of 78 characters', { chave: 'x'.repeat(78) }, 'cob.chave'],
    ['no calendar', { calendario: undefined }, 'cob.calendario'],
    ['an expiry of zero', { calendario: { expiracao: 0 } }, 'cob.calendario.expiracao'],
    ['an expiry as text', { calendario: { expiracao: '600' } }, 'cob.calendario.expiracao'],
    ['a debtor without name', { devedor: { cpf: '52998224725' } }, 'cob.devedor'],
    ['a masked CPF', { devedor: { cpf: '529.982.247-25', nome: 'M' } }, 'cob.devedor'],
    ['CPF and CNPJ', { devedor: { cpf: '52998224725', cnpj: '33000167000101', nome: 'M' } }, 'cob.devedor'],
    ['neither CPF nor CNPJ', { devedor: { nome: 'M' } }, 'cob.devedor'],
    ['a CNPJ in lower case', { devedor: { cnpj: '12abc34501de35', nome: 'M' } }, 'cob.devedor'],
    ['a name of 201 characters', { devedor: { cpf: '52998224725', nome: 'M'.repeat(201) } }, 'cob.devedor'],
    ['a request of 141 characters', { solicitacaoPagador: 'x'.repeat(141) }, 'cob.solicitacaoPagador'],
    ['a detail without value', { infoAdicionais: [{ nome: 'Fatura' }] }, 'cob.infoAdicionais'],
  ])('refuses %s', async (_case, change, property) => {
    const answer = await call('PUT', `/cob/${txid}`, { ...body, ...change });
    expect(answer.status).toBe(400);
    expect(await problemOf(answer, 'CobOperacaoInvalida')).toEqual([property]);
    expect(psp.ledger.charges).toEqual([]);
  });

  test('takes a CNPJ with letters', async () => {
    const devedor = { cnpj: '12ABC34501DE35', nome: 'Núcleo Digital' };
    expect((await call('PUT', `/cob/${txid}`, { ...body, devedor })).status).toBe(201);
  });

  test.each(['curto', 'x'.repeat(25), 'x'.repeat(36), `${'x'.repeat(26)}-`])(
    'refuses the txid %s',
    async (id) => {
      const answer = await call('PUT', `/cob/${id}`, body);
      expect(answer.status).toBe(400);
      expect(await problemOf(answer, 'CobOperacaoInvalida')).toEqual(['cob.txid']);
    },
  );

  test('refuses what is not JSON', async () => {
    const answer = await fetch(`${psp.url}/cob/${txid}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
      body: '{"valor"',
    });
    expect(answer.status).toBe(400);
    await problemOf(answer, 'RequisicaoInvalida');
  });

  test('refuses a txid that is taken, with 400 or as told', async () => {
    await call('PUT', `/cob/${txid}`, body);
    const again = await call('PUT', `/cob/${txid}`, body);
    expect(again.status).toBe(400);
    expect(await problemOf(again, 'CobOperacaoInvalida')).toEqual(['cob.txid']);
    await psp.close();
    await open({ duplicateStatus: 409 });
    await call('PUT', `/cob/${txid}`, body);
    expect((await call('PUT', `/cob/${txid}`, body)).status).toBe(409);
    expect(psp.ledger.charges).toHaveLength(1);
  });

  test("refuses somebody else's key", async () => {
    await psp.close();
    await open({ keys: ['outra@example.com'] });
    const answer = await call('PUT', `/cob/${txid}`, body);
    expect(answer.status).toBe(400);
    expect(await problemOf(answer, 'CobOperacaoInvalida')).toEqual(['cob.chave']);
  });
});

describe('payment', () => {
  beforeEach(async () => {
    await call('PUT', `/cob/${txid}`, body);
  });

  test('a paid charge is CONCLUIDA and carries the PIX', async () => {
    time += 30_000;
    const outcome = psp.pay(txid);
    expect(outcome).toEqual({ paid: true, endToEndId: expect.stringMatching(/^E[a-zA-Z0-9]{31}$/) });
    const endToEndId = outcome.paid ? outcome.endToEndId : '';
    const pix = { endToEndId, txid, valor: '133.02', horario: '2026-11-21T12:00:30.000Z' };
    expect(await cob()).toMatchObject({ status: 'CONCLUIDA', pix: [pix] });
    expect(await (await call('GET', `/pix/${endToEndId}`)).json()).toEqual(pix);
    expect(psp.ledger.charges).toMatchObject([
      { status: 'CONCLUIDA', payments: [{ endToEndId, amount: '133.02', at: '2026-11-21T12:00:30.000Z' }] },
    ]);
  });

  test('an unpaid charge carries no pix', async () => {
    expect(await cob()).not.toHaveProperty('pix');
  });

  test("an expired charge stays ATIVA, and the payer's bank refuses it unless forced", async () => {
    time += 600_000;
    expect((await cob()).status).toBe('ATIVA');
    expect(psp.pay(txid)).toEqual({ paid: false, reason: 'expired' });
    expect(psp.pay(txid, { force: true }).paid).toBe(true);
    expect((await cob()).status).toBe('CONCLUIDA');
  });

  test('the last millisecond counts', () => {
    expect(psp.pay(txid, { at: start + 600_000 }).paid).toBe(false);
    expect(psp.pay(txid, { at: start + 599_999 }).paid).toBe(true);
  });

  test('a wrong amount arrives as it was paid', async () => {
    psp.pay(txid, { amountCents: 5 });
    expect((await cob()).pix).toMatchObject([{ valor: '0.05' }]);
    expect(psp.ledger.charges[0]?.amount).toBe('133.02');
  });

  test('a paid charge is refused, or forced and paid twice', async () => {
    psp.pay(txid);
    expect(psp.pay(txid)).toEqual({ paid: false, reason: 'already-paid' });
    psp.pay(txid, { force: true });
    const { pix = [] } = await cob();
    expect(new Set(pix.map(({ endToEndId }) => endToEndId)).size).toBe(2);
  });

  test('a removed charge is refused; forced, it stays removed and only its pix tells', async () => {
    await call('PATCH', `/cob/${txid}`, { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' });
    expect(psp.pay(txid)).toEqual({ paid: false, reason: 'removed' });
    psp.pay(txid, { force: true });
    expect(await cob()).toMatchObject({
      status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR',
      pix: [{ valor: '133.02' }],
    });
  });

  test('an unknown charge cannot be paid', () => {
    expect(psp.pay(otherTxid)).toEqual({ paid: false, reason: 'unknown' });
  });

  test('people pay over HTTP', async () => {
    const post = (name: string, args: unknown) =>
      fetch(`${psp.url}/__control/${name}`, { method: 'POST', body: JSON.stringify(args) });
    expect((await post('pay', { txid: otherTxid })).status).toBe(409);
    expect(await (await post('pay', { txid })).json()).toMatchObject({ paid: true });
    expect((await post('pay', { txid, amountCents: 1.5 })).status).toBe(400);
    expect(await (await post('remove-by-psp', { txid: otherTxid })).json()).toEqual({ removed: false });
    await post('revoke-tokens', {});
    expect((await call('GET', `/cob/${txid}`)).status).toBe(401);
    await post('clock', { offsetMs: 31_536_000_000 });
    token = await freshToken();
    await call('PUT', `/cob/${otherTxid}`, body);
    const yearLater = new Date(Date.now() + 31_536_000_000).getUTCFullYear();
    expect(psp.ledger.charges[1]?.createdAt).toContain(String(yearLater));
  });
});

describe('refunds', () => {
  const id = 'DEVOLUCAO1';

  async function paid(): Promise<string> {
    await call('PUT', `/cob/${txid}`, body);
    const outcome = psp.pay(txid);
    return outcome.paid ? outcome.endToEndId : '';
  }

  test('are in processing until somebody settles them, over HTTP too', async () => {
    const endToEndId = await paid();
    const path = `/pix/${endToEndId}/devolucao/${id}`;
    const asked = await call('PUT', path, { valor: '33.02' });
    expect(asked.status).toBe(201);
    expect(await asked.json()).toEqual({
      id,
      rtrId: expect.stringMatching(/^D[a-zA-Z0-9]{31}$/),
      valor: '33.02',
      horario: { solicitacao: '2026-11-21T12:00:00.000Z' },
      status: 'EM_PROCESSAMENTO',
    });
    const settle = { endToEndId, id, outcome: 'NAO_REALIZADO', reason: 'conta encerrada' };
    const settled = () =>
      fetch(`${psp.url}/__control/settle-refund`, { method: 'POST', body: JSON.stringify(settle) });
    expect(await (await settled()).json()).toEqual({ settled: true });
    expect(await (await settled()).json()).toEqual({ settled: false });
    expect(await (await call('GET', path)).json()).toMatchObject({
      status: 'NAO_REALIZADO',
      motivo: 'conta encerrada',
    });
    expect(psp.ledger.refunds).toMatchObject([{ endToEndId, id, amount: '33.02', status: 'NAO_REALIZADO' }]);
  });

  test('may not add up to more than came, and what did not come to be does not count', async () => {
    const endToEndId = await paid();
    const ask = (refund: string, valor: string) =>
      call('PUT', `/pix/${endToEndId}/devolucao/${refund}`, { valor });
    expect((await ask('A', '133.00')).status).toBe(201);
    const tooMuch = await ask('B', '0.03');
    expect(tooMuch.status).toBe(400);
    expect(await problemOf(tooMuch, 'PixDevolucaoInvalida')).toEqual(['devolucao.valor']);
    psp.settleRefund(endToEndId, 'A', 'NAO_REALIZADO');
    expect((await ask('B', '133.02')).status).toBe(201);
  });
});

describe('scopes', () => {
  test('a token is good for what its client may do and asked for', async () => {
    await psp.close();
    await open({ scopes: ['cob.read', 'pix.read'] });
    const refused = await call('PUT', `/cob/${txid}`, body);
    expect(refused.status).toBe(403);
    await problemOf(refused, 'AcessoNegado');
    expect((await call('GET', `/cob/${txid}`)).status).toBe(404);
    const { clientId, clientSecret } = defaultPspClient;
    const some = await askToken(
      clientId,
      clientSecret,
      'grant_type=client_credentials&scope=cob.read+cob.write',
    );
    expect(await some.json()).toMatchObject({ scope: 'cob.read' });
  });
});

describe('PATCH and GET', () => {
  beforeEach(async () => {
    await call('PUT', `/cob/${txid}`, body);
  });

  test('removes an active charge', async () => {
    const answer = await call('PATCH', `/cob/${txid}`, { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR', revisao: 1 });
    expect(psp.ledger.charges[0]?.status).toBe('REMOVIDA_PELO_USUARIO_RECEBEDOR');
  });

  test('an expired charge may still be removed, since it is ATIVA', async () => {
    time += 900_000;
    const answer = await call('PATCH', `/cob/${txid}`, { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' });
    expect(answer.status).toBe(200);
  });

  test('does not remove a paid or removed charge', async () => {
    psp.pay(txid);
    const paid = await call('PATCH', `/cob/${txid}`, { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' });
    expect(paid.status).toBe(400);
    await problemOf(paid, 'CobOperacaoInvalida');
    await call('PUT', `/cob/${otherTxid}`, body);
    psp.removeByPsp(otherTxid);
    expect((await cob(otherTxid)).status).toBe('REMOVIDA_PELO_PSP');
    const removed = await call('PATCH', `/cob/${otherTxid}`, { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' });
    expect(removed.status).toBe(400);
  });

  test.each([
    { status: 'CONCLUIDA' },
    { status: 'REMOVIDA_PELO_PSP' },
    { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR', valor: { original: '1.00' } },
    { valor: { original: '1' } },
  ])('refuses the change %j', async (change) => {
    expect((await call('PATCH', `/cob/${txid}`, change)).status).toBe(400);
    expect((await cob()).revisao).toBe(0);
  });

  test('revises an amount and keeps the earlier revision', async () => {
    await call('PATCH', `/cob/${txid}`, { valor: { original: '140.00' } });
    expect(await cob()).toMatchObject({ revisao: 1, valor: { original: '140.00' }, chave: body.chave });
    const earlier = await call('GET', `/cob/${txid}?revisao=0`);
    expect(await earlier.json()).toMatchObject({ revisao: 0, valor: { original: '133.02' } });
    const never = await call('GET', `/cob/${txid}?revisao=2`);
    expect(never.status).toBe(400);
    await problemOf(never, 'CobConsultaInvalida');
  });

  test('unknown charges and payments are 404', async () => {
    const answers = await Promise.all([
      call('GET', `/cob/${otherTxid}`),
      call('PATCH', `/cob/${otherTxid}`, { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }),
      call('GET', '/pix/E99999999202611211200sim99999999'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    await problemOf(answers[0] as Response, 'CobNaoEncontrado');
    await problemOf(answers[2] as Response, 'PixNaoEncontrado');
  });
});

describe('GET /pix', () => {
  test('lists what was received in a period, by txid, by page', async () => {
    await call('PUT', `/cob/${txid}`, body);
    await call('PUT', `/cob/${otherTxid}`, body);
    psp.pay(txid, { at: start + 1000 });
    psp.pay(otherTxid, { at: start + 5000 });
    const list = async (query: string) =>
      (await (await call('GET', `/pix?${query}`)).json()) as {
        parametros: { paginacao: unknown };
        pix: { txid: string }[];
      };
    const day = 'inicio=2026-11-21T00:00:00Z&fim=2026-11-22T00:00:00Z';
    expect((await list(day)).pix.map((pix) => pix.txid)).toEqual([txid, otherTxid]);
    const early = await list('inicio=2026-11-21T09:00:00-03:00&fim=2026-11-21T12:00:01Z');
    expect(early.pix.map((pix) => pix.txid)).toEqual([txid]);
    expect((await list(`${day}&txid=${otherTxid}`)).pix).toHaveLength(1);
    const second = await list(`${day}&paginacao.itensPorPagina=1&paginacao.paginaAtual=1`);
    expect(second.pix.map((pix) => pix.txid)).toEqual([otherTxid]);
    expect(second.parametros.paginacao).toEqual({
      paginaAtual: 1,
      itensPorPagina: 1,
      quantidadeDePaginas: 2,
      quantidadeTotalDeItens: 2,
    });
  });

  test.each([
    '',
    'inicio=2026-11-21T00:00:00Z',
    'inicio=2026-11-21&fim=2026-11-22',
    'inicio=2026-11-22T00:00:00Z&fim=2026-11-21T00:00:00Z',
    'inicio=2026-11-21T00:00:00Z&fim=2026-11-22T00:00:00Z&paginacao.paginaAtual=-1',
  ])('refuses the query "%s"', async (query) => {
    const answer = await call('GET', `/pix?${query}`);
    expect(answer.status).toBe(400);
    await problemOf(answer, 'PixConsultaInvalida');
  });
});

describe('faults', () => {
  test('a charge exists although its answer was lost', async () => {
    psp.setFaults([{ operation: 'createCob', times: 1, effect: { kind: 'drop-after' } }]);
    await expect(call('PUT', `/cob/${txid}`, body)).rejects.toThrow();
    expect((await cob()).status).toBe('ATIVA');
  });

  test('polls may fail while the token desk works', async () => {
    await call('PUT', `/cob/${txid}`, body);
    psp.setFaults([{ operation: 'getCob', effect: { kind: 'status', status: 503, retryAfter: 5 } }]);
    expect((await call('GET', `/cob/${txid}`)).status).toBe(503);
    token = await freshToken();
    psp.setFaults([]);
    expect((await cob()).status).toBe('ATIVA');
  });
});
