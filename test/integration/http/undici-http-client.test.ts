import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) {
    await cleanup();
  }
});

interface Peer {
  readonly url: string;
  readonly seen: IncomingMessage[];
  readonly server: Server;
}

async function startPeer(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<Peer> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    request.resume().on('end', () => answer(response, request));
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  cleanups.push(() => server.closeAllConnections());
  return { url, seen, server };
}

async function listen(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  cleanups.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

function client(options?: Parameters<typeof createHttpClient>[0]) {
  const created = createHttpClient(options);
  cleanups.push(() => created.close());
  return created;
}

function post(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', url, body: '{"id_fatura":"77"}', timeoutMs: 5000, ...more };
}

function get(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url, timeoutMs: 5000, ...more };
}

describe('an answer', () => {
  it('brings status, content type and text', async () => {
    const peer = await startPeer((response) =>
      response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' }).end('{"nome":"José"}'),
    );

    expect(await client().request(get(`${peer.url}/a?b=c`))).toEqual({
      ok: true,
      value: { status: 201, contentType: 'application/json; charset=utf-8', text: '{"nome":"José"}' },
    });
    expect(peer.seen[0]?.url).toBe('/a?b=c');
  });

  it('is read past an informational one', async () => {
    const peer = await startPeer((response) => {
      response.writeProcessing();
      response.end('done');
    });

    expect(await client().request(get(peer.url))).toMatchObject({
      ok: true,
      value: { status: 200, text: 'done' },
    });
  });

  it('may come to a GET that carries its input as a body', async () => {
    let body = '';
    const peer = await startPeer((response) => response.end('[]'));
    peer.server.on('request', (request: IncomingMessage) => {
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
    });

    await client().request(get(peer.url, { body: '{"document":"x"}' }));

    expect(peer.seen[0]?.method).toBe('GET');
    expect(body).toBe('{"document":"x"}');
  });

  it('that is too large is malformed, and the transfer is broken off', async () => {
    const peer = await startPeer((response) => {
      response.write('x'.repeat(2000));
    });

    expect(await client({ maxBodyBytes: 1000 }).request(get(peer.url))).toMatchObject({
      ok: false,
      error: { kind: 'malformed', detail: expect.stringContaining('too large') },
    });
  });
});

describe('a status other than 2xx', () => {
  it.each([500, 502, 503, 408, 429])('%i is a server error that may have acted', async (status) => {
    const peer = await startPeer((response) =>
      response.writeHead(status, { 'retry-after': '7' }).end('<html>'),
    );

    expect(await client().request(post(peer.url))).toEqual({
      ok: false,
      error: {
        kind: 'server-error',
        status,
        retryAfterMs: 7000,
        detail: `POST ${new URL(peer.url).host}: status ${status}`,
      },
    });
  });

  it('leaves retryAfterMs out when the answer says nothing', async () => {
    const peer = await startPeer((response) => response.writeHead(500).end());

    const result = await client().request(post(peer.url));

    expect(result.ok ? {} : result.error).not.toHaveProperty('retryAfterMs');
  });

  it.each([400, 401, 404, 409, 422])('%i is refused, with its JSON', async (status) => {
    const peer = await startPeer((response) => response.writeHead(status).end('{"status":"já paga"}'));

    expect(await client().request(post(peer.url))).toMatchObject({
      ok: false,
      error: { kind: 'refused', status, body: { status: 'já paga' } },
    });
  });

  it('is refused without a body when that is no JSON', async () => {
    const peer = await startPeer((response) => response.writeHead(404).end('<html>'));

    const result = await client().request(get(peer.url));

    expect(result).toMatchObject({ ok: false, error: { kind: 'refused', status: 404 } });
    expect(result.ok ? {} : result.error).not.toHaveProperty('body');
  });

  it('counts even when the connection breaks within its body', async () => {
    const peer = await startPeer((response) => {
      response.writeHead(422, { 'content-length': '100' });
      response.write('{', () => response.destroy());
    });

    expect(await client().request(post(peer.url))).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 422 },
    });
  });

  it.each([301, 302, 307, 308])('%i is never followed: the token stays with its host', async (status) => {
    const other = await startPeer((response) => response.end('[]'));
    const peer = await startPeer((response) =>
      response.writeHead(status, { location: `${other.url}/steal` }).end(),
    );

    const result = await client().request(get(peer.url, { headers: { authorization: 'Bearer s3cret' } }));

    expect(result).toMatchObject({ ok: false, error: { kind: 'refused', status } });
    expect(peer.seen).toHaveLength(1);
    expect(other.seen).toHaveLength(0);
  });
});

