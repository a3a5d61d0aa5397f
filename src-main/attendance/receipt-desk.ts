import { z } from 'zod';
import type { ReceiptState } from '../contract/screen.ts';
import type { Charge } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import type { ReceiptCopy } from '../printing/documents/receipt.ts';
import type { PrintDocument } from '../printing/layout.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import type { PrintQueue } from '../printing/print-queue.ts';
import type { Database } from '../storage/database.ts';
import type { VisitRecords } from '../storage/visit-records.ts';
import type { TerminalIdentity } from './paper-desk.ts';
import { type PaidCharge, receiptPaper } from './receipt-paper.ts';

export interface ReceiptDeskParts {
  readonly database: Database;
  readonly visits: VisitRecords;
  readonly queue: PrintQueue | undefined;
  readonly terminal: TerminalIdentity;
  /** For whom receipts are printed. */
  readonly copies: readonly ReceiptCopy[];
  readonly clock: Clock;
  readonly log: Log;
  /** Finds a charge for which money came. */
  readonly findPaid: (chargeId: string) => PaidCharge | undefined;
  readonly onChange: (chargeId: string, receipt: ReceiptState) => void;
}

/**
 * A receipt waits this long (milliseconds) for the ERP's word on each of so many invoices, so that it rarely has to
 * say "em processamento".
 */
const writeOffPatienceMs = 4_000;
const mostWaitedFor = 3;

const receiptRow = z.object({
  charge_id: z.string(),
  state: z.enum(['due', 'queued']),
  says: z.enum(['receipt', 'protocol']).nullable(),
  job_id: z.string().nullable(),
});

type ReceiptRow = z.output<typeof receiptRow>;

/**
 * Receipts, apart from money and never in its way. One is *due* from the transaction that records the payment; it is
 * *queued*, once, when the ERP confirmed or patience ended. A crash between the two leaves it due, and the next start
 * queues it. A payment that people have to see to gets a protocol, also after a provisional receipt.
 */
export class ReceiptDesk {
  readonly #parts: ReceiptDeskParts;
  readonly #timers = new Map<string, unknown>();

  constructor(parts: ReceiptDeskParts) {
    this.#parts = parts;
  }

  /**
   * Joins the transaction that records the payment, and never keeps it from that. Whoever left before paying gets no
   * paper for a stranger to find.
   */
  markDue(charge: Charge): void {
    const { queue, visits, database, log } = this.#parts;
    if (!queue) return;
    try {
      const reason = visits.find(charge.visitId)?.endReason;
      if (reason !== undefined && reason !== 'crashed') return;
      database.run(`INSERT INTO receipts (charge_id, state) VALUES ($id, 'due')`, { id: charge.id });
    } catch (error) {
      log.error('RECEIPT-NOT-QUEUED', { chargeId: charge.id, reason: String(error) });
    }
  }

