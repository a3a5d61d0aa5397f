import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';

const charge = z.object({ txid: z.string(), source: z.string(), state: z.string() });
const writeOff = z.object({ invoice_id: z.string(), state: z.string(), sends: z.number() });
const printJob = z.object({ kind: z.string(), state: z.string() });
const event = z.object({ type: z.string() });
const visit = z.object({ end_reason: z.string().nullable() });

/** What a kiosk wrote down, oldest first. */
export interface Journal {
  readonly charges: readonly z.output<typeof charge>[];
  readonly writeOffs: readonly z.output<typeof writeOff>[];
  readonly printJobs: readonly z.output<typeof printJob>[];
  readonly events: readonly string[];
  readonly visitEnds: readonly (string | null)[];
}

/** Reads the database file as anybody else would, without changing it; the kiosk may be running or dead. */
export function readJournal(dataFolder: string): Journal {
  const database = new DatabaseSync(join(dataFolder, 'balcao.db'), { readOnly: true });
  const rows = <S extends z.ZodType>(table: string, row: S): z.output<S>[] =>
    z.array(row).parse(database.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all());
  try {
    return {
      charges: rows('charges', charge),
      writeOffs: rows('write_offs', writeOff),
      printJobs: rows('print_jobs', printJob),
      events: rows('events', event).map(({ type }) => type),
      visitEnds: rows('visits', visit).map((each) => each.end_reason),
    };
  } finally {
    database.close();
  }
}
