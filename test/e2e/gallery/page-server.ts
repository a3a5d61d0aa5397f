import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** The policy that the application's own protocol sends. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** The built page on loopback under its own CSP. */
export interface PageServer {
  readonly url: string;
  /** Where the built files lie. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Builds the page with plain Vite into a temporary folder and serves it. */
export async function servePage(): Promise<PageServer> {
  const folder = await mkdtemp(join(tmpdir(), 'balcao-page-'));
  await build({
    root: join(import.meta.dirname, '../../../src-renderer'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0, minify: true },
  });
  const server = createServer((request, response) => {
    void sendFile(folder, request.url ?? '/', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    folder,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function sendFile(
  folder: string,
  url: string,
  response: import('node:http').ServerResponse,
): Promise<void> {
  const path = normalize(new URL(url, 'http://page').pathname);
  const file = join(folder, path === '/' ? 'index.html' : path);
  const found = await stat(file).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
  });
  createReadStream(file).pipe(response);
}
