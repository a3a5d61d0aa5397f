import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src-main/domain/clock.ts';
import { success } from '../../../src-main/domain/result.ts';
import type { HttpClient, HttpRequest } from '../../../src-main/http/http-client.ts';
import { createMask, MASK } from '../../../src-main/technician/mask.ts';
import { observeHttp } from '../../../src-main/technician/observed-http.ts';
import { reportOn } from '../../../src-main/technician/test-report.ts';
import { ManualClock } from '../../support/manual-clock.ts';

/** What settings take for a secret, long enough to be one. */
const secretText = fc.stringMatching(/^[!-~]{8,60}$/).filter((text) => new Set(text).size > 4);

/** Answers every request with the same text. */
function echo(text: string): HttpClient {
  return {
    request(request: HttpRequest) {
      const answer = { status: 200, contentType: 'application/json', text };
      request.onRawAnswer?.({ ...answer, header: () => undefined });
      return Promise.resolve(success(answer));
    },
    close: () => Promise.resolve(),
  };
}

async function observe(request: Partial<HttpRequest>, answer: string, secrets: readonly string[] = []) {
  const { http, exchanges } = observeHttp(echo(answer), new ManualClock(), secrets);
  await http.request({ method: 'GET', url: 'https://erp.example.com/', timeoutMs: 1000, ...request });
  const [exchange] = exchanges();
  if (!exchange) throw new Error('nothing was observed');
  return exchange;
}

/** Ways in which a secret gets from a program into text. */
const writings: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify({ x: secret }),
  (secret) => JSON.stringify({ x: secret }).replaceAll('/', '\\/'),
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  (secret) => new URLSearchParams({ x: secret }).toString(),
  (secret) => [...secret].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  (secret) => [...secret].map((each) => `&#${each.charCodeAt(0)};`).join(''),
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => Buffer.from(`u:${secret}`).toString('base64'),
  (secret) => Buffer.from(`us:${secret}:x`).toString('base64url'),
];

