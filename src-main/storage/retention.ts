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
      `UPDATE visits SET document = NULL, customer_name = NULL, customer_erp_id = NULL, phone = NULL, email = NULL,
         chat_profile = NULL
       WHERE rowid IN (SELECT rowid FROM visits
         WHERE ended_at < $before AND started_at < $before
           AND coalesce(document, customer_name, customer_erp_id, phone, email, chat_profile) IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM charges WHERE charges.visit_id = visits.id AND NOT (${finishedCharge}))
         LIMIT ${STEP})`,
      { before },
    ),
  (database, before) =>
    database.run(
      `UPDATE messages SET phone = NULL, texts = NULL WHERE rowid IN (SELECT messages.rowid FROM messages
         JOIN visits ON visits.id = messages.visit_id
         WHERE visits.document IS NULL AND messages.consented_at < $before
           AND coalesce(messages.phone, messages.texts) IS NOT NULL LIMIT ${STEP})`,
      { before },
    ),
  (database, before) =>
    database.run(
      `UPDATE crm_calls SET phone = NULL, caller_name = NULL WHERE rowid IN (SELECT crm_calls.rowid FROM crm_calls
         JOIN visits ON visits.id = crm_calls.visit_id
         WHERE visits.document IS NULL AND ended_at < $before AND asked_at < $before
           AND coalesce(crm_calls.phone, crm_calls.caller_name) IS NOT NULL LIMIT ${STEP})`,
      { before },
    ),
  (database, before) =>
    database.run(
      `UPDATE requests SET remarks = NULL, handled_reason = NULL WHERE rowid IN (SELECT rowid FROM requests
         WHERE changed_at < $before AND NOT (state = 'unclear' AND handled_at IS NULL)
           AND coalesce(remarks, handled_reason) IS NOT NULL LIMIT ${STEP})`,
      { before },
    ),
  // The subject of a registration begins with the mark of a document: still somebody's, though no number.
  (database, before) =>
    database.run(
      `UPDATE requests SET subject = id WHERE rowid IN (SELECT rowid FROM requests
         WHERE changed_at < $before AND NOT (state = 'unclear' AND handled_at IS NULL)
           AND kind IN ('lead', 'prospect', 'order') AND subject <> id LIMIT ${STEP})`,
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
