import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { runScript } from '../support/script.ts';

const viewSchema = z.object({
  printer: z.object({ cover: z.string() }),
  erpOn: z.boolean(),
  secondErp: z.object({ url: z.url(), token: z.string() }),
});

test('with a display the demo serves a page to play the world, and Ctrl+C leaves nothing behind', async () => {
  const demo = runScript(['scripts/demo.ts']);
  await vi.waitFor(() => expect(demo.output()).toContain('press Ctrl+C to end'), { timeout: 40_000 });
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(demo.output())?.[0] ?? '';

  expect(demo.output()).toContain('Ctrl+Alt+T');

  const page = await fetch(url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const words = await page.text();
  for (const title of ['Banco do cliente', 'Painel do contato', 'Área do técnico'])
    expect(words).toContain(title);

  const panelOf = async (document: string) => (await fetch(`${url}/panel/${document}`)).text();
  await vi.waitFor(async () => expect(await panelOf('52998224725')).toContain('Maria S.'), {
    timeout: 20_000,
  });

  const act = (body: unknown, headers = {}) =>
    fetch(`${url}/acts`, { method: 'POST', headers, body: JSON.stringify(body) });
  const opened = await act({ act: 'cover', cover: 'open' });
  expect(viewSchema.parse(await opened.json()).printer.cover).toBe('open');
  const erpOff = await act({ act: 'erp', on: false });
  expect(viewSchema.parse(await erpOff.json()).erpOn).toBe(false);
  expect((await act({ act: 'format-disk' })).status).toBe(400);
  expect((await act({ act: 'erp', on: true }, { origin: 'https://elsewhere.example' })).status).toBe(403);

  process.kill(demo.pid, 'SIGINT');
  expect(await demo.ended).toBe(0);
  await vi.waitFor(() => expect(demo.anythingLeft()).toBe(false), { timeout: 10_000 });
});
