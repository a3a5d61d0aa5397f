import { z } from 'zod';
import type { Database } from '../storage/database.ts';
import type { RequestState } from './request.ts';

/** A registration or an order that was made here. */
export interface RegistrationRow {
  readonly id: string;
  readonly visitId: string;
  readonly kind: 'lead' | 'prospect' | 'order';
  /** Id of the ERP in the settings. */
  readonly erp: string;
  readonly subject: string;
  readonly state: RequestState;
  /** A person has looked at it. */
  readonly isHandled: boolean;
  readonly remoteId?: string;
  /** Wall time, milliseconds. */
  readonly createdAt: number;
}

const registrationRow = z
  .object({
    id: z.string(),
    visit_id: z.string(),
    kind: z.enum(['lead', 'prospect', 'order']),
    erp: z.string(),
    subject: z.string(),
    state: z.enum(['sent', 'not-sent', 'done', 'refused', 'unclear']),
    remote_id: z.string().nullable(),
    created_at: z.number().int(),
    handled_at: z.number().int().nullable(),
  })
  .transform(
    ({ id, visit_id, kind, erp, subject, state, remote_id, created_at, handled_at }): RegistrationRow => ({
      id,
      visitId: visit_id,
      kind,
      erp,
      subject,
      state,
      isHandled: handled_at !== null,
      createdAt: created_at,
      ...(remote_id !== null && { remoteId: remote_id }),
    }),
  );

/** More than anybody asks for at one terminal. */
const MOST = 20;

/**
 * What was registered or ordered by whoever has this mark, in any visit, the newest first; not what the ERP never saw or did not take.
 * @param mark beginning of the subject of such requests, without wildcards
 */
export function findRegistrations(database: Database, mark: string): readonly RegistrationRow[] {
  return database.all(
    `SELECT id, visit_id, kind, erp, subject, state, remote_id, created_at, handled_at FROM requests
     WHERE kind IN ('lead', 'prospect', 'order') AND state NOT IN ('not-sent', 'refused')
       AND substr(subject, 1, length($mark) + 1) = $mark || '.'
     ORDER BY created_at DESC LIMIT $most`,
    registrationRow,
    { mark, most: MOST },
  );
}
