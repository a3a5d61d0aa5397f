import type { TestReport } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import type { HttpClient } from '../http/http-client.ts';
import { dialledNumber } from '../relay/senior/dialled-number.ts';
import type { SeniorAccess } from '../relay/senior/senior-access.ts';
import { SeniorClient } from '../relay/senior/senior-client.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { secretsOf } from '../settings/settings-secrets.ts';
import { explainFailure, type Remote } from './failure-words.ts';
import { type Finding, reportOn, type TestBench } from './test-report.ts';

export interface SeniorTest {
  /** The draft, parsed and with its secrets open. */
  readonly settings: Settings;
  /** As the technician typed it; blank: nothing is looked up. */
  readonly phone: string;
  readonly http: HttpClient;
  readonly clock: Clock;
}

const senior: Remote = {
  name: 'o Senior CRM',
  credentials: 'o token e o tenant',
  address: 'o endereço do CRM',
};

/**
 * Looks a number up at Senior CRM, which makes a record of a call there; of a blank one only whether the CRM answers.
 * Never throws.
 */
export function testSeniorCrm({ settings, phone, http, clock }: SeniorTest): Promise<TestReport> {
  return reportOn({ http, clock, secrets: secretsOf(settings) }, (bench) => {
    const access = settings.relay.seniorCrm;
    if (!access) return Promise.resolve({ worked: false, summary: 'O Senior CRM não está configurado.' });
    return phone.trim() === '' ? knock(access, bench) : lookUp(access, phone, bench);
  });
}

/** Any answer says that the address is right: what lies at its root the contract does not tell. */
async function knock(access: SeniorAccess, bench: TestBench): Promise<Finding> {
  const answer = await bench.http.request({
    method: 'GET',
    url: `${access.baseUrl}/`,
    timeoutMs: access.timeoutMs,
  });
  if (!answer.ok && answer.error.kind !== 'refused') return trouble(answer.error, bench);
  return {
    worked: true,
    summary: 'O servidor do CRM responde. Token e tenant só se conferem com uma consulta: digite um número.',
  };
}

async function lookUp(access: SeniorAccess, phone: string, bench: TestBench): Promise<Finding> {
  const dialled = dialledNumber(access.phoneMask, phone);
  if (dialled === undefined) {
    return {
      worked: false,
      summary: 'Não é um telefone brasileiro com DDD: nada foi enviado.',
    };
  }
  const found = await new SeniorClient(access, bench.http).consult(dialled);
  if (!found.ok) return trouble(found.error, bench);
  const { callId, name } = found.value;
  const who = name === undefined ? 'sem um nome só para este número' : `em nome de ${name}`;
  if (callId !== undefined) {
    return { worked: true, summary: `O CRM abriu a ligação ${callId} para ${dialled}, ${who}.` };
  }
  return {
    worked: false,
    summary: `O CRM respondeu para ${dialled}, ${who}, mas sem o número da ligação (customvalue): o fim da visita não poderá ser gravado.`,
  };
}

function trouble(error: RemoteFailure, { lastExchange }: TestBench): Finding {
  return {
    worked: false,
    summary: explainFailure(senior, error, lastExchange()),
    code: 'RELAY-TROUBLE',
  };
}
