import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { Database } from '../storage/database.ts';
import { createMoneyAudit } from './money-audit.ts';

const writeOffRow = z.object({
  id: z.string(),
  charge_id: z.string(),
  invoice_id: z.string(),
  erp: z.string(),
  account_id: z.string().nullable(),
  amount_cents: z.number().int(),
});

/**
 * Notes in a database that came from a backup what may have gone on since. A write-off that was pending then may have
 * been sent: it counts as unknown, so that the ERP is read before anything is sent again. The same holds for those of
 * charges that get paid now, and for what a person had in hand, who may have tried again. Papers that were due then have long been printed, or their customers are gone.
 */
export function doubtAfterRestore(
  database: Database,
  clock: Pick<Clock, 'wallTime'>,
  backupAt: number | undefined,
): void {
  const recordMoney = createMoneyAudit(database, clock);
  recordMoney({ kind: 'restored', ...(backupAt !== undefined && { backupAt }) });
  database.run('UPDATE charges SET from_backup = 1');
  database.run(`DELETE FROM receipts WHERE state = 'due'`);
  database.run(`UPDATE write_offs SET sends = sends + 1 WHERE state = 'MANUAL' AND handled_at IS NULL`);
  database.run(
    `UPDATE print_jobs SET state = 'cancelled', document = 'null' WHERE state IN ('queued', 'printing')`,
  );
  for (const row of listPending(database)) {
    database.run(
      `UPDATE write_offs SET state = 'UNKNOWN', sends = sends + 1, unknown_since = $at, changed_at = $at WHERE id = $id`,
      { id: row.id, at: clock.wallTime() },
    );
    recordMoney({
      kind: 'write-off',
      id: row.id,
      charge: row.charge_id,
      invoice: row.invoice_id,
      state: 'UNKNOWN',
      erp: row.erp,
      ...(row.account_id !== null && { account: row.account_id }),
      cents: row.amount_cents,
    });
  }
}

function listPending(database: Database): readonly z.output<typeof writeOffRow>[] {
  return database.all(
    `SELECT write_offs.id, write_offs.charge_id, write_offs.invoice_id, charges.erp, charges.account_id,
       charge_invoices.amount_cents
     FROM write_offs JOIN charges ON charges.id = write_offs.charge_id
       JOIN charge_invoices USING (charge_id, invoice_id)
     WHERE write_offs.state = 'PENDING' ORDER BY write_offs.rowid`,
    writeOffRow,
  );
}
