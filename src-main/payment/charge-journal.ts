import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type Charge,
  type ChargeSource,
  type ChargeState,
  isConfirmedByErp,
  isLive,
  mayBecome,
  type Payment,
} from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import { matchPayments, sumOf } from '../domain/refund.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { RecordEvent } from '../domain/visit-event.ts';
import { type Database, UniqueViolation } from '../storage/database.ts';
import type { RaiseAlarm } from './alarms.ts';
import { insertCharge, readCharge } from './charge-rows.ts';
import { chargeEntry, type RecordMoney } from './money-audit.ts';
import type { RefundJournal } from './refund-journal.ts';
import type { WriteOffJournal } from './write-off-journal.ts';

/** A charge before it has an id: what the customer agreed to pay. */
export type ChargeIntent = Omit<Charge, 'id' | 'txid' | 'state' | 'createdAt' | 'payment'>;

/**
 * The durable record of every charge. Each method is one transaction that is on disk when it returns: intent before
 * act, outcome after it. Nothing here talks to anybody.
 */
export interface ChargeJournal {
  /** Writes the intent down. `live-charge-exists` when one of the invoices already has a charge that can be paid. */
  create(intent: ChargeIntent): Result<Charge, 'live-charge-exists'>;
  find(chargeId: string): Charge | undefined;
  /** The charge of this invoice that can still be paid, if any; `erp` is the id of the ERP that the invoice is in. */
  findLive(erp: string, invoiceId: string): Charge | undefined;
  /** All charges that can still be paid, oldest first. */
  listLive(): readonly Charge[];
  markRequested(charge: Charge): Charge;
  markAwaiting(charge: Charge, brCode: string): Charge;
  /**
   * PAID together with its write-offs, the event and whatever `alongside` writes. A payment that does not match
   * the amount makes it REFUND_DUE instead, one that came after the end a MANUAL write-off (or, by setting, one whose
   * money goes back), and what came beside the payment goes back, each with an alarm.
   */
  markPaid(charge: Charge, payments: readonly Payment[]): Charge;
  /** What came for a charge that was paid before: what is new goes back. @returns whether anything was */
  addPayments(charge: Charge, payments: readonly Payment[]): boolean;
  /** All that came for a REFUND_DUE one is back with its payer. */
  markRefunded(charge: Charge): Charge;
  markExpired(charge: Charge): Charge;
  markCancelled(charge: Charge): Charge;
  /** Another visit of the same customer goes on with the charge: what happens to it belongs there from now on. */
  moveToVisit(charge: Charge, visitId: string): Charge;
  /** How often a charge of ours that was shown and has ended was looked at since; `undefined` for any other. */
  lateLooksAt(chargeId: string): number | undefined;
  /** Those that were looked at less than `enough` times. */
  listLateLooks(enough: number): readonly { readonly chargeId: string; readonly looks: number }[];
  /** A look after the end found it unpaid. */
  countLateLook(charge: Charge): void;
}

export interface ChargeJournalParts {
  readonly database: Database;
  /** The same one without the disk's reserve: a charge that nobody has seen yet is not what that is for. */
  readonly unreserved?: Database;
  readonly clock: Clock;
  readonly writeOffs: WriteOffJournal;
  readonly recordEvent: RecordEvent;
  readonly raiseAlarm: RaiseAlarm;
  readonly recordMoney: RecordMoney;
  readonly refunds: Pick<RefundJournal, 'notePayments' | 'openPayments'>;
  /** Whether a payment after the end of its charge goes back by itself, or waits for a person. */
  readonly refundLate: boolean;
  /** Runs inside the transaction that makes a charge PAID, or REFUND_DUE because of what came, e.g. for its receipt. */
  readonly alongsidePaid: (charge: Charge) => void;
}

export function createChargeJournal(parts: ChargeJournalParts): ChargeJournal {
  return new SqliteChargeJournal(parts);
}

const idRow = z.object({ id: z.string() });
const lateRow = z.object({ id: z.string(), late_looks: z.number().int().nullable() });

/** What SQLite says of `one_live_charge_per_invoice`; any other breach of uniqueness is a fault of ours. */
const liveChargeExists = 'UNIQUE constraint failed: charge_invoices.erp, charge_invoices.invoice_id';

class SqliteChargeJournal implements ChargeJournal {
  readonly #parts: ChargeJournalParts;

  constructor(parts: ChargeJournalParts) {
    this.#parts = parts;
  }

  create(intent: ChargeIntent): Result<Charge, 'live-charge-exists'> {
    const id = randomUUID();
    const charge: Charge = {
      ...intent,
      id,
      txid: newTxid(intent.source),
      state: 'CREATED',
      createdAt: this.#parts.clock.wallTime(),
    };
    try {
      this.#withoutReserve(() => this.#insert(charge));
      return success(charge);
    } catch (error) {
      if (error instanceof UniqueViolation && error.message === liveChargeExists) {
        return failure('live-charge-exists');
      }
      throw error;
    }
  }

