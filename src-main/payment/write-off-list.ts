import { z } from 'zod';
import type { Cents } from '../domain/money.ts';
import type { Database } from '../storage/database.ts';

/** Money that is not through, or that waits for a person; read without anybody's name or document. */
export interface UnfinishedWriteOff {
  /**
   * Of the write-off; of the charge, where its amount was wrong and no write-off was ever made; of the refund, where a
   * charge was paid once more.
   */
  readonly id: string;
  readonly chargeId: string;
  readonly erp: string;
  readonly invoiceId: string;
  readonly amountCents: Cents;
  readonly state: 'PENDING' | 'SENT' | 'UNKNOWN' | 'MANUAL' | 'REFUND_DUE';
  readonly detail?: string;
  /** Wall time, milliseconds. */
  readonly paidAt: number;
  readonly sends: number;
  /** How the money stands that must go back; absent where none must, or where the kiosk cannot reach it. */
  readonly refund?: 'possible' | 'under-way' | 'failed';
}

export interface UnfinishedWriteOffs {
  /** Oldest first, 500 at most. */
  readonly items: readonly UnfinishedWriteOff[];
  /** Wall time (milliseconds) since when the fate of the one that is unknown for longest is unknown. */
  readonly oldestUnknownSince?: number;
}

const mostItems = 500;

const itemRow = z
  .object({
    id: z.string(),
    charge_id: z.string(),
    erp: z.string(),
    invoice_id: z.string(),
    amount_cents: z.number().int(),
    state: z.enum(['PENDING', 'SENT', 'UNKNOWN', 'MANUAL', 'REFUND_DUE']),
    detail: z.string().nullable(),
    noted_at: z.number().int(),
    paid_at: z.string().nullable(),
    sends: z.number().int(),
    source: z.enum(['api-pix', 'erp-pix', 'static-pix']),
    refunds: z.string().nullable(),
  })
  .transform((row) => ({
    source: row.source,
    refunds: row.refunds?.split(' ') ?? [],
    id: row.id,
    chargeId: row.charge_id,
    erp: row.erp,
    invoiceId: row.invoice_id,
    amountCents: row.amount_cents,
    state: row.state,
    ...(row.detail !== null && { detail: row.detail }),
    paidAt: timeOf(row.paid_at) ?? row.noted_at,
    sends: row.sends,
  }));

const sinceRow = z.object({ since: z.number().int().nullable() });

type Row = z.output<typeof itemRow>;

/**
 * What waits for the queue or for a person, whoever was paid first at the top.
 *
 * @param canRefund whether the account that has a charge's money can be asked to send it back
 */
export function listUnfinishedWriteOffs(
  database: Database,
  canRefund: (chargeId: string) => boolean,
): UnfinishedWriteOffs {
  const items = [...ofInvoices(database), ...ofWrongAmounts(database), ...ofSurplus(database)]
    .toSorted((one, other) => one.paidAt - other.paidAt)
    .slice(0, mostItems)
    .map((row) => itemOf(row, canRefund));
  const since = database.get(
    `SELECT min(unknown_since) AS since FROM write_offs WHERE state IN ('SENT', 'UNKNOWN')`,
    sinceRow,
  )?.since;
  return { items, ...(typeof since === 'number' && { oldestUnknownSince: since }) };
}

function itemOf(
  { source, refunds, ...item }: Row,
  canRefund: (chargeId: string) => boolean,
): UnfinishedWriteOff {
  const forPerson = item.state === 'MANUAL' || item.state === 'REFUND_DUE';
  if (!forPerson || source !== 'api-pix' || !canRefund(item.chargeId)) return item;
  return { ...item, refund: standingOf(refunds) };
}

function standingOf(states: readonly string[]): NonNullable<UnfinishedWriteOff['refund']> {
  if (states.includes('REQUESTED') || states.includes('PROCESSING')) return 'under-way';
  return states.includes('FAILED') ? 'failed' : 'possible';
}

/** States of the refunds of something, the last try of each, with blanks between. */
const refundStates = (condition: string): string => `(SELECT group_concat(refunds.state, ' ') FROM refunds
  WHERE ${condition} AND refunds.replaced_by IS NULL AND refunds.handled_at IS NULL) AS refunds`;

function ofInvoices(database: Database): readonly Row[] {
  return database.all(
    `SELECT write_offs.id, write_offs.charge_id, charges.erp, write_offs.invoice_id,
       charge_invoices.amount_cents, write_offs.state, write_offs.detail, write_offs.created_at AS noted_at,
       charges.paid_at, write_offs.sends, charges.source,
       ${refundStates('refunds.write_off_id = write_offs.id')}
     FROM write_offs JOIN charges ON charges.id = write_offs.charge_id
       JOIN charge_invoices USING (charge_id, invoice_id)
     WHERE write_offs.state IN ('PENDING', 'SENT', 'UNKNOWN', 'MANUAL', 'REFUND_DUE')
       AND write_offs.handled_at IS NULL
     ORDER BY write_offs.rowid LIMIT ${mostItems}`,
    itemRow,
  );
}

/** A payment of another amount: there is nothing to write off, and the money must go back. */
function ofWrongAmounts(database: Database): readonly Row[] {
  return database.all(
    `SELECT charges.id, charges.id AS charge_id, charges.erp, min(charge_invoices.invoice_id) AS invoice_id,
       coalesce(charges.paid_cents, charges.amount_cents) AS amount_cents, charges.state,
       'wrong amount' AS detail, charges.created_at AS noted_at, charges.paid_at, 0 AS sends, charges.source,
       ${refundStates(`refunds.charge_id = charges.id AND refunds.reason = 'wrong-amount'`)}
     FROM charges JOIN charge_invoices ON charge_invoices.charge_id = charges.id
     WHERE charges.state = 'REFUND_DUE' AND charges.handled_at IS NULL
     GROUP BY charges.id ORDER BY charges.rowid LIMIT ${mostItems}`,
    itemRow,
  );
}

/** Money beside the payment of a charge. */
function ofSurplus(database: Database): readonly Row[] {
  return database.all(
    `SELECT refunds.id, refunds.charge_id, charges.erp, min(charge_invoices.invoice_id) AS invoice_id,
       refunds.amount_cents, 'REFUND_DUE' AS state, 'paid twice' AS detail, refunds.created_at AS noted_at,
       charge_payments.paid_at, 0 AS sends, charges.source, refunds.state AS refunds
     FROM refunds JOIN charges ON charges.id = refunds.charge_id
       JOIN charge_invoices ON charge_invoices.charge_id = charges.id
       JOIN charge_payments ON charge_payments.charge_id = charges.id
         AND charge_payments.end_to_end_id = refunds.end_to_end_id
     WHERE refunds.reason = 'paid-twice' AND refunds.state <> 'DONE'
       AND refunds.replaced_by IS NULL AND refunds.handled_at IS NULL
     GROUP BY refunds.id ORDER BY refunds.rowid LIMIT ${mostItems}`,
    itemRow,
  );
}

function timeOf(paidAt: string | null): number | undefined {
  const time = Date.parse(paidAt ?? '');
  return Number.isFinite(time) ? time : undefined;
}
