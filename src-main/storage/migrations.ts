import { z } from 'zod';
import type { Database } from './database.ts';
import { NewerDatabase } from './storage-trouble.ts';

/** Each entry brings the database from its index to the next version; never edited once released. */
const migrations: readonly string[][] = [
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
      email TEXT
    ) STRICT`,
    `CREATE TABLE charges (
      id TEXT PRIMARY KEY,
      txid TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL CHECK (source IN ('api-pix', 'erp-pix')),
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
      handled_at INTEGER,
      handled_reason TEXT
    ) STRICT`,
    `CREATE INDEX charges_by_state ON charges (state)`,
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
    `CREATE TABLE events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      event_id TEXT NOT NULL UNIQUE,
      visit_id TEXT NOT NULL REFERENCES visits (id),
      type TEXT NOT NULL,
      body TEXT NOT NULL,
      occurred_at INTEGER NOT NULL
    ) STRICT`,
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
    `CREATE TABLE print_jobs (
      id TEXT PRIMARY KEY,
      seq INTEGER NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('slip', 'receipt')),
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
      job_id TEXT REFERENCES print_jobs (id)
    ) STRICT`,
  ],
];

const versionRow = z.object({ user_version: z.number().int() });

/**
 * Brings the database to the newest schema, each step in a transaction of its own.
 * @throws NewerDatabase
 */
export function migrate(database: Database): void {
  const current = database.get('PRAGMA user_version', versionRow)?.user_version ?? 0;
  if (current > migrations.length) {
    throw new NewerDatabase(
      `STORAGE-NEWER: the database has version ${current}, this kiosk knows ${migrations.length}`,
    );
  }
  for (const [version, statements] of migrations.entries()) {
    if (version < current) continue;
    database.transaction(() => {
      for (const statement of statements) database.run(statement);
      database.run(`PRAGMA user_version = ${version + 1}`);
    });
  }
}
