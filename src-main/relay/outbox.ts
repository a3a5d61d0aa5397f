import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import { type DomainEvent, EVENT_VERSION } from '../domain/domain-event.ts';
import type { RecordKioskEvent } from '../domain/kiosk-event.ts';
import type { RecordEvent, VisitEvent } from '../domain/visit-event.ts';
import type { Database } from '../storage/database.ts';
import type { VisitRecords } from '../storage/visit-records.ts';
import type { Delivery, RecordedEvent, RelayTarget } from './target.ts';

/** A delivery that still has to be made. */
export interface WaitingDelivery extends Delivery {
  /** Row of the event, which gives the order. */
  readonly row: number;
  /** Within it deliveries keep their order: the visit's id; empty for what happened to the kiosk itself. */
  readonly lane: string;
  readonly attempts: number;
}

/** A delivery that needs no further try. */
export interface ToldDelivery {
  /** Row of the event. */
  readonly row: number;
  /** Why there was nothing to tell, where the target says it. */
  readonly skippedBecause?: string;
}

/** A delivery that failed and may not be tried yet. */
export interface RestingDelivery {
  readonly lane: string;
  readonly attempts: number;
  /** Wall time, milliseconds. */
  readonly nextAttemptAt: number;
}

/** Events and their deliveries as rows: written with what made them true, kept until the target has them. */
export interface Outbox {
  readonly record: RecordEvent;
  /** Keeps what happened to the kiosk itself. */
  readonly recordKiosk: RecordKioskEvent;
  /** Some of what waits for a target, the earliest first, in none of the lanes to pass over: the first of each lane. */
  listNext(target: string, passOver?: readonly string[]): readonly WaitingDelivery[];
  /** What failed in an earlier run and is to be left alone for a while, by wall time. */
  listResting(target: string): readonly RestingDelivery[];
  /** All of them in one transaction. */
  markDelivered(target: string, deliveries: readonly ToldDelivery[]): void;
  markFailed(target: string, delivery: WaitingDelivery, nextAttemptAt: number, reason: string): void;
  /** The target said no for good; a person may look at it and send it again. */
  markDead(target: string, delivery: WaitingDelivery, reason: string): void;
}

const eventRow = z.object({
  id: z.number().int(),
  event_id: z.string(),
  version: z.number().int(),
  visit_id: z.string().nullable(),
  body: z.string(),
  occurred_at: z.number().int(),
});

const waitingRow = eventRow.extend({ attempts: z.number().int() });

const restingRow = z
  .object({ lane: z.string(), attempts: z.number().int(), next_attempt_at: z.number().int() })
  .transform(({ next_attempt_at: nextAttemptAt, ...row }): RestingDelivery => ({ ...row, nextAttemptAt }));

type EventRow = z.output<typeof eventRow>;

export function createOutbox(
  database: Database,
  clock: Clock,
  visits: VisitRecords,
  targets: readonly RelayTarget[],
  onRecorded: () => void,
): Outbox {
  const record = (visitId: string | null, event: DomainEvent): void => {
    const takers = targets.filter((target) => target.wants(event.type)).map(({ name }) => name);
    database.transaction(() => insertEvent(database, clock, visitId, event, takers));
    onRecorded();
  };
  return {
    record,
    recordKiosk: (event) => record(null, event),
    listNext: (target, passOver = []) => listNext(database, visits, target, passOver),
    listResting: (target) =>
      database.all(
        `SELECT coalesce(events.visit_id, '') AS lane, deliveries.attempts, deliveries.next_attempt_at
         FROM deliveries JOIN events ON events.id = deliveries.event
         WHERE deliveries.target = $target AND deliveries.state = 'waiting' AND deliveries.attempts > 0
           AND deliveries.next_attempt_at > $now`,
        restingRow,
        { target, now: clock.wallTime() },
      ),
    markDelivered(target, deliveries) {
      database.transaction(() => {
        for (const { row: event, skippedBecause = null } of deliveries) {
          database.run(
            `UPDATE deliveries SET state = 'delivered', attempts = attempts + 1,
               last_failure = coalesce($skippedBecause, last_failure)
             WHERE event = $event AND target = $target`,
            { event, target, skippedBecause },
          );
        }
      });
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
  visitId: string | null,
  event: DomainEvent,
  takers: readonly string[],
): void {
  const at = clock.wallTime();
  const eventId = randomUUID();
  database.run(
    `INSERT INTO events (event_id, version, visit_id, type, body, occurred_at)
     VALUES ($eventId, ${EVENT_VERSION}, $visitId, $type, $body, $at)`,
    { eventId, visitId, type: event.type, body: JSON.stringify(event), at },
  );
  for (const target of takers) {
    database.run(
      `INSERT INTO deliveries (event, target, state, next_attempt_at)
       SELECT id, $target, 'waiting', $at FROM events WHERE event_id = $eventId`,
      { target, eventId, at },
    );
  }
}

/** A dozen visits or so: enough for a while, and nothing that weighs on memory. */
const ROWS_AT_ONCE = 100;

/** In the order of events the first that is met of any lane is the first of that lane. */
function listNext(
  database: Database,
  visits: VisitRecords,
  target: string,
  passOver: readonly string[],
): readonly WaitingDelivery[] {
  const rows = database.all(
    `SELECT events.*, deliveries.attempts
     FROM deliveries INDEXED BY deliveries_waiting JOIN events ON events.id = deliveries.event
     WHERE deliveries.target = $target AND deliveries.state = 'waiting'
       AND coalesce(events.visit_id, '') NOT IN (SELECT value FROM json_each($passOver))
     ORDER BY deliveries.event LIMIT ${ROWS_AT_ONCE}`,
    waitingRow,
    { target, passOver: JSON.stringify(passOver) },
  );
  const firsts = new Map<string, z.output<typeof waitingRow>>();
  for (const row of rows) {
    const lane = row.visit_id ?? '';
    if (!firsts.has(lane)) firsts.set(lane, row);
  }
  return [...firsts.values()].map((row) => waiting(database, visits, row));
}

function waiting(
  database: Database,
  visits: VisitRecords,
  row: z.output<typeof waitingRow>,
): WaitingDelivery {
  const { id, visit_id: visitId, attempts } = row;
  const common = { ...recorded<DomainEvent>(row), row: id, attempts };
  if (visitId === null) return { ...common, lane: '', history: [] };
  return {
    ...common,
    lane: visitId,
    // Both are read when they are asked for: the customer may have been identified since, and most ask for no history.
    get visit() {
      const visit = visits.find(visitId);
      if (!visit) throw new Error(`event ${row.event_id} belongs to no visit`);
      return visit;
    },
    get history() {
      return historyOf(database, visitId, id);
    },
  };
}

/** Without events whose bodies were erased because everybody had been told of them long ago. */
function historyOf(database: Database, visitId: string, last: number): readonly RecordedEvent<VisitEvent>[] {
  const rows = database.all(
    `SELECT * FROM events WHERE visit_id = $visitId AND id <= $last AND body <> '{}' ORDER BY id`,
    eventRow,
    { visitId, last },
  );
  return rows.map((row) => recorded<VisitEvent>(row));
}

/** The body was written by this kiosk from an event, so it is read back as one. */
function recorded<E extends DomainEvent>(row: EventRow): RecordedEvent<E> {
  return {
    eventId: row.event_id,
    version: row.version,
    occurredAt: row.occurred_at,
    event: JSON.parse(row.body) as E,
  };
}
