import type { TestedTarget, TestReport } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ReadKeyFile } from '../relay/crm/salesforce-access.ts';
import { testWebhook } from '../relay/webhook/webhook.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { secretsOf } from '../settings/settings-secrets.ts';
import { probeChat } from './chat-probe.ts';
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

const receiver: Remote = {
  name: 'o sistema que recebe',
  credentials: 'o segredo, que é o mesmo dos dois lados, e a hora desta máquina',
  address: 'o endereço',
};

/** As the log calls a delivery that failed. */
const TROUBLE = 'RELAY-TROUBLE';

/**
 * Asks the chat platform about a made-up contact, signs in at the CRM and looks at it, or posts a test event to a webhook.
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
