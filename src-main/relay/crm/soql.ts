import { z } from 'zod';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { SalesforceClient } from './salesforce-client.ts';

/** A text as SOQL writes it. */
export function quote(text: string): string {
  const escaped = text.replace(/['\\]/g, String.raw`\$&`).replace(/\p{Cc}/gu, ' ');
  return `'${escaped}'`;
}

/** Texts as the list of an `IN`. */
export function quoteAll(texts: readonly string[]): string {
  return `(${texts.map(quote).join(',')})`;
}

/** The records of a query. One that goes on on another page is a failure: what is missing would be written again. */
export async function query<S extends z.ZodType>(
  client: SalesforceClient,
  soql: string,
  record: S,
): Promise<Result<readonly z.output<S>[], RemoteFailure>> {
  const path = `/query?q=${encodeURIComponent(soql)}`;
  const answer = await client.ask({ method: 'GET', path }, page(record));
  if (!answer.ok) return answer;
  const { done, records } = answer.value;
  if (!done) return failure({ kind: 'malformed', detail: 'query: more records than expected' });
  return success(records as readonly z.output<S>[]);
}

/** A page of records, also that of a query within a query, which is null when there are none. */
export function page<S extends z.ZodType>(record: S) {
  return z.object({ done: z.boolean(), records: z.array(record) });
}
