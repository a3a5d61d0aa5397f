import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { app, type ProtocolRequest, type ProtocolResponse, protocol, type Session } from 'electron';

const scheme = 'totem';

/** The only origin that the kiosk ever shows. */
export const pageOrigin = `${scheme}://app`;

export const pageUrl = `${pageOrigin}/index.html`;

/** Nothing but our own files, no connection to anywhere, no text that becomes script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Pictures that are not files, by their paths. */
interface Pictures {
  find(path: string): Buffer | undefined;
}

/** Must run before the app is ready: the scheme behaves like https, so that origin checks and CSP mean something. */
export function registerPageScheme(): void {
  // The user agent names the product; its "ã" is no legal header, and Electron then fails every request to us.
  app.userAgentFallback = 'Balcao';
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/**
 * Serves the built page from `folder`, the pictures of the visit in hand and nothing else; resolves once the page has its script. Electron calls this way
 * of serving old, but its newer `handle` makes main load the whole of Node's fetch, 50 ms for which the page's process
 * waits. The files are read at once: they are few and small, and nothing else happens then.
 */
export function servePage(session: Session, folder: string, pictures: Pictures): Promise<void> {
  return new Promise((served) => {
    session.protocol.registerBufferProtocol(scheme, (request, respond) => {
      respond(answer(request, folder, pictures));
      if (extname(request.url) === '.js') served();
    });
  });
}

function answer(
  request: Pick<ProtocolRequest, 'method' | 'url'>,
  folder: string,
  pictures: Pictures,
): ProtocolResponse {
  try {
    const url = new URL(request.url);
    const picture = pictures.find(url.pathname);
    if (request.method === 'GET' && url.host === 'app' && picture) return found('image/png', picture);
    // Throws when the address is escaped wrongly.
    const file = normalize(join(folder, decodeURIComponent(url.pathname)));
    const contentType = contentTypes[extname(file)];
    const inside = file.startsWith(normalize(folder) + sep);
    if (request.method !== 'GET' || url.host !== 'app' || !inside || !contentType) return notFound();
    return found(contentType, readFileSync(file));
  } catch {
    return notFound();
  }
}

function found(contentType: string, data: Buffer): ProtocolResponse {
  return {
    statusCode: 200,
    headers: {
      'content-type': contentType,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    data,
  };
}

function notFound(): ProtocolResponse {
  return { statusCode: 404, data: Buffer.alloc(0) };
}
