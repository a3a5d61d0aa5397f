import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { actSchema, type Stage } from './stage.ts';

export interface StageServer {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  close(): Promise<void>;
}

const pageFolder = join(import.meta.dirname, 'page');
const font = join(
  import.meta.dirname,
  '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files',
  'atkinson-hyperlegible-next-latin-wght-normal.woff2',
);

const files: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: join(pageFolder, 'index.html'), type: 'text/html; charset=utf-8' },
  '/page.css': { file: join(pageFolder, 'page.css'), type: 'text/css; charset=utf-8' },
  '/page.js': { file: join(pageFolder, 'page.js'), type: 'text/javascript; charset=utf-8' },
  '/font.woff2': { file: font, type: 'font/woff2' },
};

const guards = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** As the gateway has it, but for this page's frame. */
const panelGuards = {
  ...guards,
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
};

/** How often the world is looked at for something new to show, in milliseconds. */
const lookMs = 250;

/** Serves the page beside the kiosk on 127.0.0.1, to this machine's own browsers only. */
export async function serveStage(stage: Stage): Promise<StageServer> {
  const watchers = new Set<ServerResponse>();
  let shown = '';
  const timer = setInterval(() => {
    const view = JSON.stringify(stage.view());
    if (view === shown) return;
    shown = view;
    for (const watcher of watchers) tell(watcher, view);
  }, lookMs);
  timer.unref();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`The demo's page: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain', 'failed');
    });
  });
  const url = await listen(server);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', url);
    if (!isFromHere(request, url)) return send(response, 403, 'text/plain', 'not from here');
    if (request.method === 'POST' && pathname === '/acts') return perform(request, response);
    if (request.method !== 'GET') return send(response, 405, 'text/plain', 'not allowed');
    return show(pathname, response);
  }

  async function show(pathname: string, response: ServerResponse): Promise<void> {
    if (pathname === '/view') return watch(response);
    const document = /^\/panel\/([0-9A-Z]{11,14})$/.exec(pathname)?.[1];
    if (document !== undefined) return showPanel(document, response);
    const paper = stage.paper(Number(/^\/papers\/(\d+)\.png$/.exec(pathname)?.[1]));
    if (paper) return send(response, 200, 'image/png', paper.png);
    const found = files[pathname];
    if (!found) return send(response, 404, 'text/plain', 'not found');
    send(response, 200, found.type, await readFile(found.file));
  }

  async function showPanel(document: string, response: ServerResponse): Promise<void> {
    const html = await stage.panel(document);
    response.writeHead(200, { ...panelGuards, 'content-type': 'text/html; charset=utf-8' }).end(html);
  }

  async function perform(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const act = actSchema.safeParse(parseJson(await text(request)));
    if (!act.success) return send(response, 400, 'text/plain', 'no such act');
    await stage.perform(act.data);
    send(response, 200, 'application/json', JSON.stringify(stage.view()));
  }

  function watch(response: ServerResponse): void {
    response.writeHead(200, { ...guards, 'content-type': 'text/event-stream' });
    watchers.add(response);
    response.on('close', () => watchers.delete(response));
    tell(response, JSON.stringify(stage.view()));
  }

  return {
    url,
    async close() {
      clearInterval(timer);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** A page of some other site, open in a browser on this machine, must not play with the demo. */
function isFromHere({ headers }: IncomingMessage, url: string): boolean {
  return `http://${headers.host}` === url && (headers.origin === undefined || headers.origin === url);
}

function tell(response: ServerResponse, view: string): void {
  response.write(`data: ${view}\n\n`);
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { ...guards, 'content-type': type }).end(body);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}
