import { type ChatSimulator, startChatSimulator } from '../../simulators/chat/chat-simulator.ts';
import { type CrmSimulator, startCrmSimulator } from '../../simulators/crm/crm-simulator.ts';
import {
  type SeniorCrmSimulator,
  startSeniorCrmSimulator,
} from '../../simulators/senior-crm/senior-crm-simulator.ts';
import type { Fault } from '../../simulators/server/fault.ts';
import type { Simulator } from '../../simulators/server/simulator.ts';
import type { WebhookLedger } from '../../simulators/webhook/ledger.ts';
import { startWebhookSimulator } from '../../simulators/webhook/webhook-simulator.ts';
import { type TargetName, type TargetUrls, targetNames, visitOf } from './relay-targets.ts';

/** Every system that the targets tell, simulated. */
export interface Systems {
  readonly chat: ChatSimulator;
  readonly crm: CrmSimulator;
  readonly senior: SeniorCrmSimulator;
  readonly webhook: Simulator<WebhookLedger>;
  readonly urls: TargetUrls;
  /** What goes wrong with each of these targets from now on; with no other. */
  fail(targets: readonly TargetName[], effect: Fault['effect']): void;
  heal(): void;
  /** Requests that each target has sent, other than to find out whether anybody is there. */
  asked(target: TargetName): number;
  /** What took effect at a target, by visit, in the order in which it did. */
  told(target: TargetName): ReadonlyMap<number, readonly string[]>;
  close(): Promise<void>;
}

/** What a visit of `playVisit` is to leave at each target. */
export const wholeVisit: Readonly<Record<TargetName, readonly string[]>> = {
  'chat-callbacks': ['OnLoadContact', 'OnStartConversation', 'OnEndConversation'],
  'chat-messages': ['message'],
  'salesforce-case': [
    'Atendimento iniciado',
    'Cliente identificado',
    'Mensagem pedida pelo cliente: linha digitável',
    'Atendimento encerrado (concluído)',
  ],
  'senior-crm': ['call', 'end'],
  'webhook:bi': ['visit-started', 'customer-identified', 'message-asked', 'visit-ended'],
};

export async function startSystems(): Promise<Systems> {
  const [chat, crm, senior, webhook] = await Promise.all([
    startChatSimulator(),
    startCrmSimulator(),
    startSeniorCrmSimulator(),
    startWebhookSimulator(),
  ]);
  // The simulator's usual contact is not of these customers.
  chat.setAnswer('OnLoadContact', { body: 'OK' });
  const parts = { chat, crm, senior, webhook };
  const places = {
    'chat-callbacks': { simulator: chat, operation: 'callback' },
    'chat-messages': { simulator: chat, operation: 'send' },
    'salesforce-case': { simulator: crm, operation: undefined },
    'senior-crm': { simulator: senior, operation: undefined },
    'webhook:bi': { simulator: webhook, operation: undefined },
  } as const;

  return {
    ...parts,
    urls: { chat: chat.url, crm: crm.url, senior: senior.url, webhook: webhook.url },
    fail(targets, effect) {
      for (const simulator of Object.values(parts)) {
        const faults = targetNames
          .filter((name) => targets.includes(name) && places[name].simulator === simulator)
          .map((name): Fault => {
            const { operation } = places[name];
            return { ...(operation !== undefined && { operation }), effect };
          });
        simulator.setFaults(faults);
      }
    },
    heal() {
      for (const simulator of Object.values(parts)) simulator.setFaults([]);
    },
    asked(target) {
      const { simulator, operation } = places[target];
      const { unknown: _probes, ...requests } = simulator.ledger.requests;
      if (operation !== undefined) return requests[operation] ?? 0;
      return Object.values(requests).reduce((sum, each) => sum + each, 0);
    },
    told: (target) => group(effectsOf[target](parts)),
    async close() {
      await Promise.all(Object.values(parts).map((simulator) => simulator.close()));
    },
  };
}

/** Of which visit it tells, what, and by what its receiver recognises a repeat; absent: it recognises none. */
interface Effect {
  readonly visit: number;
  readonly what: string;
  readonly key?: string | null;
}

type Parts = Pick<Systems, 'chat' | 'crm' | 'senior' | 'webhook'>;

const effectsOf: Readonly<Record<TargetName, (parts: Parts) => readonly Effect[]>> = {
  'chat-callbacks': ({ chat }) =>
    chat.ledger.callbacks.map(({ event, query, idempotencyKey }) => ({
      visit: visitOf(query.fone),
      what: event,
      key: idempotencyKey,
    })),
  'chat-messages': ({ chat }) =>
    chat.ledger.messages.map(({ number, reference }) => ({
      visit: visitOf(number),
      what: 'message',
      key: reference,
    })),
  'salesforce-case': ({ crm }) => {
    const visits = new Map(crm.ledger.cases.map(({ id, externalId }) => [id, visitNumber(externalId)]));
    return crm.ledger.comments.map(({ fields }) => ({
      visit: visits.get(String(fields.ParentId)) ?? -1,
      what: String(fields.CommentBody).replace(/^.*?\d: | \[[^\]]*\]$/g, ''),
    }));
  },
  'senior-crm': ({ senior }) =>
    senior.ledger.calls.flatMap(({ phone, end }) => [
      { visit: visitOf(phone), what: 'call' },
      ...(end ? [{ visit: visitOf(phone), what: 'end' }] : []),
    ]),
  'webhook:bi': ({ webhook }) =>
    webhook.ledger.effects.map((body) => {
      const { visit, type } = body as { visit: { id: string }; type: string };
      return { visit: visitNumber(visit.id), what: type };
    }),
};

function visitNumber(id: string): number {
  return Number(id.replace('visit-', ''));
}

function group(effects: readonly Effect[]): ReadonlyMap<number, readonly string[]> {
  const keys = new Set<string>();
  const visits = new Map<number, string[]>();
  for (const { visit, what, key } of effects) {
    if (key !== undefined && key !== null) {
      if (keys.has(key)) continue;
      keys.add(key);
    }
    const known = visits.get(visit) ?? [];
    known.push(what);
    visits.set(visit, known);
  }
  return visits;
}
