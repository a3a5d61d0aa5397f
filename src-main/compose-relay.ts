import type { Clock } from './domain/clock.ts';
import type { HttpClient } from './http/http-client.ts';
import type { Log } from './logging/log.ts';
import { createChatCallbacks } from './relay/chat/chat-callbacks.ts';
import type { FindAttachments } from './relay/crm/case-attachment.ts';
import type { ReadKeyFile } from './relay/crm/salesforce-access.ts';
import { createSalesforceCase } from './relay/crm/salesforce-case.ts';
import { createDeliveryDesk, type DeliveryDesk } from './relay/delivery-desk.ts';
import { Dispatcher } from './relay/dispatcher.ts';
import { createOutbox, type Outbox } from './relay/outbox.ts';
import { OutboxKeeper } from './relay/outbox-keeper.ts';
import type { RelayTarget } from './relay/target.ts';
import { createWebhook } from './relay/webhook/webhook.ts';
import type { Settings } from './settings/settings-schema.ts';
import type { Database } from './storage/database.ts';
import type { VisitRecords } from './storage/visit-records.ts';

export interface RelayParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly visits: VisitRecords;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  /** Reads a certificate's or key's file of the data folder. */
  readonly readKeyFile: ReadKeyFile;
  /** A visit's papers, for its Case. */
  readonly findAttachments: FindAttachments;
}

/** Everything that tells other systems what happened. */
export interface Relay {
  readonly outbox: Pick<Outbox, 'record' | 'recordKiosk'>;
  readonly desk: DeliveryDesk;
  /** Takes up what an earlier run could not deliver. */
  start(): void;
  /** Lets the deliveries in hand finish. */
  stop(): Promise<void>;
}

export function createRelay(parts: RelayParts): Relay {
  const { database, visits, clock, log } = parts;
  const targets = relayTargets(parts);
  const outbox = createOutbox(database, clock, visits, targets, wakeAll);
  const dispatchers = targets.map((target) => new Dispatcher(target, outbox, clock, log, Math.random));
  const keeper = new OutboxKeeper(database, clock, log);

  function wakeAll(): void {
    for (const dispatcher of dispatchers) dispatcher.wake();
  }

  return {
    outbox,
    desk: createDeliveryDesk(database, clock, dispatchers),
    start() {
      wakeAll();
      keeper.start();
    },
    async stop() {
      await Promise.all([keeper.stop(), ...dispatchers.map((dispatcher) => dispatcher.stop())]);
    },
  };
}

/** Who is told: one line for each. */
function relayTargets(parts: RelayParts): readonly RelayTarget[] {
  const { relay, terminal } = parts.settings;
  const { http, clock } = parts;
  return [
    ...(relay.chat ? [createChatCallbacks(relay.chat, http)] : []),
    ...(relay.crm ? [createSalesforceCase(relay.crm, { ...parts, terminal })] : []),
    ...relay.webhooks.map((webhook) => createWebhook(webhook, { terminalId: terminal.id, http, clock })),
  ];
}
