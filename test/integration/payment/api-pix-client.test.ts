import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpClient, HttpRequest } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import type { PixAccount } from '../../../src-main/payment/accounts.ts';
import { addressAccounts } from '../../../src-main/payment/api-pix/account-addresses.ts';
import {
  type PspSimulator,
  type PspSimulatorOptions,
  startPspSimulator,
} from '../../simulators/psp/psp-simulator.ts';
import { accountAt, clientFor } from './psp-client.ts';

const txid = 'b4lc40000000000000000000000001';
const otherTxid = 'b4lc40000000000000000000000002';
const order = { amountCents: 9_990, expirySeconds: 600 };
const debtor = { cpf: '52998224725', name: 'Maria da Silva Souza' };

let psp: PspSimulator;
let http: HttpClient;

beforeEach(async () => {
  psp = await startPspSimulator();
  http = createHttpClient();
});

afterEach(async () => {
  await psp.close();
  await http.close();
});

async function restart(options: PspSimulatorOptions): Promise<void> {
  await psp.close();
  psp = await startPspSimulator(options);
}

function open(change: Partial<PixAccount> = {}) {
  return clientFor(accountAt(psp.url, change), http);
}

async function paid(client = open().client, cents?: number): Promise<string> {
  await client.createCob(txid, order);
  const outcome = psp.pay(txid, cents === undefined ? {} : { amountCents: cents });
  return outcome.paid ? outcome.endToEndId : '';
}

describe('charges', () => {
  it('of both kinds are made, read and taken back, whether the PSP says 200 or 201', async () => {
    await restart({ createdStatus: 200 });
    const { client } = open();
    const due = { amountCents: 9_990, dueDate: '2026-12-11', daysAfterDue: 5, debtor };
    expect(await client.createCob(txid, order)).toMatchObject({ ok: true, value: { status: 'active' } });
    expect(await client.createCobv(otherTxid, due)).toMatchObject({ ok: true, value: { status: 'active' } });
    expect(await client.readCobv(otherTxid)).toMatchObject({ value: { amountCents: 9_990, payments: [] } });
    for (const answer of [await client.cancelCob(txid), await client.cancelCobv(otherTxid)]) {
      expect(answer).toMatchObject({ ok: true, value: { status: 'removed-by-payee' } });
    }
  });

  it('are of one kind: a cob is no cobv', async () => {
    const { client } = open();
    await client.createCob(txid, order);
    expect(await client.readCobv(txid)).toMatchObject({ error: { pix: { problem: 'not-found' } } });
  });

  it('can stand at a location that was made before, once', async () => {
    const { client } = open();
    const made = await client.createLocation('cob');
    expect(made).toMatchObject({ value: { id: 1, kind: 'cob' } });
    expect(await client.createCob(txid, { ...order, locationId: 1 })).toMatchObject({ ok: true });
    expect(await client.readLocation(1)).toMatchObject({ value: { txid } });
    expect(await client.createCob(otherTxid, { ...order, locationId: 1 })).toMatchObject({
      error: { pix: { problem: 'invalid', violations: [{ property: 'cob.loc.id' }] } },
    });
  });
});

describe('received PIX', () => {
  it('is found by its id, and in a period page by page', async () => {
    const { client } = open();
    const endToEndId = await paid(client, 100);
    const payment = { endToEndId, txid, amountCents: 100, refunds: [] };
    expect(await client.readPix(endToEndId)).toMatchObject({ ok: true, value: payment });
    const to = Date.now() + 60_000;
    expect(await client.listPix({ from: 0, to, txid })).toMatchObject({
      value: { payments: [payment], page: 0, pages: 1 },
    });
    expect(await client.listPix({ from: 0, to, page: 1 })).toMatchObject({
      value: { payments: [], page: 1 },
    });
  });

  it('of another charge is not taken for this one’s, should the PSP ignore the filter', async () => {
    const { client } = open();
    await paid(client);
    const deaf: HttpClient = {
      ...http,
      request: (request) => http.request({ ...request, url: request.url.replace(/&txid=\w+/, '') }),
    };
    const asked = clientFor(accountAt(psp.url), deaf).client;
    expect(await asked.listPix({ from: 0, to: Date.now() + 60_000, txid: otherTxid })).toMatchObject({
      error: { kind: 'malformed', pix: { problem: 'unusable-answer' } },
    });
  });
});

