import { MockAgent } from 'undici';
import { expect, it } from 'vitest';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';

it('sends everything through a dispatcher that it is given, and leaves its closing to others', async () => {
  const dispatcher = new MockAgent();
  dispatcher.disableNetConnect();
  const erp = dispatcher.get('https://erp.example.com');
  erp.intercept({ path: '/faturas?document=1', method: 'GET' }).reply(200, '[]');
  erp
    .intercept({ path: '/baixa', method: 'POST', body: '{}', headers: { 'x-token': 'k' } })
    .reply(201, '{"status":"ok"}', { headers: { 'content-type': 'application/json' } });
  const http = createHttpClient({ dispatcher });

  expect(
    await http.request({ method: 'GET', url: 'https://erp.example.com/faturas?document=1', timeoutMs: 5000 }),
  ).toEqual({ ok: true, value: { status: 200, contentType: '', text: '[]' } });
  await http.close();
  expect(
    await http.request({
      method: 'POST',
      url: 'https://erp.example.com/baixa',
      headers: { 'x-token': 'k' },
      body: '{}',
      timeoutMs: 5000,
    }),
  ).toEqual({ ok: true, value: { status: 201, contentType: 'application/json', text: '{"status":"ok"}' } });
  dispatcher.assertNoPendingInterceptors();
  await dispatcher.close();
});