describe('not-sent: the other side saw nothing', () => {
  it('when nobody listens', async () => {
    const server = createTcpServer();
    const port = await listen(server);
    await new Promise((resolve) => {
      server.close(resolve);
    });

    expect(await client().request(post(`http://127.0.0.1:${port}`))).toEqual({
      ok: false,
      error: { kind: 'not-sent', detail: `POST 127.0.0.1:${port}: ECONNREFUSED` },
    });
  });

  it('when the name is not found', async () => {
    expect(await client().request(post('http://no-such-host.invalid/'))).toMatchObject({
      ok: false,
      error: { kind: 'not-sent' },
    });
  });

  it('when TLS fails, whether the other end speaks it or hangs up', async () => {
    const peer = await startPeer((response) => response.end('[]'));
    const port = await listen(createTcpServer((socket) => socket.resume().destroy()));

    expect(await client().request(post(peer.url.replace('http:', 'https:')))).toMatchObject({
      ok: false,
      error: { kind: 'not-sent' },
    });
    expect(await client().request(post(`https://127.0.0.1:${port}`))).toMatchObject({
      ok: false,
      error: { kind: 'not-sent' },
    });
    expect(peer.seen).toHaveLength(0);
  });

  it('when time runs out while connecting, and then it is not sent later either', async () => {
    const peer = await startPeer((response) => response.end('{}'));
    const connect = buildConnector({});
    const held: (() => void)[] = [];
    const dispatcher = new Agent({
      connect: (options, callback) => held.push(() => connect(options, callback)),
    });
    cleanups.push(() => dispatcher.destroy());
    const slow = client({ dispatcher });

    expect(await slow.request(post(`${peer.url}/first`, { timeoutMs: 30 }))).toMatchObject({
      ok: false,
      error: { kind: 'not-sent', detail: expect.stringContaining('time-out') },
    });

    const second = slow.request(post(`${peer.url}/second`));
    await expect.poll(() => held.length).toBeGreaterThan(0);
    const releaseAll = () => {
      for (const release of held.splice(0)) {
        release();
      }
    };
    releaseAll();
    const releasing = setInterval(releaseAll, 5);
    cleanups.push(() => clearInterval(releasing));
    expect(await second).toMatchObject({ ok: true });
    expect(peer.seen.map(({ url }) => url)).toEqual(['/second']);
  });

  it.each(['nonsense', '', 'ftp://example.com/', 'file:///etc/passwd'])(
    'when the address is %j',
    async (url) => {
      expect(await client().request(post(url))).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
    },
  );

  it('when a header cannot be written', async () => {
    const peer = await startPeer((response) => response.end('{}'));

    expect(await client().request(post(peer.url, { headers: { 'x-token': 'a\r\nb: c' } }))).toMatchObject({
      ok: false,
      error: { kind: 'not-sent' },
    });
    expect(peer.seen).toHaveLength(0);
  });

  it('when the client is closed', async () => {
    const peer = await startPeer((response) => response.end('{}'));
    const closing = client();
    await closing.request(get(peer.url));
    await closing.close();

    expect(await closing.request(post(peer.url))).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
  });
});

describe('no-answer: the other side may have acted', () => {
  it('when the connection is reset before the answer', async () => {
    const peer = await startPeer((_response, request) => request.socket.resetAndDestroy());

    expect(await client().request(post(peer.url))).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    expect(peer.seen).toHaveLength(1);
  });

  it('when the connection is closed before the answer', async () => {
    const peer = await startPeer((_response, request) => request.socket.end());

    expect(await client().request(post(peer.url))).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    expect(peer.seen).toHaveLength(1);
  });

  it('when it hangs, and then the connection is given up', async () => {
    const peer = await startPeer(() => undefined);

    expect(await client().request(post(peer.url, { timeoutMs: 100 }))).toMatchObject({
      ok: false,
      error: { kind: 'no-answer', detail: expect.stringContaining('time-out') },
    });
    await expect.poll(() => peer.seen[0]?.socket.destroyed).toBe(true);
  });

  it('when it trickles past the time allowed', async () => {
    const peer = await startPeer((response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });

    expect(await client().request(get(peer.url, { timeoutMs: 150 }))).toMatchObject({
      ok: false,
      error: { kind: 'no-answer' },
    });
  });

  it('when the answer breaks off, though its status was 2xx', async () => {
    const peer = await startPeer((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"status":"ok"', () => response.destroy());
    });

    expect(await client().request(post(peer.url))).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
  });

  it('when it does not speak HTTP', async () => {
    const port = await listen(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')));

    expect(await client().request(post(`http://127.0.0.1:${port}`))).toMatchObject({
      ok: false,
      error: { kind: 'no-answer' },
    });
  });
});

describe('connections', () => {
  it('are shared by reads once they have rested for a turn of the event loop', async () => {
    const peer = await startPeer((response) => response.end('[]'));
    const http = client();

    const connectionsUsed = async () => {
      await http.request(get(peer.url));
      return new Set(peer.seen.map(({ socket }) => socket)).size;
    };

    await expect
      .poll(async () => peer.seen.length - (await connectionsUsed()), { interval: 5 })
      .toBeGreaterThan(0);
  });

  it('are fresh for each write, so that none is lost in one that the server has just closed', async () => {
    const peer = await startPeer((response) => response.end('{}'));
    const http = client();

    await http.request(get(peer.url));
    await http.request(post(peer.url));
    await http.request({ ...post(peer.url), method: 'PUT' });
    await http.request({ ...post(peer.url), method: 'PATCH' });
    await http.request({ ...get(peer.url), writes: true });

    expect(new Set(peer.seen.map(({ socket }) => socket)).size).toBe(5);
  });
});

it('never repeats a request by itself', async () => {
  let times = 0;
  const peer = await startPeer((response, request) => {
    times += 1;
    if (times === 1) {
      response.end('[]');
    } else {
      request.socket.resetAndDestroy();
    }
  });
  const http = client();
  await http.request(get(peer.url));

  await http.request(get(peer.url));
  await http.request(post(peer.url));

  expect(times).toBe(3);
});

it('tells nothing of query, headers or body in a failure', async () => {
  const peer = await startPeer((response, request) =>
    request.url?.startsWith('/5')
      ? response.writeHead(500).end('52998224725')
      : request.socket.resetAndDestroy(),
  );
  const secret = { headers: { authorization: 'Bearer s3cret' }, body: '{"cpf":"52998224725"}' };

  const results = await Promise.all(
    ['/5/52998224725?document=52998224725', '/reset/52998224725?document=52998224725'].map((path) =>
      client().request(post(peer.url + path, secret)),
    ),
  );

  expect(results.map(({ ok }) => ok)).toEqual([false, false]);
  expect(JSON.stringify(results)).not.toMatch(/52998224725|s3cret/);
});
