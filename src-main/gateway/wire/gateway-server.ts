import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '../../domain/clock.ts';
import { isLoopbackAddress } from '../../domain/ip-address.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import { type Answer, bareAnswer, headersOf } from './answer.ts';
import { keepSockets, pace } from './connections.ts';
import { readBody } from './read-body.ts';

/** Who the gateway is over TLS, in PEM. */
export interface ServerIdentity {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** One request, its body not read yet. */
export interface Asked {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  /** IP address of the other end of the connection. */
  readonly remoteAddress: string;
  /** At most `bodyBytes` bytes. */
  readBody(): Promise<Result<Buffer, 'too-large' | 'broken-off'>>;
}

/** What one caller may take; times in milliseconds. */
export interface ServerLimits {
  /** Until all headers are there. */
  readonly headersMs: number;
  /** Until the whole request is there. */
  readonly requestMs: number;
  /** Until TLS is agreed on. */
  readonly handshakeMs: number;
  readonly headerBytes: number;
  readonly bodyBytes: number;
  /** At the same time, from everybody. */
  readonly connections: number;
  /** New ones, from everybody: a handshake keeps the process busy that a customer is served by. */
  readonly connectionsPerSecond: number;
}

export const usualLimits: ServerLimits = {
  headersMs: 5_000,
  requestMs: 10_000,
  handshakeMs: 5_000,
  headerBytes: 8 * 1024,
  bodyBytes: 64 * 1024,
  connections: 64,
  connectionsPerSecond: 40,
};

export interface ServerParts {
  readonly address: string;
  /** 0: any that is free. */
  readonly port: number;
  /** A proxy of ours does TLS. */
  readonly behindProxy: boolean;
  /** Absent: plain HTTP. */
  readonly identity?: ServerIdentity;
  readonly limits: ServerLimits;
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  /** Never rejects. */
  readonly handle: (asked: Asked) => Promise<Answer>;
}

/** Why the server does not listen: the system's code (`EADDRINUSE`…), `identity` for a certificate or key that is none, or `no-tls`. */
export type OpenProblem = 'identity' | 'no-tls' | (string & {});

export interface GatewayServer {
  readonly port: number;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** How often connections are looked at that have not brought their request in time. */
const LOOK_MS = 500;
/** Beyond what a request and its answer need; a socket on which nothing moves for so long is cut. */
const SILENCE_MS = 30_000;
const MOST_HEADERS = 60;

/** Listens at an address of this machine, without TLS only where nobody can listen in. Every connection carries one request. */
export async function openGatewayServer(parts: ServerParts): Promise<Result<GatewayServer, OpenProblem>> {
  const { address, behindProxy, clock, identity } = parts;
  if (!identity && !behindProxy && !isLoopbackAddress(address)) return failure('no-tls');
  const made = await createBareServer(parts);
  if (!made) return failure('identity');
  const server = harden(made, parts);
  const sockets = keepSockets(server);
  pace(server, parts.limits, clock);
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(failure(error.code ?? 'unknown')));
    server.listen({ host: address, port: parts.port, exclusive: true }, () => {
      // Trouble of single connections from here on is no trouble of the server.
      server.on('error', () => undefined);
      const { port } = server.address() as AddressInfo;
      resolve(success({ port, close: () => closeServer(server, sockets) }));
    });
  });
}

/** Loads what it needs only here: most kiosks have no gateway. */
async function createBareServer({ identity, limits }: ServerParts): Promise<Server | undefined> {
  const options = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: LOOK_MS,
    keepAliveTimeout: 1,
    insecureHTTPParser: false,
    noDelay: true,
  };
  if (!identity) {
    const { createServer } = await import('node:http');
    return createServer(options);
  }
  const { createServer } = await import('node:https');
  try {
    const { cert, key } = identity;
    return createServer({
      ...options,
      cert,
      key,
      minVersion: 'TLSv1.2',
      handshakeTimeout: limits.handshakeMs,
    });
  } catch {
    return undefined;
  }
}

function harden(server: Server, parts: ServerParts): Server {
  server.maxConnections = parts.limits.connections;
  server.maxHeadersCount = MOST_HEADERS;
  server.setTimeout(SILENCE_MS, (socket: Socket) => socket.destroy());
  server.on('request', (message, response) => void serve(message, response, parts));
  server.on('clientError', refuseBadRequest);
  // What is written to a socket that never agreed on TLS is never sent, and its end neither.
  server.on('tlsClientError', (_error: Error, socket: Socket) => socket.destroy());
  for (const event of ['connect', 'upgrade'] as const) {
    server.on(event, (_message: IncomingMessage, socket: { destroy(): void }) => socket.destroy());
  }
  return server;
}

async function serve(message: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  const { handle, limits } = parts;
  response.on('error', () => undefined);
  message.on('error', () => undefined);
  const answer = await handle({
    method: message.method ?? '',
    url: message.url ?? '',
    headers: message.headers,
    remoteAddress: message.socket.remoteAddress ?? '',
    readBody: () => readBody(message, limits.bodyBytes),
  });
  if (response.destroyed) return;
  response.writeHead(answer.status, headersOf(answer));
  response.end(answer.body);
}

/** What is no HTTP, too much of it or too slow; nothing of it is said back. */
function refuseBadRequest(error: NodeJS.ErrnoException, socket: Socket | NodeJS.WritableStream): void {
  if (!socket.writable || !('destroy' in socket)) return;
  const status = statusOf(error.code);
  const answer = bareAnswer(status);
  const lines = Object.entries(headersOf(answer)).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} \r\n${lines.join('\r\n')}\r\n\r\n${status}\n`, () => socket.destroy());
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
