import { z } from 'zod';
import type { PrintJobStore, StoredPrintJob } from '../printing/print-job.ts';
import type { Database } from './database.ts';

const jobRow = z
  .object({
    id: z.string(),
    kind: z.enum(['slip', 'receipt']),
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

/** Print jobs as rows of `print_jobs`, in the order in which they were asked for. */
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
      database.run('UPDATE print_jobs SET state = $state WHERE id = $id', { id, state });
    },
    requeueAsReprint(id) {
      database.run(`UPDATE print_jobs SET state = 'queued', reprint = 1 WHERE id = $id`, { id });
    },
  };
}
