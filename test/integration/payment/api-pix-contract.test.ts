import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import type { ApiPixClient } from '../../../src-main/payment/api-pix/api-pix-client.ts';
import { createApiPixProvider } from '../../../src-main/payment/api-pix/api-pix-provider.ts';
import { openPixApi, type PixApiContract } from '../../contracts/pix-api.ts';
import { type PspSimulator, startPspSimulator } from '../../simulators/psp/psp-simulator.ts';
import type { Answer, SimulatorRequest } from '../../simulators/server/exchange.ts';
import { aCharge } from './a-charge.ts';
import { accountAt, clientFor } from './psp-client.ts';

const txid = 'b4lc40000000000000000000000001';
const debtor = { cpf: '52998224725', name: 'Maria da Silva Souza' };
const order = { amountCents: 9_990, expirySeconds: 600 };
const dueOrder = { amountCents: 9_990, dueDate: '2026-12-11', daysAfterDue: 30, debtor };
const refundId = 'REFUND1';

let contract: PixApiContract;
let psp: PspSimulator;
let http: HttpClient;
let client: ApiPixClient;
let exchanges: { request: SimulatorRequest; answer: Answer }[];

beforeAll(() => {
  contract = openPixApi();
});

beforeEach(async () => {
  psp = await startPspSimulator();
  http = createHttpClient();
  client = clientFor(accountAt(psp.url), http).client;
  exchanges = [];
  psp.onAnswered((request, answer) => {
    if (request.operation !== 'token') exchanges.push({ request, answer });
  });
});

afterEach(async () => {
  await psp.close();
  await http.close();
});

/** Every request and every answer so far is as the standard wants it. */
function expectStandard(): void {
  expect(exchanges).not.toEqual([]);
  for (const { request, answer } of exchanges) {
    const { method, path, query, body } = request;
    expect(contract.requestFaults({ method, path, query, body }), `${method} ${path}`).toEqual([]);
    expect(contract.answerFaults(request, answer), `${method} ${path}: ${answer.status}`).toEqual([]);
  }
}

/** A PSP that gives tokens, and answers everything else with this. */
function answering(text: string): HttpClient {
  const value = { status: 200, contentType: 'application/json', text };
  return {
    request: (request) =>
      request.url.includes('/oauth/') ? http.request(request) : Promise.resolve({ ok: true, value }),
    close: () => Promise.resolve(),
  };
}

async function paid(): Promise<string> {
  await client.createCob(txid, order);
  const outcome = psp.pay(txid);
  return outcome.paid ? outcome.endToEndId : '';
}

