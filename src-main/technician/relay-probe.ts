import { randomUUID } from 'node:crypto';
import type { TestedTarget, TestReport } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import { EVENT_VERSION } from '../domain/domain-event.ts';
import type { HttpClient } from '../http/http-client.ts';
import { createChatCallbacks } from '../relay/chat/chat-callbacks.ts';
import type { ReadKeyFile } from '../relay/crm/salesforce-access.ts';
import type { Delivery } from '../relay/target.ts';
import { testWebhook } from '../relay/webhook/webhook.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { secretsOf } from '../settings/settings-secrets.ts';
import { explainFailure, type Remote } from './failure-words.ts';
import { probeSalesforce } from './salesforce-probe.ts';
import { type Finding, reportOn, type TestBench } from './test-report.ts';

export interface RelayTest {
  /** The draft, parsed and with its secrets open. */
  readonly settings: Settings;
  readonly target: TestedTarget;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly readKeyFile: ReadKeyFile;
}

const chatPlatform: Remote = {
  name: 'a plataforma de chat',
  credentials: 'a chave que está no endereço',
  address: 'o endereço de OnLoadContact',
};

const receiver: Remote = {
  name: 'o sistema que recebe',
  credentials: 'o segredo, que é o mesmo dos dois lados, e a hora desta máquina',
  address: 'o endereço',
};

/** As the log calls a delivery that failed. */
const TROUBLE = 'RELAY-TROUBLE';

/**
 * Tells the chat platform of a made-up contact, signs in at the CRM and looks at it, or posts a test event to a webhook.
 * Never throws.
 */
export function testRelay({ settings, target, http, clock, readKeyFile }: RelayTest): Promise<TestReport> {
  return reportOn({ http, clock, secrets: secretsOf(settings) }, (bench) =>
    target === 'crm'
      ? probeSalesforce(settings, { clock, readKeyFile }, bench)
      : probe(target, settings, clock, bench),
  );
}

function probe(
  target: Exclude<TestedTarget, 'crm'>,
  settings: Settings,
  clock: Clock,
  bench: TestBench,
): Promise<Finding> {
  if (target === 'chat') return probeChat(settings, clock, bench);
  return probeWebhook(target.slice('webhook:'.length), settings, clock, bench);
}

async function probeWebhook(
  id: string,
  { relay, terminal }: Settings,
  clock: Clock,
  { http, lastExchange }: TestBench,
): Promise<Finding> {
  const webhook = relay.webhooks.find((each) => each.id === id);
  if (!webhook) return { worked: false, summary: 'Este webhook não está configurado.' };
  const told = await testWebhook(webhook, { terminalId: terminal.id, http, clock });
  if (told.ok) return { worked: true, summary: 'O evento de teste foi recebido.' };
  return { worked: false, summary: explainFailure(receiver, told.error, lastExchange()), code: TROUBLE };
}

/** Only the first callback: the next one would begin a conversation with somebody who is not there. */
async function probeChat({ relay }: Settings, clock: Clock, bench: TestBench): Promise<Finding> {
  const onLoadContact = relay.chat?.onLoadContact;
  if (onLoadContact === undefined) {
    return { worked: false, summary: 'Falta o endereço de OnLoadContact: só ele é chamado no teste.' };
  }
  const told = await createChatCallbacks({ onLoadContact }, bench.http).deliver(testDelivery(clock));
  if (!told.ok) {
    const summary = explainFailure(chatPlatform, told.error, bench.lastExchange());
    return { worked: false, summary, code: TROUBLE };
  }
  const answer = (bench.lastExchange()?.answer ?? '').replace(/\s+/g, ' ').trim();
  const summary =
    answer === ''
      ? 'A plataforma atendeu ao chamado e não respondeu nada.'
      : `A plataforma respondeu: ${answer.length > 120 ? `${answer.slice(0, 120)}…` : answer}`;
  return { worked: true, summary };
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
