import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import type { Database } from '../../storage/database.ts';
import type { FoundCall } from './read-senior-answer.ts';

/**
 * How a visit's call stands at the CRM. `asked`: it was looked up and what came of it is not known, for good; `known`:
 * the CRM has it and said its id; `refused`: the CRM certainly made none; `ended`: it was told the end, too.
 */
export type CallState = 'asked' | 'known' | 'refused' | 'ended';

export interface KeptCall {
  readonly state: CallState;
  /** The delivery that asked. */
  readonly eventId: string;
  readonly callId?: string;
  /** As dialled; absent once it was erased. */
  readonly phone?: string;
  readonly callerName?: string;
}

const callRow = z
  .object({
    state: z.enum(['asked', 'known', 'refused', 'ended']),
    event_id: z.string(),
    call_id: z.string().nullable(),
    phone: z.string().nullable(),
    caller_name: z.string().nullable(),
  })
  .transform(
    (row): KeptCall => ({
      state: row.state,
      eventId: row.event_id,
      ...(row.call_id !== null && { callId: row.call_id }),
      ...(row.phone !== null && { phone: row.phone }),
      ...(row.caller_name !== null && { callerName: row.caller_name }),
    }),
  );

const phoneRow = z.object({ phone: z.string() });
const momentRow = z.object({ occurred_at: z.number().int() });

/** The calls that the kiosk had made at the CRM: one at most for each visit, written down before it is asked for. */
export class CallBook {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  find(visitId: string): KeptCall | undefined {
    return this.#database.get('SELECT * FROM crm_calls WHERE visit_id = $visitId', callRow, { visitId });
  }

  /** What the customer typed for a message, as long as it is kept. */
  typedPhone(visitId: string): string | undefined {
    return this.#database.get(
      `SELECT phone FROM messages WHERE visit_id = $visitId AND phone IS NOT NULL
       ORDER BY consented_at DESC LIMIT 1`,
      phoneRow,
      { visitId },
    )?.phone;
  }

  /** Whether the customer changed contact data in the visit, so that its telephone may be anybody's. */
  hasChangedContact(visitId: string): boolean {
    return (
      this.#database.get(
        `SELECT occurred_at FROM events WHERE visit_id = $visitId AND type = 'contact-saved' LIMIT 1`,
        momentRow,
        { visitId },
      ) !== undefined
    );
  }

  /** When the last thing happened before the visit's end was recorded; wall time, milliseconds. */
  lastSignOf(visitId: string): number | undefined {
    return this.#database.get(
      `SELECT occurred_at FROM events WHERE visit_id = $visitId
         AND id < (SELECT id FROM events WHERE visit_id = $visitId AND type = 'visit-ended')
       ORDER BY id DESC LIMIT 1`,
      momentRow,
      { visitId },
    )?.occurred_at;
  }

  /**
   * On disk before the request goes out: from here on nobody asks again unless the CRM certainly did nothing.
   * @returns whether the caller is the one who may ask
   */
  ask(visitId: string, eventId: string, phone: string): boolean {
    const changed = this.#database.run(
      `INSERT INTO crm_calls (visit_id, event_id, state, phone, asked_at)
       VALUES ($visitId, $eventId, 'asked', $phone, $at)
       ON CONFLICT (visit_id) DO UPDATE SET state = 'asked', phone = $phone, asked_at = $at
       WHERE state = 'refused' AND event_id = $eventId`,
      { visitId, eventId, phone, at: this.#clock.wallTime() },
    );
    return changed === 1;
  }

  refuse(visitId: string): void {
    this.#setState(visitId, 'refused');
  }

  learn(visitId: string, { callId, name }: FoundCall): void {
    this.#database.run(
      `UPDATE crm_calls SET state = CASE WHEN $callId IS NULL THEN 'asked' ELSE 'known' END,
         call_id = $callId, caller_name = $name
       WHERE visit_id = $visitId`,
      { visitId, callId: callId ?? null, name: name ?? null },
    );
  }

  end(visitId: string): void {
    this.#setState(visitId, 'ended');
  }

  #setState(visitId: string, state: CallState): void {
    this.#database.run('UPDATE crm_calls SET state = $state WHERE visit_id = $visitId', { visitId, state });
  }
}