describe('requests of the client and answers of the simulated PSP keep to the OpenAPI document', () => {
  const calls: readonly (readonly [name: string, make: () => Promise<unknown>])[] = [
    ['createCob', () => client.createCob(txid, order)],
    [
      'createCob with all that an order may have',
      async () => {
        const location = await client.createLocation('cob');
        const locationId = location.ok ? location.value.id : 0;
        const extraLines = [{ name: 'Terminal', value: 'T01' }];
        await client.createCob(txid, { ...order, debtor, message: 'Fatura 1', extraLines, locationId });
      },
    ],
    [
      'createCob for a company whose CNPJ has letters',
      () => client.createCob(txid, { ...order, debtor: { cnpj: '12ABC34501DE35', name: 'Núcleo' } }),
    ],
    [
      'createCob of a taken txid',
      () => Promise.all([client.createCob(txid, order), client.createCob(txid, order)]),
    ],
    ['createCob for nothing', () => client.createCob(txid, { ...order, amountCents: 0 })],
    ['readCob', async () => [await client.createCob(txid, order), await client.readCob(txid)]],
    ['readCob of none', () => client.readCob(txid)],
    ['readCob once paid', async () => [await paid(), await client.readCob(txid)]],
    ['cancelCob', async () => [await client.createCob(txid, order), await client.cancelCob(txid)]],
    ['cancelCob once paid', async () => [await paid(), await client.cancelCob(txid)]],
    ['createCobv', () => client.createCobv(txid, dueOrder)],
    ['readCobv', async () => [await client.createCobv(txid, dueOrder), await client.readCobv(txid)]],
    ['readCobv of none', () => client.readCobv(txid)],
    ['cancelCobv', async () => [await client.createCobv(txid, dueOrder), await client.cancelCobv(txid)]],
    ['createLocation', () => client.createLocation('cobv')],
    ['readLocation', async () => [await client.createLocation('cob'), await client.readLocation(1)]],
    ['readLocation of none', () => client.readLocation(7)],
    ['readPix', async () => client.readPix(await paid())],
    ['readPix of none', () => client.readPix('E'.repeat(32))],
    ['listPix', async () => [await paid(), await client.listPix({ from: 0, to: Date.now() + 1000, txid })]],
    ['requestRefund', async () => client.requestRefund(await paid(), refundId, 9_990)],
    ['requestRefund of too much', async () => client.requestRefund(await paid(), refundId, 9_991)],
    [
      'readRefund',
      async () => {
        const endToEndId = await paid();
        await client.requestRefund(endToEndId, refundId, 1);
        await client.readRefund(endToEndId, refundId);
        psp.settleRefund(endToEndId, refundId, 'DEVOLVIDO');
        await client.readRefund(endToEndId, refundId);
        await client.readPix(endToEndId);
      },
    ],
    ['readRefund of none', async () => client.readRefund(await paid(), refundId)],
    [
      'a charge as the kiosk makes it',
      () => createApiPixProvider(client).request(aCharge({ txid, terminalId: 'T01' })),
    ],
  ];

  it.each(calls)('%s', async (_name, make) => {
    await make();
    expectStandard();
  });

  it.each(['cob', 'cobv', 'pix', 'payloadlocation'])('a refusal for want of the scope %s', async (scope) => {
    await psp.close();
    psp = await startPspSimulator({ scopes: [] });
    psp.onAnswered((request, answer) => {
      if (request.operation !== 'token') exchanges.push({ request, answer });
    });
    client = clientFor(accountAt(psp.url), http).client;
    const byScope: Readonly<Record<string, () => Promise<unknown>>> = {
      cob: () => client.readCob(txid),
      cobv: () => client.readCobv(txid),
      pix: () => client.readPix('E'.repeat(32)),
      payloadlocation: () => client.readLocation(1),
    };
    await byScope[scope]?.();
    expect(exchanges.map(({ answer }) => answer.status)).toEqual([403]);
    expectStandard();
  });
});

describe("the standard's own examples", () => {
  /** Which call reads what the standard shows for an operation; each is asked for what the example is about. */
  const readers: readonly (readonly [
    method: string,
    path: string,
    read: (asked: ApiPixClient, example: Example) => Promise<unknown>,
  ])[] = [
    ['PUT', '/cob/{txid}', (asked, { txid: id }) => asked.createCob(id, order)],
    ['GET', '/cob/{txid}', (asked, { txid: id }) => asked.readCob(id)],
    ['PATCH', '/cob/{txid}', (asked, { txid: id }) => asked.cancelCob(id)],
    ['PUT', '/cobv/{txid}', (asked, { txid: id }) => asked.createCobv(id, dueOrder)],
    ['GET', '/cobv/{txid}', (asked, { txid: id }) => asked.readCobv(id)],
    ['PATCH', '/cobv/{txid}', (asked, { txid: id }) => asked.cancelCobv(id)],
    ['POST', '/loc', (asked, { tipoCob }) => asked.createLocation(tipoCob)],
    ['GET', '/loc/{id}', (asked, { id }) => asked.readLocation(Number(id))],
    ['GET', '/pix/{e2eid}', (asked, { endToEndId }) => asked.readPix(endToEndId)],
    ['GET', '/pix', (asked) => asked.listPix({ from: 0, to: 1 })],
    ['PUT', '/pix/{e2eid}/devolucao/{id}', (asked, { id }) => asked.requestRefund('E'.repeat(32), id, 1)],
    ['GET', '/pix/{e2eid}/devolucao/{id}', (asked, { id }) => asked.readRefund('E'.repeat(32), id)],
  ];

  interface Example {
    readonly txid: string;
    readonly id: string;
    readonly endToEndId: string;
    readonly tipoCob: 'cob' | 'cobv';
  }

  it.each(readers)('of %s %s are all understood', async (method, path, read) => {
    const examples = contract.examplesOf(method, path);
    expect(examples).not.toEqual([]);
    for (const [name, value] of examples) {
      const text = JSON.stringify(value);
      const asked = clientFor(accountAt(psp.url), answering(text)).client;
      expect(await read(asked, value as Example), name).toMatchObject({ ok: true });
    }
  });
});