  /** After money came: the receipt follows when the write-offs ended, which some have already. */
  await(chargeId: string): void {
    if (this.#rowOf(chargeId)?.state !== 'due') return;
    this.#parts.onChange(chargeId, { state: 'printing' });
    const open = this.#countProcessing(chargeId);
    if (open === 0) return this.release(chargeId);
    const patienceMs = writeOffPatienceMs * Math.min(open, mostWaitedFor);
    const timer = this.#parts.clock.setTimeout(() => this.release(chargeId), patienceMs);
    this.#timers.set(chargeId, timer);
  }

  /** One of its write-offs ended: the paper waits for the others, as long as patience lasts. */
  writeOffEnded(chargeId: string): void {
    if (this.#timers.has(chargeId) && this.#countProcessing(chargeId) > 0) return;
    this.release(chargeId);
  }

  #countProcessing(chargeId: string): number {
    const standings = this.#parts.findPaid(chargeId)?.byInvoice.values() ?? [];
    return [...standings].filter((standing) => standing === 'processing').length;
  }

  /** Queues the receipt if it is still due, or the protocol that has become necessary since. */
  release(chargeId: string): void {
    const { clock, log, onChange } = this.#parts;
    clock.clearTimeout(this.#timers.get(chargeId));
    this.#timers.delete(chargeId);
    try {
      const jobId = this.#queueDue(chargeId);
      // The queue told of the job before anybody knew whose it is, and a printer known to be ill stays silent.
      if (jobId !== undefined) this.jobChanged(jobId);
    } catch (error) {
      // It stays due, and the next start tries again.
      log.error('RECEIPT-NOT-QUEUED', { chargeId, reason: String(error) });
      onChange(chargeId, { state: 'none' });
    }
  }

  #queueDue(chargeId: string): string | undefined {
    const { queue, findPaid, terminal, copies } = this.#parts;
    const paid = findPaid(chargeId);
    const row = this.#rowOf(chargeId);
    if (!queue || !row || !paid?.charge.payment) return undefined;
    const { says, document } = receiptPaper(paid, terminal, copies);
    if (row.state === 'queued') {
      const another =
        says === 'protocol' && row.says !== 'protocol' && this.#isWanted(row, paid.charge, queue);
      if (!another) return undefined;
    }
    return this.#enqueue({ ...row, says }, paid.charge.visitId, document, queue);
  }

  /** A paper for whoever is still there, or in the place of one that has not begun. */
  #isWanted(row: ReceiptRow, charge: Charge, queue: PrintQueue): boolean {
    return isUnbegun(row, queue) || this.#parts.visits.find(charge.visitId)?.endedAt === undefined;
  }

  #enqueue(row: ReceiptRow, visitId: string, document: PrintDocument, queue: PrintQueue): string {
    const { database } = this.#parts;
    const { charge_id: chargeId, says, job_id: earlier } = row;
    return database.transaction(() => {
      const id = queue.enqueue({ kind: 'receipt', visitId, document });
      database.run(
        `UPDATE receipts SET state = 'queued', says = $says, job_id = $id WHERE charge_id = $chargeId`,
        { id, says, chargeId },
      );
      if (earlier !== null && isUnbegun(row, queue)) queue.cancel(earlier);
      return id;
    });
  }

  /** Queues what an earlier run left due. */
  resume(): void {
    const due = this.#parts.database.all(`SELECT * FROM receipts WHERE state = 'due'`, receiptRow);
    for (const { charge_id: chargeId } of due) this.release(chargeId);
  }

  /** News of a print job: tells whose receipt it is. @returns the charge when its receipt is on paper now */
  jobChanged(jobId: string): string | undefined {
    const { database, queue, onChange } = this.#parts;
    const row = database.get('SELECT * FROM receipts WHERE job_id = $jobId', receiptRow, { jobId });
    const progress = queue?.stateOf(jobId);
    if (!row || !progress) return undefined;
    onChange(row.charge_id, receiptState(progress));
    return progress.state === 'printed' ? row.charge_id : undefined;
  }

  stop(): void {
    for (const timer of this.#timers.values()) this.#parts.clock.clearTimeout(timer);
    this.#timers.clear();
  }

  #rowOf(chargeId: string): ReceiptRow | undefined {
    const sql = 'SELECT * FROM receipts WHERE charge_id = $chargeId';
    return this.#parts.database.get(sql, receiptRow, { chargeId });
  }
}

/** Whether its job has not come to the printer yet. */
function isUnbegun({ job_id: jobId }: ReceiptRow, queue: PrintQueue): boolean {
  const state = jobId === null ? undefined : queue.stateOf(jobId)?.state;
  return state === 'queued' || state === 'waiting';
}

function receiptState(progress: PrintProgress): ReceiptState {
  switch (progress.state) {
    case 'queued':
    case 'printing':
      return { state: 'printing' };
    case 'printed':
      return { state: 'printed' };
    case 'waiting':
      return { state: 'waiting', trouble: progress.trouble };
    case 'uncertain':
      return { state: 'uncertain' };
    case 'failed':
    case 'cancelled':
      return { state: 'none' };
  }
}
