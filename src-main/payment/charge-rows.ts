import { z } from 'zod';
import type { Charge, ChargedInvoice } from '../domain/charge.ts';
import type { Database } from '../storage/database.ts';

/** Rows of `charges` and `charge_invoices` as SQLite gives them. */
const chargeRow = z.object({
  id: z.string(),
  txid: z.string(),
  source: z.enum(['api-pix', 'erp-pix', 'static-pix']),
  erp: z.string(),
  account_id: z.string().nullable(),
  visit_id: z.string(),
  terminal_id: z.string(),
  document: z.string(),
  customer_erp_id: z.string(),
  masked_name: z.string(),
  amount_cents: z.number().int(),
  state: z.enum([
    'CREATED',
    'REQUESTED',
    'AWAITING',
    'PAID',
    'EXPIRED',
    'CANCELLED',
    'REFUND_DUE',
    'REFUNDED',
  ]),
  br_code: z.string().nullable(),
  payee_name: z.string().nullable(),
  created_at: z.number().int(),
  expiry_seconds: z.number().int(),
  paid_cents: z.number().int().nullable(),
  paid_at: z.string().nullable(),
  end_to_end_id: z.string().nullable(),
});

const chargeInvoiceRow = z.object({
  invoice_id: z.string(),
  write_off_id: z.string().nullable(),
  amount_cents: z.number().int(),
  description: z.string(),
  due_date: z.string(),
  receipt_header: z.string().nullable(),
});

/** Writes a charge and its invoices; joins the caller's transaction. @throws UniqueViolation */
export function insertCharge(database: Database, charge: Charge): void {
  database.run(
    `INSERT INTO charges (id, txid, source, erp, account_id, visit_id, terminal_id, document, customer_erp_id, masked_name,
       amount_cents, state, br_code, payee_name, created_at, expiry_seconds)
     VALUES ($id, $txid, $source, $erp, $accountId, $visitId, $terminalId, $document, $customerErpId, $maskedName,
       $amountCents, $state, $brCode, $payeeName, $createdAt, $expirySeconds)`,
    {
      id: charge.id,
      txid: charge.txid,
      source: charge.source,
      erp: charge.erp,
      accountId: charge.accountId ?? null,
      visitId: charge.visitId,
      terminalId: charge.terminalId,
      document: charge.document,
      customerErpId: charge.customerErpId,
      maskedName: charge.maskedName,
      amountCents: charge.amountCents,
      state: charge.state,
      brCode: charge.brCode ?? null,
      payeeName: charge.payeeName ?? null,
      createdAt: charge.createdAt,
      expirySeconds: charge.expirySeconds,
    },
  );
  for (const invoice of charge.invoices) {
    database.run(
      `INSERT INTO charge_invoices
         (charge_id, erp, invoice_id, write_off_id, amount_cents, description, due_date, receipt_header, live)
       VALUES ($chargeId, $erp, $invoiceId, $writeOffId, $amountCents, $description, $dueDate, $receiptHeader, 1)`,
      {
        chargeId: charge.id,
        erp: charge.erp,
        invoiceId: invoice.invoiceId,
        writeOffId: invoice.writeOffId ?? null,
        amountCents: invoice.amountCents,
        description: invoice.description,
        dueDate: invoice.dueDate,
        receiptHeader: invoice.receiptHeader ?? null,
      },
    );
  }
}

/** The charge with this id, with its invoices in the order in which they were written. */
export function readCharge(database: Database, chargeId: string): Charge | undefined {
  const row = database.get('SELECT * FROM charges WHERE id = $chargeId', chargeRow, { chargeId });
  if (!row) return undefined;
  const invoices = database.all(
    'SELECT * FROM charge_invoices WHERE charge_id = $chargeId ORDER BY rowid',
    chargeInvoiceRow,
    { chargeId },
  );
  return chargeFromRows(row, invoices);
}

/** Puts a charge together again from its rows. */
function chargeFromRows(
  row: z.output<typeof chargeRow>,
  invoices: readonly z.output<typeof chargeInvoiceRow>[],
): Charge {
  return {
    id: row.id,
    txid: row.txid,
    source: row.source,
    erp: row.erp,
    visitId: row.visit_id,
    terminalId: row.terminal_id,
    document: row.document,
    customerErpId: row.customer_erp_id,
    maskedName: row.masked_name,
    invoices: invoices.map(chargedInvoice),
    amountCents: row.amount_cents,
    state: row.state,
    createdAt: row.created_at,
    expirySeconds: row.expiry_seconds,
    ...(row.account_id !== null && { accountId: row.account_id }),
    ...(row.br_code !== null && { brCode: row.br_code }),
    ...(row.payee_name !== null && { payeeName: row.payee_name }),
    ...(row.paid_cents !== null &&
      row.paid_at !== null && {
        payment: {
          amountCents: row.paid_cents,
          paidAt: row.paid_at,
          ...(row.end_to_end_id !== null && { endToEndId: row.end_to_end_id }),
        },
      }),
  };
}

function chargedInvoice(row: z.output<typeof chargeInvoiceRow>): ChargedInvoice {
  return {
    invoiceId: row.invoice_id,
    ...(row.write_off_id !== null && { writeOffId: row.write_off_id }),
    amountCents: row.amount_cents,
    description: row.description,
    dueDate: row.due_date,
    ...(row.receipt_header !== null && { receiptHeader: row.receipt_header }),
  };
}
