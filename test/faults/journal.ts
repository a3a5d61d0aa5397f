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
  const database = new DatabaseSync(join(dataFolder, 'balcao.db'), { readOnly: true });
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

/** Whether nothing is left for the kiosk to do by itself. */
export function isAtRest(journal: Journal): boolean {
  const none = (states: readonly string[], ...open: readonly string[]) =>
    states.every((each) => !open.includes(each));
  return (
    none(statesOf(journal.charges), 'CREATED', 'REQUESTED', 'AWAITING') &&
    none(statesOf(journal.writeOffs), 'PENDING', 'SENT', 'UNKNOWN') &&
    none(journal.receipts, 'due') &&
    none(journal.printJobs, 'queued', 'printing') &&
    none(journal.deliveries, 'waiting') &&
    journal.visitEnds.every((end) => end !== null)
  );
}

function statesOf(rows: readonly { readonly state: string }[]): readonly string[] {
  return rows.map((row) => row.state);
}
