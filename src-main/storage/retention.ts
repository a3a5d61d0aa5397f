import { z } from 'zod';
import type { Database } from './database.ts';

/** Charges of one step; some milliseconds. */
const STEP = 50;

const idRow = z.object({ id: z.string() });

/** Nothing more happens to it, and nobody waits for the money or for a person. */
const finishedCharge = `charges.created_at < $before
  AND charges.state NOT IN ('CREATED', 'REQUESTED', 'AWAITING')
  AND NOT (charges.state = 'REFUND_DUE' AND charges.handled_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM write_offs WHERE write_offs.charge_id = charges.id
    AND (write_offs.state IN ('PENDING', 'SENT', 'UNKNOWN')
      OR (write_offs.state IN ('MANUAL', 'REFUND_DUE') AND write_offs.handled_at IS NULL)))
  AND NOT EXISTS (SELECT 1 FROM refunds WHERE refunds.charge_id = charges.id AND refunds.handled_at IS NULL
    AND refunds.replaced_by IS NULL AND refunds.state <> 'DONE')`;

/** Each erases a few rows and says how many. */
const steps: readonly ((database: Database, before: number) => number)[] = [
  eraseCharges,
  (database, before) =>
    database.run(
      `UPDATE visits SET document = NULL, customer_name = NULL, customer_erp_id = NULL, phone = NULL, email = NULL
       WHERE rowid IN (SELECT rowid FROM visits
         WHERE ended_at < $before AND started_at < $before
           AND coalesce(document, customer_name, customer_erp_id, phone, email) IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM charges WHERE charges.visit_id = visits.id AND NOT (${finishedCharge}))
         LIMIT ${STEP})`,
      { before },
    ),
  (database, before) =>
    database.run(
      `UPDATE events SET body = '{}' WHERE id IN (SELECT id FROM events
         WHERE occurred_at < $before AND body <> '{}'
           AND NOT EXISTS (SELECT 1 FROM deliveries WHERE deliveries.event = events.id
             AND (state = 'waiting' OR (state = 'dead' AND handled_at IS NULL)))
         LIMIT ${STEP})`,
      { before },
    ),
  (database, before) =>
    database.run(
      `UPDATE deliveries SET handled_reason = NULL, last_failure = NULL WHERE rowid IN (
         SELECT deliveries.rowid FROM deliveries JOIN events ON events.id = deliveries.event
         WHERE events.body = '{}' AND events.occurred_at < $before
           AND coalesce(deliveries.handled_reason, deliveries.last_failure) IS NOT NULL LIMIT ${STEP})`,
      { before },
    ),
];

/**
 * Erases what is known of persons whose visits ended and whose money was through before `before` (wall time,
 * milliseconds): each turn a few rows, and how many. Amounts, ids and states stay, and so the audit holds.
 */
export function* erasePersonalData(database: Database, before: number): Generator<number> {
  for (const step of steps) {
    while (true) {
      const erased = step(database, before);
      if (erased === 0) break;
      yield erased;
    }
  }
}

function eraseCharges(database: Database, before: number): number {
  return database.transaction(() => {
    const found = database.all(
      `SELECT id FROM charges WHERE document <> '' AND ${finishedCharge} LIMIT ${STEP}`,
      idRow,
      { before },
    );
    for (const { id } of found) {
      database.run(
        `UPDATE charges SET document = '', customer_erp_id = '', masked_name = '', handled_reason = NULL WHERE id = $id`,
        { id },
      );
      database.run(
        `UPDATE charge_invoices SET description = '', receipt_header = NULL WHERE charge_id = $id`,
        { id },
      );
      database.run('UPDATE refunds SET detail = NULL, handled_reason = NULL WHERE charge_id = $id', { id });
      database.run('UPDATE write_offs SET detail = NULL, handled_reason = NULL WHERE charge_id = $id', {
        id,
      });
    }
    return found.length;
  });
}
