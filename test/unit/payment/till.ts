import { z } from 'zod';
import type { Charge, Payment } from '../../../src-main/domain/charge.ts';
import type { KnownCustomer, OpenInvoice } from '../../../src-main/domain/customer-account.ts';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import { createAlarms } from '../../../src-main/payment/alarms.ts';
import {
  type ChargeIntent,
  type ChargeJournal,
  createChargeJournal,
} from '../../../src-main/payment/charge-journal.ts';
import { closeReturned } from '../../../src-main/payment/close-returned.ts';
import { createMoneyAudit } from '../../../src-main/payment/money-audit.ts';
import { createRefundJournal, type RefundJournal } from '../../../src-main/payment/refund-journal.ts';
import { createWriteOffJournal } from '../../../src-main/payment/write-off-journal.ts';
import { createOutbox } from '../../../src-main/relay/outbox.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';

export const erp = 'principal';
export const visitId = 'visit-1';
export const document = '52998224725';
export const invoiceId = '910003';

export const customer: KnownCustomer = {
  erpId: '7001',
  erpIds: new Map([[erp, '7001']]),
  unreadable: [],
  name: 'Maria da Silva Souza',
  active: true,
  phones: [],
};

/** What proves a settlement to most ERPs. */
export const proofRules = { proofIntervalMs: 30_000, proofBy: ['statement', 'absence'] } as const;

export const unreachable: RemoteFailure = { kind: 'not-sent', detail: 'ECONNREFUSED' };

/** An open invoice of R$ 99,90. */
export function invoice(change: Partial<OpenInvoice> = {}): OpenInvoice {
  return {
    erp,
    key: change.id ?? invoiceId,
    id: invoiceId,
    customerName: customer.name,
    contractIds: [],
    description: 'Telefonia fixa',
    dueDate: '2026-12-11',
    originalCents: 9_990,
    dueCents: 9_990,
    interestCents: 0,
    fineCents: 0,
    discountCents: 0,
    slip: { sound: false, problem: 'absent' },
    ...change,
  };
}

/** What a customer agreed to pay: one invoice of R$ 99,90 into our own account. */
export function intent(change: Partial<ChargeIntent> = {}): ChargeIntent {
  return {
    source: 'api-pix',
    erp,
    terminalId: 'T01',
    accountId: 'principal',
    payeeName: 'SERRA FIBRA',
    visitId,
    document,
    customerErpId: customer.erpId,
    maskedName: 'Maria S.',
    amountCents: 9_990,
    expirySeconds: 600,
    invoices: [{ invoiceId, amountCents: 9_990, description: 'Telefonia fixa', dueDate: '2026-12-11' }],
    ...change,
  };
}

/** `which` tells one PIX from another. */
export function payment(amountCents = 9_990, which = 1): Payment {
  return {
    amountCents,
    paidAt: `2026-11-21T12:0${2 + which}:00.000Z`,
    endToEndId: `E999999992026112112030000000000${which}`,
  };
}

const alarmRow = z.object({
  code: z.string(),
  charge_id: z.string().nullable(),
  erp: z.string().nullable(),
  invoice_id: z.string().nullable(),
});
const eventRow = z.object({ type: z.string() });

export interface TillOptions {
  readonly database?: Database;
  /** `database` without the disk's reserve. */
  readonly unreserved?: Database;
  readonly clock?: ManualClock;
  readonly alongsidePaid?: (charge: Charge) => void;
  readonly refundLate?: boolean;
}

/** The real journals, alarms and outbox on a real file, and one visit in it. */
export function openTill(options: TillOptions = {}) {
  const { database = openTemporaryDatabase(), clock = new ManualClock() } = options;
  const log = new RecordingLog();
  const visits = createVisitRecords(database, clock);
  if (!visits.find(visitId)) visits.begin(visitId);
  const outbox = createOutbox(database, clock, visits, [], () => undefined);
  const raiseAlarm = createAlarms(database, clock, log);
  const recordMoney = createMoneyAudit(database, clock);
  const refunds: RefundJournal = createRefundJournal({
    database,
    clock,
    recordEvent: outbox.record,
    raiseAlarm,
    recordMoney,
    onReturned: (subject) => closeReturned(subject, { journal, writeOffs }),
  });
  const writeOffs = createWriteOffJournal({
    database,
    clock,
    recordEvent: outbox.record,
    raiseAlarm,
    recordMoney,
    openRefund: (writeOffId, reason) => refunds.openInvoice(writeOffId, reason),
  });
  const journal = createChargeJournal({
    database,
    ...(options.unreserved && { unreserved: options.unreserved }),
    clock,
    writeOffs,
    recordEvent: outbox.record,
    raiseAlarm,
    recordMoney,
    refunds,
    refundLate: options.refundLate ?? false,
    alongsidePaid: options.alongsidePaid ?? (() => undefined),
  });
  return {
    database,
    clock,
    log,
    visits,
    recordEvent: outbox.record,
    raiseAlarm,
    recordMoney,
    refunds,
    writeOffs,
    journal,
    alarms: () =>
      database.all('SELECT * FROM alarms ORDER BY id', alarmRow).map((row) => ({
        code: row.code,
        ...(row.charge_id !== null && { chargeId: row.charge_id }),
        ...(row.erp !== null && { erp: row.erp }),
        ...(row.invoice_id !== null && { invoiceId: row.invoice_id }),
      })),
    events: () => database.all('SELECT type FROM events ORDER BY id', eventRow).map(({ type }) => type),
  };
}

export type Till = ReturnType<typeof openTill>;

/** Writes a charge's intent down; a test that meets another live charge has made a mistake. */
export function created(journal: ChargeJournal, change: Partial<ChargeIntent> = {}): Charge {
  const made = journal.create(intent(change));
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** A charge whose QR is on the screen. */
export function awaiting(journal: ChargeJournal, change: Partial<ChargeIntent> = {}): Charge {
  return journal.markAwaiting(journal.markRequested(created(journal, change)), 'the QR text');
}

/** A charge that was paid as it should be. */
export function paid(journal: ChargeJournal, change: Partial<ChargeIntent> = {}): Charge {
  const charge = awaiting(journal, change);
  return journal.markPaid(charge, [payment(charge.amountCents)]);
}