describe('refunds', () => {
  it('are in processing until the money is back', async () => {
    const { client } = open();
    const endToEndId = await paid(client);
    const asked = await client.requestRefund(endToEndId, 'R1', 9_000);
    expect(asked).toMatchObject({
      ok: true,
      value: { refundId: 'R1', amountCents: 9_000, status: 'processing' },
    });
    psp.settleRefund(endToEndId, 'R1', 'DEVOLVIDO');
    expect(await client.readRefund(endToEndId, 'R1')).toMatchObject({
      value: { status: 'refunded', settledAt: expect.any(String) },
    });
    expect(await client.readPix(endToEndId)).toMatchObject({ value: { refunds: [{ refundId: 'R1' }] } });
  });

  it('that did not come to be say why, and their money can be sent again', async () => {
    const { client } = open();
    const endToEndId = await paid(client);
    await client.requestRefund(endToEndId, 'R1', 9_990);
    psp.settleRefund(endToEndId, 'R1', 'NAO_REALIZADO', 'conta encerrada');
    expect(await client.readRefund(endToEndId, 'R1')).toMatchObject({
      value: { status: 'not-done', reason: 'conta encerrada' },
    });
    expect(await client.requestRefund(endToEndId, 'R2', 9_990)).toMatchObject({ ok: true });
  });

  it('are found by their id after a lost answer, and never made twice under it', async () => {
    const { client } = open();
    const endToEndId = await paid(client);
    psp.setFaults([{ operation: 'requestRefund', times: 1, effect: { kind: 'drop-after' } }]);
    expect(await client.requestRefund(endToEndId, 'R1', 1)).toMatchObject({ error: { kind: 'no-answer' } });
    expect(await client.readRefund(endToEndId, 'R1')).toMatchObject({ value: { status: 'processing' } });
    expect(await client.requestRefund(endToEndId, 'R1', 1)).toMatchObject({
      error: { kind: 'refused', pix: { problem: 'duplicate' } },
    });
    expect(psp.ledger.refunds).toHaveLength(1);
  });

  it.each([
    ['of more than came', 9_991, 'devolucao.valor'],
    ['of nothing', 0, 'devolucao.valor'],
  ])('%s are refused, and the field is named', async (_name, cents, property) => {
    const { client } = open();
    expect(await client.requestRefund(await paid(client), 'R1', cents)).toMatchObject({
      error: {
        kind: 'refused',
        pix: { problem: 'invalid', type: 'PixDevolucaoInvalida', violations: [{ property }] },
      },
    });
  });

  it('after 90 days are refused', async () => {
    const { client } = open();
    const endToEndId = await paid(client);
    psp.setClock(() => Date.now() + 91 * 86_400_000);
    psp.revokeTokens();
    expect(await client.requestRefund(endToEndId, 'R1', 1)).toMatchObject({
      error: { pix: { problem: 'invalid' } },
    });
  });

  it('of a PIX that is not ours are not found', async () => {
    expect(await open().client.requestRefund('E'.repeat(32), 'R1', 1)).toMatchObject({
      error: { pix: { problem: 'not-found', type: 'PixNaoEncontrado' } },
    });
  });
});

