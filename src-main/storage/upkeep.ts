import { z } from 'zod';
import { calendarDateAt } from '../domain/calendar-date.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import { backUp } from './backups.ts';
import type { Database } from './database.ts';
import { versionOf } from './migrations.ts';
import type { StoragePlaces } from './recovery.ts';
import { makeReserve } from './reserve-file.ts';
import { erasePersonalData } from './retention.ts';
import { storageTrouble } from './storage-trouble.ts';

export interface UpkeepParts {
  readonly places: StoragePlaces;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** IANA name: whose midnight ends a day. */
  readonly timeZone: string;
  readonly personalDataDays: number;
  /** Whether nobody is attended: the daily work waits for that. */
  readonly isQuiet: () => boolean;
  /** Whether there is room on the disk for payments; told at each look. */
  readonly onReserve: (isThere: boolean) => void;
  /** More that is done once a day, with the backup. */
  readonly onDay: () => void;
  /** The backup found the database damaged. */
  readonly onDamaged: () => void;
}

const EVERY_MS = 10 * 60_000;
const FIRST_MS = 60_000;
const DAY_MS = 86_400_000;

/** A clock that went further than this since the last time is not believed before the next day. */
const BELIEVED_MS = 7 * DAY_MS;

const ranRow = z.object({ ran_at: z.number().int() });

/** Keeps the storage in order: the reserve always, once a day and when nobody is attended the backup and the erasing. */
export class Upkeep {
  readonly #parts: UpkeepParts;
  #timer: unknown;
  #stopped = false;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#work = this.#keepReserve().catch((error: unknown) => this.#noteFailure('reserve', error));
    this.#schedule(FIRST_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#parts.clock.clearTimeout(this.#timer);
    await this.#work;
  }

  #schedule(delayMs: number): void {
    this.#timer = this.#parts.clock.setTimeout(() => {
      this.#work = this.#turn();
    }, delayMs);
  }

  async #turn(): Promise<void> {
    await this.#keepReserve().catch((error: unknown) => this.#noteFailure('reserve', error));
    await this.#attempt('backup', () => this.#backUp());
    await this.#attempt('erase', () => this.#erase());
    if (!this.#stopped) this.#schedule(EVERY_MS);
  }

  async #keepReserve(): Promise<void> {
    const isThere = await makeReserve(this.#parts.places.reserve);
    if (!this.#stopped) this.#parts.onReserve(isThere);
  }

  async #attempt(task: Task, work: () => Promise<void>): Promise<void> {
    try {
      if (this.#stopped || !this.#parts.isQuiet() || !this.#isDue(task)) return;
      await work();
    } catch (error) {
      this.#noteFailure(task, error);
      if (storageTrouble(error) === 'STORAGE-CORRUPT') this.#parts.onDamaged();
    }
  }

  /** Later turns try again. */
  #noteFailure(task: Task | 'reserve', error: unknown): void {
    this.#parts.log.error('STORAGE-UPKEEP-FAILED', { task, reason: String(error) });
  }

  async #backUp(): Promise<void> {
    const { database, places, clock, log, onDay } = this.#parts;
    const made = await backUp(places.database, places.backups, versionOf(database), clock.wallTime());
    log.info('STORAGE-BACKED-UP', { number: made.number });
    if (this.#stopped) return;
    onDay();
    this.#noteRun('backup');
  }

  async #erase(): Promise<void> {
    const { database, clock, log, personalDataDays, isQuiet } = this.#parts;
    const now = clock.wallTime();
    const last = this.#lastRun('erase');
    // A wrong clock must not erase what is still needed.
    if (last === undefined || now < last || now - last > BELIEVED_MS) return this.#noteRun('erase');
    let rows = 0;
    for (const erased of erasePersonalData(database, now - personalDataDays * DAY_MS)) {
      rows += erased;
      await new Promise(setImmediate);
      // The rest follows in the next quiet moment.
      if (this.#stopped || !isQuiet()) return;
    }
    this.#noteRun('erase');
    if (rows > 0) log.info('STORAGE-ERASED', { rows });
  }

  #isDue(task: Task): boolean {
    const { clock, timeZone } = this.#parts;
    const last = this.#lastRun(task);
    return (
      last === undefined || calendarDateAt(last, timeZone) !== calendarDateAt(clock.wallTime(), timeZone)
    );
  }

  #lastRun(task: Task): number | undefined {
    return this.#parts.database.get('SELECT ran_at FROM upkeep WHERE task = $task', ranRow, { task })?.ran_at;
  }

  #noteRun(task: Task): void {
    const { database, clock } = this.#parts;
    database.run('INSERT OR REPLACE INTO upkeep (task, ran_at) VALUES ($task, $at)', {
      task,
      at: Math.trunc(clock.wallTime()),
    });
  }
}

type Task = 'backup' | 'erase';