describe('whatever the standard allows a charge to be', () => {
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const digits = (least: number, most: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });
  const letters = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'abcXYZ0189'), minLength: length, maxLength: length });
  const amount = fc.tuple(digits(1, 10), digits(2, 2)).map((parts) => parts.join('.'));
  const moment = fc
    .tuple(
      fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
      fc.constantFrom('Z', '-03:00', '+00:00'),
    )
    .map(([at, zone]) => new Date(at).toISOString().replace(/\.000Z$|Z$/, zone));
  const refund = fc.record({
    id: letters(20),
    rtrId: letters(32),
    valor: amount,
    natureza: optional(fc.constantFrom('ORIGINAL', 'MED_FRAUDE', 'MED_PIX_AUTOMATICO')),
    horario: fc.record({ solicitacao: optional(moment), liquidacao: optional(moment) }),
    status: fc.constantFrom('EM_PROCESSAMENTO', 'DEVOLVIDO', 'NAO_REALIZADO'),
    motivo: optional(fc.string({ maxLength: 140 })),
  });
  const payment = fc.record({
    endToEndId: letters(32),
    txid: optional(letters(30)),
    valor: amount,
    horario: moment,
    infoPagador: optional(fc.string({ maxLength: 140 })),
    devolucoes: optional(fc.array(refund, { maxLength: 2 })),
  });
  const charge = fc.record({
    calendario: fc.record({ criacao: moment, expiracao: fc.integer({ min: 1, max: 86_400 }) }),
    txid: fc.constant(txid),
    revisao: fc.nat({ max: 9 }),
    location: optional(fc.constant('pix.example.com/qr/v2/1')),
    status: fc.constantFrom('ATIVA', 'CONCLUIDA', 'REMOVIDA_PELO_USUARIO_RECEBEDOR', 'REMOVIDA_PELO_PSP'),
    valor: fc.record({ original: amount, modalidadeAlteracao: optional(fc.constantFrom(0, 1)) }),
    chave: fc.string({ maxLength: 77 }),
    solicitacaoPagador: optional(fc.string({ maxLength: 140 })),
    pixCopiaECola: optional(fc.string({ minLength: 1, maxLength: 512 })),
    pix: optional(fc.array(payment, { maxLength: 3 })),
  });

  it('is understood', async () => {
    await fc.assert(
      fc.asyncProperty(charge, async (answer) => {
        const text = JSON.stringify(answer);
        const told = { status: 200, contentType: 'application/json', body: text };
        expect(contract.answerFaults({ method: 'GET', path: `/cob/${txid}` }, told)).toEqual([]);
        const asked = clientFor(accountAt(psp.url), answering(text)).client;
        expect(await asked.readCob(txid)).toMatchObject({ ok: true });
      }),
    );
  });
});

describe('the judge', () => {
  it('finds what the standard does not allow', () => {
    const request = { method: 'PUT', path: `/cob/${txid}`, query: {} };
    const body = { calendario: { expiracao: 600 }, valor: { original: '1.00' }, chave: 'k' };
    expect(contract.requestFaults({ ...request, body })).toEqual([]);
    expect(
      contract.requestFaults({ ...request, body: { ...body, valor: { original: '1,00' } } }),
    ).not.toEqual([]);
    expect(contract.requestFaults({ ...request, path: '/cob/short', body })).not.toEqual([]);
    expect(contract.requestFaults({ ...request, query: { gw: '1' }, body })).toEqual(['query gw is unknown']);
    const answer = { status: 201, contentType: 'application/json', body: '{}' };
    expect(contract.answerFaults(request, answer)).not.toEqual([]);
    expect(contract.answerFaults(request, { ...answer, status: 200 })).toEqual([
      'status 200 is not in the standard',
    ]);
  });
});
