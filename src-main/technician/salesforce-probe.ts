import * as z from 'zod';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import { CaseUsers, type UserKey } from '../relay/crm/case-users.ts';
import type { SalesforceSignIn, SalesforceTools } from '../relay/crm/salesforce-access.ts';
import { SalesforceClient } from '../relay/crm/salesforce-client.ts';
import { query, quote } from '../relay/crm/soql.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { explainFailure, type Remote } from './failure-words.ts';
import type { Finding, TestBench } from './test-report.ts';

type Crm = NonNullable<Settings['relay']['crm']>;

/** One line of what was found; a failure says what is wrong. */
type Seen = Result<string, string>;

/** What a test has at hand. */
interface Probe {
  readonly crm: Crm;
  readonly client: SalesforceClient;
  readonly users: CaseUsers;
  readonly explain: (error: RemoteFailure) => string;
}

/** What the test finds goes on the screen, not into the log. */
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const salesforce: Remote = {
  name: 'o Salesforce',
  credentials: 'os dados de entrada e as permissões do usuário da API',
  address: 'o endereço de entrada e a versão da API',
};

const signIns: Readonly<Record<SalesforceSignIn, string>> = {
  'client-credentials': 'client credentials',
  'jwt-bearer': 'JWT bearer',
  'username-password': 'usuário e senha',
};

/** What to look at when nobody is let in. */
const doors: Readonly<Record<SalesforceSignIn, string>> = {
  'client-credentials':
    'confira consumer key e secret, e se o aplicativo conectado permite client credentials com um usuário',
  'jwt-bearer':
    'confira consumer key, usuário, a chave privada com o certificado do aplicativo, e a hora desta máquina',
  'username-password':
    'confira usuário, senha e token de segurança, e se a organização ainda permite essa forma de entrada',
};

const limitsAnswer = z.object({
  DailyApiRequests: z.object({ Max: z.number(), Remaining: z.number() }).exactOptional(),
});

const description = z.object({
  fields: z.array(
    z.object({ name: z.string(), externalId: z.boolean().default(false), createable: z.boolean() }),
  ),
});

/** Signs in and looks at what the Cases need there. Writes nothing. */
export async function probeSalesforce(
  { relay: { crm }, terminal: { agentEmail } }: Settings,
  tools: Pick<SalesforceTools, 'clock' | 'readKeyFile'>,
  { http, lastExchange }: TestBench,
): Promise<Finding> {
  if (!crm) return { worked: false, summary: 'O CRM não está configurado.' };
  const client = new SalesforceClient(crm, { ...tools, http, log: quiet });
  const probe: Probe = {
    crm,
    client,
    users: new CaseUsers(client, tools.clock, quiet),
    explain: (error) => explainFailure(salesforce, error, lastExchange()),
  };
  const session = await client.signIn();
  if (!session.ok) return trouble(`Login: ${explainDoor(session.error, crm, probe)}`);
  const { userId } = session.value;
  const looks: readonly (() => Promise<Seen>)[] = [
    () => lookAtUser(probe, userId),
    () => lookAtCase(probe),
    ...(crm.auditFields ? [() => lookAtAudit(probe)] : []),
    () => lookForUser(probe, agentEmail, 'Email', 'com o e-mail do agente'),
    () => lookForUser(probe, crm.auditFields ? crm.customerUsername : undefined, 'Username', 'do cliente'),
    () => lookAtLimits(probe),
  ];
  const found: string[] = [];
  for (const look of looks) {
    const seen = await look();
    if (!seen.ok) return trouble(`O login deu certo; ${seen.error}`);
    if (seen.value !== '') found.push(seen.value);
  }
  return { worked: true, summary: found.join(' ') };
}

function trouble(summary: string): Finding {
  return { worked: false, summary, code: 'RELAY-TROUBLE' };
}

function explainDoor(error: RemoteFailure, { signIn }: Crm, { explain }: Probe): string {
  if (error.detail.includes('private key')) {
    return 'a chave privada não pôde ser lida: escolha de novo o arquivo (RSA, em PEM, sem senha).';
  }
  const code = / ([a-z_]+)$/.exec(error.detail)?.[1];
  if (error.kind !== 'refused' || code === undefined) return explain(error);
  return `o Salesforce não deixou entrar (${code}): ${doors[signIn]}.`;
}

async function lookAtUser({ crm, client, explain }: Probe, userId: string | undefined): Promise<Seen> {
  const how = `Entrou por ${signIns[crm.signIn]}`;
  const version = `API ${crm.apiVersion}`;
  if (userId === undefined) return success(`${how}; ${version}.`);
  const soql = `SELECT Username FROM User WHERE Id = ${quote(userId)} LIMIT 1`;
  const users = await query(client, soql, z.object({ Username: z.string() }));
  if (!users.ok) return failure(`a consulta não: ${explain(users.error)}`);
  const name = users.value[0]?.Username ?? userId;
  return success(`${how} como ${name}; ${version}.`);
}

async function lookAtCase({ crm, client, explain }: Probe): Promise<Seen> {
  const { externalIdField: name } = crm;
  const found = await client.ask({ method: 'GET', path: '/sobjects/Case/describe' }, description);
  if (!found.ok) return failure(`a consulta do Case não: ${explain(found.error)}`);
  const field = found.value.fields.find((each) => each.name === name);
  if (!field) {
    return failure(
      `falta o campo ${name} no Case: crie-o (texto, External ID, único) e dê acesso ao usuário da API.`,
    );
  }
  if (!field.externalId) return failure(`o campo ${name} do Case não está marcado como External ID.`);
  if (!field.createable) return failure(`o usuário da API não pode gravar o campo ${name} do Case.`);
  return success(`O campo ${name} está no Case.`);
}

async function lookAtAudit({ client, explain }: Probe): Promise<Seen> {
  const found = await client.ask({ method: 'GET', path: '/sobjects/CaseComment/describe' }, description);
  if (!found.ok) return failure(`a consulta dos comentários não: ${explain(found.error)}`);
  const isOpen = found.value.fields.some(({ name, createable }) => name === 'CreatedDate' && createable);
  return isOpen
    ? success('Os campos de auditoria podem ser gravados.')
    : failure('o usuário da API não tem a permissão “Set Audit Fields upon Record Creation”.');
}

async function lookForUser(
  { users, explain }: Probe,
  value: string | undefined,
  by: UserKey['by'],
  whose: string,
): Promise<Seen> {
  if (value === undefined) return success('');
  const user = await users.find({ by, value });
  if (!user.ok) return failure(`a consulta dos usuários não: ${explain(user.error)}`);
  return user.value === undefined
    ? failure(`não há usuário ativo ${whose} (${value}).`)
    : success(`Achou o usuário ${whose}.`);
}

async function lookAtLimits({ client, explain }: Probe): Promise<Seen> {
  const limits = await client.ask({ method: 'GET', path: '/limits' }, limitsAnswer);
  if (!limits.ok) return failure(`a consulta dos limites não: ${explain(limits.error)}`);
  const calls = limits.value.DailyApiRequests;
  return success(calls ? `Restam ${calls.Remaining} de ${calls.Max} chamadas hoje.` : '');
}