describe('a no', () => {
  it.each([
    ['401', { status: 401 }, { kind: 'refused', pix: { problem: 'unauthorised' } }],
    ['403', { status: 403 }, { kind: 'refused', pix: { problem: 'forbidden' } }],
    [
      '404 as JSON',
      { status: 404, body: { title: 'x' } },
      { kind: 'refused', pix: { problem: 'not-found' } },
    ],
    [
      '404 as a page',
      { status: 404, body: '<html>' },
      { kind: 'refused', pix: { problem: 'unusable-answer' } },
    ],
    ['409', { status: 409 }, { kind: 'refused', pix: { problem: 'duplicate' } }],
    ['422', { status: 422 }, { kind: 'refused', pix: { problem: 'invalid' } }],
    ['429', { status: 429 }, { kind: 'server-error', pix: { problem: 'too-many-requests' } }],
    ['500', { status: 500 }, { kind: 'server-error', pix: { problem: 'unavailable' } }],
    ['503', { status: 503 }, { kind: 'server-error', pix: { problem: 'unavailable' } }],
  ])('%s has one meaning', async (_name, effect, error) => {
    psp.setFaults([{ operation: 'createCob', effect: { kind: 'status', ...effect } }]);
    expect(await open().client.createCob(txid, order)).toMatchObject({ ok: false, error });
  });

  it('to taking back a charge means that it is not active any more', async () => {
    const { client } = open();
    await paid(client);
    expect(await client.cancelCob(txid)).toMatchObject({
      error: { kind: 'refused', pix: { problem: 'not-active' } },
    });
  });

  it.each([
    [{ nome: 'txid_duplicado', mensagem: 'Campo txid já foi usado' }, 'efi', 'duplicate', 'txid_duplicado'],
    [{ nome: 'cobranca_nao_encontrada' }, 'efi', 'not-found', 'cobranca_nao_encontrada'],
    [{ erros: [{ codigo: 4769515, ocorrencia: 'CHOM00' }] }, 'banco-do-brasil', 'invalid', '4769515'],
  ] as const)('in a PSP’s own words is understood: %j', async (body, preset, problem, type) => {
    await restart(preset === 'banco-do-brasil' ? { query: { 'gw-dev-app-key': 'chave-app' } } : {});
    psp.setFaults([{ operation: 'createCob', effect: { kind: 'status', status: 400, body } }]);
    const { client } = open({ preset, developerKey: 'chave-app' });
    expect(await client.createCob(txid, order)).toMatchObject({ error: { pix: { problem, type } } });
  });

  it('leaves a trace with the ids of both sides, and nothing of what was sent or said', async () => {
    const { client, log } = open();
    await client.createCob(txid, order);
    await client.createCob(txid, { ...order, debtor, message: 'Fatura 910003' });
    const done = {
      accountId: 'principal',
      operation: 'create-cob',
      sentId: expect.stringMatching(/^[\da-f-]{36}$/),
    };
    expect(log.entries).toMatchObject([
      { code: 'PIX-CALL-DONE', fields: { ...done, correlationId: 'gateway-2' } },
      {
        code: 'PIX-CALL-FAILED',
        fields: {
          ...done,
          problem: 'duplicate',
          type: 'CobOperacaoInvalida',
          fields: 'cob.txid',
          correlationId: expect.stringMatching(/^psp-sim-\d+$/),
        },
      },
    ]);
    expect(JSON.stringify(log.entries)).not.toMatch(
      /52998224725|Maria|910003|token-|Bearer|Basic|serrafibra/,
    );
  });

  it('that nothing is there is no trouble', async () => {
    const { client, log } = open();
    await client.readCob(txid);
    expect(log.codes).toEqual([]);
  });

  it('with words in place of names keeps them out of the log', async () => {
    const body = {
      type: 'https://pix.example/O CPF 52998224725 não serve',
      violacoes: [{ razao: 'Maria', propriedade: 'o CPF 529.982.247-25', valor: '52998224725' }],
    };
    psp.setFaults([{ operation: 'createCob', effect: { kind: 'status', status: 400, body } }]);
    const { client, log } = open();
    const answer = await client.createCob(txid, order);
    expect(JSON.stringify([log.entries, !answer.ok && answer.error.pix])).not.toMatch(/529|Maria/);
  });
});

