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
  /** Whether the settings still have the target; nobody tries it otherwise. */
  readonly hasTarget: boolean;
  /** The target was told already of what came later in the visit: sent again, this one comes out of its order. */
  readonly isOvertaken: boolean;
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
   * Sends everything again that a target refused, oldest first; for when the settings were wrong.
   * `gone` when there is nothing; `failed` when the settings no longer have the target.
   */
  retryAll(target: string): DeliveryOutcome;
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
    overtaken: z.number().int(),
  })
  .transform(({ last_failure: lastFailure, occurred_at: occurredAt, overtaken, ...row }) => ({
    ...row,
    ...(lastFailure !== null && { lastFailure }),
    occurredAt,
    isOvertaken: overtaken === 1,
  }));

const countRow = z.object({ total: z.number().int() });
const stateRow = z.object({ state: z.enum(['waiting', 'dead']) });
const laneRow = z.object({ lane: z.string() });
const eventRow = laneRow.extend({ event: z.number().int() });

/** @param dispatchers those of the targets that the settings have */
export function createDeliveryDesk(
  database: Database,
  clock: Clock,
  dispatchers: readonly Dispatcher[],
): DeliveryDesk {
  const dispatcherOf = (target: string) => dispatchers.find((each) => each.targetName === target);
  return {
    list: () => list(database, (target) => dispatcherOf(target) !== undefined),
    retry(event, target) {
      const state = stateOf(database, event, target);
      if (!state) return 'gone';
      const dispatcher = dispatcherOf(target);
      if (!dispatcher) return 'failed';
      dispatcher.tryNow(makeReady(database, clock, event, target));
      return 'done';
    },
    retryAll(target) {
      const dispatcher = dispatcherOf(target);
      if (!dispatcher) return 'failed';
      const lanes = makeAllReady(database, clock, target);
      if (lanes.length === 0) return 'gone';
      dispatcher.tryNow(lanes);
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

function list(database: Database, hasTarget: (target: string) => boolean): ReturnType<DeliveryDesk['list']> {
  const items = database.all(
    `SELECT deliveries.event, deliveries.target, events.type, deliveries.state, deliveries.attempts,
       deliveries.last_failure, events.occurred_at, EXISTS (
         SELECT 1 FROM events AS later JOIN deliveries AS told ON told.event = later.id
         WHERE later.visit_id = events.visit_id AND later.id > events.id
           AND told.target = deliveries.target AND told.state = 'delivered') AS overtaken
     FROM deliveries JOIN events ON events.id = deliveries.event WHERE ${open}
     ORDER BY deliveries.state, deliveries.event, deliveries.target LIMIT ${mostItems}`,
    itemRow,
  );
  const count = database.get(`SELECT count(*) AS total FROM deliveries WHERE ${open}`, countRow);
  return {
    items: items.map((item) => ({ ...item, hasTarget: hasTarget(item.target) })),
    total: count?.total ?? 0,
  };
}

function stateOf(database: Database, event: number, target: string): 'waiting' | 'dead' | undefined {
  return database.get(
    `SELECT state FROM deliveries WHERE event = $event AND target = $target AND ${open}`,
    stateRow,
    { event, target },
  )?.state;
}

/** @returns the lane that is to be tried now: with this one, and what waits before it in its visit */
function makeReady(database: Database, clock: Clock, event: number, target: string): readonly string[] {
  return database.transaction(() => {
    const at = clock.wallTime();
    database.run(
      `UPDATE deliveries SET state = 'waiting', next_attempt_at = $at
       WHERE event = $event AND target = $target AND ${open}`,
      { event, target, at },
    );
    const rows = database.all(
      `SELECT deliveries.event, coalesce(events.visit_id, '') AS lane
       FROM deliveries JOIN events ON events.id = deliveries.event
       WHERE deliveries.target = $target AND deliveries.state = 'waiting' AND deliveries.event <= $event
         AND events.visit_id IS (SELECT visit_id FROM events WHERE id = $event)`,
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
    return rows.map((row) => row.lane);
  });
}

/** @returns the lanes of what was dead and waits again */
function makeAllReady(database: Database, clock: Clock, target: string): readonly string[] {
  const dead = `deliveries.target = $target AND deliveries.state = 'dead' AND ${open}`;
  return database.transaction(() => {
    const lanes = database.all(
      `SELECT DISTINCT coalesce(events.visit_id, '') AS lane
       FROM deliveries JOIN events ON events.id = deliveries.event WHERE ${dead}`,
      laneRow,
      { target },
    );
    database.run(`UPDATE deliveries SET state = 'waiting', next_attempt_at = $at WHERE ${dead}`, {
      target,
      at: clock.wallTime(),
    });
    return lanes.map(({ lane }) => lane);
  });
}

function close(database: Database, clock: Clock, event: number, target: string, reason: string): void {
  database.run(
    `UPDATE deliveries SET state = 'dead', handled_at = $at, handled_reason = $reason
     WHERE event = $event AND target = $target AND ${open}`,
    { event, target, reason, at: clock.wallTime() },
  );
}
