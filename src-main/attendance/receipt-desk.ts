import { z } from 'zod';
import type { ReceiptState } from '../contract/screen.ts';
import type { Charge } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { Settlement } from '../domain/write-off.ts';
import type { Log } from '../logging/log.ts';
import { receiptDocument } from '../printing/documents/receipt.ts';
import { asReprint } from '../printing/layout.ts';
import type { PrintProgress } from '../printing/print-job.ts';
import type { PrintQueue } from '../printing/print-queue.ts';
import type { Database } from '../storage/database.ts';
import type { VisitRecords } from '../storage/visit-records.ts';
import { beneficiaryOf, type TerminalIdentity } from './paper-desk.ts';

export interface ReceiptDeskParts {
  readonly database: Database;
  readonly visits: VisitRecords;
  readonly queue: PrintQueue | undefined;
  readonly terminal: TerminalIdentity;
  readonly clock: Clock;
  readonly log: Log;
  /** Finds a PAID charge and what became of it in the ERP. */
  readonly findPaid: (chargeId: string) => { charge: Charge; settlement: Settlement } | undefined;
  readonly onChange: (chargeId: string, receipt: ReceiptState) => void;
}

/** A receipt waits this long (milliseconds) for the ERP's word, so that it rarely has to say "em processamento". */
const writeOffPatienceMs = 4_000;

const dueRow = z.object({ charge_id: z.string() });
const jobRow = z.object({ charge_id: z.string(), job_id: z.string() });

/**
 * Receipts, apart from money and never in its way. One is *due* from the transaction that makes a charge PAID; it is
 * *queued*, once, when the ERP confirmed or patience ended. A crash between the two leaves it due, and the next start
 * queues it.
 */
export class ReceiptDesk {
  readonly #parts: ReceiptDeskParts;
  readonly #timers = new Map<string, unknown>();
  /** The job of the second copy that was asked for last, by charge. */
  readonly #copies = new Map<string, string>();

  constructor(parts: ReceiptDeskParts) {
    this.#parts = parts;
  }

