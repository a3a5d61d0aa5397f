import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import { protocolOf } from '../domain/protocol.ts';
import type { RecordEvent, RequestKind, VisitEvent } from '../domain/visit-event.ts';
import type { Database } from '../storage/database.ts';
import type { PastRequest, RequestOrder, RequestState } from './request.ts';

/** A request as it is on disk. */
export interface RequestRow {
  readonly id: string;
  readonly visitId: string;
  readonly kind: RequestKind;
  readonly erp: string;
  readonly subject: string;
  readonly state: RequestState;
  readonly remoteId?: string;
  readonly remarks?: string;
  /** Wall time, milliseconds. */
  readonly createdAt: number;
  readonly changedAt: number;
}

const requestRow = z
  .object({
    id: z.string(),
    visit_id: z.string(),
    kind: z.enum(['trust-unlock', 'ticket', 'contact-change', 'lead', 'prospect', 'order']),
    erp: z.string(),
    subject: z.string(),
    state: z.enum(['sent', 'not-sent', 'done', 'refused', 'unclear']),
    remote_id: z.string().nullable(),
    remarks: z.string().nullable(),
    created_at: z.number().int(),
    changed_at: z.number().int(),
  })
  .transform(
    (row): RequestRow => ({
      id: row.id,
      visitId: row.visit_id,
      kind: row.kind,
      erp: row.erp,
      subject: row.subject,
      state: row.state,
      createdAt: row.created_at,
      changedAt: row.changed_at,
      ...(row.remote_id !== null && { remoteId: row.remote_id }),
      ...(row.remarks !== null && { remarks: row.remarks }),
    }),
  );

const pastRow = z.object({
  id: z.string(),
  state: z.enum(['sent', 'done', 'unclear']),
  created_at: z.number().int(),
  handled_at: z.number().int().nullable(),
});

/** How a request ended, as its row keeps it. */
export interface RequestEnd {
  readonly state: Exclude<RequestState, 'sent'>;
  readonly remoteId?: string;
  readonly remarks?: string;
}

/** Requests as rows: written before the ERP hears of them. */
export class RequestJournal {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #recordEvent: RecordEvent;

  constructor(database: Database, clock: Clock, recordEvent: RecordEvent) {
    this.#database = database;
    this.#clock = clock;
    this.#recordEvent = recordEvent;
  }

  /** The one row of this customer's wish in this visit; written as `sent` if there is none. @throws when it cannot be */
  open(order: RequestOrder): { readonly row: RequestRow; readonly isNew: boolean } {
    return this.#database.transaction(() => {
      const { visitId, kind, erp, subject, terms } = order;
      const wish = { visitId, kind, erp, subject };
      const known = this.#database.get(
        `SELECT * FROM requests
         WHERE visit_id = $visitId AND kind = $kind AND erp = $erp AND subject = $subject`,
        requestRow,
        wish,
      );
      if (known) return { row: known, isNew: false };
      const at = this.#clock.wallTime();
      // Without hyphens: its beginning is the protocol that the customer reads.
      const id = randomUUID().replaceAll('-', '');
      this.#database.run(
        `INSERT INTO requests
           (id, visit_id, kind, erp, subject, state, terms, accepted_at, created_at, changed_at)
         VALUES ($id, $visitId, $kind, $erp, $subject, 'sent', $terms, $acceptedAt, $at, $at)`,
        { id, ...wish, terms: terms?.version ?? null, acceptedAt: terms?.acceptedAt ?? null, at },
      );
      return { row: { id, ...wish, state: 'sent', createdAt: at, changedAt: at }, isNew: true };
    });
  }

  /** It goes out once more: the ERP had seen nothing of it. @throws when it cannot be written */
  sendAgain(id: string): void {
    this.#database.run(
      `UPDATE requests SET state = 'sent', changed_at = $at WHERE id = $id AND state = 'not-sent'`,
      { id, at: this.#clock.wallTime() },
    );
  }

  /**
   * Writes down how it ended, with the event that tells of it. @throws when it cannot be written
   * @param doneEvent makes what happened when it is done, in the same transaction
   */
  close(row: RequestRow, end: RequestEnd, doneEvent?: () => VisitEvent): void {
    const { id, visitId } = row;
    const { state, remoteId = null, remarks = null } = end;
    this.#database.transaction(() => {
      const changed = this.#database.run(
        `UPDATE requests SET state = $state, remote_id = coalesce($remoteId, remote_id), remarks = $remarks,
           changed_at = $at
         WHERE id = $id AND state <> $state`,
        { id, state, remoteId, remarks, at: this.#clock.wallTime() },
      );
      const event = changed > 0 ? eventOf(row, state, doneEvent) : undefined;
      if (event) this.#recordEvent(visitId, event);
    });
  }

  /** Requests that an earlier run sent without knowing what became of them: now nobody knows. @returns how many */
  doubtSent(): number {
    return this.#database.transaction(() => {
      const sent = this.#database.all(`SELECT * FROM requests WHERE state = 'sent'`, requestRow);
      for (const row of sent) this.close(row, { state: 'unclear' });
      return sent.length;
    });
  }

  /** The last request of the kind about this subject that was done, or may have been. */
  lastOf(kind: RequestKind, erp: string, subject: string): PastRequest | undefined {
    const row = this.#database.get(
      `SELECT id, state, created_at, handled_at FROM requests
       WHERE kind = $kind AND erp = $erp AND subject = $subject AND state IN ('sent', 'done', 'unclear')
       ORDER BY created_at DESC LIMIT 1`,
      pastRow,
      { kind, erp, subject },
    );
    if (!row) return undefined;
    // What a person has closed counts as done: only they know.
    const isKnown = row.state === 'done' || row.handled_at !== null;
    return { state: isKnown ? 'done' : 'unclear', at: row.created_at, protocol: protocolOf(row.id) };
  }

  /** What a person must look at, the oldest first. */
  listUnclear(limit: number): readonly RequestRow[] {
    return this.#database.all(
      `SELECT * FROM requests WHERE state = 'unclear' AND handled_at IS NULL ORDER BY created_at LIMIT $limit`,
      requestRow,
      { limit },
    );
  }

  /** A person has looked at it. @returns false when it was not waiting for one */
  markHandled(id: string, reason: string): boolean {
    return (
      this.#database.run(
        `UPDATE requests SET handled_at = $at, handled_reason = $reason
         WHERE id = $id AND state = 'unclear' AND handled_at IS NULL`,
        { id, reason, at: this.#clock.wallTime() },
      ) > 0
    );
  }
}

function eventOf(
  { id: requestId, kind, erp }: RequestRow,
  state: RequestEnd['state'],
  doneEvent: (() => VisitEvent) | undefined,
): VisitEvent | undefined {
  switch (state) {
    case 'done':
      return doneEvent?.();
    case 'refused':
      return { type: 'request-refused', requestId, kind, erp };
    case 'unclear':
      return { type: 'request-unclear', requestId, kind, erp };
    case 'not-sent':
      return undefined;
  }
}
