import type { Dispatcher } from 'undici';
import { failure } from '../domain/result.ts';
import type { ClientIdentity } from './client-identity.ts';
import { Exchange } from './exchange.ts';
import type { HttpClient, HttpRequest } from './http-client.ts';

const DEFAULT_MAX_BODY_BYTES = 2 * 1024 * 1024;

/** How to build an HTTP client. */
export interface HttpClientOptions {
  /** Takes the place of the client's own connections (client certificates, tests); whoever made it closes it. */
  readonly dispatcher?: Dispatcher;
  /** An answer with a larger body is `malformed`. Default: 2 MiB. */
  readonly maxBodyBytes?: number;
  /** PEM: whom to trust in place of the certificate authorities that everybody trusts (tests). */
  readonly authorities?: string;
}

/** Where requests go: reads may share a connection, writes each get a fresh one. */
interface Connections {
  readonly reads: Dispatcher;
  readonly writes: Dispatcher;
  close(): Promise<void>;
}

/**
 * An HTTP client on undici. It never follows a redirect and never repeats a request by itself: whether a payment
 * order may be sent twice is for those to decide who know what it is.
 */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const maxBodyBytes = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  const opened = new Map<ClientIdentity | undefined, Promise<Connections>>();
  let closing: Promise<void> | undefined;

  return {
    async request(request) {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (url === undefined || !/^https?:$/.test(url.protocol)) {
        return failure({ kind: 'not-sent', detail: `${request.method}: the address is not an http(s) URL` });
      }
      const { reads, writes } = await connectionsFor(request.identity);
      const label = `${request.method} ${url.host}`;
      const exchange = new Exchange(label, request, request.maxBodyBytes ?? maxBodyBytes);
      const onlyReads = request.method === 'GET' && request.writes !== true;
      (onlyReads ? reads : writes).dispatch(dispatchOptions(request, url), exchange);
      return exchange.outcome;
    },
    close() {
      closing ??= closeAll(opened.values());
      return closing;
    },
  };

  function connectionsFor(identity: ClientIdentity | undefined): Promise<Connections> {
    const known = opened.get(identity);
    if (known) return known;
    const { dispatcher, authorities } = options;
    const fresh = dispatcher
      ? Promise.resolve(shared(dispatcher))
      : openConnections({ ...identity, ...(authorities === undefined ? {} : { ca: authorities }) });
    opened.set(identity, fresh);
    return fresh;
  }
}

async function closeAll(opened: Iterable<Promise<Connections>>): Promise<void> {
  await Promise.all([...opened].map(async (connections) => (await connections).close()));
}

function dispatchOptions(request: HttpRequest, url: URL): Dispatcher.DispatchOptions {
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method: request.method,
    headers: { ...request.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
  };
}

function shared(dispatcher: Dispatcher): Connections {
  return { reads: dispatcher, writes: dispatcher, close: () => Promise.resolve() };
}

/** Loaded at the first request: undici costs about 95 ms that the attract screen need not wait for. */
async function openConnections(connect: ClientIdentity & { readonly ca?: string }): Promise<Connections> {
  const { Agent } = await import('undici');
  // The exchange holds the only clock; undici's own time-outs are coarse and would end it with another meaning.
  const common = { headersTimeout: 0, bodyTimeout: 0, connect };
  const reads = new Agent(common);
  // An idle connection that the server has just closed swallows what is written to it, and then nobody knows whether
  // a write-off was taken. Without keep-alive every write starts on a connection proven alive by its handshake.
  const writes = new Agent({ ...common, pipelining: 0 });
  return {
    reads,
    writes,
    async close() {
      await Promise.all([reads.close(), writes.close()]);
    },
  };
}
