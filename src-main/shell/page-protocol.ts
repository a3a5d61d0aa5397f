import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { app, protocol, type Session } from 'electron';

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

/** Must run before the app is ready: the scheme behaves like https, so that origin checks and CSP mean something. */
export function registerPageScheme(): void {
  // The user agent names the product; its "ã" is no legal header, and Electron then fails every request to us.
  app.userAgentFallback = 'Balcao';
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the built page from `folder` and nothing else. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(scheme, (request) => answer(request, folder));
}

async function answer(request: Request, folder: string): Promise<Response> {
  try {
    const url = new URL(request.url);
    // Throws when the address is escaped wrongly.
    const file = normalize(join(folder, decodeURIComponent(url.pathname)));
    const contentType = contentTypes[extname(file)];
    const inside = file.startsWith(normalize(folder) + sep);
    if (request.method !== 'GET' || url.host !== 'app' || !inside || !contentType) return notFound();
    const body = await readFile(file);
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
  } catch {
    return notFound();
  }
}

function notFound(): Response {
  return new Response('', { status: 404 });
}
