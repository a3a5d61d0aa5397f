import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { answerControl, type ControlActions } from './control.ts';
import { Delays } from './delays.ts';
import { type Answer, decodeBody, json, readBody, type SimulatorRequest } from './exchange.ts';
import { type FaultEffect, FaultPlan } from './fault.ts';
import { Hooks } from './hooks.ts';
import { matchRoute, type Route } from './route.ts';
import type { RequestCounts, Simulator } from './simulator.ts';

const controlPrefix = '/__control/';

/** Who a server is over TLS (PEM), and whose clients it takes. */
export interface ServerIdentity {
  readonly cert: string;
  readonly key: string;
  /** Clients must show a certificate of this authority. */
  readonly clientAuthority: string;
}

interface ServerParts<Ledger> {
  /** 0: any free port. */
  readonly port: number;
  readonly tls?: ServerIdentity;
  readonly routes: readonly Route[];
  readonly ledger: Ledger & { readonly requests: RequestCounts };
  readonly controls: ControlActions;
  /** The answer to a request that no route takes. */
  readonly notFound?: Answer;
}

/** A connection on which an answer is still owed. */
interface Exchange {
  readonly request: SimulatorRequest;
  readonly response: ServerResponse;
  readonly act: () => Answer;
}

/** Starts a simulated system on 127.0.0.1; resolves once it listens. */
export async function startSimulatorServer<Ledger>(parts: ServerParts<Ledger>): Promise<Simulator<Ledger>> {
  const server = openServer(parts.tls);
  const faults = new FaultPlan();
  const delays = new Delays();
  const requestHooks = new Hooks<SimulatorRequest, void | Promise<void>>();
  const answeredHooks = new Hooks<{ request: SimulatorRequest; answer: Answer }, void>();

  function reply(exchange: Exchange, answer: Answer): void {
    writeAnswer(exchange.response, answer);
    answeredHooks.call({ request: exchange.request, answer });
  }

  function suffer(exchange: Exchange, effect: FaultEffect): void {
    const { act, response } = exchange;
    switch (effect.kind) {
      case 'status':
        if (effect.acts) act();
        reply(exchange, errorAnswer(effect));
        break;
      case 'garbage':
        reply(exchange, garbageAnswer(effect.garbage, effect.acts ? act() : undefined));
        break;
      case 'drop-after':
        act();
        response.destroy();
        break;
      case 'drop-before':
        response.destroy();
        break;
      case 'act-later':
        delays.postpone(act, effect.delayMs);
        if (effect.reply === 'drop') response.destroy();
        if (effect.reply === 'unavailable') reply(exchange, errorAnswer({ status: 503 }));
        break;
      case 'hang':
        break;
    }
  }

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? '/', 'http://simulator');
    const method = message.method ?? 'GET';
    const rawBody = await readBody(message);
    const body = decodeBody(rawBody, message.headers['content-type'] ?? '');
    if (url.pathname.startsWith(controlPrefix)) {
      const name = url.pathname.slice(controlPrefix.length);
      const runPostponed = () => delays.runPostponed();
      const { ledger, controls: actions } = parts;
      return writeAnswer(
        response,
        answerControl(method, name, body, { ledger, faults, runPostponed, actions }),
      );
    }
    const match = matchRoute(parts.routes, method, url.pathname);
    const operation = match?.route.operation ?? 'unknown';
    const request: SimulatorRequest = {
      operation,
      method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      params: match?.params ?? {},
      headers: message.headers,
      rawBody,
      body,
    };
    parts.ledger.requests[operation] = (parts.ledger.requests[operation] ?? 0) + 1;
    match?.route.received?.(request);
    for (const pause of requestHooks.call(request)) await pause;
    const act = () => match?.route.act(request) ?? parts.notFound ?? json(404, { error: 'not found' });
    const fault = faults.take(operation);
    if (fault?.latencyMs !== undefined) await delays.wait(fault.latencyMs);
    if (fault?.effect === undefined) reply({ request, response, act }, act());
    else suffer({ request, response, act }, fault.effect);
  }

  server.on('request', (message: IncomingMessage, response: ServerResponse) => {
    serve(message, response).catch((error: unknown) => failLoudly(message, response, error));
  });
  const url = `${parts.tls ? 'https' : 'http'}://${await listen(server, parts.port)}`;

  return {
    url,
    ledger: parts.ledger,
    setFaults: (list) => faults.replace(list),
    actPostponed: () => delays.runPostponed(),
    onRequest: (hook) => requestHooks.add(hook),
    onAnswered: (hook) => answeredHooks.add(({ request, answer }) => hook(request, answer)),
    close: async () => {
      delays.clear();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function writeAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  const body = Buffer.from(answer.body, 'utf8');
  response.writeHead(answer.status, {
    ...(answer.status === 204 ? {} : { 'content-type': answer.contentType, 'content-length': body.length }),
    ...answer.headers,
  });
  response.end(body);
}

function errorAnswer(fault: {
  status: number;
  body?: unknown;
  retryAfter?: string | number | undefined;
}): Answer {
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  if (typeof fault.body === 'string') {
    return { status: fault.status, contentType: 'text/plain; charset=utf-8', body: fault.body, headers };
  }
  return json(fault.status, fault.body ?? { error: 'simulated fault' }, headers);
}

function garbageAnswer(kind: 'html' | 'broken-json' | 'double-brace', acted: Answer | undefined): Answer {
  const contentType = kind === 'html' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  const sound = acted?.body ?? '[{}]';
  const bodies = {
    html: '<!doctype html><html><head><title>Manutenção</title></head><body><h1>Voltamos já</h1></body></html>',
    'broken-json': '[{"id_fatura":"9',
    'double-brace': `{ ${sound} }`,
  };
  return { status: 200, contentType, body: bodies[kind] };
}

/** A client that went away mid-request is no fault of the simulator; anything else must be seen in the test's output. */
function failLoudly(message: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (!message.complete) return;
  console.error('simulator failed', error);
  if (response.headersSent) response.destroy();
  else writeAnswer(response, json(500, { error: 'simulator failed' }));
}

function openServer(tls: ServerIdentity | undefined): Server {
  if (tls === undefined) return createServer();
  const { cert, key, clientAuthority: ca } = tls;
  return createSecureServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true });
}

/** Resolves with host and port. */
function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const { port: bound } = server.address() as AddressInfo;
      resolve(`127.0.0.1:${bound}`);
    });
  });
}
