import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { Database } from '../storage/database.ts';
import type { Dispatcher } from './dispatcher.ts';

/** A delivery that waits or was given up, without the event's body. */
export interface OpenDelivery {
  /** Row of the event. */
  readonly event: number;
  readonly target: string;
  readonly type: string;
  readonly state: 'waiting' | 'dead';
  readonly attempts: number;
  readonly lastFailure?: string;
  /** Wall time, milliseconds. */
  readonly occurredAt: number;
}

/** What became of a person's wish. `gone`: it is no longer there, or closed; `failed`: it may not be done. */
export type DeliveryOutcome = 'done' | 'gone' | 'failed';

/** What a person may see of deliveries, and do to them. */
export interface DeliveryDesk {
  /** The dead first, then those that wait; the oldest of each first, 200 at most. */
  list(): { readonly items: readonly OpenDelivery[]; readonly total: number };
  /**
   * Sends it again, or at once what rests after a failure, with whatever is before it in its visit: order is kept.
   * `failed` when the settings no longer have the target.
   */
  retry(event: number, target: string): DeliveryOutcome;
  /**
   * Closes a dead one; the row stays, with when and why. One that waits is refused (`failed`), because it is still
   * being tried, unless the settings no longer have its target: nobody tries it then.
   */
  drop(event: number, target: string, reason: string): DeliveryOutcome;
}

const mostItems = 200;

const open = `deliveries.state IN ('waiting', 'dead') AND deliveries.handled_at IS NULL`;

const itemRow = z
  .object({
    event: z.number().int(),
    target: z.string(),
    type: z.string(),
    state: z.enum(['waiting', 'dead']),
    attempts: z.number().int(),
    last_failure: z.string().nullable(),
    occurred_at: z.number().int(),
  })
  .transform(
    (row): OpenDelivery => ({
      event: row.event,
      target: row.target,
      type: row.type,
      state: row.state,
      attempts: row.attempts,
      ...(row.last_failure !== null && { lastFailure: row.last_failure }),
      occurredAt: row.occurred_at,
    }),
  );

const countRow = z.object({ total: z.number().int() });
const stateRow = z.object({ state: z.enum(['waiting', 'dead']) });
const eventRow = z.object({ event: z.number().int() });

/** @param dispatchers those of the targets that the settings have */
export function createDeliveryDesk(
  database: Database,
  clock: Clock,
  dispatchers: readonly Dispatcher[],
): DeliveryDesk {
  const dispatcherOf = (target: string) => dispatchers.find((each) => each.targetName === target);
  return {
    list: () => list(database),
    retry(event, target) {
      const state = stateOf(database, event, target);
      if (!state) return 'gone';
      const dispatcher = dispatcherOf(target);
      if (!dispatcher) return 'failed';
      dispatcher.tryNow(makeReady(database, clock, event, target));
      return 'done';
    },
    drop(event, target, reason) {
      const state = stateOf(database, event, target);
      if (!state) return 'gone';
      if (state === 'waiting' && dispatcherOf(target)) return 'failed';
      close(database, clock, event, target, reason);
      return 'done';
    },
  };
}

function list(database: Database): ReturnType<DeliveryDesk['list']> {
  const items = database.all(
    `SELECT deliveries.event, deliveries.target, events.type, deliveries.state, deliveries.attempts,
       deliveries.last_failure, events.occurred_at
     FROM deliveries JOIN events ON events.id = deliveries.event WHERE ${open}
     ORDER BY deliveries.state = 'waiting', deliveries.event, deliveries.target LIMIT ${mostItems}`,
    itemRow,
  );
  const count = database.get(`SELECT count(*) AS total FROM deliveries WHERE ${open}`, countRow);
  return { items, total: count?.total ?? 0 };
}

function stateOf(database: Database, event: number, target: string): 'waiting' | 'dead' | undefined {
  return database.get(
    `SELECT state FROM deliveries WHERE event = $event AND target = $target AND ${open}`,
    stateRow,
    { event, target },
  )?.state;
}

/** @returns the rows that are to be tried now: this one, and what waits before it in its visit */
function makeReady(database: Database, clock: Clock, event: number, target: string): readonly number[] {
  return database.transaction(() => {
    const at = clock.wallTime();
    database.run(
      `UPDATE deliveries SET state = 'waiting', next_attempt_at = $at
       WHERE event = $event AND target = $target AND ${open}`,
      { event, target, at },
    );
    const rows = database.all(
      `SELECT deliveries.event FROM deliveries JOIN events ON events.id = deliveries.event
       WHERE deliveries.target = $target AND deliveries.state = 'waiting' AND deliveries.event <= $event
         AND events.visit_id = (SELECT visit_id FROM events WHERE id = $event)`,
      eventRow,
      { event, target },
    );
    for (const row of rows) {
      database.run('UPDATE deliveries SET next_attempt_at = $at WHERE event = $event AND target = $target', {
        event: row.event,
        target,
        at,
      });
    }
    return rows.map((row) => row.event);
  });
}

function close(database: Database, clock: Clock, event: number, target: string, reason: string): void {
  database.run(
    `UPDATE deliveries SET state = 'dead', handled_at = $at, handled_reason = $reason
     WHERE event = $event AND target = $target AND ${open}`,
    { event, target, reason, at: clock.wallTime() },
  );
}
