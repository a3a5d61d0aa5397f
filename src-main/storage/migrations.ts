import { z } from 'zod';
import type { Database } from './database.ts';
import { NewerDatabase } from './storage-trouble.ts';

/** Each entry brings the database from its index to the next version; never edited once released. */
const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE visits (
      id TEXT PRIMARY KEY,
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      end_reason TEXT,
      document TEXT,
      customer_name TEXT,
      customer_erp_id TEXT,
      phone TEXT,
      email TEXT,
      chat_profile TEXT
    ) STRICT`,
    `CREATE TABLE messages (
      id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES visits (id),
      content TEXT NOT NULL CHECK (content IN ('typeable-line', 'pix', 'receipt')),
      subject TEXT NOT NULL,
      phone TEXT,
      texts TEXT,
      consent_version TEXT NOT NULL,
      consented_at INTEGER NOT NULL,
      sent_at INTEGER,
      useless_at INTEGER,
      unclear_tries INTEGER NOT NULL DEFAULT 0
    ) STRICT`,
    `CREATE INDEX messages_by_visit ON messages (visit_id)`,
    `CREATE TABLE crm_calls (
      visit_id TEXT PRIMARY KEY REFERENCES visits (id),
      event_id TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('asked', 'known', 'refused', 'ended')),
      call_id TEXT,
      phone TEXT,
      caller_name TEXT,
      asked_at INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX visits_by_document ON visits (document)`,
    `CREATE INDEX visits_by_phone ON visits (phone)`,
    `CREATE TABLE charges (
      id TEXT PRIMARY KEY,
      txid TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL CHECK (source IN ('api-pix', 'erp-pix', 'static-pix')),
      erp TEXT NOT NULL,
      account_id TEXT,
      visit_id TEXT NOT NULL REFERENCES visits (id),
      terminal_id TEXT NOT NULL,
      document TEXT NOT NULL,
      customer_erp_id TEXT NOT NULL,
      masked_name TEXT NOT NULL,
      amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
      state TEXT NOT NULL,
      br_code TEXT,
      payee_name TEXT,
      created_at INTEGER NOT NULL,
      expiry_seconds INTEGER NOT NULL,
      paid_cents INTEGER,
      paid_at TEXT,
      end_to_end_id TEXT,
      late_looks INTEGER,
      from_backup INTEGER NOT NULL DEFAULT 0 CHECK (from_backup IN (0, 1)),
      handled_at INTEGER,
      handled_reason TEXT
    ) STRICT`,
    `CREATE INDEX charges_by_state ON charges (state)`,
    `CREATE INDEX charges_by_document ON charges (document)`,
    `CREATE INDEX charges_by_visit ON charges (visit_id)`,
    `CREATE TABLE charge_invoices (
      charge_id TEXT NOT NULL REFERENCES charges (id),
      erp TEXT NOT NULL,
      invoice_id TEXT NOT NULL,
      write_off_id TEXT,
      amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
      description TEXT NOT NULL,
      due_date TEXT NOT NULL,
      receipt_header TEXT,
      live INTEGER NOT NULL CHECK (live IN (0, 1)),
      PRIMARY KEY (charge_id, invoice_id)
    ) STRICT`,
    `CREATE UNIQUE INDEX one_live_charge_per_invoice ON charge_invoices (erp, invoice_id) WHERE live = 1`,
    `CREATE TABLE write_offs (
      id TEXT PRIMARY KEY,
      charge_id TEXT NOT NULL,
      invoice_id TEXT NOT NULL,
      state TEXT NOT NULL,
      sends INTEGER NOT NULL DEFAULT 0,
      detail TEXT,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      unknown_since INTEGER,
      alarm TEXT,
      handled_at INTEGER,
      handled_reason TEXT,
      UNIQUE (charge_id, invoice_id),
      FOREIGN KEY (charge_id, invoice_id) REFERENCES charge_invoices (charge_id, invoice_id)
    ) STRICT`,
    `CREATE INDEX write_offs_by_state ON write_offs (state)`,
    `CREATE INDEX write_offs_by_invoice ON write_offs (invoice_id)`,
    `CREATE TABLE charge_payments (
      charge_id TEXT NOT NULL REFERENCES charges (id),
      end_to_end_id TEXT NOT NULL,
      amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
      paid_at TEXT NOT NULL,
      PRIMARY KEY (charge_id, end_to_end_id)
    ) STRICT`,
    `CREATE TABLE refunds (
      id TEXT PRIMARY KEY,
      charge_id TEXT NOT NULL REFERENCES charges (id),
      write_off_id TEXT REFERENCES write_offs (id),
      end_to_end_id TEXT NOT NULL,
      amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
      reason TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('DUE', 'REQUESTED', 'PROCESSING', 'DONE', 'FAILED')),
      detail TEXT,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      replaced_by TEXT REFERENCES refunds (id),
      handled_at INTEGER,
      handled_reason TEXT
    ) STRICT`,
    `CREATE INDEX refunds_by_charge ON refunds (charge_id)`,
    `CREATE INDEX refunds_by_state ON refunds (state)`,
    `CREATE TABLE alarms (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL,
      charge_id TEXT,
      erp TEXT,
      invoice_id TEXT,
      raised_at INTEGER NOT NULL
    ) STRICT`,
    `CREATE UNIQUE INDEX one_alarm_per_subject
      ON alarms (code, coalesce(charge_id, ''), coalesce(erp, ''), coalesce(invoice_id, ''))`,
    `CREATE TABLE printer_alarms (
      id INTEGER PRIMARY KEY,
      trouble TEXT NOT NULL,
      raised_at INTEGER NOT NULL,
      cleared_at INTEGER
    ) STRICT`,
    `CREATE UNIQUE INDEX one_printer_alarm ON printer_alarms (cleared_at IS NULL) WHERE cleared_at IS NULL`,
    `CREATE TABLE events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      event_id TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL DEFAULT 1,
      visit_id TEXT REFERENCES visits (id),
      type TEXT NOT NULL,
      body TEXT NOT NULL,
      occurred_at INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX events_by_visit ON events (visit_id, id)`,
    `CREATE INDEX events_by_time ON events (occurred_at)`,
    `CREATE TABLE deliveries (
      event INTEGER NOT NULL REFERENCES events (id),
      target TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
      attempts INTEGER NOT NULL DEFAULT 0,
      next_attempt_at INTEGER NOT NULL,
      last_failure TEXT,
      handled_at INTEGER,
      handled_reason TEXT,
      PRIMARY KEY (event, target)
    ) STRICT`,
    `CREATE INDEX deliveries_waiting ON deliveries (target, event) WHERE state = 'waiting'`,
    `CREATE INDEX deliveries_open ON deliveries (state, event, target)
      WHERE state IN ('waiting', 'dead') AND handled_at IS NULL`,
    `CREATE TABLE print_jobs (
      id TEXT PRIMARY KEY,
      seq INTEGER NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('slip', 'receipt', 'copy')),
      visit_id TEXT NOT NULL,
      state TEXT NOT NULL,
      document TEXT NOT NULL,
      reprint INTEGER NOT NULL DEFAULT 0 CHECK (reprint IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX print_jobs_by_state ON print_jobs (state, seq)`,
    `CREATE TABLE receipts (
      charge_id TEXT PRIMARY KEY REFERENCES charges (id),
      state TEXT NOT NULL CHECK (state IN ('due', 'queued')),
      says TEXT CHECK (says IN ('receipt', 'protocol')),
      job_id TEXT REFERENCES print_jobs (id)
    ) STRICT`,
    `CREATE INDEX receipts_by_job ON receipts (job_id)`,
    `CREATE TABLE receipt_copies (
      job_id TEXT PRIMARY KEY REFERENCES print_jobs (id),
      charge_id TEXT NOT NULL REFERENCES charges (id)
    ) STRICT`,
    `CREATE INDEX receipt_copies_by_charge ON receipt_copies (charge_id)`,
    `CREATE TABLE requests (
      id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES visits (id),
      kind TEXT NOT NULL,
      erp TEXT NOT NULL,
      subject TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sent', 'not-sent', 'done', 'refused', 'unclear')),
      remote_id TEXT,
      remarks TEXT,
      terms TEXT,
      accepted_at INTEGER,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      handled_at INTEGER,
      handled_reason TEXT
    ) STRICT`,
    `CREATE UNIQUE INDEX one_request_per_visit ON requests (visit_id, kind, erp, subject)`,
    `CREATE INDEX requests_by_subject ON requests (kind, erp, subject)`,
    `CREATE INDEX requests_by_state ON requests (state)`,
    `CREATE TABLE restores (
      id TEXT PRIMARY KEY,
      restored_at INTEGER NOT NULL,
      backup_at INTEGER,
      looked_at INTEGER
    ) STRICT`,
    `CREATE TABLE upkeep (task TEXT PRIMARY KEY, ran_at INTEGER NOT NULL) STRICT`,
    `CREATE TABLE money_audit (seq INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT`,
    `CREATE TRIGGER money_audit_only_changes_by_growing BEFORE UPDATE ON money_audit
      BEGIN SELECT RAISE(ABORT, 'money_audit can only grow'); END`,
    `CREATE TRIGGER money_audit_only_grows BEFORE DELETE ON money_audit
      BEGIN SELECT RAISE(ABORT, 'money_audit can only grow'); END`,
    // REPLACE deletes without asking the trigger above.
    `CREATE TRIGGER money_audit_grows_at_its_end BEFORE INSERT ON money_audit
      WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM money_audit)
      BEGIN SELECT RAISE(ABORT, 'money_audit can only grow'); END`,
  ],
];

const versionRow = z.object({ user_version: z.number().int() });

/** The version that this program brings a database to. */
export const NEWEST_VERSION = migrations.length;

/** How many steps a database has taken; 0: it is new. */
export function versionOf(database: Database): number {
  return database.get('PRAGMA user_version', versionRow)?.user_version ?? 0;
}

/**
 * Brings the database to the newest schema, each step in a transaction of its own.
 * @param beforeStep called before each step of a database that is not new, with the version that it still has
 * @throws NewerDatabase
 */
export function migrate(
  database: Database,
  beforeStep: (version: number) => void = () => undefined,
  steps: readonly (readonly string[])[] = migrations,
): void {
  const current = versionOf(database);
  if (current > steps.length) {
    throw new NewerDatabase(
      `STORAGE-NEWER: the database has version ${current}, this kiosk knows ${steps.length}`,
    );
  }
  for (const [version, statements] of steps.entries()) {
    if (version < current) continue;
    if (version > 0) beforeStep(version);
    database.transaction(() => {
      for (const statement of statements) database.run(statement);
      database.run(`PRAGMA user_version = ${version + 1}`);
    });
  }
}
