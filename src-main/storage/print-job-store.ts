import { z } from 'zod';
import type { PrintJobState, PrintJobStore, StoredPrintJob } from '../printing/print-job.ts';
import type { Database } from './database.ts';

const jobRow = z
  .object({
    id: z.string(),
    kind: z.enum(['slip', 'receipt', 'copy']),
    document: z.string(),
    reprint: z.number().int(),
  })
  .transform(
    (row): StoredPrintJob => ({
      id: row.id,
      kind: row.kind,
      document: JSON.parse(row.document) as unknown,
      reprint: row.reprint === 1,
    }),
  );

const stateRow = z.object({
  state: z.enum(['queued', 'printing', 'printed', 'uncertain', 'failed', 'cancelled']),
});

/** JSON, since documents are. */
const ERASED = 'null';

/**
 * Print jobs as rows of `print_jobs`, in the order in which they were asked for. A document names its customer: it is
 * erased when its job comes to an end, whichever.
 */
export function createPrintJobStore(database: Database): PrintJobStore {
  return {
    add(job) {
      database.run(
        `INSERT INTO print_jobs (id, seq, kind, visit_id, state, document, created_at)
         VALUES ($id, (SELECT coalesce(max(seq), 0) + 1 FROM print_jobs), $kind, $visitId, 'queued', $document, $createdAt)`,
        {
          id: job.id,
          kind: job.kind,
          visitId: job.visitId,
          document: JSON.stringify(job.document),
          createdAt: job.createdAt,
        },
      );
    },
    next: () => database.get(`SELECT * FROM print_jobs WHERE state = 'queued' ORDER BY seq LIMIT 1`, jobRow),
    list: (state) =>
      database.all('SELECT * FROM print_jobs WHERE state = $state ORDER BY seq', jobRow, { state }),
    stateOf: (id) => database.get('SELECT state FROM print_jobs WHERE id = $id', stateRow, { id })?.state,
    setState(id, state) {
      const sql = isPending(state)
        ? 'UPDATE print_jobs SET state = $state WHERE id = $id'
        : `UPDATE print_jobs SET state = $state, document = '${ERASED}' WHERE id = $id`;
      database.run(sql, { id, state });
    },
    requeueAsReprint(id) {
      database.run(`UPDATE print_jobs SET state = 'queued', reprint = 1 WHERE id = $id`, { id });
    },
  };
}

/** Whether its document may still go to the printer. */
function isPending(state: PrintJobState): boolean {
  return state === 'queued' || state === 'printing';
}