/** Everything that the text may be read back to. */
function readings(text: string): string[] {
  const unescaped = text
    .replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replace(/%([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
  const decoded = (text.match(/[\w+/-]{8,}/g) ?? []).map((word) =>
    Buffer.from(word, 'base64').toString('latin1'),
  );
  return [text, unescaped, ...decoded];
}

describe('a mask', () => {
  it.each(writings.map((write, index) => [index, write] as const))(
    'hides a known secret however it is written (%i)',
    (_index, write) => {
      fc.assert(
        fc.property(secretText, fc.string(), fc.string(), (secret, before, after) => {
          fc.pre(!readings(`${before} ${after}`).some((reading) => reading.includes(secret)));
          const shown = createMask([secret]).text(`${before} ${write(secret)} ${after}`);
          for (const reading of readings(shown)) expect(reading).not.toContain(secret);
        }),
        { numRuns: 200 },
      );
    },
  );

  it('hides the longer one of two secrets as a whole', () => {
    expect(createMask(['abcd', 'abcdefgh']).text('abcdefgh abcd')).toBe(`${MASK} ${MASK}`);
  });

  it('leaves a secret of a few characters alone in running text, and hides it where it stands alone', () => {
    const mask = createMask(['1']);
    expect(mask.text('R$ 1,10')).toBe('R$ 1,10');
    expect(mask.header('x-version', '1')).toBe(MASK);
  });

  it.each([
    ['Authorization', 'Bearer abc', `Bearer ${MASK}`],
    ['authorization', 'Basic dTpw', `Basic ${MASK}`],
    ['X-Api-Key', 'abc', MASK],
    ['cookie', 'a=b', MASK],
    ['X-Auth-Token', 'abc', MASK],
    ['idempotency-key', 'a-1', 'a-1'],
    ['content-type', 'application/json', 'application/json'],
  ])('shows the header %s: %s as %s', (name, value, shown) => {
    expect(createMask([]).header(name, value)).toBe(shown);
  });

  it.each([
    ['{"access_token":"a.b","expires_in":3600}', `{"access_token":"${MASK}","expires_in":3600}`],
    ['{"senha" : "x\\"y", "nome":"Ana"}', `{"senha" : "${MASK}", "nome":"Ana"}`],
    ['{"apiKey":123}', `{"apiKey":"${MASK}"}`],
    ['{"token_type":"Bearer","token":""}', '{"token_type":"Bearer","token":""}'],
    ['https://x/y?key=abc&doc=1', `https://x/y?key=${MASK}&doc=1`],
    ['grant_type=password&password=a%20b', `grant_type=password&password=${MASK}`],
    ['client_id=a&client_secret=b', `client_id=${MASK}&client_secret=${MASK}`],
    ['{"monkey":"a","id_fatura":"9"}', '{"monkey":"a","id_fatura":"9"}'],
  ])('shows the fields of %s as %s', (text, shown) => {
    expect(createMask([]).text(text)).toBe(shown);
  });
});

describe('an observed client', () => {
  it('hides a token that was just given out, also where it comes back under another name', async () => {
    const { http, exchanges } = observeHttp(
      echo('{"access_token":"tok-4711-abc","seen":"tok-4711-abc"}'),
      new ManualClock(),
    );
    await http.request({ method: 'GET', url: 'https://erp.example.com/?hash=tok-4711-abc', timeoutMs: 1000 });
    expect(JSON.stringify(exchanges())).not.toContain('tok-4711');
  });

  it('hides what went out in an authorization header, also where the answer quotes it', async () => {
    const exchange = await observe(
      { headers: { authorization: 'Basic dXNlcjpwYXNzd29yZA==' } },
      '{"you_sent":"dXNlcjpwYXNzd29yZA=="}',
    );
    expect(JSON.stringify(exchange)).not.toContain('dXNlcjpwYXNzd29yZA');
  });

  it('shows what is no secret as it was', async () => {
    const body = '{"cpf":"52998224725","valor":"10.00"}';
    const exchange = await observe({ method: 'POST', body }, '[{"id":"9"}]', ['secret-token']);
    expect(exchange).toEqual({
      method: 'POST',
      url: 'https://erp.example.com/',
      headers: [],
      body,
      status: 200,
      answer: '[{"id":"9"}]',
      tookMs: 0,
    });
  });

  it('cuts a long answer after hiding, so that no half of a secret stays', async () => {
    const answer = `${'x'.repeat(19_990)}my-long-secret${'y'.repeat(5000)}`;
    const exchange = await observe({}, answer, ['my-long-secret']);
    expect(exchange.answer).not.toContain('my-long');
    expect(exchange.answer?.length).toBeLessThan(20_100);
  });

  it('leaves no half of a secret at the end of what it looked at', async () => {
    const secret = 'S3cr3t-'.repeat(500);
    const answer = `${secret.repeat(12)}${'-'.repeat(100)}${secret.repeat(200)}`;
    expect((await observe({}, answer, [secret])).answer).not.toContain('S3cr3t');
  });

  it('shows a file as its size', async () => {
    expect((await observe({}, '%PDF-1.7 ...')).answer).toBe('(application/json, 12 bytes)');
  });
});

describe('a report', () => {
  it('shows a planted secret nowhere', async () => {
    const clock: Clock = new ManualClock();
    await fc.assert(
      fc.asyncProperty(secretText, fc.nat(writings.length - 1), async (secret, way) => {
        const planted = writings[way]?.(secret) ?? secret;
        const report = await reportOn(
          { http: echo(`{"said":${JSON.stringify(planted)}}`), clock, secrets: [secret] },
          async ({ http }) => {
            await http.request({
              method: 'POST',
              url: `https://erp.example.com/a/${encodeURIComponent(secret)}?q=${encodeURIComponent(secret)}&b=${encodeURIComponent(btoa(secret))}`,
              headers: { 'x-other': secret, authorization: `Bearer ${secret}` },
              body: planted,
              timeoutMs: 1000,
            });
            return { worked: true, summary: planted, code: 'X', mapped: { a: [planted], [secret]: 1 } };
          },
        );
        for (const text of textsOf(report)) {
          for (const reading of readings(text)) expect(reading).not.toContain(secret);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes neither the memory nor the time of the kiosk when every row of a long list has a field for secrets', async () => {
    const rows = Array.from({ length: 3000 }, (_, id) => ({
      id,
      chave: `NFe${String(id).padStart(41, '3')}`,
    }));
    const login = {
      access_token: 'token-of-the-login-8f3a',
      next: 'https://erp.example.com/?a=token-of-the-login-8f3a',
    };
    const answer = JSON.stringify({ ...login, rows });
    const begun = performance.now();
    const exchange = await observe({ headers: { 'x-token': 'another-token-77' } }, answer, [
      'known-secret-1234',
    ]);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(exchange.answer).not.toContain('token-of-the-login-8f3a');
    expect(exchange.answer).not.toContain('NFe3333');
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsOf(each)]);
}
