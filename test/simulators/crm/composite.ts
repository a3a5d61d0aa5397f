import { z } from 'zod';
import { type Answer, json, type SimulatorRequest } from '../server/exchange.ts';
import { matchRoute, type Route } from '../server/route.ts';
import { errors } from './errors.ts';
import type { Org } from './org.ts';

const compositeBody = z.object({
  allOrNone: z.boolean().default(false),
  compositeRequest: z
    .array(
      z.object({
        method: z.string(),
        url: z.string(),
        referenceId: z.string().regex(/^[A-Za-z]\w*$/),
        body: z.unknown(),
      }),
    )
    .min(1),
});

const MOST = 25;

interface Done {
  readonly referenceId: string;
  readonly answer: Answer;
}

/** Runs several requests in order; with `allOrNone` one that fails takes all of them back. */
export function answerComposite(org: Org, routes: readonly Route[], request: SimulatorRequest): Answer {
  const body = compositeBody.safeParse(request.body);
  if (!body.success) return errors(400, 'JSON_PARSER_ERROR', 'The request body is not a composite request');
  const { allOrNone, compositeRequest } = body.data;
  if (compositeRequest.length > MOST) {
    return errors(400, 'LIMIT_EXCEEDED', `The composite request exceeds the limit of ${MOST}`);
  }
  const undo = org.remember();
  const ids = new Map<string, string>();
  const done: Done[] = [];
  for (const { method, url, referenceId, body: wanted } of compositeRequest) {
    const answer = perform(routes, request, method, url, resolve(wanted, ids));
    done.push({ referenceId, answer });
    const id = idIn(answer);
    if (id !== undefined) ids.set(referenceId, id);
    if (allOrNone && answer.status >= 300) break;
  }
  const failed = allOrNone ? done.find(({ answer }) => answer.status >= 300) : undefined;
  if (failed) undo();
  const compositeResponse = compositeRequest.map(({ referenceId }) => {
    const own = done.find((each) => each.referenceId === referenceId);
    const answer = failed && own !== failed ? halted : (own?.answer ?? halted);
    return {
      body: answer.body === '' ? null : (JSON.parse(answer.body) as unknown),
      httpHeaders: {},
      httpStatusCode: answer.status,
      referenceId,
    };
  });
  return json(200, { compositeResponse });
}

const halted = errors(
  400,
  'PROCESSING_HALTED',
  'The transaction was rolled back since another operation in the same transaction failed.',
);

function perform(
  routes: readonly Route[],
  request: SimulatorRequest,
  method: string,
  url: string,
  body: unknown,
): Answer {
  const { pathname, searchParams } = new URL(url, 'http://simulator');
  const match = matchRoute(routes, method, pathname);
  if (!match) return errors(404, 'NOT_FOUND', 'The requested resource does not exist');
  return match.route.act({
    ...request,
    operation: match.route.operation,
    method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    params: match.params,
    rawBody: JSON.stringify(body ?? ''),
    body,
  });
}

/** Puts the ids of earlier answers in place of `@{name.id}`. */
function resolve(body: unknown, ids: ReadonlyMap<string, string>): unknown {
  const text = JSON.stringify(body ?? null);
  const resolved = text.replace(/@\{(\w+)\.id\}/g, (_, name: string) => ids.get(name) ?? 'UNRESOLVED');
  return JSON.parse(resolved) as unknown;
}

function idIn({ body }: Answer): string | undefined {
  const answer = body === '' ? undefined : (JSON.parse(body) as unknown);
  const parsed = z.object({ id: z.string() }).safeParse(answer);
  return parsed.success ? parsed.data.id : undefined;
}
