import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Charge, Payment } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { Cents } from '../domain/money.ts';
import { type RefundPart, type RefundReason, type RefundState, splitRefund } from '../domain/refund.ts';
import type { RecordEvent } from '../domain/visit-event.ts';
import type { Database } from '../storage/database.ts';
import type { RaiseAlarm } from './alarms.ts';
import { readCharge } from './charge-rows.ts';
import type { RecordMoney } from './money-audit.ts';

/** Money of one PIX on its way back, or due to go. */
export interface Refund {
  /** Also the id that the PSP knows it by: on disk before anybody is asked, and never another one for the same try. */
  readonly id: string;
  readonly chargeId: string;
  /** The write-off whose invoice was settled elsewhere; absent where the payment itself was wrong. */
  readonly writeOffId?: string;
  readonly endToEndId: string;
  readonly amountCents: Cents;
  readonly reason: RefundReason;
  readonly state: RefundState;
}

/** What a person has before them: all that goes back for one write-off, one charge, or one payment too many. */
export type RefundSubject =
  | { readonly writeOffId: string }
  | { readonly chargeId: string }
  | { readonly refundId: string };

/** The durable record of every refund; each method is one transaction, or joins the caller's. */
export interface RefundJournal {
  /** Writes down what came for a charge. @returns those that were not known before */
  notePayments(charge: Charge, payments: readonly Payment[]): readonly Payment[];
  /** These payments must go back whole. Those that the PSP cannot send back (no id of theirs) are left to a person. */
  openPayments(charge: Charge, payments: readonly Payment[], reason: RefundReason): void;
  /** The part of one invoice must go back. */
  openInvoice(writeOffId: string, reason: RefundReason): void;
  find(id: string): Refund | undefined;
  /** The last try of each, without what a person closed. */
  listOf(subject: RefundSubject): readonly Refund[];
  /** What the PSP may have heard of, and what is due; oldest first. */
  listOpen(): readonly Refund[];
  /** The intent to send, before the request leaves. */
  markRequested(refund: Refund): Refund;
  markProcessing(refund: Refund): Refund;
  /** The payer has it. What it belongs to is closed in the same transaction, when it is the last part. */
  markDone(refund: Refund): Refund;
  /** A definite no; raises the alarm. */
  markFailed(refund: Refund, detail: string): Refund;
  /** Another try at one that FAILED, under an id of its own. */
  tryAgain(refund: Refund): Refund;
  /** The money went back another way. @returns false, and does nothing, while one of them is on its way */
  closeByHand(subject: RefundSubject, reason: string): boolean;
}

export interface RefundJournalParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordEvent: RecordEvent;
  readonly raiseAlarm: RaiseAlarm;
  readonly recordMoney: RecordMoney;
  /** All of a write-off's or a charge's money is back; called inside the transaction that made it so. */
  readonly onReturned: (subject: { readonly writeOffId: string } | { readonly chargeId: string }) => void;
}

export function createRefundJournal(parts: RefundJournalParts): RefundJournal {
  return new SqliteRefundJournal(parts);
}

const refundRow = z
  .object({
    id: z.string(),
    charge_id: z.string(),
    write_off_id: z.string().nullable(),
    end_to_end_id: z.string(),
    amount_cents: z.number().int(),
    reason: z.enum(['wrong-amount', 'paid-twice', 'settled-elsewhere', 'late']),
    state: z.enum(['DUE', 'REQUESTED', 'PROCESSING', 'DONE', 'FAILED']),
  })
  .transform(
    (row): Refund => ({
      id: row.id,
      chargeId: row.charge_id,
      ...(row.write_off_id !== null && { writeOffId: row.write_off_id }),
      endToEndId: row.end_to_end_id,
      amountCents: row.amount_cents,
      reason: row.reason,
      state: row.state,
    }),
  );

const sourceRow = z
  .object({ end_to_end_id: z.string(), amount_cents: z.number().int(), refunded_cents: z.number().int() })
  .transform((row) => ({
    endToEndId: row.end_to_end_id,
    amountCents: row.amount_cents,
    refundedCents: row.refunded_cents,
  }));

const triesRow = z.object({ invoice_id: z.string(), tries: z.number().int() });

const invoiceRow = z.object({ charge_id: z.string(), amount_cents: z.number().int() });

/** A try that failed and was followed by another one, or that a person closed, is history. */
const current = 'replaced_by IS NULL AND handled_at IS NULL';

class SqliteRefundJournal implements RefundJournal {
  readonly #parts: RefundJournalParts;

