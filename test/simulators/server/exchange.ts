import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One request as a simulator got it, read to the end. */
export interface SimulatorRequest {
  /** Name of the route that matched, `unknown` when none did. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Values of the `:name` parts of the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: string;
  /** The decoded JSON or form body; `undefined` when there is none or it cannot be decoded. */
  readonly body: unknown;
}

/** A whole answer, ready for the wire. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer with a JSON body. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value), headers };
}

/** An answer with a plain text body. */
export function text(status: number, body: string): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', body };
}

/** Reads a request's body to its end as UTF-8; rejects when the client goes away first. */
export async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Decodes a body by its content type; anything but a form is tried as JSON. */
export function decodeBody(rawBody: string, contentType: string): unknown {
  if (rawBody === '') return undefined;
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(rawBody));
  }
  try {
    return JSON.parse(rawBody) as unknown;
  } catch {
    return undefined;
  }
}

/** The fields of a JSON object or form body; empty when the body is anything else. */
export function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}
