import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request's address, taken apart. */
export interface AskedAddress {
  /** Without the token's segment; always begins with a slash. */
  readonly path: string;
  /** Without the token. */
  readonly query: URLSearchParams;
  /** What was given as token; undefined: nothing. */
  readonly token: string | undefined;
}

/** As first part of a path: for a platform that keeps its own query and sends no headers. */
const TOKEN_SEGMENT = /^\/t\/([^/]*)(\/.*)?$/;

/** Takes path, query and token apart; `undefined` when the address is none. */
export function readAddress(url: string, headers: IncomingHttpHeaders): AskedAddress | undefined {
  if (!url.startsWith('/')) return undefined;
  const { pathname, searchParams } = new URL(`http://gateway${url}`);
  const inPath = TOKEN_SEGMENT.exec(pathname);
  const inQuery = searchParams.get('token') ?? undefined;
  searchParams.delete('token');
  return {
    path: inPath ? (inPath[2] ?? '/') : pathname,
    query: searchParams,
    token: inPath?.[1] ?? bearerOf(headers) ?? headerOf(headers) ?? inQuery,
  };
}

/** Compares in a time that tells nothing of the token, not even its length. */
export function isSameToken(given: string, wanted: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(wanted));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

function headerOf(headers: IncomingHttpHeaders): string | undefined {
  const value = headers['x-balcao-token'];
  return typeof value === 'string' ? value : undefined;
}