describe('Retry-After', () => {
  it('is honoured for all that goes to this account, and for no longer than a minute', async () => {
    const { client, clock } = open();
    await client.createCob(txid, order);
    psp.setFaults([
      { operation: 'getCob', times: 1, effect: { kind: 'status', status: 429, retryAfter: 3600 } },
    ]);
    expect(await client.readCob(txid)).toMatchObject({
      error: { kind: 'server-error', retryAfterMs: 3_600_000 },
    });
    await clock.advance(59_000);
    expect(await client.readCob(txid)).toMatchObject({
      error: { kind: 'not-sent', pix: { problem: 'too-many-requests', retryAfterMs: 1_000 } },
    });
    expect(psp.ledger.requests).toMatchObject({ getCob: 1 });
    await clock.advance(1_000);
    expect(await client.readCob(txid)).toMatchObject({ ok: true });
  });

  it('is understood as a date too', async () => {
    const retryAfter = new Date(Date.now() + 30_000).toUTCString();
    psp.setFaults([{ operation: 'getCob', effect: { kind: 'status', status: 503, retryAfter } }]);
    const answer = await open().client.readCob(txid);
    const waitMs = answer.ok ? undefined : answer.error.pix.retryAfterMs;
    expect(Math.abs((waitMs ?? Number.NaN) - 30_000)).toBeLessThanOrEqual(2_000);
  });

  it('of one account silences no other', async () => {
    psp.setFaults([
      { operation: 'getCob', times: 1, effect: { kind: 'status', status: 429, retryAfter: 60 } },
    ]);
    await open().client.readCob(txid);
    expect(await open({ id: 'filial' }).client.readCob(txid)).toMatchObject({
      error: { pix: { problem: 'not-found' } },
    });
  });
});

describe('the token', () => {
  it('that all requests find refused at once is renewed once', async () => {
    const { client } = open();
    await client.createCob(txid, order);
    psp.revokeTokens();
    const looks = await Promise.all([client.readCob(txid), client.readCob(txid), client.readCob(txid)]);
    expect(looks.every(({ ok }) => ok)).toBe(true);
    expect(psp.ledger.requests).toMatchObject({ token: 2, createCob: 1 });
  });

  it('without the scope is no reason to ask for another', async () => {
    await restart({ scopes: ['cob.read'] });
    const { client } = open();
    expect(await client.createCob(txid, order)).toMatchObject({
      error: { kind: 'refused', status: 403, pix: { problem: 'forbidden' } },
    });
    expect(psp.ledger.requests).toEqual({ token: 1, createCob: 1 });
  });
});

describe('presets', () => {
  it.each(['generic', 'efi', 'itau', 'sicredi', 'inter', 'banco-do-brasil'] as const)(
    '%s gets a token and makes a charge in its own way',
    async (preset) => {
      const credentials = preset === 'inter' || preset === 'itau' ? 'form' : 'basic';
      const query = preset === 'banco-do-brasil' ? { 'gw-dev-app-key': 'chave-app' } : undefined;
      await restart({ credentials, ...(query && { query }) });
      const tokenBodies: string[] = [];
      const correlation: unknown[] = [];
      psp.onRequest(({ operation, rawBody, headers }) => {
        if (operation === 'token') tokenBodies.push(rawBody);
        correlation.push(headers[preset === 'itau' ? 'x-correlationid' : 'x-correlation-id']);
      });
      const { client } = open({ preset, developerKey: 'chave-app' });
      expect(await client.createCob(txid, order)).toMatchObject({ ok: true });
      expect(tokenBodies[0]?.startsWith('{')).toBe(preset === 'efi');
      expect(correlation).toEqual([expect.any(String), expect.any(String)]);
    },
  );

  it('the developer key goes along only where the PSP wants one', async () => {
    const urls: string[] = [];
    const watched: HttpClient = {
      ...http,
      request(request: HttpRequest) {
        urls.push(request.url);
        return http.request(request);
      },
    };
    await clientFor(accountAt(psp.url, { developerKey: 'chave-app' }), watched).client.readCob(txid);
    expect(urls.join()).not.toContain('chave-app');
  });

  it('give the addresses that the settings do not name', async () => {
    const account = { preset: 'inter', environment: 'production' } as const;
    expect(await addressAccounts([account, { ...account, baseUrl: 'https://proxy.example' }])).toEqual([
      {
        ...account,
        baseUrl: 'https://cdpj.partners.bancointer.com.br/pix/v2',
        tokenUrl: 'https://cdpj.partners.bancointer.com.br/oauth/v2/token',
      },
      {
        ...account,
        baseUrl: 'https://proxy.example',
        tokenUrl: 'https://cdpj.partners.bancointer.com.br/oauth/v2/token',
      },
    ]);
  });
});
