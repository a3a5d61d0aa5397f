import { randomUUID } from 'node:crypto';
import type { ChatProfile } from '../domain/chat-profile.ts';
import type { Clock } from '../domain/clock.ts';
import { EVENT_VERSION } from '../domain/domain-event.ts';
import type { Log } from '../logging/log.ts';
import { createChatCallbacks } from '../relay/chat/chat-callbacks.ts';
import { createChatVariables } from '../relay/chat/chat-variables.ts';
import type { Delivery } from '../relay/target.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { explainFailure, type Remote } from './failure-words.ts';
import type { Finding, TestBench } from './test-report.ts';

const callback: Remote = {
  name: 'a plataforma de chat',
  credentials: 'a chave que está no endereço',
  address: 'o endereço de OnLoadContact',
};

const variablesApi: Remote = {
  name: 'a plataforma de chat',
  credentials: 'a chave da API e o WID da instância',
  address: 'o endereço da API de variáveis',
};

/** As the log calls a delivery that failed. */
const TROUBLE = 'RELAY-TROUBLE';

/** A variable that nobody uses: reading it proves that key and WID are taken. */
const TESTED_VARIABLE = 'balcao_teste';

/** What the test finds goes on the screen, not into the log. */
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Tells the chat platform of a made-up contact and reads a variable, whichever of the two is set; nothing is changed
 * there. Only the first callback is called: the next one would begin a conversation with somebody who is not there.
 */
export async function probeChat(settings: Settings, clock: Clock, bench: TestBench): Promise<Finding> {
  const loaded = await tryLoadContact(settings, clock, bench);
  if (loaded?.worked === false) return loaded;
  const read = await tryVariables(settings, bench);
  if (read?.worked === false) return read;
  const summary = [loaded, read].flatMap((finding) => finding?.summary ?? []).join(' ');
  return summary === ''
    ? {
        worked: false,
        summary: 'Falta o endereço de OnLoadContact ou a API de variáveis: só eles são testados.',
      }
    : { worked: true, summary };
}

async function tryLoadContact(
  { relay: { chat }, terminal }: Settings,
  clock: Clock,
  { http, lastExchange }: TestBench,
): Promise<Finding | undefined> {
  if (chat?.onLoadContact === undefined) return undefined;
  const kept: ChatProfile[] = [];
  const visits = {
    keepChatProfile: (_visitId: string, _document: string, profile: ChatProfile) => void kept.push(profile),
  };
  const { onStartConversation: _, ...access } = chat;
  const target = createChatCallbacks(access, { terminal, http, log: quiet, visits });
  const told = await target.deliver(testDelivery(clock));
  if (!told.ok) {
    return { worked: false, summary: explainFailure(callback, told.error, lastExchange()), code: TROUBLE };
  }
  const answer = (lastExchange()?.answer ?? '').replace(/\s+/g, ' ').trim();
  if (answer === '') {
    return { worked: true, summary: 'A plataforma atendeu ao chamado e não respondeu nada.' };
  }
  const taken = kept.flatMap((profile) => Object.keys(profile)).length;
  const words = taken === 1 ? '1 campo aproveitado' : `${taken} campos aproveitados`;
  const excerpt = answer.length > 120 ? `${answer.slice(0, 120)}…` : answer;
  return { worked: true, summary: `A plataforma respondeu: ${excerpt} (${words})` };
}

async function tryVariables(
  { relay: { chat } }: Settings,
  { http, lastExchange }: TestBench,
): Promise<Finding | undefined> {
  if (chat?.variables === undefined) return undefined;
  const api = createChatVariables({ ...chat.variables, wid: chat.wid ?? '' }, http);
  const value = await api.load(TESTED_VARIABLE);
  if (value.ok) return { worked: true, summary: 'A API de variáveis aceitou a chave.' };
  return { worked: false, summary: explainFailure(variablesApi, value.error, lastExchange()), code: TROUBLE };
}

/** Nobody can take it for a customer, and no number of it reaches anybody. */
function testDelivery(clock: Clock): Delivery {
  const occurredAt = clock.wallTime();
  const event = { type: 'customer-identified' } as const;
  const recorded = { eventId: randomUUID(), version: EVENT_VERSION, occurredAt, event };
  return {
    ...recorded,
    history: [recorded],
    visit: {
      id: randomUUID(),
      startedAt: occurredAt,
      contact: {
        document: '000.000.000-00',
        name: 'TESTE DO TOTEM (não é cliente)',
        customerErpId: '0',
        phone: '00000000000',
        email: 'teste@example.com',
      },
    },
  };
}
