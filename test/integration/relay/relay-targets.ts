import type { Clock } from '../../../src-main/domain/clock.ts';
import { failure } from '../../../src-main/domain/result.ts';
import type { VisitEvent } from '../../../src-main/domain/visit-event.ts';
import { createHealthMemory } from '../../../src-main/http/health-memory.ts';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import type { Log } from '../../../src-main/logging/log.ts';
import { createChatCallbacks } from '../../../src-main/relay/chat/chat-callbacks.ts';
import { createMessageSender } from '../../../src-main/relay/chat/message-sender.ts';
import { createMessageStore } from '../../../src-main/relay/chat/message-store.ts';
import { createSalesforceCase } from '../../../src-main/relay/crm/salesforce-case.ts';
import type { Outbox } from '../../../src-main/relay/outbox.ts';
import { createSeniorCrm } from '../../../src-main/relay/senior/senior-crm.ts';
import type { RelayTarget } from '../../../src-main/relay/target.ts';
import { createWebhook } from '../../../src-main/relay/webhook/webhook.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import type { VisitRecords } from '../../../src-main/storage/visit-records.ts';
import { defaultCrmAccount } from '../../simulators/crm/crm-simulator.ts';
import { defaultSeniorAccount } from '../../simulators/senior-crm/senior-crm-simulator.ts';
import { defaultWebhookSecret } from '../../simulators/webhook/webhook-simulator.ts';

/** Whom the kiosk tells, by the names of their rows. */
export const targetNames = [
  'chat-callbacks',
  'chat-messages',
  'salesforce-case',
  'senior-crm',
  'webhook:bi',
] as const;

export type TargetName = (typeof targetNames)[number];

/** Where the simulated systems are. */
export interface TargetUrls {
  readonly chat: string;
  readonly crm: string;
  readonly senior: string;
  readonly webhook: string;
}

export interface TargetTools {
  readonly database: Database;
  readonly visits: VisitRecords;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
}

const terminal = { id: 'T01', timeZone: 'America/Sao_Paulo' };

/** Every target that there is, as the kiosk composes them. No part of it belongs to a test's framework: children use it too. */
export function buildTargets(urls: TargetUrls, tools: TargetTools): readonly RelayTarget[] {
  const { database, http, clock, log } = tools;
  const visit = 'fone=$Phone$';
  const chat = {
    method: 'GET',
    onLoadContact: `${urls.chat}/callbacks/OnLoadContact?${visit}`,
    onStartConversation: `${urls.chat}/callbacks/OnStartConversation?${visit}`,
    onEndConversation: `${urls.chat}/callbacks/OnEndConversation?${visit}`,
  } as const;
  const crm = {
    loginUrl: urls.crm,
    signIn: 'client-credentials',
    clientId: defaultCrmAccount.clientId,
    clientSecret: defaultCrmAccount.clientSecret,
    apiVersion: '62.0',
    externalIdField: 'BalcaoVisit__c',
    auditFields: false,
    attachFiles: true,
  } as const;
  const senior = {
    baseUrl: urls.senior,
    ...defaultSeniorAccount,
    agentExtension: '8001',
    phoneMask: '00{ddd}{number}',
    dateFormat: 'YYYY-MM-DD',
    timeFormat: 'HH:mm:ss',
    callType: 'Inbound',
    timeoutMs: 10_000,
  } as const;
  const webhook = {
    id: 'bi',
    url: `${urls.webhook}/events`,
    secret: defaultWebhookSecret,
    customerData: false,
  };
  const sender = { url: `${urls.chat}/send`, tokenHeader: 'authorization', sendType: 'whatsapp' };
  const codes = { down: 'SENIOR-DOWN', back: 'SENIOR-BACK' };
  return [
    createChatCallbacks(chat, { ...tools, terminal }),
    createMessageSender(sender, { store: createMessageStore(database), http, clock }),
    createSalesforceCase(crm, {
      ...tools,
      terminal,
      readKeyFile: () => Promise.resolve(failure('missing')),
      findAttachments: () => Promise.resolve([]),
    }),
    createSeniorCrm(senior, {
      database,
      http: createHealthMemory({ http, clock, log, codes, random: () => 0.5 }),
      clock,
      log,
      timeZone: terminal.timeZone,
    }),
    createWebhook(webhook, { terminalId: terminal.id, http, clock }),
  ];
}

const firstNumber = 80_000_000;

/** A mobile of its own for each visit: of what the targets are told, it names the visit everywhere. */
export function phoneOf(visit: number): string {
  return `55549${firstNumber + visit}`;
}

/** The visit whose phone a text holds, however it is written. */
export function visitOf(text: unknown): number {
  return Number(String(text).replace(/\D/g, '').slice(-8)) - firstNumber;
}

export function visitId(visit: number): string {
  return `visit-${visit}`;
}

/** A customer comes, has the boleto's line sent to the phone, and goes: in one turn. */
export function playVisit(
  visit: number,
  { database, visits, clock }: Pick<TargetTools, 'database' | 'visits' | 'clock'>,
  outbox: Pick<Outbox, 'record'>,
): void {
  const id = visitId(visit);
  const record = (event: VisitEvent) => outbox.record(id, event);
  database.transaction(() => {
    visits.begin(id);
    record({ type: 'visit-started' });
    const phone = phoneOf(visit);
    visits.identify(id, {
      document: String(10_000_000_000 + visit),
      name: `Cliente ${visit}`,
      customerErpId: String(visit),
      phone,
    });
    record({ type: 'customer-identified' });
    createMessageStore(database).keep({
      id: `message-${visit}`,
      visitId: id,
      content: 'typeable-line',
      subject: 'i1',
      phone,
      texts: ['Aqui está o boleto'],
      consentVersion: '1',
      consentedAt: clock.wallTime(),
    });
    record({ type: 'message-asked', messageId: `message-${visit}`, content: 'typeable-line' });
    visits.end(id, 'completed');
    record({ type: 'visit-ended', reason: 'completed' });
  });
}
