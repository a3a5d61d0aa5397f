import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { bareAnswer } from '../../../src-main/gateway/wire/answer.ts';
import { openGatewayServer, usualLimits } from '../../../src-main/gateway/wire/gateway-server.ts';
import { makeIdentity } from '../../support/certificates.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { composeOffice, type Office, openOffice, TOKEN } from './gateway-setup.ts';

const authority = makeIdentity('Testes');
const identity = makeIdentity('totem', { signedBy: authority });
const erps = [{ id: 'a', baseUrl: 'http://127.0.0.1:9', auth: { token: 'x' } }];
const tls = { certificateFile: 'c.pem', keyFile: 'k.pem' };
const files = { 'c.pem': identity.cert, 'k.pem': identity.key };

/** What a caller gets that knows the authority. */
function askOverTls(office: Office, path: string, options = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(office.url + path, { ca: authority.cert, agent: false, ...options }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    });
    asked.on('error', reject).end();
  });
}

async function failedOffice(options: Partial<Parameters<typeof composeOffice>[0]>): Promise<Office> {
  const office = await composeOffice({ erps, ...options });
  await vi.waitFor(() => expect(office.gateway.standing().state).toBe('failed'));
  return office;
}

/** Some other program that was there first. */
async function occupy(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { server, port: (server.address() as AddressInfo).port };
}

describe('over TLS', () => {
  it('the gateway answers with the certificate of the settings', async () => {
    const office = await openOffice({ erps, gateway: tls, files });
    expect(await askOverTls(office, `/t/${TOKEN}/health`)).toEqual({ status: 200, body: '{"ok":true}' });
    expect((await askOverTls(office, '/health')).status).toBe(401);
  });

  it('it speaks to nobody who speaks an old version, or in the clear', async () => {
    const office = await openOffice({ erps, gateway: tls, files });
    const old = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' };
    await expect(askOverTls(office, `/t/${TOKEN}/health`, old)).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${office.port}/t/${TOKEN}/health`)).rejects.toThrow();
  });
});

describe('the gateway does not open, and says why, while the kiosk goes on', () => {
  it.each([
    ['without its files', {}],
    ['with somebody else’s key', { ...files, 'k.pem': makeIdentity('other').key }],
    ['with something that is no certificate', { ...files, 'c.pem': 'nonsense' }],
  ])('%s', async (_how, stored) => {
    const office = await failedOffice({ gateway: tls, files: stored });
    expect(office.gateway.standing()).toMatchObject({ state: 'failed', problem: 'identity' });
    expect(office.log.entries).toEqual([{ code: 'GATEWAY-NOT-OPENED', fields: { problem: 'identity' } }]);
  });

  it.each(['0.0.0.0', '::'])('without TLS at %s', async (address) => {
    const office = await failedOffice({ address });
    expect(office.gateway.standing().problem).toBe('no-tls');
  });

  it('at an address of another machine', async () => {
    const office = await failedOffice({ address: '203.0.113.9', gateway: { behindProxy: true } });
    expect(office.gateway.standing().problem).toBe('EADDRNOTAVAIL');
  });

  it('where another program has the port, until that program is gone; told once', async () => {
    const { server, port } = await occupy();
    const office = await failedOffice({ port });
    await office.clock.advance(15_000);
    await vi.waitFor(() => expect(office.clock.pending).toBe(1));
    await new Promise((resolve) => server.close(resolve));
    await vi.waitFor(async () => {
      await office.clock.advance(15_000);
      expect(office.gateway.standing().state).toBe('listening');
    });
    expect(office.gateway.standing()).toEqual({ address: `127.0.0.1:${port}`, state: 'listening' });
    expect(office.log.codes).toEqual(['GATEWAY-NOT-OPENED', 'GATEWAY-LISTENING']);
    expect((await fetch(office.address('/health'))).status).toBe(200);
  });

  it('and tries no more once the kiosk has ended', async () => {
    const { port } = await occupy();
    const office = await failedOffice({ port });
    await office.gateway.stop();
    expect(office.clock.pending).toBe(0);
  });
});

describe('a slow caller', () => {
  const limits = { ...usualLimits, headersMs: 200, requestMs: 400 };

  async function openImpatient() {
    const handle = vi.fn(async (asked: { readBody(): Promise<{ ok: boolean }> }) =>
      bareAnswer((await asked.readBody()).ok ? 200 : 400),
    );
    const opened = await openGatewayServer({
      address: '127.0.0.1',
      port: 0,
      behindProxy: false,
      limits,
      clock: new ManualClock(),
      handle,
    });
    if (!opened.ok) throw new Error(opened.error);
    onTestFinished(() => opened.value.close());
    return { port: opened.value.port, handle };
  }

  it('who never ends its headers is cut off and never heard', async () => {
    const { port, handle } = await openImpatient();
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nHost: totem\r\nX-A: ');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408/);
    expect(handle).not.toHaveBeenCalled();
  });

  it('who never ends its body is cut off', async () => {
    const { port } = await openImpatient();
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write('POST / HTTP/1.1\r\nHost: totem\r\nContent-Length: 10\r\n\r\nx');
    expect(await text(socket)).toMatch(/^(?:HTTP\/1\.1 4|$)/);
  });

  async function joinTls(handshakeMs: number) {
    const opened = await openGatewayServer({
      address: '127.0.0.1',
      port: 0,
      behindProxy: false,
      identity: { cert: Buffer.from(identity.cert), key: Buffer.from(identity.key) },
      limits: { ...limits, handshakeMs },
      clock: new ManualClock(),
      handle: async () => bareAnswer(200),
    });
    if (!opened.ok) throw new Error(opened.error);
    onTestFinished(() => opened.value.close());
    const socket = connect(opened.value.port, '127.0.0.1').on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    return { server: opened.value, socket };
  }

  it('who begins no TLS is cut off', async () => {
    const { socket } = await joinTls(200);
    expect(await text(socket).catch(() => '')).toBe('');
  });

  it('who begins no TLS keeps nobody from ending', async () => {
    const { server, socket } = await joinTls(600_000);
    await server.close();
    expect(await text(socket).catch(() => '')).toBe('');
  });

  it('who is one of too many is not let in', async () => {
    const few = { ...usualLimits, connections: 2 };
    const opened = await openGatewayServer({
      address: '127.0.0.1',
      port: 0,
      behindProxy: false,
      limits: few,
      clock: new ManualClock(),
      handle: async () => bareAnswer(200),
    });
    if (!opened.ok) throw new Error(opened.error);
    onTestFinished(() => opened.value.close());
    const join = () => connect(opened.value.port, '127.0.0.1').on('error', () => undefined);
    const first = [join(), join()];
    await Promise.all(first.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await text(join())).toBe('');
    for (const socket of first) socket.destroy();
  });
});

it('a flood of connections is cut off before anything is done for it, until its second is over', async () => {
  const clock = new ManualClock();
  const handle = vi.fn(async () => bareAnswer(200));
  const limits = { ...usualLimits, connectionsPerSecond: 3 };
  const opened = await openGatewayServer({
    address: '127.0.0.1',
    port: 0,
    behindProxy: false,
    limits,
    clock,
    handle,
  });
  if (!opened.ok) throw new Error(opened.error);
  onTestFinished(() => opened.value.close());
  const ask = () => fetch(`http://127.0.0.1:${opened.value.port}/`).then((answer) => answer.status);
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 200]);
  await expect(ask()).rejects.toThrow();
  expect(handle).toHaveBeenCalledTimes(3);
  await clock.advance(1_000);
  expect(await ask()).toBe(200);
});