  constructor(parts: RefundJournalParts) {
    this.#parts = parts;
  }

  notePayments(charge: Charge, payments: readonly Payment[]): readonly Payment[] {
    return payments.filter(({ endToEndId, amountCents, paidAt }) => {
      if (endToEndId === undefined) return false;
      const added = this.#parts.database.run(
        `INSERT OR IGNORE INTO charge_payments (charge_id, end_to_end_id, amount_cents, paid_at)
         VALUES ($chargeId, $endToEndId, $amountCents, $paidAt)`,
        { chargeId: charge.id, endToEndId, amountCents, paidAt },
      );
      return added > 0;
    });
  }

  openPayments(charge: Charge, payments: readonly Payment[], reason: RefundReason): void {
    for (const { endToEndId, amountCents } of payments) {
      if (endToEndId !== undefined)
        this.#insert({ endToEndId, amountCents }, { chargeId: charge.id, reason });
    }
  }

  openInvoice(writeOffId: string, reason: RefundReason): void {
    const invoice = this.#parts.database.get(
      `SELECT charge_id, amount_cents FROM write_offs JOIN charge_invoices USING (charge_id, invoice_id)
       WHERE write_offs.id = $writeOffId`,
      invoiceRow,
      { writeOffId },
    );
    if (!invoice) throw new Error(`write-off ${writeOffId} is unknown`);
    const { charge_id: chargeId, amount_cents: cents } = invoice;
    const sources = this.#parts.database.all(
      `SELECT end_to_end_id, amount_cents, coalesce((SELECT sum(refunds.amount_cents) FROM refunds
         WHERE refunds.charge_id = charge_payments.charge_id
           AND refunds.end_to_end_id = charge_payments.end_to_end_id
           AND (state <> 'FAILED' OR handled_at IS NOT NULL)), 0) AS refunded_cents
       FROM charge_payments WHERE charge_id = $chargeId ORDER BY rowid`,
      sourceRow,
      { chargeId },
    );
    for (const part of splitRefund(sources, cents)) this.#insert(part, { chargeId, writeOffId, reason });
  }

  find(id: string): Refund | undefined {
    return this.#parts.database.get('SELECT * FROM refunds WHERE id = $id', refundRow, { id });
  }

  listOf(subject: RefundSubject): readonly Refund[] {
    const { sql, parameters } = whereOf(subject);
    return this.#parts.database.all(
      `SELECT * FROM refunds WHERE ${sql} AND ${current} ORDER BY rowid`,
      refundRow,
      parameters,
    );
  }

  listOpen(): readonly Refund[] {
    return this.#parts.database.all(
      `SELECT * FROM refunds WHERE state IN ('DUE', 'REQUESTED', 'PROCESSING') AND ${current} ORDER BY rowid`,
      refundRow,
    );
  }

  markRequested(refund: Refund): Refund {
    return this.#become(refund, 'REQUESTED');
  }

  markProcessing(refund: Refund): Refund {
    return this.#become(refund, 'PROCESSING');
  }

  markDone(refund: Refund): Refund {
    return this.#become(refund, 'DONE', undefined, (done, { visitId }) => {
      this.#parts.recordEvent(visitId, {
        type: 'refund-done',
        chargeId: done.chargeId,
        amountCents: done.amountCents,
      });
      this.#closeSubject(done);
    });
  }

  markFailed(refund: Refund, detail: string): Refund {
    return this.#become(refund, 'FAILED', detail, ({ chargeId }) =>
      this.#parts.raiseAlarm('REFUND-FAILED', { chargeId }),
    );
  }

  tryAgain(failed: Refund): Refund {
    return this.#parts.database.transaction(() => {
      const id = this.#insert(failed, failed);
      const changed = this.#parts.database.run(
        `UPDATE refunds SET replaced_by = $by WHERE id = $id AND state = 'FAILED' AND ${current}`,
        { id: failed.id, by: id },
      );
      const next = this.find(id);
      if (changed !== 1 || !next) throw new Error(`refund ${failed.id} cannot be tried again`);
      return next;
    });
  }

  closeByHand(subject: RefundSubject, reason: string): boolean {
    const refunds = this.listOf(subject);
    if (refunds.some(({ state }) => state === 'REQUESTED' || state === 'PROCESSING')) return false;
    for (const refund of refunds) {
      const { id, state } = refund;
      if (state === 'DONE') continue;
      this.#parts.database.run(
        'UPDATE refunds SET handled_at = $at, handled_reason = $reason WHERE id = $id',
        {
          id,
          reason,
          at: this.#parts.clock.wallTime(),
        },
      );
      this.#recordHandled(refund);
    }
    return true;
  }

  /** All others are told by the write-off or the charge that they belong to. */
  #recordHandled(refund: Refund): void {
    const { database, recordMoney } = this.#parts;
    const charge = refund.reason === 'paid-twice' ? readCharge(database, refund.chargeId) : undefined;
    if (charge) recordMoney(refundEntry(refund, 'HANDLED', charge));
  }

  #insert(part: RefundPart, about: Pick<Refund, 'chargeId' | 'writeOffId' | 'reason'>): string {
    const at = this.#parts.clock.wallTime();
    const id = this.#newId(part, about);
    this.#parts.database.run(
      `INSERT INTO refunds (id, charge_id, write_off_id, end_to_end_id, amount_cents, reason, state, created_at, changed_at)
       VALUES ($id, $chargeId, $writeOffId, $endToEndId, $amountCents, $reason, 'DUE', $at, $at)`,
      {
        id,
        chargeId: about.chargeId,
        writeOffId: about.writeOffId ?? null,
        endToEndId: part.endToEndId,
        amountCents: part.amountCents,
        reason: about.reason,
        at,
      },
    );
    return id;
  }

  /**
   * Made of what goes back and of which try it is, not of chance: a database that came from a backup and finds the same
   * money anew gives it the same id, and the PSP knows that. API Pix takes 1 to 35 letters and digits.
   */
  #newId(
    { endToEndId }: RefundPart,
    { chargeId, writeOffId }: Pick<Refund, 'chargeId' | 'writeOffId'>,
  ): string {
    const row = this.#parts.database.get(
      `SELECT coalesce((SELECT invoice_id FROM write_offs WHERE id = $writeOffId), '') AS invoice_id,
         (SELECT count(*) FROM refunds WHERE charge_id = $chargeId AND end_to_end_id = $endToEndId
           AND write_off_id IS $writeOffId) AS tries`,
      triesRow,
      { chargeId, endToEndId, writeOffId: writeOffId ?? null },
    );
    return createHash('sha256')
      .update(JSON.stringify([chargeId, endToEndId, row?.invoice_id, row?.tries]))
      .digest('hex')
      .slice(0, 32);
  }

  /** The last part that came back closes what it was part of. */
  #closeSubject({ chargeId, writeOffId, reason }: Refund): void {
    // Money beside the payment of a charge leaves the charge as it is.
    if (writeOffId === undefined && reason !== 'wrong-amount') return;
    const subject = writeOffId === undefined ? { chargeId } : { writeOffId };
    if (this.listOf(subject).every(({ state }) => state === 'DONE')) this.#parts.onReturned(subject);
  }

  #become(
    refund: Refund,
    state: RefundState,
    detail?: string,
    alongside: (refund: Refund, charge: Charge) => void = () => undefined,
  ): Refund {
    const { database, clock, recordMoney } = this.#parts;
    const next: Refund = { ...refund, state };
    database.transaction(() => {
      const changed = database.run(
        `UPDATE refunds SET state = $state, detail = $detail, changed_at = $at
         WHERE id = $id AND state = $from AND ${current}`,
        { id: refund.id, from: refund.state, state, detail: detail ?? null, at: clock.wallTime() },
      );
      const charge = readCharge(database, refund.chargeId);
      if (changed !== 1 || !charge) throw new Error(`refund ${refund.id} is no longer ${refund.state}`);
      if (state !== 'DUE') recordMoney(refundEntry(next, state, charge));
      alongside(next, charge);
    });
    return next;
  }
}

function refundEntry(
  { id, chargeId, amountCents }: Refund,
  state: Exclude<RefundState, 'DUE'> | 'HANDLED',
  { erp, accountId }: Charge,
): Parameters<RecordMoney>[0] {
  return {
    kind: 'refund',
    id,
    charge: chargeId,
    state,
    erp,
    ...(accountId !== undefined && { account: accountId }),
    cents: amountCents,
  };
}

function whereOf(subject: RefundSubject): { sql: string; parameters: Readonly<Record<string, string>> } {
  if ('writeOffId' in subject) return { sql: 'write_off_id = $id', parameters: { id: subject.writeOffId } };
  if ('refundId' in subject) return { sql: 'id = $id', parameters: { id: subject.refundId } };
  return {
    sql: `charge_id = $id AND write_off_id IS NULL AND reason = 'wrong-amount'`,
    parameters: { id: subject.chargeId },
  };
}
