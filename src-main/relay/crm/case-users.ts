import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { RemoteFailure } from '../../domain/remote-failure.ts';
import { type Result, success } from '../../domain/result.ts';
import type { Log } from '../../logging/log.ts';
import type { SalesforceClient } from './salesforce-client.ts';
import { query, quote } from './soql.ts';

/** How a user of the org is known to the kiosk. */
export type UserKey =
  | { readonly by: 'Email'; readonly value: string }
  | { readonly by: 'Username'; readonly value: string };

/** Somebody may have been made, or left, since. */
const KEEP_MS = 10 * 60_000;

const userRecord = z.object({ Id: z.string().min(1) });

interface Kept {
  readonly id: string | undefined;
  /** On the monotonic clock. */
  readonly until: number;
}

/** The org's users, looked up now and then. */
export class CaseUsers {
  readonly #client: SalesforceClient;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #kept = new Map<string, Kept>();

  constructor(client: SalesforceClient, clock: Clock, log: Log) {
    this.#client = client;
    this.#clock = clock;
    this.#log = log;
  }

  /** Id of an active user; `undefined` when there is none: what would be theirs becomes the API user's. */
  async find(key: UserKey | undefined): Promise<Result<string | undefined, RemoteFailure>> {
    if (!key) return success(undefined);
    const name = `${key.by} ${key.value}`;
    const kept = this.#kept.get(name);
    if (kept && kept.until > this.#clock.monotonic()) return success(kept.id);
    const where = `${key.by} = ${quote(key.value)} AND IsActive = true`;
    const users = await query(
      this.#client,
      `SELECT Id FROM User WHERE ${where} ORDER BY CreatedDate LIMIT 1`,
      userRecord,
    );
    if (!users.ok) return users;
    const id = users.value[0]?.Id;
    if (id === undefined) this.#log.warn('CRM-USER-UNKNOWN', { by: key.by });
    this.#kept.set(name, { id, until: this.#clock.monotonic() + KEEP_MS });
    return success(id);
  }
}
