import { ReceiptCopies } from '../../../src-main/attendance/receipt-copies.ts';
import { ReceiptDesk } from '../../../src-main/attendance/receipt-desk.ts';
import type { PaidCharge } from '../../../src-main/attendance/receipt-paper.ts';
import { createVisitDiary } from '../../../src-main/attendance/visit-diary.ts';
import type { ReceiptState } from '../../../src-main/contract/screen.ts';
import type { Charge } from '../../../src-main/domain/charge.ts';
import type { Settlement } from '../../../src-main/domain/write-off.ts';
import { type ChargeJournal, createChargeJournal } from '../../../src-main/payment/charge-journal.ts';
import { createWriteOffJournal } from '../../../src-main/payment/write-off-journal.ts';
import type { PrintDocument } from '../../../src-main/printing/layout.ts';
import { PrintQueue } from '../../../src-main/printing/print-queue.ts';
import { createOutbox } from '../../../src-main/relay/outbox.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { createPrintJobStore } from '../../../src-main/storage/print-job-store.ts';
import { createVisitRecords, type VisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { FakePrinter } from '../printing/fake-printer.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';

interface CounterOptions {
  readonly withPrinter?: boolean;
  /** For how many days receipts may be had again. */
  readonly days?: number;
  /** Whether the company wants its copy of each receipt. */
  readonly forCompany?: boolean;
}

const terminal = {
  id: 'T01',
  timeZone: 'America/Sao_Paulo',
  company: { name: 'Rede Horizonte', document: '33000167000101', address: 'Av. Brasil, 1500' },
  companyByErp: new Map([
    ['tv', { name: 'Horizonte TV', document: '11222333000181', address: 'Rua das Flores, 20' }],
  ]),
};

/** Receipts over a real database and print queue; the paper is a fake printer's, as plain text. */
export class ReceiptCounter {
  readonly database: Database;
  readonly clock = new ManualClock();
  readonly log = new RecordingLog();
  readonly printer = new FakePrinter();
  readonly visits: VisitRecords;
  readonly diary: ReturnType<typeof createVisitDiary>;
  readonly queue: PrintQueue;
  readonly receipts: ReceiptDesk;
  readonly copies: ReceiptCopies;
  readonly charges: ChargeJournal;
  readonly told: ReceiptState[] = [];
  /** The receipts that came out, told by the queue. */
  readonly printedFor: string[] = [];
  settlement: Settlement = 'processing';
  /** Where they are not all the same. */
  byInvoice: ReadonlyMap<string, Settlement> | undefined;
  /** Runs after the receipt was noted, still in the transaction that makes the charge PAID. */
  afterNoting: () => void = () => undefined;

  constructor(database: Database, options: CounterOptions = {}) {
    const { clock, log, printer } = this;
    this.database = database;
    this.visits = createVisitRecords(database, clock);
    const outbox = createOutbox(database, clock, this.visits, [], () => undefined);
    this.diary = createVisitDiary(database, this.visits, outbox.record, log);
    this.queue = new PrintQueue({
      store: createPrintJobStore(database),
      printer,
      encode: asText,
      clock,
      log,
    });
    const queue = options.withPrinter === false ? undefined : this.queue;
    const findPaid = (chargeId: string): PaidCharge | undefined => {
      const charge = this.charges.find(chargeId);
      if (charge?.state === 'REFUND_DUE') return { charge, settlement: 'refund-due', byInvoice: new Map() };
      if (charge?.state !== 'PAID') return undefined;
      const { settlement } = this;
      const each = charge.invoices.map(({ invoiceId }) => [invoiceId, settlement] as const);
      return { charge, settlement, byInvoice: this.byInvoice ?? new Map(each) };
    };
    this.receipts = new ReceiptDesk({
      database,
      visits: this.visits,
      queue,
      terminal,
      copies: options.forCompany === true ? ['customer', 'company'] : ['customer'],
      clock,
      log,
      findPaid,
      onChange: (_chargeId, receipt) => this.told.push(receipt),
    });
    this.copies = new ReceiptCopies({
      database,
      queue,
      terminal,
      days: options.days ?? 30,
      clock,
      log,
      findPaid,
    });
    this.queue.onChange((change) => {
      if (change.kind !== 'job') return;
      const chargeId = this.receipts.jobChanged(change.jobId);
      if (chargeId !== undefined) this.printedFor.push(chargeId);
    });
    const raiseAlarm = (): void => undefined;
    const recordMoney = (): void => undefined;
    const { record: recordEvent } = outbox;
    this.charges = createChargeJournal({
      database,
      clock,
      recordEvent,
      raiseAlarm,
      recordMoney,
      refunds: { notePayments: () => [], openPayments: () => undefined },
      refundLate: false,
      writeOffs: createWriteOffJournal({
        database,
        clock,
        recordEvent,
        raiseAlarm,
        recordMoney,
        openRefund: () => undefined,
      }),
      alongsidePaid: (charge) => {
        this.receipts.markDue(charge);
        this.afterNoting();
      },
    });
  }

  /** A charge whose QR is shown. */
  charge(
    visitId = this.diary.begin(),
    erp = 'principal',
    invoices: Charge['invoices'] = [
      { invoiceId: `F-${visitId}`, amountCents: 12_500, description: 'Fibra', dueDate: '2026-12-10' },
    ],
  ): Charge {
    const created = this.charges.create({
      source: 'api-pix',
      erp,
      terminalId: 'T01',
      accountId: 'principal',
      visitId,
      document: '52998224725',
      customerErpId: 'C-1',
      maskedName: 'Maria S.',
      amountCents: invoices.reduce((sum, { amountCents }) => sum + amountCents, 0),
      expirySeconds: 600,
      invoices,
    });
    if (!created.ok) throw new Error(created.error);
    return this.charges.markAwaiting(created.value, 'br-code');
  }

  /** The payer pays. */
  pay(charge: Charge): Charge {
    return this.charges.markPaid(charge, [
      { amountCents: charge.amountCents, paidAt: '2026-11-21T12:03:00.000Z', endToEndId: 'E1' },
    ]);
  }

  /** Pays and tells the desk, as the watcher does. */
  async payAndAwait(charge = this.charge()): Promise<Charge> {
    const paid = this.pay(charge);
    this.receipts.await(paid.id);
    await this.clock.advance(0);
    return paid;
  }
}

export function openReceiptCounter(options: CounterOptions = {}): ReceiptCounter {
  return new ReceiptCounter(openTemporaryDatabase(), options);
}

/** The text of a document, line by line. */
function asText({ blocks, reprint }: PrintDocument): Uint8Array {
  const lines = blocks.map((block) => {
    if (block.kind === 'text') return block.text;
    return block.kind === 'columns' ? `${block.label} ${block.value}` : '';
  });
  return new TextEncoder().encode([...(reprint === true ? ['REIMPRESSÃO'] : []), ...lines].join('\n'));
}
