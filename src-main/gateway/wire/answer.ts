/** What goes back to whoever asked. */
export interface Answer {
  readonly status: number;
  /** Media type with charset; absent: there is no body. */
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Nobody keeps, guesses, frames or refers to anything; a page of ours says itself what else it may. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cross-Origin-Resource-Policy': 'same-site',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** The answer's headers together with those that every answer has. */
export function headersOf({ type, body, headers }: Answer): Record<string, string> {
  return {
    ...SECURITY_HEADERS,
    ...(type !== undefined && { 'Content-Type': type }),
    'Content-Length': String(body === undefined ? 0 : Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  };
}

export function jsonAnswer(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** An answer that says no more than its number. */
export function bareAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${status}\n`, headers };
}
