import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';

const charge = z.object({
  id: z.string(),
  txid: z.string(),
  state: z.string(),
  br_code: z.string().nullable(),
  customer_erp_id: z.string(),
});
const writeOff = z.object({
  id: z.string(),
  charge_id: z.string(),
  invoice_id: z.string(),
  state: z.string(),
  sends: z.number(),
});
const alarm = z.object({ code: z.string(), charge_id: z.string().nullable() });
const state = z.object({ state: z.string() });
const auditLine = z.object({ seq: z.number(), line: z.string() });
const visit = z.object({ end_reason: z.string().nullable() });

/** What a kiosk wrote down, oldest first. */
export interface Journal {
  readonly charges: readonly z.output<typeof charge>[];
  readonly writeOffs: readonly z.output<typeof writeOff>[];
  readonly alarms: readonly z.output<typeof alarm>[];
  readonly receipts: readonly string[];
  readonly printJobs: readonly string[];
  readonly deliveries: readonly string[];
  readonly visitEnds: readonly (string | null)[];
  /** The money's audit log. */
  readonly audit: readonly z.output<typeof auditLine>[];
}

/** Reads the database file as anybody else would, without changing it; the kiosk may be running or dead. */
export function readJournal(dataFolder: string): Journal {
  const database = openDatabase(dataFolder);
  const rows = <S extends z.ZodType>(table: string, row: S): z.output<S>[] =>
    z.array(row).parse(database.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all());
  const states = (table: string) => rows(table, state).map((each) => each.state);
  try {
    return {
      charges: rows('charges', charge),
      writeOffs: rows('write_offs', writeOff),
      alarms: rows('alarms', alarm),
      receipts: states('receipts'),
      printJobs: states('print_jobs'),
      deliveries: states('deliveries'),
      audit: rows('money_audit', auditLine),
      visitEnds: rows('visits', visit).map((each) => each.end_reason),
    };
  } finally {
    database.close();
  }
}

/** What a kiosk has yet to do by itself; asked very often, so of the database and not of the journal. */
const workLeft = `SELECT
  EXISTS (SELECT 1 FROM charges WHERE state IN ('CREATED', 'REQUESTED', 'AWAITING'))
  OR EXISTS (SELECT 1 FROM write_offs WHERE state IN ('PENDING', 'SENT', 'UNKNOWN'))
  OR EXISTS (SELECT 1 FROM receipts WHERE state = 'due')
  OR EXISTS (SELECT 1 FROM print_jobs WHERE state IN ('queued', 'printing'))
  OR EXISTS (SELECT 1 FROM deliveries WHERE state = 'waiting')
  OR EXISTS (SELECT 1 FROM visits WHERE end_reason IS NULL) AS busy`;

/** Whether nothing is left for the kiosk of this data folder to do by itself. */
export function isAtRest(dataFolder: string): boolean {
  const database = openDatabase(dataFolder);
  try {
    return database.prepare(workLeft).get()?.busy === 0;
  } finally {
    database.close();
  }
}

function openDatabase(dataFolder: string) {
  return new DatabaseSync(join(dataFolder, 'balcao.db'), { readOnly: true });
}
