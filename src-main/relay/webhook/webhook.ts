import { createHmac, randomUUID } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import { type DomainEventType, EVENT_VERSION } from '../../domain/domain-event.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { envelopeOf } from '../event-envelope.ts';
import type { RelayTarget } from '../target.ts';

/** Somebody who wants to hear of events, as the settings have it. */
export interface WebhookAccess {
  readonly id: string;
  readonly url: string;
  /** `whsec_` and the key in base64. */
  readonly secret: string;
  /** Absent: all of them. */
  readonly events?: readonly DomainEventType[];
  /** Whether bodies carry who the customer is. */
  readonly customerData: boolean;
}

export interface WebhookParts {
  readonly terminalId: string;
  readonly http: HttpClient;
  readonly clock: Clock;
}

const TIMEOUT_MS = 15_000;
const SECRET_PREFIX = 'whsec_';

/** What the outbox calls the target of a webhook. */
export function webhookTargetName(id: string): string {
  return `webhook:${id}`;
}

/** Posts each event as docs/events.md describes it, signed after Standard Webhooks (standardwebhooks.com). */
export function createWebhook(access: WebhookAccess, { terminalId, http, clock }: WebhookParts): RelayTarget {
  return {
    name: webhookTargetName(access.id),
    wants: (type) => access.events?.includes(type) ?? true,
    deliver(delivery) {
      const body = JSON.stringify(envelopeOf(delivery, terminalId, access.customerData));
      return postSigned(access, delivery.eventId, body, { http, clock });
    },
  };
}

/** Posts an event that stands for nothing, so that a technician sees what the receiver makes of it. */
export function testWebhook(
  access: Pick<WebhookAccess, 'url' | 'secret'>,
  { terminalId, http, clock }: WebhookParts,
): Promise<Result<void, RemoteFailure>> {
  const id = randomUUID();
  const timestamp = new Date(clock.wallTime()).toISOString();
  const body = { id, type: 'test', version: EVENT_VERSION, timestamp, terminal: terminalId, data: {} };
  return postSigned(access, id, JSON.stringify(body), { http, clock });
}

/** @param body JSON */
async function postSigned(
  { url, secret }: Pick<WebhookAccess, 'url' | 'secret'>,
  id: string,
  body: string,
  { http, clock }: Pick<WebhookParts, 'http' | 'clock'>,
): Promise<Result<void, RemoteFailure>> {
  // Of this try: receivers refuse what is minutes old, lest somebody plays back what they overheard.
  const timestamp = String(Math.floor(clock.wallTime() / 1000));
  const answer = await http.request({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature(secret, `${id}.${timestamp}.${body}`)}`,
    },
    body,
    timeoutMs: TIMEOUT_MS,
  });
  return answer.ok ? success(undefined) : answer;
}

function signature(secret: string, content: string): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  return createHmac('sha256', key).update(content, 'utf8').digest('base64');
}
