import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import { moneyEventTypes } from '../domain/domain-event.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../storage/database.ts';

export interface OutboxBounds {
  /** How long events stay of which everybody was told. */
  readonly keepDays: number;
  /** Open deliveries per target beyond which the oldest that tell nothing of money are dropped. */
  readonly mostOpen: number;
}

/** Enough for weeks without a target: some ten events a visit, and a hundred bytes each. */
export const outboxBounds: OutboxBounds = { keepDays: 30, mostOpen: 50_000 };

/** Rows of one step; some milliseconds. */
const STEP = 200;
const FIRST_MS = 120_000;
const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

const openDelivery = `deliveries.state IN ('waiting', 'dead') AND deliveries.handled_at IS NULL`;
const moneyTypes = moneyEventTypes.map((type) => `'${type}'`).join(', ');

const seenRow = z.object({ id: z.number().int(), may_go: z.number().int() });
const excessRow = z.object({ target: z.string(), excess: z.number().int() });

/** Keeps the outbox from filling the disk: a little now and then, while customers are attended too. */
export class OutboxKeeper {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #bounds: OutboxBounds;
  #timer: unknown;
  #work: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(database: Database, clock: Clock, log: Log, bounds: OutboxBounds = outboxBounds) {
    this.#database = database;
    this.#clock = clock;
    this.#log = log;
    this.#bounds = bounds;
  }

  start(): void {
    this.#schedule(FIRST_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#clock.clearTimeout(this.#timer);
    await this.#work;
  }

  #schedule(delayMs: number): void {
    this.#timer = this.#clock.setTimeout(() => {
      this.#work = this.#turn();
    }, delayMs);
  }

  async #turn(): Promise<void> {
    try {
      // A clock that is fast makes this early, which harms nobody: all of it was told.
      await this.#drain(forgetTold(this.#database, this.#clock.wallTime() - this.#bounds.keepDays * DAY_MS));
      for (const { target, excess } of listExcess(this.#database, this.#bounds.mostOpen)) {
        const dropped = await this.#drain(dropOldest(this.#database, target, excess));
        if (dropped > 0) this.#log.error('RELAY-DROPPED', { target, events: dropped });
      }
    } catch (error) {
      this.#log.error('RELAY-KEEPING-FAILED', { reason: String(error) });
    }
    if (!this.#stopped) this.#schedule(EVERY_MS);
  }

  /** Lets customers and deliveries through between the steps. */
  async #drain(steps: Generator<number>): Promise<number> {
    let rows = 0;
    for (const changed of steps) {
      rows += changed;
      await new Promise(setImmediate);
      if (this.#stopped) break;
    }
    return rows;
  }
}

/**
 * Deletes events from before `before` (wall time, milliseconds) and their deliveries, where the visit is over and nobody
 * has still to be told of anything in it: each turn a few rows, and how many.
 */
export function* forgetTold(database: Database, before: number): Generator<number> {
  let last = 0;
  while (true) {
    const seen = database.all(
      `SELECT id, CASE WHEN visit_id IS NULL
         THEN NOT EXISTS (SELECT 1 FROM deliveries WHERE deliveries.event = events.id AND ${openDelivery})
         ELSE EXISTS (SELECT 1 FROM visits WHERE visits.id = events.visit_id AND ended_at IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM events AS other JOIN deliveries ON deliveries.event = other.id
             WHERE other.visit_id = events.visit_id AND ${openDelivery})
         END AS may_go
       FROM events WHERE id > $last AND occurred_at < $before ORDER BY id LIMIT ${STEP}`,
      seenRow,
      { last, before },
    );
    const newest = seen.at(-1);
    if (!newest) return;
    last = newest.id;
    const ids = JSON.stringify(seen.filter((row) => row.may_go === 1).map(({ id }) => id));
    yield database.transaction(() => {
      database.run('DELETE FROM deliveries WHERE event IN (SELECT value FROM json_each($ids))', { ids });
      return database.run('DELETE FROM events WHERE id IN (SELECT value FROM json_each($ids))', { ids });
    });
  }
}

function listExcess(database: Database, mostOpen: number): readonly z.output<typeof excessRow>[] {
  return database.all(
    `SELECT target, count(*) - $mostOpen AS excess FROM deliveries WHERE ${openDelivery}
     GROUP BY target HAVING excess > 0`,
    excessRow,
    { mostOpen },
  );
}

/** Deletes the oldest open deliveries of a target, though none that tells of money: each turn a few, and how many. */
export function* dropOldest(database: Database, target: string, excess: number): Generator<number> {
  for (let left = excess; left > 0; ) {
    const dropped = database.run(
      `DELETE FROM deliveries WHERE rowid IN (
         SELECT deliveries.rowid FROM deliveries JOIN events ON events.id = deliveries.event
         WHERE deliveries.target = $target AND ${openDelivery} AND events.type NOT IN (${moneyTypes})
         ORDER BY deliveries.event LIMIT $most)`,
      { target, most: Math.min(left, STEP) },
    );
    if (dropped === 0) return;
    left -= dropped;
    yield dropped;
  }
}
