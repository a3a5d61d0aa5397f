import { z } from 'zod';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Database } from '../storage/database.ts';
import type { ChainEnd } from '../storage/hash-chain.ts';
import { closeDay, type DayClosing } from './day-closing.ts';
import { type AuditFault, MoneyAuditReader, readAuditLines } from './money-audit-reading.ts';
import { type ChargeStanding, MoneyStandings } from './money-standing.ts';

/** A row that says something else than the audit. */
export interface RowDifference {
  readonly table: 'charges' | 'write_offs' | 'refunds';
  readonly id: string;
  /** State and amount in cents as each has them; absent: it does not know of it. */
  readonly audit?: string;
  readonly row?: string;
}

export interface AuditReport {
  /** Place and hash of the last entry. */
  readonly head: ChainEnd;
  /** Absent: the chain holds from the first entry to the head. */
  readonly fault?: AuditFault;
  /** Rows that do not match; the first 100. */
  readonly differences: readonly RowDifference[];
  /** Wall times at which a damaged database was replaced: what happened shortly before may be missing. */
  readonly restoredAt: readonly number[];
  readonly closing: DayClosing;
}

export interface AuditQuestion {
  readonly day: CalendarDate;
  /** IANA name. */
  readonly timeZone: string;
  /** Heads that were noted elsewhere: on a day's closing, in a log. */
  readonly heads?: readonly ChainEnd[];
}

const MOST_DIFFERENCES = 100;
const BATCH = 200;

/**
 * Checks the audit from end to end, compares the rows with it, and closes a day. Works in steps of some milliseconds,
 * so that who shares the thread can take turns. Wants a snapshot: a connection of its own, in a transaction.
 */
export function* auditMoney(database: Database, question: AuditQuestion): Generator<undefined, AuditReport> {
  const reader = new MoneyAuditReader(question.heads);
  const standings = new MoneyStandings();
  for (const lines of readAuditLines(database)) {
    for (const line of lines) {
      const entry = reader.take(line);
      if (entry) standings.take(entry);
    }
    yield;
  }
  const { end: head, fault } = reader.finish();
  const differences: RowDifference[] = [];
  for (const found of compareRows(database, standings)) {
    differences.push(...found.slice(0, MOST_DIFFERENCES - differences.length));
    yield;
  }
  return {
    head,
    ...(fault && { fault }),
    differences,
    restoredAt: standings.restoredAt,
    closing: yield* closeDay(standings.list(), question.day, question.timeZone),
  };
}

/** What is told of a row: its state and amounts in cents. */
const sayingRow = z.object({
  rowid: z.number().int(),
  id: z.string(),
  charge: z.string(),
  saying: z.string(),
});
const idRow = z.object({ id: z.string() });

interface Compared {
  readonly table: RowDifference['table'];
  /** The next rows after `$after`. */
  readonly rows: string;
  /** What the audit says of each in this table of one charge, by id. */
  readonly audited: (standing: ChargeStanding) => ReadonlyMap<string, string>;
}

const compared: readonly Compared[] = [
  {
    table: 'charges',
    rows: `SELECT rowid, id, id AS charge,
        CASE WHEN handled_at IS NULL THEN state ELSE 'HANDLED' END || ' ' || amount_cents || ' ' || coalesce(paid_cents, 0)
          AS saying
      FROM charges WHERE rowid > $after ORDER BY rowid LIMIT ${BATCH}`,
    audited: ({ charge: { id, state, cents, paid } }) =>
      new Map([[id, `${state} ${cents} ${paid?.cents ?? 0}`]]),
  },
  {
    table: 'write_offs',
    rows: `SELECT write_offs.rowid, write_offs.id, write_offs.charge_id AS charge,
        CASE WHEN handled_at IS NULL THEN state ELSE 'HANDLED' END || ' ' || amount_cents AS saying
      FROM write_offs JOIN charge_invoices USING (charge_id, invoice_id)
      WHERE write_offs.rowid > $after ORDER BY write_offs.rowid LIMIT ${BATCH}`,
    audited: ({ writeOffs }) => sayingsOf(writeOffs),
  },
  {
    // One that is only due was told by what it is due for, and so is one that a person closed, but for a second payment.
    table: 'refunds',
    rows: `SELECT rowid, id, charge_id AS charge,
        CASE WHEN handled_at IS NOT NULL AND reason = 'paid-twice' THEN 'HANDLED' ELSE state END || ' ' || amount_cents
          AS saying
      FROM refunds WHERE rowid > $after AND (state <> 'DUE' OR (handled_at IS NOT NULL AND reason = 'paid-twice'))
      ORDER BY rowid LIMIT ${BATCH}`,
    audited: ({ refunds }) => sayingsOf(refunds),
  },
];

function sayingsOf(
  entries: ReadonlyMap<string, { readonly state: string; readonly cents: number }>,
): ReadonlyMap<string, string> {
  return new Map([...entries].map(([id, { state, cents }]) => [id, `${state} ${cents}`]));
}

function* compareRows(database: Database, standings: MoneyStandings): Generator<RowDifference[]> {
  for (const each of compared) {
    yield* changedRows(database, each, standings);
    yield* missingRows(database, each, standings);
  }
}

function* changedRows(
  database: Database,
  { table, rows: sql, audited }: Compared,
  standings: MoneyStandings,
): Generator<RowDifference[]> {
  let after = 0;
  while (true) {
    const rows = database.all(sql, sayingRow, { after });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.flatMap(({ id, charge, saying: row }) => {
      const standing = standings.find(charge);
      const audit = standing && audited(standing).get(id);
      if (audit === row) return [];
      return [{ table, id, row, ...(audit !== undefined && { audit }) }];
    });
    after = last.rowid;
  }
}

function* missingRows(
  database: Database,
  { table, audited }: Compared,
  standings: MoneyStandings,
): Generator<RowDifference[]> {
  let found: RowDifference[] = [];
  let asked = 0;
  for (const standing of standings.list()) {
    for (const [id, audit] of audited(standing)) {
      if (!database.get(`SELECT id FROM ${table} WHERE id = $id`, idRow, { id }))
        found.push({ table, id, audit });
      asked += 1;
      if (asked % BATCH > 0) continue;
      yield found;
      found = [];
    }
  }
  yield found;
}
