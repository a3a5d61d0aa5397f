import type { TestReport } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { Result } from '../domain/result.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { secretsOf } from '../settings/settings-secrets.ts';
import { explainFailure } from './failure-words.ts';
import { type Finding, reportOn, type TestBench } from './test-report.ts';

/** A gateway that was opened for the test. */
export interface OpenedGateway {
  /** Absent: plain HTTP. `validTo`: wall time, milliseconds. */
  readonly certificate?: { readonly validTo: number; isFor(hostname: string): boolean };
  close(): Promise<void>;
}

export interface GatewayTest {
  /** The draft, parsed and with its secrets open. */
  readonly settings: Settings;
  /** Opens the draft's gateway; a problem is the system's code, or `identity` or `no-tls`. */
  readonly open: (gateway: NonNullable<Settings['gateway']>) => Promise<Result<OpenedGateway, string>>;
  readonly http: HttpClient;
  readonly clock: Clock;
}

const CODE = 'GATEWAY-NOT-OPENED';
const UNREACHED = 'GATEWAY-NOT-REACHED';
const TIMEOUT_MS = 8_000;
const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

/** Opens the gateway of the draft for a moment and asks it at its public address. Never throws. */
export function testGateway({ settings, open, http, clock }: GatewayTest): Promise<TestReport> {
  return reportOn({ http, clock, secrets: secretsOf(settings) }, async (bench) => {
    const { gateway } = settings;
    if (!gateway) return fault('O gateway está desligado.');
    const opened = await open(gateway);
    if (!opened.ok) return fault(openWords[opened.error] ?? `O gateway não abriu (${opened.error}).`);
    try {
      return await look(gateway, opened.value, bench, clock);
    } finally {
      await opened.value.close();
    }
  });
}

async function look(
  { publicUrl, token, address, port }: NonNullable<Settings['gateway']>,
  { certificate }: OpenedGateway,
  { http, lastExchange }: TestBench,
  clock: Clock,
): Promise<Finding> {
  const days = certificate && Math.floor((certificate.validTo - clock.wallTime()) / DAY_MS);
  if (days !== undefined && days < 0) return fault('O certificado venceu: instale outro.');
  const soon = days !== undefined && days < SOON_DAYS ? ` O certificado vence em ${days} dias.` : '';
  if (publicUrl === undefined) {
    const summary = `O gateway abre em ${address}, porta ${port}. Sem endereço público, confira no chat se ele chega até aqui.${soon}`;
    return { worked: true, summary };
  }
  if (certificate && !certificate.isFor(new URL(publicUrl).hostname)) {
    return fault('O certificado não é do nome que está no endereço público.');
  }
  const answer = await http.request({
    method: 'GET',
    url: `${publicUrl}/health`,
    headers: { 'x-balcao-token': token },
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) {
    const summary = explainFailure(
      {
        name: 'o endereço público',
        credentials: 'o token: salve antes de testar',
        address: 'o endereço público',
      },
      answer.error,
      lastExchange(),
    );
    return { worked: false, summary, code: UNREACHED };
  }
  return { worked: true, summary: `O endereço público chega até este totem.${soon}` };
}

const openWords: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Outro programa deste computador já usa esta porta: escolha outra.',
  EACCES: 'Este computador não deixa o totem usar esta porta: escolha uma acima de 1023.',
  EADDRNOTAVAIL: 'Este endereço IP não é deste computador: confira-o, ou use 0.0.0.0.',
  identity:
    'O certificado e a chave não puderam ser usados: os dois em PEM, um do outro, e a chave sem senha.',
  'no-tls': 'Fora de 127.0.0.1 é preciso um certificado com a chave, ou um proxy que faça TLS.',
};

function fault(summary: string): Finding {
  return { worked: false, summary, code: CODE };
}
