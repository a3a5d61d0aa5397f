import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createContractAGateway } from '../../../src-main/erp/contract-a/contract-a-gateway.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function start(handle: (request: IncomingMessage) => Readonly<Record<string, string>> | undefined) {
  const server = createServer((request, response) => {
    const headers = handle(request);
    response.writeHead(headers === undefined ? 200 : 307, headers).end('[]');
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('does not follow a redirect to another host with the token', async () => {
  const stolen: IncomingMessage[] = [];
  const thief = await start((request) => {
    stolen.push(request);
    return undefined;
  });
  const baseUrl = await start((request) => ({ location: `${thief}${request.url}` }));
  const http = createHttpClient();
  const everywhere = '/any';
  const erp = createContractAGateway(
    {
      baseUrl,
      auth: { header: 'Authorization', scheme: 'Bearer', token: 's3cret' },
      paths: {
        getCustomer: everywhere,
        listOpenInvoices: everywhere,
        listContracts: everywhere,
        listStatements: everywhere,
        writeOffInvoice: everywhere,
      },
      getInput: 'query',
      decimalMark: '.',
      thousandsMark: '',
      timeoutMs: 5000,
      successWords: [],
      alreadySettledWords: [],
      refusalWords: [],
    },
    http,
    { info: () => undefined, warn: () => undefined, error: () => undefined },
  );

  expect(await erp.getCustomer('52998224725')).toMatchObject({
    ok: false,
    error: { kind: 'refused', status: 307 },
  });
  expect(await erp.listOpenInvoices('52998224725')).toMatchObject({ ok: false, error: { kind: 'refused' } });
  expect(
    await erp.writeOffInvoice({ customerErpId: '7001', invoiceId: '910001', idempotencyKey: 'key-1' }),
  ).toMatchObject({ outcome: 'unknown' });
  expect(stolen).toEqual([]);
  await http.close();
});
