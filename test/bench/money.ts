import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Charge, Payment } from '../../src-main/domain/charge.ts';
import type { Clock } from '../../src-main/domain/clock.ts';
import { createAlarms } from '../../src-main/payment/alarms.ts';
import { type ChargeJournal, createChargeJournal } from '../../src-main/payment/charge-journal.ts';
import { createMoneyAudit } from '../../src-main/payment/money-audit.ts';
import type { PaymentDeskParts } from '../../src-main/payment/payment-desk.ts';
import { PaymentGate } from '../../src-main/payment/payment-gate.ts';
import { createRefundJournal } from '../../src-main/payment/refund-journal.ts';
import { createWriteOffJournal } from '../../src-main/payment/write-off-journal.ts';
import { createOutbox } from '../../src-main/relay/outbox.ts';
import { type Database, openDatabase } from '../../src-main/storage/database.ts';
import { migrate } from '../../src-main/storage/migrations.ts';
import { createVisitRecords } from '../../src-main/storage/visit-records.ts';
import { silent } from './silent.ts';

export const ERP = 'principal';
export const ACCOUNT = 'principal';
export const AMOUNT_CENTS = 9_990;
export const BR_CODE = `0002${'0123456789'.repeat(18)}6304ABCD`;

const VISIT = 'visit-1';

/** Hands a folder to `work` and takes it away afterwards. */
export async function withFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(parent, 'balcao-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where a commit waits for no disk, if there is such a place: for what is to be told of the kiosk, not of the disk. */
export function memoryFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}

/** A new database with the kiosk's tables. */
export function newDatabase(file: string): Database {
  const database = openDatabase(file);
  migrate(database);
  return database;
}

/** The kiosk's journals, put together as in `createPaymentDesk`, with one visit. */
export function openJournal(database: Database, clock: Clock): ChargeJournal {
  const visits = createVisitRecords(database, clock);
  visits.begin(VISIT);
  const outbox = createOutbox(database, clock, visits, [], () => undefined);
  const records = {
    database,
    clock,
    recordEvent: outbox.record,
    raiseAlarm: createAlarms(database, clock, silent),
    recordMoney: createMoneyAudit(database, clock),
  };
  const refunds = createRefundJournal({ ...records, onReturned: () => undefined });
  const writeOffs = createWriteOffJournal({ ...records, openRefund: () => undefined });
  return createChargeJournal({
    ...records,
    writeOffs,
    refunds,
    refundLate: false,
    alongsidePaid: () => undefined,
  });
}

/** A charge of one invoice, of a customer who has no other, whose QR is on the screen: three transitions. */
export function awaitCharge(journal: ChargeJournal, number: number): Charge {
  const invoice = {
    invoiceId: invoiceIdOf(number),
    description: 'Internet fibra 500 Mb',
    dueDate: '2026-12-11',
  };
  const created = journal.create({
    source: 'api-pix',
    erp: ERP,
    terminalId: 'T01',
    accountId: ACCOUNT,
    payeeName: 'SERRA FIBRA',
    visitId: VISIT,
    document: documentOf(number),
    customerErpId: String(7_000 + number),
    maskedName: 'Maria S.',
    amountCents: AMOUNT_CENTS,
    expirySeconds: 3_600,
    invoices: [{ ...invoice, amountCents: AMOUNT_CENTS }],
  });
  if (!created.ok) throw new Error(created.error);
  return journal.markAwaiting(journal.markRequested(created.value), BR_CODE);
}

/** The fourth transition. */
export function payCharge(journal: ChargeJournal, charge: Charge, number: number): Charge {
  return journal.markPaid(charge, [paymentOf(number)]);
}

export function invoiceIdOf(number: number): string {
  return String(910_000 + number);
}

/** Digits only, and nobody's. */
function documentOf(number: number): string {
  return String(number).padStart(11, '0');
}

/** The invoice of the only customer with this document. */
export function invoiceIdOfDocument(document: string): string {
  return invoiceIdOf(Number(document));
}

function paymentOf(number: number): Payment {
  const endToEndId = `E99999999202611211203${String(number).padStart(11, '0')}`;
  return { amountCents: AMOUNT_CENTS, paidAt: '2026-11-21T12:03:00.000Z', endToEndId };
}

/** What a payment desk needs besides a database, a clock and somebody to talk to. */
export const deskParts: Omit<PaymentDeskParts, 'database' | 'clock' | 'gate'> = {
  log: silent,
  http: { request: () => Promise.reject(new Error('nobody is there')), close: () => Promise.resolve() },
  erps: new Map(),
  accounts: { accounts: [], accountByIdentifier: {} },
  readCertificateFile: () => Promise.reject(new Error('no certificate')),
  terminalId: 'T01',
  timeZone: 'America/Sao_Paulo',
  refunds: 'by-hand',
  chargeExpirySeconds: 3_600,
  erpChargeWaitSeconds: 60,
  random: () => 0,
  recordEvent: () => undefined,
  alongsidePaid: () => undefined,
  listener: {
    chargeChanged: () => undefined,
    chargeLooked: () => undefined,
    offerChanged: () => undefined,
    writeOffEnded: () => undefined,
  },
};

export const newGate = (): PaymentGate => new PaymentGate();
