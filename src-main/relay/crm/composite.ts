import { z } from 'zod';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { SalesforceClient } from './salesforce-client.ts';
import { readFailure } from './salesforce-error.ts';

/** Salesforce takes so many in one request. */
export const MOST_SUBREQUESTS = 25;

/** One step of a composite request; `@{name.id}` in its body stands for the id that an earlier one brought. */
export interface Subrequest {
  readonly name: string;
  readonly method: 'POST' | 'PATCH';
  /** Below the API's version. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const subanswer = z.object({
  referenceId: z.string(),
  httpStatusCode: z.number().int(),
  body: z.unknown(),
});

export type Subanswer = z.output<typeof subanswer>;

const compositeAnswer = z.object({ compositeResponse: z.array(subanswer) });

/** What the others say when one of them failed. */
const haltedBody = z.array(z.object({ errorCode: z.literal('PROCESSING_HALTED') })).min(1);

/** All of them take effect, or none. The failure is that of the one that was at fault. */
export async function askAllOrNone(
  client: SalesforceClient,
  subrequests: readonly Subrequest[],
): Promise<Result<readonly Subanswer[], RemoteFailure>> {
  const answer = await client.ask(
    {
      method: 'POST',
      path: '/composite',
      body: {
        allOrNone: true,
        compositeRequest: subrequests.map(({ name, method, path, body }) => ({
          referenceId: name,
          method,
          url: client.root + path,
          body,
        })),
      },
    },
    compositeAnswer,
  );
  if (!answer.ok) return answer;
  const { compositeResponse } = answer.value;
  if (compositeResponse.length !== subrequests.length) {
    return failure({ kind: 'malformed', detail: 'composite: another number of answers' });
  }
  const failed = compositeResponse.filter(({ httpStatusCode }) => httpStatusCode >= 300);
  const guilty = failed.find(({ body }) => !haltedBody.safeParse(body).success) ?? failed[0];
  return guilty ? failure(failureOf(guilty)) : success(compositeResponse);
}

function failureOf({ referenceId, httpStatusCode: status, body }: Subanswer): RemoteFailure {
  const detail = `composite ${referenceId}: status ${status}`;
  if (status >= 500 || status === 408 || status === 429) return { kind: 'server-error', status, detail };
  return readFailure({ kind: 'refused', status, detail, body });
}
