import type { Answer, SimulatorRequest } from '../server/exchange.ts';
import type { Route } from '../server/route.ts';
import type { ChargeBook } from './charge-book.ts';
import { chargeRoutes } from './charge-routes.ts';
import { locationRoutes } from './location-routes.ts';
import { pixRoutes } from './pix-routes.ts';
import { problem } from './problem.ts';
import type { RefundBook } from './refund-book.ts';
import type { PspScope, TokenDesk } from './token-desk.ts';

/** What differs from one PSP to another. */
export interface PspRules {
  /** The receiver's own keys; any key is taken as theirs when empty. */
  readonly keys: readonly string[];
  /** Status of the refusal of a txid that is taken. The standard says 400, some PSPs 409. */
  readonly duplicateStatus: 400 | 409;
  /** Status of what was made. The standard says 201, some PSPs 200. */
  readonly createdStatus: 200 | 201;
  /** What every request must have in its query, as some PSPs want their application's key. */
  readonly query: Readonly<Record<string, string>>;
}

/** An operation for whom holds a token of this scope. */
export type GuardedRoute = Route & { readonly scope: PspScope };

/** The PSP's requests: OAuth2 and the parts of API Pix 2.9.0 for charges, locations, received PIX and refunds. */
export function pspRoutes(
  book: ChargeBook,
  refunds: RefundBook,
  tokens: TokenDesk,
  rules: PspRules,
): readonly Route[] {
  const guarded: readonly GuardedRoute[] = [
    ...chargeRoutes('cob', book, rules),
    ...chargeRoutes('cobv', book, rules),
    ...pixRoutes(book, refunds, rules),
    ...locationRoutes(book.locations),
  ];
  let answers = 0;
  // As behind a gateway: each answer has an id by which the PSP finds it in its logs.
  const named = (answer: Answer): Answer => {
    answers += 1;
    return { ...answer, headers: { ...answer.headers, 'x-request-id': `gateway-${answers}` } };
  };
  return [
    {
      operation: 'token',
      method: 'POST',
      path: '/oauth/token',
      act: (request) => named(tokens.issue(request)),
    },
    ...guarded.map(({ scope, ...route }) => ({
      ...route,
      act: (request: SimulatorRequest) => named(refusal(request, scope, tokens, rules) ?? route.act(request)),
    })),
  ];
}

function refusal(
  request: SimulatorRequest,
  scope: PspScope,
  tokens: TokenDesk,
  rules: PspRules,
): Answer | undefined {
  const lacking = tokens.refusal(request, scope);
  if (lacking === 'no-token') {
    return problem(401, 'AcessoNegado', 'Token de acesso ausente, inválido ou expirado.');
  }
  const hasKey = Object.entries(rules.query).every(([name, value]) => request.query[name] === value);
  if (lacking === undefined && hasKey) return undefined;
  return problem(403, 'AcessoNegado', 'O usuário não tem permissão para esta operação.');
}
