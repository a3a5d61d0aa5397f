import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import { connectTestErp } from './connect-test-erp.ts';

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
  const mapping = createMappingEngine();
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const erp = await connectTestErp({ baseUrl, auth: { token: 's3cret' } }, { http, mapping, log });

  expect(await erp.getCustomer('52998224725')).toMatchObject({
    ok: false,
    error: { kind: 'refused', status: 307 },
  });
  expect(await erp.listOpenInvoices('52998224725')).toMatchObject({ ok: false, error: { kind: 'refused' } });
  expect(
    await erp.writeOffInvoice({ customerErpId: '7001', invoiceId: '910001', idempotencyKey: 'key-1' }),
  ).toMatchObject({ outcome: 'unknown' });
  expect(stolen).toEqual([]);
  await mapping.close();
  await http.close();
});
