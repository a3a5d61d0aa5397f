import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestReport } from '../../../src-main/contract/technician.ts';
import { testErp } from '../../../src-main/technician/erp-probe.ts';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customers } from '../../simulators/erp/fixture-customers.ts';
import { probeParts, settingsWith } from './probe-setup.ts';

const token = 'erp-secret-token-4711';

let erp: ErpSimulator;
let parts: ReturnType<typeof probeParts>;
const cleanUps: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  parts = probeParts();
  erp = await startErpSimulator({ token });
});

afterEach(async () => {
  await Promise.all([erp.close(), parts.close(), ...cleanUps.splice(0).map((each) => each())]);
});

interface Wanted {
  readonly operation?: string;
  readonly document?: string;
  readonly erpId?: string;
  readonly change?: Record<string, unknown>;
}

function test({
  operation = 'getCustomer',
  document = customers.maria.document,
  erpId = 'a',
  change,
}: Wanted) {
  const settings = settingsWith({
    erps: [{ id: 'a', baseUrl: erp.url, auth: { token }, timeoutMs: 1500, ...change }],
  });
  return testErp({ dataFolder: '/nowhere', settings, erpId, operation, document, ...parts });
}

function expectNoToken(report: TestReport): void {
  expect(JSON.stringify(report)).not.toContain(token);
}

