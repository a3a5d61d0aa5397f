import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pageUrl, servePage } from '../../../src-main/shell/page-protocol.ts';
import { VisitPictures } from '../../../src-main/shell/visit-pictures.ts';

vi.mock('electron', () => ({ app: {}, protocol: {} }));

const pictures = new VisitPictures();
let folder = '';
let served: Promise<void>;
let handler: (request: ProtocolRequest, respond: (response: ProtocolResponse) => void) => void;

function answer(url: string, method = 'GET'): ProtocolResponse {
  let response: ProtocolResponse = {};
  handler({ url, method, headers: {}, referrer: '' }, (given) => {
    response = given;
  });
  return response;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balcao-page-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'page', 'assets', 'main.js'), 'export {};');
  await writeFile(join(folder, 'page', 'notes.txt'), 'notes');
  await writeFile(join(folder, 'page-secrets.js'), 'secret');
  await writeFile(join(folder, 'settings.js'), 'secret');
  const registerBufferProtocol = (_scheme: string, given: typeof handler): void => {
    handler = given;
  };
  const session = { protocol: { registerBufferProtocol } } as unknown as Session;
  served = servePage(session, join(folder, 'page'), pictures);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the page’s protocol', () => {
  it('tells when the page has its script', async () => {
    const told = vi.fn();
    void served.then(told);
    answer(pageUrl);
    await Promise.resolve();
    expect(told).not.toHaveBeenCalled();
    answer('totem://app/assets/main.js');
    await served;
  });

  it('serves the page with a policy that lets nothing else in', () => {
    const response = answer(pageUrl);
    expect(response.statusCode).toBe(200);
    expect(response.data).toEqual(Buffer.from('<!doctype html>'));
    const policy = response.headers?.['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers?.['x-content-type-options']).toBe('nosniff');
  });

  it('names the type of each file', () => {
    const response = answer('totem://app/assets/main.js');
    expect(response.headers?.['content-type']).toBe('text/javascript; charset=utf-8');
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
  ])('has nothing at %s', (url) => {
    const response = answer(url);
    expect(response.statusCode).toBe(404);
    expect(response.data).toEqual(Buffer.alloc(0));
  });

  it('has a picture as long as the visit needs it, and no longer', () => {
    const addresses = pictures.put([new Uint8Array([1]), new Uint8Array([2])]);
    const [first = '', second = ''] = addresses;
    expect(answer(`totem://app${second}`)).toMatchObject({
      statusCode: 200,
      data: Buffer.from([2]),
      headers: { 'content-type': 'image/png', 'cache-control': 'no-store' },
    });
    expect(answer(`totem://other${second}`).statusCode).toBe(404);
    expect(answer(`totem://app${second}`, 'POST').statusCode).toBe(404);
    pictures.remove([second]);
    expect(answer(`totem://app${second}`).statusCode).toBe(404);
    expect(answer(`totem://app${first}`).statusCode).toBe(200);
    pictures.remove(addresses);
    expect(answer(`totem://app${first}`).statusCode).toBe(404);
  });

  it('takes no other method', () => {
    expect(answer(pageUrl, 'POST').statusCode).toBe(404);
  });
});
