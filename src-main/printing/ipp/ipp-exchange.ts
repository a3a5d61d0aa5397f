import type { IncomingMessage } from 'node:http';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';

/** The printers' own port (RFC 8010 5.1). */
const IPP_PORT = 631;
/** Of a printer with very many media we ask for less than half of it; four times as much takes a tenth of a second to read. */
const LARGEST_ANSWER_BYTES = 128 * 1024;
const HTTP_OK = 200;
const FIRST_SERVER_ERROR = 500;

/** One IPP message over the wire. */
export interface IppExchange {
  /** `ipp://` or `ipps://`. */
  readonly address: string;
  readonly message: Uint8Array;
  readonly document?: Uint8Array;
  /** Milliseconds from connect to the last byte. */
  readonly timeoutMs: number;
}

/** Where an address of a printer is asked over HTTP: `ipp` without and `ipps` with TLS, port 631 unless it names one. */
export function httpAddress(address: string): URL {
  const url = new URL(address);
  const scheme = url.protocol === 'ipps:' ? 'https' : 'http';
  return new URL(`${scheme}://${url.hostname}:${url.port || IPP_PORT}${url.pathname}${url.search}`);
}

/**
 * Posts a message and brings the bytes of the answer. A connection of its own each time: one that the printer closed
 * meanwhile would swallow a job. `not-sent` only when nothing reached it.
 */
export async function exchangeIpp(exchange: IppExchange): Promise<Result<Uint8Array, RemoteFailure>> {
  const { address, message, document, timeoutMs } = exchange;
  const url = httpAddress(address);
  const { request: open } = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
  return new Promise((resolve) => {
    let connected = false;
    let settled = false;
    const detail = (fault: string): string => `IPP ${url.host}: ${fault}`;
    const request = open(url, { method: 'POST', agent: false, headers: headersOf(exchange) });
    const settle = (outcome: Result<Uint8Array, RemoteFailure>): void => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      resolve(outcome);
      request.destroy();
    };
    const giveUp = (fault: string): void =>
      settle(failure({ kind: connected ? 'no-answer' : 'not-sent', detail: detail(fault) }));
    const deadline = setTimeout(() => giveUp('time-out'), timeoutMs);
    request.on('socket', (socket) => {
      const event = url.protocol === 'https:' ? 'secureConnect' : 'connect';
      socket.once(event, () => {
        connected = true;
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) => giveUp(error.code ?? error.name));
    request.on('response', (response) => {
      collect(response).then(
        (body) => settle(body === undefined ? tooLarge(detail) : judge(response, body, detail)),
        (error: NodeJS.ErrnoException) => giveUp(error.code ?? error.name),
      );
    });
    request.write(message);
    request.end(document);
  });
}

function headersOf({ message, document }: IppExchange): Readonly<Record<string, string | number>> {
  return {
    'content-type': 'application/ipp',
    'content-length': message.length + (document?.length ?? 0),
  };
}

/** @returns undefined when it is too large @throws when it breaks off */
async function collect(response: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(detail: (fault: string) => string): Result<Uint8Array, RemoteFailure> {
  return failure({ kind: 'malformed', detail: detail('answer too large') });
}

function judge(
  { statusCode: status = 0 }: IncomingMessage,
  body: Uint8Array,
  detail: (fault: string) => string,
): Result<Uint8Array, RemoteFailure> {
  if (status === HTTP_OK) return success(body);
  const kind = status >= FIRST_SERVER_ERROR ? 'server-error' : 'refused';
  return failure({ kind, status, detail: detail(`status ${status}`) });
}
