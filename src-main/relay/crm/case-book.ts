import { z } from 'zod';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { failure, type Result, success } from '../../domain/result.ts';
import type { CaseFile } from './case-attachment.ts';
import { askAllOrNone, MOST_SUBREQUESTS, type Subanswer, type Subrequest } from './composite.ts';
import type { SalesforceClient } from './salesforce-client.ts';
import { page, query, quote } from './soql.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What Salesforce has of a visit already. */
export interface KeptCase {
  readonly id: string;
  readonly comments: readonly string[];
  readonly fileTitles: readonly string[];
}

/** A Case as it is to be. */
export interface CaseWork {
  /** Absent: none is there yet. */
  readonly id?: string | undefined;
  readonly visitId: string;
  /** Of a new Case all of them; of one that is there those that stay the kiosk's. */
  readonly fields: Fields;
  /** Only those that are missing. */
  readonly comments: readonly Fields[];
}

const FILE_TIMEOUT_MS = 120_000;

const titles = z.nullable(page(z.object({ ContentDocument: z.object({ Title: z.string() }) })));
const bodies = z.nullable(page(z.object({ CommentBody: z.nullable(z.string()) })));
const caseRecord = z.object({ Id: z.string().min(1), CaseComments: bodies, ContentDocumentLinks: titles });
const upserted = z.object({ id: z.string().min(1) });

/** The Cases of one org, one per visit. */
export class CaseBook {
  readonly #client: SalesforceClient;
  readonly #externalIdField: string;

  constructor(client: SalesforceClient, externalIdField: string) {
    this.#client = client;
    this.#externalIdField = externalIdField;
  }

  async find(visitId: string): Promise<Result<KeptCase | undefined, RemoteFailure>> {
    const parts = [
      'SELECT Id, (SELECT CommentBody FROM CaseComments),',
      '(SELECT ContentDocument.Title FROM ContentDocumentLinks)',
      `FROM Case WHERE ${this.#externalIdField} = ${quote(visitId)} LIMIT 1`,
    ];
    const found = await query(this.#client, parts.join(' '), caseRecord);
    if (!found.ok) return found;
    const [record] = found.value;
    if (!record) return success(undefined);
    const { Id: id, CaseComments: comments, ContentDocumentLinks: links } = record;
    // Whatever is on a page that was not read would be written again.
    if (comments?.done === false || links?.done === false) {
      return failure({ kind: 'malformed', detail: 'query: more of one Case than expected' });
    }
    return success({
      id,
      comments: comments?.records.map(({ CommentBody: body }) => body ?? '') ?? [],
      fileTitles: links?.records.map(({ ContentDocument: { Title: title } }) => title) ?? [],
    });
  }

  /** Case and comments, all of them or none in each request. @returns the Case's id */
  async write(work: CaseWork): Promise<Result<string, RemoteFailure>> {
    let { id, comments } = work;
    const first = comments.slice(0, MOST_SUBREQUESTS - 1);
    const written = await askAllOrNone(this.#client, [this.#caseOf(work), ...first.map(commentOn(id))]);
    if (!written.ok) return written;
    id ??= idIn(written.value);
    if (id === undefined) return failure({ kind: 'malformed', detail: 'composite: a Case without an id' });
    for (comments = comments.slice(first.length); comments.length > 0; ) {
      const next = comments.slice(0, MOST_SUBREQUESTS);
      const more = await askAllOrNone(this.#client, next.map(commentOn(id)));
      if (!more.ok) return more;
      comments = comments.slice(next.length);
    }
    return success(id);
  }

  /** Puts a file on the Case. One that cannot be had is left out. */
  async attach(caseId: string, { title, fileName, read }: CaseFile): Promise<Result<void, RemoteFailure>> {
    const bytes = await read();
    if (!bytes) return success(undefined);
    const body = {
      Title: title,
      PathOnClient: fileName,
      VersionData: Buffer.from(bytes).toString('base64'),
      FirstPublishLocationId: caseId,
    };
    const answer = await this.#client.ask(
      { method: 'POST', path: '/sobjects/ContentVersion', body, timeoutMs: FILE_TIMEOUT_MS },
      upserted,
    );
    return answer.ok ? success(undefined) : answer;
  }

  #caseOf({ id, visitId, fields }: CaseWork): Subrequest {
    const place = id ?? `${this.#externalIdField}/${encodeURIComponent(visitId)}`;
    return { name: 'case', method: 'PATCH', path: `/sobjects/Case/${place}`, body: fields };
  }
}

function commentOn(caseId = '@{case.id}'): (fields: Fields, index: number) => Subrequest {
  return (fields, index) => ({
    name: `comment${index + 1}`,
    method: 'POST',
    path: '/sobjects/CaseComment',
    body: { ParentId: caseId, ...fields },
  });
}

function idIn([first]: readonly Subanswer[]): string | undefined {
  const answer = upserted.safeParse(first?.body);
  return answer.success ? answer.data.id : undefined;
}
