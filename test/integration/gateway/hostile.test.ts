import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultErpToken, type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { type Office, openOffice, TOKEN } from './gateway-setup.ts';

let erp: ErpSimulator;
let office: Office;

beforeEach(async () => {
  erp = await startErpSimulator();
  office = await openFor({});
});

afterEach(() => erp.close());

function openFor(gateway: Record<string, unknown>): Promise<Office> {
  return openOffice({ erps: [{ id: 'a', baseUrl: erp.url, auth: { token: defaultErpToken } }], gateway });
}

/** Sends bytes as they are and waits until the gateway has closed the connection, or cut it off behind its answer. */
function sendRaw(bytes: string): Promise<string> {
  const socket = connectTo(office);
  let answer = '';
  socket.setEncoding('latin1').on('data', (piece: string) => {
    answer += piece;
  });
  socket.write(bytes);
  return new Promise((resolve) => socket.once('close', () => resolve(answer)));
}

function connectTo({ port }: Office): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  return socket;
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

function request(path: string, headers: readonly string[] = [], body = ''): string {
  return [`POST ${path} HTTP/1.1`, 'Host: totem', ...headers, '', body].join('\r\n');
}

describe('a stranger', () => {
  it.each([
    '/panel?document=52998224725',
    '/callbacks/OnLoadContact?document=52998224725',
    '/health',
    '/',
    '/nothing',
    `/panel?token=${TOKEN}x&document=52998224725`,
    `/t/${TOKEN.slice(0, -1)}/panel`,
    '/t//panel',
    '/panel?token=&token=',
  ])('gets nothing but 401 at %s', async (path) => {
    const answer = await fetch(office.url + path);
    expect([answer.status, await answer.text()]).toEqual([401, '401\n']);
    expect(erp.ledger.requests).toEqual({});
  });

  it.each(['panel?pass=', 'panel?pass=AAAA', `panel?pass=${'A'.repeat(2_000)}`])(
    'with a made-up pass is told only that it is no more (%s)',
    async (path) => {
      const answer = await fetch(`${office.url}/${path}`);
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain('Faturas');
    },
  );

  it('who guesses is slowed down, without keeping anybody else from coming in', async () => {
    const proxied = await openFor({ behindProxy: true, requestsPerMinute: 6 });
    const guess = (from: string, token: string) =>
      fetch(`${proxied.url}/health?token=${token}`, { headers: { 'x-forwarded-for': from } });
    const answers = [];
    for (let turn = 0; turn < 8; turn += 1) answers.push(await guess('198.51.100.1', `wrong${turn}`));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('10');
    expect((await guess('198.51.100.1', TOKEN)).status).toBe(429);
    expect((await guess('203.0.113.5', TOKEN)).status).toBe(200);
    await proxied.clock.advance(10_000);
    expect((await guess('198.51.100.1', TOKEN)).status).toBe(200);
  });

  it.each(['panel?pass=AAAA', 'files/AAAA'])(
    'with made-up passes takes nothing from those who have a token (%s)',
    async (path) => {
      const proxied = await openFor({ behindProxy: true, requestsPerMinute: 6 });
      const ask = (from: string, what: string) =>
        fetch(`${proxied.url}/${what}`, { headers: { 'x-forwarded-for': from } });
      for (let turn = 0; turn < 31; turn += 1) await ask(`198.51.100.${turn}`, path);
      expect((await ask('203.0.113.5', `health?token=${TOKEN}`)).status).toBe(200);
    },
  );
});

describe('whoever has the token', () => {
  it.each([
    '/t/TOKEN/../etc/passwd',
    '/t/TOKEN/panel/../../../health/..%2f..%2fetc',
    '/t/TOKEN/panel%00',
    '/t/TOKEN/callbacks/__proto__',
    '/t/TOKEN/callbacks/constructor',
    '/t/TOKEN/callbacks/OnLoadContact/more',
    '/t/TOKEN/PANEL',
  ])('finds nothing at %s', async (path) => {
    const answer = await sendRaw(request(path.replace('TOKEN', TOKEN), ['Content-Length: 0']));
    expect([401, 404]).toContain(statusOf(answer));
    expect(erp.ledger.requests).toEqual({});
  });

  it.each(['PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'])('may not %s', async (method) => {
    const answer = await sendRaw(`${method} /t/${TOKEN}/panel HTTP/1.1\r\nHost: totem\r\n\r\n`);
    expect(statusOf(answer)).toBe(405);
    expect(answer).toContain('Allow: GET, POST');
  });

  it('may send 64 kB and no more, said beforehand or not', async () => {
    const path = `/t/${TOKEN}/callbacks/OnBeforeSaveContact`;
    const fits = 'x'.repeat(64 * 1024);
    expect(statusOf(await sendRaw(request(path, [`Content-Length: ${fits.length}`], fits)))).toBe(200);
    expect(statusOf(await sendRaw(request(path, ['Content-Length: 65537'])))).toBe(413);
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    const chunked = request(path, ['Transfer-Encoding: chunked'], chunk.repeat(5));
    expect(statusOf(await sendRaw(chunked))).toBe(413);
  });

  it('is told by every answer to keep, guess, frame and refer to nothing', async () => {
    for (const path of ['/health', '/nothing', '/panel', '/callbacks/OnLoadContact']) {
      const { headers } = await fetch(office.address(path));
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('connection')).toBe('close');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
    }
  });

  it('gets one answer on a connection, whatever else was sent on it', async () => {
    const twice = request(`/t/${TOKEN}/health`, ['Content-Length: 0']).repeat(3);
    expect((await sendRaw(twice)).match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

describe('what is no request', () => {
  it.each([
    ['noise', 'EHLO totem\r\n\r\n', 400],
    ['TLS where none is spoken', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', 400],
    ['headers without end', `GET / HTTP/1.1\r\nA: ${'x'.repeat(9_000)}\r\n\r\n`, 431],
    ['many headers', `GET / HTTP/1.1\r\nHost: t\r\n${'A: x\r\n'.repeat(2_000)}\r\n`, 431],
    ['two lengths', request('/health', ['Content-Length: 1', 'Content-Length: 2']), 400],
    ['smuggling', request('/health', ['Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n'), 400],
    ['an address of elsewhere', 'GET http://10.0.0.1/ HTTP/1.1\r\nHost: t\r\n\r\n', 400],
  ])('is refused and cut off: %s', async (_kind, bytes, status) => {
    const answer = await sendRaw(bytes);
    expect(statusOf(answer)).toBe(status);
    expect(answer.length).toBeLessThan(800);
  });

  it('is cut off as a tunnel or another protocol, too', async () => {
    expect(await sendRaw('CONNECT 10.0.0.1:443 HTTP/1.1\r\nHost: t\r\n\r\n')).toBe('');
    const upgrade = 'GET / HTTP/1.1\r\nHost: t\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    expect(await sendRaw(upgrade)).toBe('');
  });
});

it('ends at once, also with connections that stay silent, and frees its port for the next one', async () => {
  const silent = Array.from({ length: 5 }, () => connectTo(office));
  await fetch(office.address('/health'));
  const { port } = office;
  await office.gateway.stop();
  await Promise.all(silent.map((socket) => text(socket).catch(() => '')));
  const erps = [{ id: 'a', baseUrl: erp.url, auth: { token: defaultErpToken } }];
  const next = await openOffice({ erps, port });
  expect((await fetch(next.address('/health'))).status).toBe(200);
});
