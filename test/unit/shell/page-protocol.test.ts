import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pageUrl, servePage } from '../../../src-main/shell/page-protocol.ts';

vi.mock('electron', () => ({ app: {}, protocol: {} }));

let folder = '';
let answer: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balcao-page-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'page', 'assets', 'main.js'), 'export {};');
  await writeFile(join(folder, 'page', 'notes.txt'), 'notes');
  await writeFile(join(folder, 'page-secrets.js'), 'secret');
  await writeFile(join(folder, 'settings.js'), 'secret');
  const handle = (_scheme: string, handler: typeof answer): void => {
    answer = handler;
  };
  servePage({ protocol: { handle } } as unknown as Session, join(folder, 'page'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the page’s protocol', () => {
  it('serves the page with a policy that lets nothing else in', async () => {
    const response = await answer(new Request(pageUrl));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('names the type of each file', async () => {
    const response = await answer(new Request('totem://app/assets/main.js'));
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'totem://app/missing.js',
    'totem://app/notes.txt',
    'totem://app/',
    'totem://app/assets',
    'totem://other/index.html',
    'totem://app/../settings.js',
    'totem://app/%2e%2e/settings.js',
    'totem://app/..%2fsettings.js',
    'totem://app/..%2fpage-secrets.js',
    'totem://app/%2e%2e%2fpage-secrets.js',
    'totem://app/assets/..%2f..%2fsettings.js',
    'totem://app/..%5csettings.js',
    'totem://app/index.html%00.js',
    'totem://app/%',
    'totem://app/%ff.js',
  ])('has nothing at %s', async (url) => {
    const response = await answer(new Request(url));
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('takes no other method', async () => {
    const response = await answer(new Request(pageUrl, { method: 'POST' }));
    expect(response.status).toBe(404);
  });
});