/** A server that answers every request in the same way. */
async function serve(status: number, type: string, body: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': type, location: 'https://elsewhere.example/' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('trying an ERP', () => {
  it('finds a customer, and shows request, answer and what was made of it', async () => {
    const report = await test({ document: '529.982.247-25' });
    expect(report).toMatchObject({
      worked: true,
      summary: 'Cliente encontrado: Maria da Silva Souza',
      mapped: { erpId: '7001', birthDate: '1985-03-15' },
    });
    const [exchange] = report.exchanges;
    expect(exchange).toMatchObject({ method: 'GET', status: 200 });
    expect(exchange?.answer).toContain('Maria da Silva Souza');
    expect(exchange?.headers).toContainEqual(['Authorization', 'Bearer •••']);
    expectNoToken(report);
  });

  it('counts open invoices and shows them in cents and dates', async () => {
    const report = await test({ operation: 'listOpenInvoices' });
    expect(report.worked).toBe(true);
    expect(report.summary).toMatch(/^4 faturas em aberto encontradas, R\$ [\d.,]+ ao todo$/);
    const [invoice] = report.mapped as { dueCents: number; dueDate: string }[];
    expect(Number.isInteger(invoice?.dueCents)).toBe(true);
    expect(invoice?.dueDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each([
    ['listContracts', /contrato/],
    ['getInvoice', /^Fatura \d+ encontrada/],
    ['listStatements', /lançamento/],
    ['listFiscalNotes', /nota/],
    ['listServices', /serviço/],
    ['getContacts', /contato/],
    ['listProducts', /ite(m|ns)/],
  ])('tries %s', async (operation, summary) => {
    const report = await test({ operation });
    expect(report.summary).toMatch(summary);
    expect(report.worked).toBe(true);
  });

  it('needs no document for lists that belong to nobody', async () => {
    expect((await test({ operation: 'listCities', document: '' })).worked).toBe(true);
  });

  it('says that there is no such customer, which is an answer', async () => {
    const report = await test({ document: '16899535009' });
    expect(report).toMatchObject({ worked: true, summary: 'O ERP não conhece cliente com este documento.' });
    const byId = await test({ operation: 'listServices', document: '16899535009' });
    expect(byId).toMatchObject({ worked: true, summary: report.summary });
  });

  it.each([
    ['5299822', /inteiro/],
    ['52998224726', /confira os números/],
    ['11111111111', /não existe/],
  ])('sends nothing for the document %s', async (document, words) => {
    const report = await test({ document });
    expect(report).toMatchObject({ worked: false, exchanges: [] });
    expect(report.summary).toMatch(words);
  });

  it.each(['writeOffInvoice', 'trustUnlock', 'createTicket', 'prospectStatus', 'nonsense', 'constructor'])(
    'refuses %s and sends nothing',
    async (operation) => {
      expect(await test({ operation })).toMatchObject({ worked: false, exchanges: [] });
      expect(erp.ledger.requests).toEqual({});
    },
  );

  it('says what is missing in the settings', async () => {
    const report = await test({ change: { auth: {} } });
    expect(report).toMatchObject({ worked: false, code: 'SETTINGS-UNUSABLE', exchanges: [] });
    expect(report.summary).toContain('erps[0].auth.token');
    expect((await test({ erpId: 'b' })).worked).toBe(false);
  });

  it('knows a wrong token', async () => {
    const wrong = 'wrong-token-0815';
    const report = await test({ change: { auth: { token: wrong } } });
    expect(report).toMatchObject({ worked: false, code: 'ERP-REQUEST-FAILED' });
    expect(report.summary).toMatch(/identificação foi recusada \(401\)/);
    expect(report.exchanges[0]).toMatchObject({ status: 401, answer: expect.stringMatching(/./) });
    expect(JSON.stringify(report)).not.toContain(wrong);
  });

  it.each([
    [302, 'text/html', '', /outro endereço/],
    [422, 'application/json', '{"erro":"cpf"}', /não aceitou o pedido.*422/],
    [429, 'text/plain', '', /\(429\)/],
    [503, 'text/plain', 'down', /fale com quem cuida do ERP.*503/],
    [200, 'text/html', '<!doctype html><h1>Login</h1>', /página \(HTML\)/],
    [200, 'application/json', '[{"nome":', /não é JSON/],
    [200, 'application/json', '[{"nome":"Ana"}]', /não é como se espera/],
  ])('explains status %i with %s %s', async (status, type, body, words) => {
    const report = await test({ change: { baseUrl: await serve(status, type, body) } });
    expect(report.summary).toMatch(words);
    expect(report).toMatchObject({ worked: false, code: 'ERP-REQUEST-FAILED' });
    expect(report.exchanges[0]).toMatchObject({ status, answer: body });
    expect(parts.log.codes).toEqual(['ERP-REQUEST-FAILED']);
  });

  it('does not take a 404 for "no such customer": the address may be wrong', async () => {
    const report = await test({ change: { baseUrl: await serve(404, 'text/html', '<h1>Not found</h1>') } });
    expect(report.worked).toBe(false);
    expect(report.summary).toMatch(/404.*endereço está errado/);
    expect(report.mapped).toBeUndefined();
  });

  it.each([
    ['https://no-such-host.invalid', /DNS/],
    ['http://127.0.0.1:9', /recusou a conexão/],
  ])('explains %s', async (baseUrl, words) => {
    const report = await test({ change: { baseUrl } });
    expect(report.summary).toMatch(words);
    expect(report.exchanges[0]?.status).toBeUndefined();
  });

  it('explains a server that speaks no TLS', async () => {
    const { port } = new URL(erp.url);
    expect((await test({ change: { baseUrl: `https://127.0.0.1:${port}` } })).summary).toMatch(/TLS/);
  });

  it('explains a server that never answers, or hangs up', async () => {
    erp.setFaults([{ effect: { kind: 'hang' } }]);
    expect((await test({})).summary).toMatch(/não respondeu a tempo/);
    const server = createTcpServer((socket) => socket.on('data', () => socket.destroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await test({ change: { baseUrl } })).summary).toMatch(/conexão caiu/);
  });

  it('logs neither document nor name', async () => {
    erp.setFaults([{ effect: { kind: 'garbage', garbage: 'broken-json' } }]);
    await test({});
    const written = JSON.stringify(parts.log.entries);
    expect(written).toContain('ERP-REQUEST-FAILED');
    expect(written).not.toMatch(/52998224725|Maria/);
  });
});
