import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { RecordEvent, VisitEvent } from '../domain/visit-event.ts';
import type { Database } from '../storage/database.ts';
import type { VisitRecords } from '../storage/visit-records.ts';
import type { Delivery, RecordedEvent, RelayTarget } from './target.ts';

/** A delivery that still has to be made. */
export interface WaitingDelivery extends Delivery {
  /** Row of the event, which gives the order. */
  readonly row: number;
  readonly attempts: number;
  /** Wall time, milliseconds. */
  readonly nextAttemptAt: number;
}

/** Events and their deliveries as rows: written with what made them true, kept until the target has them. */
export interface Outbox {
  readonly record: RecordEvent;
  /**
   * The next delivery for a target: the earliest that has none before it in its visit and whose row is not one of the
   * `resting` ones.
   */
  next(target: string, resting?: readonly number[]): WaitingDelivery | undefined;
  markDelivered(target: string, delivery: WaitingDelivery): void;
  markFailed(target: string, delivery: WaitingDelivery, nextAttemptAt: number, reason: string): void;
  /** The target said no for good; a person may look at it and send it again. */
  markDead(target: string, delivery: WaitingDelivery, reason: string): void;
}

const eventRow = z.object({
  id: z.number().int(),
  event_id: z.string(),
  visit_id: z.string(),
  body: z.string(),
  occurred_at: z.number().int(),
});

const waitingRow = eventRow.extend({ attempts: z.number().int(), next_attempt_at: z.number().int() });

export function createOutbox(
  database: Database,
  clock: Clock,
  visits: VisitRecords,
  targets: readonly RelayTarget[],
  onRecorded: () => void,
): Outbox {
  return {
    record(visitId, event) {
      database.transaction(() => insertEvent(database, clock, targets, visitId, event));
      onRecorded();
    },
    next: (target, resting = []) => findNext(database, visits, target, resting),
    markDelivered(target, delivery) {
      database.run(
        `UPDATE deliveries SET state = 'delivered', attempts = attempts + 1
         WHERE event = $event AND target = $target`,
        { event: delivery.row, target },
      );
    },
    markFailed(target, delivery, nextAttemptAt, reason) {
      database.run(
        `UPDATE deliveries SET attempts = attempts + 1, next_attempt_at = $nextAttemptAt, last_failure = $reason
         WHERE event = $event AND target = $target`,
        { event: delivery.row, target, nextAttemptAt: Math.round(nextAttemptAt), reason },
      );
    },
    markDead(target, delivery, reason) {
      database.run(
        `UPDATE deliveries SET state = 'dead', attempts = attempts + 1, last_failure = $reason
         WHERE event = $event AND target = $target`,
        { event: delivery.row, target, reason },
      );
    },
  };
}

function insertEvent(
  database: Database,
  clock: Clock,
  targets: readonly RelayTarget[],
  visitId: string,
  event: VisitEvent,
): void {
  const at = clock.wallTime();
  const eventId = randomUUID();
  database.run(
    `INSERT INTO events (event_id, visit_id, type, body, occurred_at)
     VALUES ($eventId, $visitId, $type, $body, $at)`,
    { eventId, visitId, type: event.type, body: JSON.stringify(event), at },
  );
  for (const target of targets) {
    if (!target.wants(event.type)) continue;
    database.run(
      `INSERT INTO deliveries (event, target, state, next_attempt_at)
       SELECT id, $target, 'waiting', $at FROM events WHERE event_id = $eventId`,
      { target: target.name, eventId, at },
    );
  }
}

function findNext(
  database: Database,
  visits: VisitRecords,
  target: string,
  resting: readonly number[],
): WaitingDelivery | undefined {
  const row = database.get(
    `SELECT events.*, deliveries.attempts, deliveries.next_attempt_at
     FROM deliveries JOIN events ON events.id = deliveries.event
     WHERE deliveries.target = $target AND deliveries.state = 'waiting'
       AND events.id NOT IN (SELECT value FROM json_each($resting)) AND NOT EXISTS (
       SELECT 1 FROM deliveries AS earlier JOIN events AS before ON before.id = earlier.event
       WHERE earlier.target = $target AND earlier.state = 'waiting'
         AND before.visit_id = events.visit_id AND before.id < events.id)
     ORDER BY events.id LIMIT 1`,
    waitingRow,
    { target, resting: JSON.stringify(resting) },
  );
  if (!row) return undefined;
  const visit = visits.find(row.visit_id);
  if (!visit) throw new Error(`event ${row.event_id} belongs to no visit`);
  const history = database.all(
    'SELECT * FROM events WHERE visit_id = $visitId AND id <= $id ORDER BY id',
    eventRow,
    { visitId: row.visit_id, id: row.id },
  );
  return {
    ...recorded(row),
    visit,
    history: history.map(recorded),
    row: row.id,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
  };
}

/** The body was written by this kiosk from a `VisitEvent`, so it is read back as one. */
function recorded(row: z.output<typeof eventRow>): RecordedEvent {
  return {
    eventId: row.event_id,
    occurredAt: row.occurred_at,
    event: JSON.parse(row.body) as VisitEvent,
  };
}