  /**
   * Joins the transaction that makes the charge PAID, and never keeps it from that. Whoever left before paying gets
   * no paper for a stranger to find.
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

  /** After a charge became PAID: the receipt comes when its write-offs ended, which some have already. */
  await(chargeId: string): void {
    if (!this.#isDue(chargeId)) return;
    this.#parts.onChange(chargeId, { state: 'printing' });
    if (this.#parts.findPaid(chargeId)?.settlement === 'done') return this.release(chargeId);
    const timer = this.#parts.clock.setTimeout(() => this.release(chargeId), writeOffPatienceMs);
    this.#timers.set(chargeId, timer);
  }

  /** Queues the receipt if it is still due. */
  release(chargeId: string): void {
    const { clock, log, onChange } = this.#parts;
    clock.clearTimeout(this.#timers.get(chargeId));
    this.#timers.delete(chargeId);
    try {
      this.#queueDue(chargeId);
    } catch (error) {
      // It stays due, and the next start tries again.
      log.error('RECEIPT-NOT-QUEUED', { chargeId, reason: String(error) });
      onChange(chargeId, { state: 'none' });
    }
  }

  #queueDue(chargeId: string): void {
    const { queue, database, findPaid } = this.#parts;
    const paid = findPaid(chargeId);
    if (!queue || !paid?.charge.payment || !this.#isDue(chargeId)) return;
    const document = this.#documentOf(paid.charge, paid.settlement);
    const jobId = database.transaction(() => {
      const id = queue.enqueue({ kind: 'receipt', visitId: paid.charge.visitId, document });
      database.run(`UPDATE receipts SET state = 'queued', job_id = $id WHERE charge_id = $chargeId`, {
        id,
        chargeId,
      });
      return id;
    });
    // The queue told of the job before anybody knew whose it is, and a printer known to be ill stays silent.
    this.jobChanged(jobId);
  }

  /** Whether there is a printer at all. */
  canReprint(): boolean {
    return this.#parts.queue !== undefined;
  }

  /**
   * Prints the receipt of a PAID charge again, marked as a second copy, also where there never was a first: whoever
   * asks cannot know. Paper that still waits for the printer is not joined by more, and the visit is told nothing.
   */
  reprint(chargeId: string): 'done' | 'gone' | 'failed' {
    const { queue, findPaid } = this.#parts;
    const paid = findPaid(chargeId);
    if (!paid?.charge.payment) return 'gone';
    if (!queue) return 'failed';
    const jobs = [this.#firstJob(chargeId), this.#copies.get(chargeId)];
    if (jobs.some((jobId) => jobId !== undefined && isOnItsWay(queue.stateOf(jobId)))) return 'done';
    const document = asReprint(this.#documentOf(paid.charge, paid.settlement));
    this.#copies.set(chargeId, queue.enqueue({ kind: 'receipt', visitId: paid.charge.visitId, document }));
    return 'done';
  }

  /** Queues what an earlier run left due. */
  resume(): void {
    const due = this.#parts.database.all(`SELECT charge_id FROM receipts WHERE state = 'due'`, dueRow);
    for (const { charge_id: chargeId } of due) this.release(chargeId);
  }

  /** News of a print job: tells whose receipt it is. @returns the charge when its receipt is on paper now */
  jobChanged(jobId: string): string | undefined {
    const row = this.#parts.database.get('SELECT * FROM receipts WHERE job_id = $jobId', jobRow, { jobId });
    const progress = this.#parts.queue?.stateOf(jobId);
    if (!row || !progress) return undefined;
    this.#parts.onChange(row.charge_id, receiptState(progress));
    return progress.state === 'printed' ? row.charge_id : undefined;
  }

  stop(): void {
    for (const timer of this.#timers.values()) this.#parts.clock.clearTimeout(timer);
    this.#timers.clear();
  }

  #firstJob(chargeId: string): string | undefined {
    const sql = 'SELECT * FROM receipts WHERE charge_id = $chargeId AND job_id IS NOT NULL';
    return this.#parts.database.get(sql, jobRow, { chargeId })?.job_id;
  }

  #isDue(chargeId: string): boolean {
    return (
      this.#parts.database.get(
        `SELECT charge_id FROM receipts WHERE charge_id = $chargeId AND state = 'due'`,
        dueRow,
        { chargeId },
      ) !== undefined
    );
  }

  #documentOf(charge: Charge, settlement: Settlement): ReturnType<typeof receiptDocument> {
    const { terminal } = this.#parts;
    const header = charge.invoices.find((invoice) => invoice.receiptHeader !== undefined)?.receiptHeader;
    return receiptDocument({
      company: beneficiaryOf(charge.erp, terminal),
      payer: { maskedName: charge.maskedName, document: charge.document },
      invoices: charge.invoices.map(({ invoiceId, description, amountCents }) => ({
        id: invoiceId,
        description,
        amountCents,
      })),
      amountCents: charge.amountCents,
      proof: proofOf(charge),
      writeOff: settlement,
      terminalId: terminal.id,
      timeZone: terminal.timeZone,
      ...(header !== undefined && { receiptHeader: header }),
    });
  }
}

function proofOf(charge: Charge): Parameters<typeof receiptDocument>[0]['proof'] {
  const paidAt = Date.parse(charge.payment?.paidAt ?? '');
  if (charge.source === 'erp-pix') return { by: 'company', confirmedAt: paidAt };
  const endToEndId = charge.payment?.endToEndId;
  return { by: 'psp', txid: charge.txid, paidAt, ...(endToEndId !== undefined && { endToEndId }) };
}

function isOnItsWay(progress: PrintProgress | undefined): boolean {
  return progress?.state === 'queued' || progress?.state === 'waiting' || progress?.state === 'printing';
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
