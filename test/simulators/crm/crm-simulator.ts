import { type Answer, fieldsOf, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import type { Simulator } from '../server/simulator.ts';
import { startSimulatorServer } from '../server/simulator-server.ts';
import { CaseBook, fieldOf } from './case-book.ts';
import type { CrmLedger } from './ledger.ts';
import { parseCaseQuery } from './soql.ts';

/** The connected app and API user that the CRM knows unless told otherwise. */
export const defaultCrmAccount = {
  clientId: 'crm-sim-consumer-key',
  clientSecret: 'crm-sim-consumer-secret',
  username: 'api@crm.example.com',
  /** Password and security token, run together as Salesforce wants them. */
  password: 'crm-sim-passwordcrm-sim-security-token',
};

export interface CrmSimulatorOptions {
  readonly port?: number;
  /** Milliseconds since the epoch; stamps the ledger. */
  readonly now?: () => number;
}

/** A simulated Salesforce: token, upsert of Cases by external id, limits and a minimal query. */
export interface CrmSimulator extends Simulator<CrmLedger> {
  /** Makes all sessions opened so far worthless. */
  revokeSessions(): void;
}

export async function startCrmSimulator(options: CrmSimulatorOptions = {}): Promise<CrmSimulator> {
  const now = options.now ?? Date.now;
  const book = new CaseBook(now);
  const sessions = new Set<string>();
  let opened = 0;

  function openSession(request: SimulatorRequest): Answer {
    const refused = refuseGrant(request);
    if (refused !== undefined) return refused;
    opened += 1;
    const token = `00Dcrmsim!session-${opened}`;
    sessions.add(token);
    const host = request.headers.host ?? '127.0.0.1';
    return json(200, {
      access_token: token,
      instance_url: `http://${host}`,
      id: `http://${host}/id/00D000000000001AAA/005000000000001AAA`,
      token_type: 'Bearer',
      issued_at: String(now()),
      signature: 'c2ltdWxhdGVk',
      scope: 'api',
    });
  }

  function inSession(act: Route['act']): Route['act'] {
    return (request) => {
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      return sessions.has(token)
        ? act(request)
        : errors(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    };
  }

  const routes: readonly Route[] = [
    { operation: 'token', method: 'POST', path: '/services/oauth2/token', act: openSession },
    {
      operation: 'upsertCase',
      method: 'PATCH',
      path: '/services/data/:version/sobjects/Case/:field/:externalId',
      act: inSession((request) => upsertCase(book, request)),
    },
    {
      operation: 'limits',
      method: 'GET',
      path: '/services/data/:version/limits',
      act: inSession(() => json(200, { DailyApiRequests: { Max: 15_000, Remaining: 14_998 } })),
    },
    {
      operation: 'query',
      method: 'GET',
      path: '/services/data/:version/query',
      act: inSession((request) => queryCases(book, request)),
    },
  ];
  const revokeSessions = () => sessions.clear();
  const simulator = await startSimulatorServer({
    port: options.port ?? 0,
    routes,
    ledger: book.ledger,
    controls: { 'revoke-sessions': revokeSessions },
    notFound: errors(404, 'NOT_FOUND', 'The requested resource does not exist'),
  });
  return { ...simulator, revokeSessions };
}

function refuseGrant(request: SimulatorRequest): Answer | undefined {
  const form = fieldsOf(request.body);
  const { clientId, clientSecret, username, password } = defaultCrmAccount;
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const known =
    request.headers.authorization === basic ||
    (form.client_id === clientId && form.client_secret === clientSecret);
  if (!known) return json(400, { error: 'invalid_client', error_description: 'invalid client credentials' });
  if (form.grant_type === 'client_credentials') return undefined;
  if (form.grant_type !== 'password') {
    return json(400, { error: 'unsupported_grant_type', error_description: 'grant type not supported' });
  }
  if (form.username === username && form.password === password) return undefined;
  return json(400, { error: 'invalid_grant', error_description: 'authentication failure' });
}

/** 201 when created; an update answers 200 with a body since v46.0, 204 before. */
function upsertCase(book: CaseBook, request: SimulatorRequest): Answer {
  const { version = '', field = '', externalId = '' } = request.params;
  const release = /^v(\d+)\.0$/.exec(version)?.[1];
  if (release === undefined) return errors(404, 'NOT_FOUND', 'The requested resource does not exist');
  if (request.body === undefined) return errors(400, 'JSON_PARSER_ERROR', 'The request body is not JSON');
  const fields = fieldsOf(request.body);
  if (field in fields) {
    return errors(400, 'INVALID_FIELD', `The ${field} field should not be specified in the sobject data.`);
  }
  const { row, created } = book.upsert(field, externalId, fields);
  if (!created && Number(release) < 46) return { status: 204, contentType: 'application/json', body: '' };
  return json(created ? 201 : 200, { id: row.id, success: true, errors: [], created });
}

function queryCases(book: CaseBook, request: SimulatorRequest): Answer {
  const query = parseCaseQuery(request.query.q ?? '');
  if (query === undefined) return errors(400, 'MALFORMED_QUERY', 'unexpected token');
  const version = request.params.version ?? '';
  const records = book.records(query.condition).map((record) => ({
    attributes: { type: 'Case', url: `/services/data/${version}/sobjects/Case/${String(record.Id)}` },
    ...Object.fromEntries(query.fields.map((field) => [field, fieldOf(record, field)])),
  }));
  return json(200, { totalSize: records.length, done: true, records });
}

function errors(status: number, errorCode: string, message: string): Answer {
  return json(status, [{ message, errorCode }]);
}