  #insert(charge: Charge): void {
    const { database, recordEvent, recordMoney } = this.#parts;
    insertCharge(database, charge);
    recordMoney(chargeEntry(charge));
    recordEvent(charge.visitId, {
      type: 'charge-created',
      chargeId: charge.id,
      txid: charge.txid,
      invoiceIds: charge.invoices.map((invoice) => invoice.invoiceId),
      amountCents: charge.amountCents,
    });
  }

  find(chargeId: string): Charge | undefined {
    return readCharge(this.#parts.database, chargeId);
  }

  findLive(erp: string, invoiceId: string): Charge | undefined {
    const row = this.#parts.database.get(
      `SELECT charge_id AS id FROM charge_invoices
       WHERE erp = $erp AND invoice_id = $invoiceId AND live = 1`,
      idRow,
      { erp, invoiceId },
    );
    return row && this.find(row.id);
  }

  listLive(): readonly Charge[] {
    return this.#parts.database
      .all(
        `SELECT id FROM charges WHERE state IN ('CREATED', 'REQUESTED', 'AWAITING') ORDER BY created_at`,
        idRow,
      )
      .flatMap(({ id }) => this.find(id) ?? []);
  }

  markRequested(charge: Charge): Charge {
    return this.#withoutReserve(() => this.#become(charge, 'REQUESTED'));
  }

  markAwaiting(charge: Charge, brCode: string): Charge {
    return this.#become({ ...charge, brCode }, 'AWAITING');
  }

  markExpired(charge: Charge): Charge {
    return this.#become(charge, 'EXPIRED', (ended) =>
      this.#parts.recordEvent(ended.visitId, { type: 'charge-expired', chargeId: ended.id }),
    );
  }

  markCancelled(charge: Charge): Charge {
    return this.#become(charge, 'CANCELLED', (ended) =>
      this.#parts.recordEvent(ended.visitId, { type: 'charge-cancelled', chargeId: ended.id }),
    );
  }

  moveToVisit(charge: Charge, visitId: string): Charge {
    const { database } = this.#parts;
    database.run('UPDATE charges SET visit_id = $visitId WHERE id = $id', { id: charge.id, visitId });
    return { ...charge, visitId };
  }

  lateLooksAt(chargeId: string): number | undefined {
    const row = this.#parts.database.get('SELECT * FROM charges WHERE id = $chargeId', lateRow, { chargeId });
    return row?.late_looks ?? undefined;
  }

  listLateLooks(enough: number): readonly { readonly chargeId: string; readonly looks: number }[] {
    return this.#parts.database
      .all('SELECT * FROM charges WHERE late_looks < $enough ORDER BY created_at', lateRow, { enough })
      .flatMap(({ id, late_looks: looks }) => (looks === null ? [] : [{ chargeId: id, looks }]));
  }

  countLateLook(charge: Charge): void {
    this.#parts.database.run('UPDATE charges SET late_looks = late_looks + 1 WHERE id = $id', {
      id: charge.id,
    });
  }

  markPaid(charge: Charge, payments: readonly Payment[]): Charge {
    if (payments.length === 0) throw new Error('markPaid: a paid charge has at least one payment');
    const { settling, surplus } = matchPayments(charge.amountCents, payments);
    if (settling.length === 0) return this.#markRefundDue(withPayments(charge, surplus), surplus);
    const late = !isLive(charge.state);
    const ordered = [...settling, ...surplus];
    return this.#become(withPayments(charge, ordered), 'PAID', (now) => {
      // What settles stands first: the money of an invoice comes out of that, should it have to go back.
      this.#parts.refunds.notePayments(now, ordered);
      this.#settle(now, late);
      if (surplus.length > 0) this.#giveBackSurplus(now, surplus);
    });
  }

  addPayments(charge: Charge, payments: readonly Payment[]): boolean {
    return this.#parts.database.transaction(() => {
      const added = this.#parts.refunds.notePayments(charge, payments);
      if (added.length === 0) return false;
      this.#countMore(charge, added);
      this.#giveBackSurplus(charge, added);
      return true;
    });
  }

  markRefunded(charge: Charge): Charge {
    return this.#become(charge, 'REFUNDED');
  }

  /** What came in all is what the books must add up to. */
  #countMore(charge: Charge, added: readonly Payment[]): void {
    const { database, recordMoney } = this.#parts;
    if (!charge.payment) return;
    const amountCents = charge.payment.amountCents + sumOf(added);
    database.run('UPDATE charges SET paid_cents = $amountCents WHERE id = $id', {
      id: charge.id,
      amountCents,
    });
    recordMoney(chargeEntry({ ...charge, payment: { ...charge.payment, amountCents } }));
  }

  #giveBackSurplus(charge: Charge, surplus: readonly Payment[]): void {
    const { refunds, raiseAlarm, recordEvent } = this.#parts;
    refunds.openPayments(charge, surplus, 'paid-twice');
    raiseAlarm('CHARGE-PAID-TWICE', { chargeId: charge.id });
    recordEvent(charge.visitId, { type: 'refund-due', chargeId: charge.id, reason: 'paid-twice' });
  }

  #settle(charge: Charge, late: boolean): void {
    const { writeOffs, recordEvent, raiseAlarm, alongsidePaid } = this.#parts;
    writeOffs.open(charge, this.#firstStateOfWriteOffs(charge, late));
    if (late) raiseAlarm('WRITE-OFF-LATE-PAYMENT', { chargeId: charge.id });
    recordEvent(charge.visitId, {
      type: 'charge-paid',
      chargeId: charge.id,
      txid: charge.txid,
      invoiceIds: charge.invoices.map((invoice) => invoice.invoiceId),
      amountCents: charge.amountCents,
      ...(charge.payment?.endToEndId !== undefined && { endToEndId: charge.payment.endToEndId }),
    });
    if (late) this.#tellLate(charge);
    alongsidePaid(charge);
  }

  #firstStateOfWriteOffs({ source }: Charge, late: boolean): Parameters<WriteOffJournal['open']>[1] {
    if (isConfirmedByErp(source)) return late ? 'MANUAL' : 'NOT_OURS';
    if (late) return this.#parts.refundLate ? 'REFUND_DUE' : 'MANUAL';
    return 'PENDING';
  }

  #tellLate({ id: chargeId, visitId, invoices }: Charge): void {
    const { recordEvent, refundLate } = this.#parts;
    if (refundLate) return recordEvent(visitId, { type: 'refund-due', chargeId, reason: 'late' });
    for (const { invoiceId } of invoices) {
      recordEvent(visitId, { type: 'write-off-manual', chargeId, invoiceId });
    }
  }

  #markRefundDue(charge: Charge, payments: readonly Payment[]): Charge {
    return this.#become(charge, 'REFUND_DUE', (now) => {
      this.#parts.refunds.notePayments(now, payments);
      this.#parts.refunds.openPayments(now, payments, 'wrong-amount');
      this.#parts.raiseAlarm('CHARGE-WRONG-AMOUNT', { chargeId: now.id });
      this.#parts.recordEvent(now.visitId, {
        type: 'refund-due',
        chargeId: now.id,
        reason: 'wrong-amount',
      });
      this.#parts.alongsidePaid(now);
    });
  }

  #withoutReserve<T>(work: () => T): T {
    return (this.#parts.unreserved ?? this.#parts.database).transaction(work);
  }

  /** The one place where a charge changes state; `alongside` joins the same transaction. */
  #become(charge: Charge, state: ChargeState, alongside: (charge: Charge) => void = () => undefined): Charge {
    if (!mayBecome(charge.state, state)) {
      throw new Error(`a charge that is ${charge.state} cannot become ${state}`);
    }
    const next: Charge = { ...charge, state };
    this.#parts.database.transaction(() => {
      this.#update(charge.state, next);
      this.#parts.recordMoney(chargeEntry(next));
      alongside(next);
    });
    return next;
  }

  #update(from: ChargeState, next: Charge): void {
    const { database } = this.#parts;
    const changed = database.run(
      `UPDATE charges SET state = $state, br_code = $brCode, paid_cents = $paidCents, paid_at = $paidAt,
         end_to_end_id = $endToEndId, late_looks = $lateLooks
       WHERE id = $id AND state = $from`,
      {
        id: next.id,
        from,
        state: next.state,
        brCode: next.brCode ?? null,
        paidCents: next.payment?.amountCents ?? null,
        paidAt: next.payment?.paidAt ?? null,
        endToEndId: next.payment?.endToEndId ?? null,
        lateLooks: mayGetMoreMoney(from, next) ? 0 : null,
      },
    );
    if (changed !== 1) throw new Error(`charge ${next.id} is no longer ${from}`);
    if (!isLive(next.state)) {
      database.run('UPDATE charge_invoices SET live = 0 WHERE charge_id = $id', { id: next.id });
    }
  }
}

/** API Pix wants 26 to 35 letters and digits, a static code has room for 25; a UUID without its dashes has 32. */
function newTxid(source: ChargeSource): string {
  const text = randomUUID().replaceAll('-', '');
  return source === 'static-pix' ? text.slice(0, 25) : text;
}

/** A QR of ours that somebody may have before their eyes although the charge has ended, or was paid once already. */
function mayGetMoreMoney(from: ChargeState, { state, source, brCode }: Charge): boolean {
  if (source !== 'api-pix' || brCode === undefined) return false;
  return state === 'PAID' || (from === 'AWAITING' && (state === 'EXPIRED' || state === 'CANCELLED'));
}

/** The charge with its payment: when and under which id the first of them came, and how much all of them are. */
function withPayments(charge: Charge, payments: readonly Payment[]): Charge {
  const [first] = payments;
  return first ? { ...charge, payment: { ...first, amountCents: sumOf(payments) } } : charge;
}
