import { z } from 'zod';
import { calendarDateAt } from '../domain/calendar-date.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import { asReprint } from '../printing/layout.ts';
import type { PrintJobKind, PrintProgress } from '../printing/print-job.ts';
import type { PrintQueue } from '../printing/print-queue.ts';
import type { Database } from '../storage/database.ts';
import type { TerminalIdentity } from './paper-desk.ts';
import { type PaidCharge, receiptPaper } from './receipt-paper.ts';
import type { PastReceipt, ReceiptDrawer } from './visit-parts.ts';

export interface ReceiptCopiesParts {
  readonly database: Database;
  readonly queue: PrintQueue | undefined;
  readonly terminal: TerminalIdentity;
  /** So many days after the payment customers may have its receipt again; 0: never. */
  readonly days: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Finds a charge for which money came. */
  readonly findPaid: (chargeId: string) => PaidCharge | undefined;
}

const dayMs = 86_400_000;

/** More than these no customer turns pages for. */
const mostListed = 60;

const paidRow = z.object({ id: z.string(), erp: z.string() });

/** A print job of a receipt, the first one or a copy; one of kind `receipt` is owed to whoever paid. */
const jobRow = z.object({ id: z.string(), kind: z.string() });

/** Receipts once more, marked as a reprint, for the customer who paid or for a technician. */
export class ReceiptCopies implements ReceiptDrawer {
  readonly #parts: ReceiptCopiesParts;

  constructor(parts: ReceiptCopiesParts) {
    this.#parts = parts;
  }

  list(document: string, erps: readonly string[]): readonly PastReceipt[] {
    const { queue, days, log } = this.#parts;
    if (!queue || days === 0) return [];
    try {
      const past = this.#findPaid(document, erps).map((paid) => this.#pastReceipt(paid, queue));
      return [...past.filter(({ paper }) => paper !== 'printed'), ...past.filter(isPrinted)];
    } catch (error) {
      // No reason to keep a customer from their invoices.
      log.error('RECEIPTS-NOT-LISTED', { reason: String(error) });
      return [];
    }
  }

  /** Newest first. */
  #findPaid(document: string, erps: readonly string[]): readonly PaidCharge[] {
    const { database, clock, days, findPaid } = this.#parts;
    const since = clock.wallTime() - days * dayMs;
    return database
      .all(
        `SELECT id, erp FROM charges WHERE document = $document AND handled_at IS NULL
           AND state IN ('PAID', 'REFUND_DUE') ORDER BY rowid DESC LIMIT ${mostListed}`,
        paidRow,
        { document },
      )
      .filter(({ erp }) => erps.includes(erp))
      .flatMap(({ id }) => findPaid(id) ?? [])
      .filter(({ charge }) => Date.parse(charge.payment?.paidAt ?? '') >= since);
  }

  #pastReceipt({ charge }: PaidCharge, queue: PrintQueue): PastReceipt {
    const { payment } = charge;
    return {
      chargeId: charge.id,
      paidOn: calendarDateAt(Date.parse(payment?.paidAt ?? ''), this.#parts.terminal.timeZone),
      amountCents: payment?.amountCents ?? charge.amountCents,
      descriptions: charge.invoices.map(({ description }) => description),
      paper: paperOf(this.#jobsOf(charge.id).map(({ id }) => queue.stateOf(id)?.state)),
    };
  }

  printCopy(
    visitId: string,
    chargeId: string,
  ): { readonly jobId: string; readonly owed: boolean } | undefined {
    return this.#copy(chargeId, 'copy', visitId);
  }

  /** Whether there is a printer at all. */
  canReprint(): boolean {
    return this.#parts.queue !== undefined;
  }

  /** For a technician, who need not stay until it is out. */
  reprint(chargeId: string): 'done' | 'gone' | 'failed' {
    if (!this.#parts.findPaid(chargeId)?.charge.payment) return 'gone';
    return this.#copy(chargeId, 'receipt') ? 'done' : 'failed';
  }

  /**
   * Also where there never was a first: whoever asks cannot know. Paper that still waits for the printer is not
   * joined by more.
   */
  #copy(chargeId: string, kind: PrintJobKind, visitId?: string): ReturnType<ReceiptDrawer['printCopy']> {
    const { database, queue, findPaid, terminal } = this.#parts;
    const paid = findPaid(chargeId);
    if (!queue || !paid?.charge.payment) return undefined;
    const waiting = this.#jobsOf(chargeId).find(({ id }) => isOnItsWay(queue.stateOf(id)));
    if (waiting) return { jobId: waiting.id, owed: waiting.kind === 'receipt' };
    const document = asReprint(receiptPaper(paid, terminal).document);
    const jobId = database.transaction(() => {
      const id = queue.enqueue({ kind, visitId: visitId ?? paid.charge.visitId, document });
      database.run('INSERT INTO receipt_copies (job_id, charge_id) VALUES ($id, $chargeId)', {
        id,
        chargeId,
      });
      return id;
    });
    return { jobId, owed: false };
  }

  #jobsOf(chargeId: string): readonly z.output<typeof jobRow>[] {
    return this.#parts.database.all(
      `SELECT id, kind FROM print_jobs WHERE id IN (SELECT job_id FROM receipts WHERE charge_id = $chargeId
         UNION ALL SELECT job_id FROM receipt_copies WHERE charge_id = $chargeId) ORDER BY seq`,
      jobRow,
      { chargeId },
    );
  }
}

function isPrinted({ paper }: PastReceipt): boolean {
  return paper === 'printed';
}

/** How the best of all the jobs of a receipt ended. */
function paperOf(states: readonly (PrintProgress['state'] | undefined)[]): PastReceipt['paper'] {
  if (states.includes('printed')) return 'printed';
  return states.includes('uncertain') ? 'uncertain' : 'none';
}

function isOnItsWay(progress: PrintProgress | undefined): boolean {
  return progress?.state === 'queued' || progress?.state === 'waiting' || progress?.state === 'printing';
}
