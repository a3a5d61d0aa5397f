import { type Answer, json, type SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import type { Simulator } from '../server/simulator.ts';
import { startSimulatorServer } from '../server/simulator-server.ts';
import { answerComposite } from './composite.ts';
import type { DuplicateRule } from './duplicates.ts';
import { errors } from './errors.ts';
import type { CrmLedger } from './ledger.ts';
import { apiUserId, Org } from './org.ts';
import { refuseGrant } from './sign-in.ts';
import { sobjectRoutes } from './sobject-routes.ts';

export { defaultCrmAccount } from './sign-in.ts';

export interface CrmSimulatorOptions {
  readonly port?: number;
  /** Milliseconds since the epoch; stamps the ledger. */
  readonly now?: () => number;
  /** PEM: the key of the connected app's certificate, for JWT bearer. */
  readonly publicKey?: string;
}

/** How many calls the org may take in a day, and how many are taken. */
export interface ApiCalls {
  readonly max: number;
  used: number;
}

/** A simulated Salesforce: token, query, search, records, composite requests, files and limits. */
export interface CrmSimulator extends Simulator<CrmLedger> {
  /** Makes all sessions opened so far worthless. */
  revokeSessions(): void;
  /** From now on no session is good, whoever opens one. */
  refuseSessions(refuse: boolean): void;
  /** Whether the API user may set audit fields. */
  setAuditFields(on: boolean): void;
  setDuplicateRule(rule: DuplicateRule): void;
  setApiCalls(calls: ApiCalls): void;
  /** Puts a Contact there that a search finds, too. @returns its id */
  addContact(fields: Readonly<Record<string, unknown>>): string;
}

export async function startCrmSimulator(options: CrmSimulatorOptions = {}): Promise<CrmSimulator> {
  const now = options.now ?? Date.now;
  const org = new Org(now);
  const sessions = new Set<string>();
  let opened = 0;
  let refusing = false;
  let calls: ApiCalls = { max: 15_000, used: 1 };

  function openSession(request: SimulatorRequest): Answer {
    const refused = refuseGrant(request, { publicKey: options.publicKey, now });
    if (refused !== undefined) return refused;
    opened += 1;
    const token = `00Dcrmsim!session-${opened}`;
    sessions.add(token);
    const host = request.headers.host ?? '127.0.0.1';
    return json(200, {
      access_token: token,
      instance_url: `http://${host}`,
      id: `http://${host}/id/00D000000000001AAA/${apiUserId}`,
      token_type: 'Bearer',
      issued_at: String(now()),
      signature: 'c2ltdWxhdGVk',
      scope: 'api',
    });
  }

  /** Checks the session, counts the call, and says in each answer how many there were. */
  function inSession(act: Route['act']): Route['act'] {
    return (request) => {
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      if (refusing || !sessions.has(token)) {
        return errors(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
      }
      if (calls.used >= calls.max) {
        return errors(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
      }
      calls.used += 1;
      const answer = act(request);
      const usage = { 'sforce-limit-info': `api-usage=${calls.used}/${calls.max}` };
      return { ...answer, headers: { ...answer.headers, ...usage } };
    };
  }

  const records = sobjectRoutes(org);
  const routes: readonly Route[] = [
    { operation: 'token', method: 'POST', path: '/services/oauth2/token', act: openSession },
    {
      operation: 'limits',
      method: 'GET',
      path: '/services/data/:version/limits',
      act: inSession(() =>
        json(200, { DailyApiRequests: { Max: calls.max, Remaining: calls.max - calls.used } }),
      ),
    },
    {
      operation: 'composite',
      method: 'POST',
      path: '/services/data/:version/composite',
      act: inSession((request) => answerComposite(org, records, request)),
    },
    ...records.map((route) => ({ ...route, act: inSession((request) => route.act(request)) })),
  ];
  const revokeSessions = () => sessions.clear();
  const simulator = await startSimulatorServer({
    port: options.port ?? 0,
    routes,
    ledger: org.ledger,
    controls: { 'revoke-sessions': revokeSessions },
    notFound: errors(404, 'NOT_FOUND', 'The requested resource does not exist'),
  });
  return {
    ...simulator,
    revokeSessions,
    refuseSessions(refuse) {
      refusing = refuse;
    },
    setAuditFields(on) {
      org.auditFields = on;
    },
    setDuplicateRule(rule) {
      org.duplicateRule = rule;
    },
    setApiCalls(next) {
      calls = next;
    },
    addContact: (fields) => org.addContact(fields),
  };
}
