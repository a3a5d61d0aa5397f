import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { RawAnswer } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';

const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** What is told of the answer that a server gives, and what the request comes to. */
async function ask(answer: (response: ServerResponse) => void, timeoutMs = 2000) {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => server.closeAllConnections());
  cleanUps.push(() => server.close());
  const client = createHttpClient({ maxBodyBytes: 1000 });
  cleanUps.push(() => client.close());
  const told: RawAnswer[] = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const outcome = await client.request({
    method: 'GET',
    url,
    timeoutMs,
    onRawAnswer: (raw) => told.push(raw),
  });
  return { told, outcome };
}

describe('the raw answer', () => {
  it.each([
    [200, '{"a":1}', true],
    [404, '<h1>Not found</h1>', false],
    [500, 'stack trace', false],
    [302, 'moved', false],
  ])('is told once with status %i and its text', async (status, text, ok) => {
    const { told, outcome } = await ask((response) =>
      response
        .writeHead(status, { 'content-type': 'text/x', date: 'Sat, 21 Nov 2026 12:00:00 GMT' })
        .end(text),
    );
    const date = 'Sat, 21 Nov 2026 12:00:00 GMT';
    expect(told).toEqual([{ status, contentType: 'text/x', date, text, header: expect.any(Function) }]);
    expect(told[0]?.header('content-type')).toBe('text/x');
    expect(outcome.ok).toBe(ok);
  });

  it('is told as far as it came', async () => {
    const broken = await ask((response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half of');
      setTimeout(() => response.destroy(), 50);
    });
    expect(broken.told).toMatchObject([{ status: 200, text: 'half of' }]);
    expect(broken.outcome).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
    const large = await ask((response) => response.end('x'.repeat(5000)));
    expect(large.outcome).toMatchObject({ ok: false, error: { kind: 'malformed' } });
    expect(large.told).toHaveLength(1);
  });

  it('is not told when no status came', async () => {
    const { told, outcome } = await ask((response) => response.destroy());
    expect(told).toEqual([]);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'no-answer' } });
  });
});
