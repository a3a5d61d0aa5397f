import { z } from 'zod';
import { parseCalendarDate } from '../domain/calendar-date.ts';
import type { ChargeSource } from '../domain/charge.ts';
import { dayBounds } from '../domain/day-bounds.ts';
import type { Cents } from '../domain/money.ts';
import type { Database, SqlParameters } from '../storage/database.ts';

/** A charge as whoever looks for it needs it: no document, no name. */
export interface FoundCharge {
  readonly id: string;
  readonly txid: string;
  readonly source: ChargeSource;
  /** A `ChargeState`, or `SETTLED_BY_HAND` when a person closed what was to be given back. */
  readonly state: string;
  readonly amountCents: Cents;
  readonly invoiceIds: readonly string[];
  /** Wall time, milliseconds. */
  readonly createdAt: number;
  /** RFC 3339, the PSP's clock. */
  readonly paidAt?: string;
  /** States of its write-offs in the order of the invoices; `SETTLED_BY_HAND` for those that a person closed. */
  readonly writeOffs: readonly string[];
}

export interface FoundCharges {
  readonly charges: readonly FoundCharge[];
  /** On all pages. */
  readonly total: number;
}

const chargesOnPage = 20;

/** Shorter than this a part of a txid would find almost anything. */
const shortestPart = 4;

const amountPattern = /^(?:R\$\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,10}),(\d{2})$/i;

const countRow = z.object({ total: z.number().int() });
const invoiceRow = z.object({ invoice_id: z.string() });
const stateRow = z.object({ state: z.string() });

/** Of a charge or a write-off. */
const shownState = `CASE WHEN handled_at IS NULL THEN state ELSE 'SETTLED_BY_HAND' END AS state`;

const chargeRow = z.object({
  id: z.string(),
  txid: z.string(),
  source: z.enum(['api-pix', 'erp-pix', 'static-pix']),
  amount_cents: z.number().int(),
  state: z.string(),
  created_at: z.number().int(),
  paid_at: z.string().nullable(),
});

interface Condition {
  readonly sql: string;
  readonly parameters: SqlParameters;
}

/**
 * Charges that match, newest first, 20 on a page.
 * @param text a txid or at least 4 characters of one, the id of a charge, an invoice or a payment, an amount
 *   ("129,90", "R$ 1.129,90"), a day ("21/11/2026") on which the charge was made; empty for all
 * @param page from 0
 * @param timeZone IANA name; where the day is meant
 */
export function findCharges(database: Database, text: string, page: number, timeZone: string): FoundCharges {
  const { sql, parameters } = conditionFor(text.trim(), timeZone);
  const rows = database.all(
    `SELECT id, txid, source, amount_cents, ${shownState}, created_at, paid_at FROM charges WHERE ${sql}
     ORDER BY rowid DESC LIMIT ${chargesOnPage} OFFSET $offset`,
    chargeRow,
    { ...parameters, offset: Math.max(0, Math.trunc(page)) * chargesOnPage },
  );
  const count = database.get(`SELECT count(*) AS total FROM charges WHERE ${sql}`, countRow, parameters);
  return { charges: rows.map((row) => foundCharge(database, row)), total: count?.total ?? 0 };
}

/** What to look for; the text itself is only ever bound. */
function conditionFor(text: string, timeZone: string): Condition {
  if (text === '') return { sql: '1', parameters: {} };
  const amount = amountPattern.exec(text);
  if (amount) {
    const cents = Number(`${(amount[1] ?? '').replaceAll('.', '')}${amount[2] ?? ''}`);
    return { sql: '(amount_cents = $cents OR paid_cents = $cents)', parameters: { cents } };
  }
  const day = parseCalendarDate(text);
  if (day !== undefined) {
    return {
      sql: 'created_at >= $from AND created_at < $to',
      parameters: { ...dayBounds(day, timeZone) },
    };
  }
  return idCondition(text.toLowerCase());
}

function idCondition(id: string): Condition {
  const txid = id.length >= shortestPart ? 'instr(lower(txid), $id) > 0' : 'lower(txid) = $id';
  return {
    sql: `(${txid} OR lower(id) = $id OR lower(end_to_end_id) = $id
      OR id IN (SELECT charge_id FROM charge_invoices WHERE lower(invoice_id) = $id))`,
    parameters: { id },
  };
}

function foundCharge(database: Database, row: z.output<typeof chargeRow>): FoundCharge {
  const { id } = row;
  const invoices = database.all(
    'SELECT invoice_id FROM charge_invoices WHERE charge_id = $id ORDER BY rowid',
    invoiceRow,
    { id },
  );
  const writeOffs = database.all(
    `SELECT ${shownState} FROM write_offs WHERE charge_id = $id ORDER BY rowid`,
    stateRow,
    { id },
  );
  return {
    id,
    txid: row.txid,
    source: row.source,
    state: row.state,
    amountCents: row.amount_cents,
    invoiceIds: invoices.map((invoice) => invoice.invoice_id),
    createdAt: row.created_at,
    ...(row.paid_at !== null && { paidAt: row.paid_at }),
    writeOffs: writeOffs.map(({ state }) => state),
  };
}
