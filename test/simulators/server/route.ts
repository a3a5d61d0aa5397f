import type { Answer, SimulatorRequest } from './exchange.ts';

/** One operation of a simulated system. */
export interface Route {
  readonly operation: string;
  /** `ANY` where the contract does not fix the verb. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'ANY';
  /** Path with `:name` parts, e.g. `/cob/:txid`. */
  readonly path: string;
  /** Told of every request, also of those that a fault then swallows. */
  received?(request: SimulatorRequest): void;
  /** Takes effect in the ledger and answers. */
  act(request: SimulatorRequest): Answer;
}

/** The route for a request and the values of its path's `:name` parts. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the first route with this method and path. */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  for (const route of routes) {
    if (route.method !== 'ANY' && route.method !== method) continue;
    const params = matchPath(route.path, path);
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const expected = pattern.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decode(value);
    else if (part !== value) return undefined;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
