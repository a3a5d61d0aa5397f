import { type Chat, createChat } from './compose-chat.ts';
import type { Clock } from './domain/clock.ts';
import type { ContactGuard } from './domain/contact-guard.ts';
import type { MessageBook } from './domain/message.ts';
import { createHealthMemory, type HealthMemory } from './http/health-memory.ts';
import type { HttpClient } from './http/http-client.ts';
import type { Log } from './logging/log.ts';
import type { FindAttachments } from './relay/crm/case-attachment.ts';
import type { ReadKeyFile } from './relay/crm/salesforce-access.ts';
import { createSalesforceCase } from './relay/crm/salesforce-case.ts';
import { createDeliveryDesk, type DeliveryDesk } from './relay/delivery-desk.ts';
import { Dispatcher } from './relay/dispatcher.ts';
import { createOutbox, type Outbox } from './relay/outbox.ts';
import { OutboxKeeper } from './relay/outbox-keeper.ts';
import { createSeniorCrm, type SeniorCrm } from './relay/senior/senior-crm.ts';
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
  /** Whether anybody is told of what happens. */
  readonly tellsSomebody: boolean;
  /** Messages to customers' phones. */
  readonly messages: MessageBook;
  /** Whether the company's system lets contact data be changed. */
  readonly contactGuard: ContactGuard;
  /** Whose number the visit's is at Senior CRM; undefined without that CRM, or when it names nobody, or not yet. */
  findCaller(visitId: string): { readonly name: string } | undefined;
  /** Takes up what an earlier run could not deliver. */
  start(): void;
  /** Lets the deliveries in hand finish. */
  stop(): Promise<void>;
}

export function createRelay(parts: RelayParts): Relay {
  const { database, visits, clock, log } = parts;
  const senior = openSeniorCrm(parts);
  const chat = createChat(parts);
  const targets = relayTargets(parts, chat, senior?.crm);
  const outbox = createOutbox(database, clock, visits, targets, wakeAll);
  const dispatchers = targets.map((target) => new Dispatcher(target, outbox, clock, log, Math.random));
  const keeper = new OutboxKeeper(database, clock, log);

  function wakeAll(): void {
    for (const dispatcher of dispatchers) dispatcher.wake();
  }

  return {
    outbox,
    desk: createDeliveryDesk(database, clock, dispatchers),
    tellsSomebody: targets.length > 0,
    messages: chat.messageBook(outbox.record),
    contactGuard: chat.guard,
    findCaller: (visitId) => senior?.crm.findCaller(visitId),
    start() {
      wakeAll();
      keeper.start();
    },
    async stop() {
      await Promise.all([keeper.stop(), ...dispatchers.map((dispatcher) => dispatcher.stop())]);
      await senior?.health.close();
    },
  };
}

/** Who is told: one line for each. */
function relayTargets(parts: RelayParts, chat: Chat, senior: SeniorCrm | undefined): readonly RelayTarget[] {
  const { relay, terminal } = parts.settings;
  const { http, clock } = parts;
  return [
    ...chat.targets,
    ...(relay.crm ? [createSalesforceCase(relay.crm, { ...parts, terminal })] : []),
    ...(senior ? [senior] : []),
    ...relay.webhooks.map((webhook) => createWebhook(webhook, { terminalId: terminal.id, http, clock })),
  ];
}

/** A lookup that fails is lost for its visit, so a CRM that is down is found out by a probe that looks nobody up. */
function openSeniorCrm({
  settings,
  database,
  http,
  clock,
  log,
}: RelayParts): { readonly crm: SeniorCrm; readonly health: HealthMemory } | undefined {
  const { seniorCrm } = settings.relay;
  if (!seniorCrm) return undefined;
  const codes = { down: 'SENIOR-DOWN', back: 'SENIOR-BACK' };
  const health = createHealthMemory({ http, clock, log, codes, random: Math.random });
  const { timeZone } = settings.terminal;
  return { crm: createSeniorCrm(seniorCrm, { database, http: health, clock, log, timeZone }), health };
}
