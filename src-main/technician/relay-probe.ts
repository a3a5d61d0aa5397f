import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { TestReport } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import { readJson } from '../http/read-json.ts';
import { createChatCallbacks } from '../relay/chat/chat-callbacks.ts';
import { signIn } from '../relay/crm/salesforce-case.ts';
import type { Delivery } from '../relay/target.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { secretsOf } from '../settings/settings-secrets.ts';
import { explainFailure, type Remote } from './failure-words.ts';
import { type Finding, reportOn, type TestBench } from './test-report.ts';

export interface RelayTest {
  /** The draft, parsed and with its secrets open. */
  readonly settings: Settings;
  readonly target: 'chat' | 'crm';
  readonly http: HttpClient;
  readonly clock: Clock;
}

const chatPlatform: Remote = {
  name: 'a plataforma de chat',
  credentials: 'a chave que está no endereço',
  address: 'o endereço de OnLoadContact',
};

const salesforce: Remote = {
  name: 'o Salesforce',
  credentials: 'client id e client secret, e se o aplicativo conectado permite client credentials',
  address: 'o endereço de login e a versão da API',
};

/** As the log calls a delivery that failed. */
const TROUBLE = 'RELAY-TROUBLE';

/** Tells the chat platform of a made-up contact, or signs in at the CRM and reads its limits. Never throws. */
export function testRelay({ settings, target, http, clock }: RelayTest): Promise<TestReport> {
  return reportOn({ http, clock, secrets: secretsOf(settings) }, (bench) =>
    target === 'chat' ? probeChat(settings, clock, bench) : probeCrm(settings, bench),
  );
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
  const eventId = randomUUID();
  return {
    eventId,
    occurredAt,
    event,
    history: [{ eventId, occurredAt, event }],
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

const TIMEOUT_MS = 15_000;
const limitsAnswer = z.object({
  DailyApiRequests: z.object({ Max: z.number(), Remaining: z.number() }).exactOptional(),
});

async function probeCrm({ relay }: Settings, { http, lastExchange }: TestBench): Promise<Finding> {
  if (!relay.crm) return { worked: false, summary: 'O CRM não está configurado.' };
  const session = await signIn(relay.crm, http);
  if (!session.ok) {
    const summary = `Login: ${explainFailure(salesforce, session.error, lastExchange())}`;
    return { worked: false, summary, code: TROUBLE };
  }
  const { access_token: token, instance_url: instance } = session.value;
  const answer = await http.request({
    method: 'GET',
    url: new URL(`/services/data/v${relay.crm.apiVersion}/limits`, instance).href,
    headers: { authorization: `Bearer ${token}` },
    timeoutMs: TIMEOUT_MS,
  });
  const limits = answer.ok ? readJson(answer.value, limitsAnswer) : answer;
  if (!limits.ok) {
    const summary = `O login deu certo, a consulta não: ${explainFailure(salesforce, limits.error, lastExchange())}`;
    return { worked: false, summary, code: TROUBLE };
  }
  const calls = limits.value.DailyApiRequests;
  const left = calls ? `; restam ${calls.Remaining} de ${calls.Max} chamadas hoje` : '';
  return { worked: true, summary: `O Salesforce aceitou o login e a consulta${left}.` };
}
