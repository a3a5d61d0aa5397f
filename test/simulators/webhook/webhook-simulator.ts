import { Webhook } from 'standardwebhooks';
import { type Answer, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Simulator } from '../server/simulator.ts';
import { startSimulatorServer } from '../server/simulator-server.ts';
import type { WebhookLedger } from './ledger.ts';

/** 32 bytes that everybody knows. */
export const defaultWebhookSecret = 'whsec_YmFsY2FvLXNpbXVsYXRlZC13ZWJob29rLWtleS0wMDE=';

export interface WebhookSimulatorOptions {
  readonly port?: number;
  readonly secret?: string;
}

/**
 * A receiver of events (`POST ${url}/events`) that trusts the standard's own library only: it takes each id once,
 * answers 401 to a bad signature or an old time, and tells all of it in its ledger.
 */
export async function startWebhookSimulator(
  options: WebhookSimulatorOptions = {},
): Promise<Simulator<WebhookLedger>> {
  const verifier = new Webhook(options.secret ?? defaultWebhookSecret);
  const ledger: WebhookLedger = { requests: {}, received: [], effects: [] };
  const known = new Set<string>();

  function isSound({ rawBody, headers }: SimulatorRequest): boolean {
    try {
      const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
      verifier.verify(rawBody, Object.fromEntries(texts));
      return true;
    } catch {
      return false;
    }
  }

  function receive(request: SimulatorRequest): Answer {
    const id = String(request.headers['webhook-id']);
    const verified = isSound(request);
    const timestamp = String(request.headers['webhook-timestamp']);
    ledger.received.push({ id, timestamp, verified, body: request.body });
    if (!verified) return json(401, { error: 'signature' });
    if (!known.has(id)) ledger.effects.push(request.body);
    known.add(id);
    return json(200, { ok: true });
  }

  return startSimulatorServer({
    port: options.port ?? 0,
    routes: [{ operation: 'event', method: 'POST', path: '/events', act: receive }],
    ledger,
    controls: {},
  });
}
