import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Charge } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { RefundReason } from '../domain/refund.ts';
import type { RecordEvent } from '../domain/visit-event.ts';
import type { WriteOffState } from '../domain/write-off.ts';
import type { Database } from '../storage/database.ts';
import { type AlarmCode, alarmCodes, type RaiseAlarm } from './alarms.ts';
import type { RecordMoney, WriteOffEntry } from './money-audit.ts';

/** One invoice of a paid charge on its way to being settled in the ERP. */
export interface WriteOff {
  /** Also the idempotency key of every send. */
  readonly id: string;
  readonly chargeId: string;
  readonly invoiceId: string;
  readonly state: WriteOffState;
  /** How many times the ERP may have seen the request. */
  readonly sends: number;
  /** Why it was last handed over to a person, even if it is on its way again. */
  readonly alarm?: AlarmCode;
  /** A person has closed it: nothing happens to it any more. */
  readonly handled?: true;
}

/** One that still needs work. */
export interface OpenWriteOff extends WriteOff {
  /** Which of the kiosk's ERPs the invoice is in, by its id in the settings. */
  readonly erp: string;
}

/** The durable record of every write-off; each method is one transaction. */
export interface WriteOffJournal {
  /** Makes a row for each invoice of the charge; joins the transaction that makes it PAID. */
  open(charge: Charge, state: 'PENDING' | 'NOT_OURS' | 'MANUAL' | 'REFUND_DUE'): void;
  find(writeOffId: string): WriteOff | undefined;
  listOf(chargeId: string): readonly WriteOff[];
  /**
   * Whether this kiosk was paid for the invoice and its write-off is not through, or only since a day: the ERP may list
   * it as open still.
   */
  isPaidHere(erp: string, invoiceId: string): boolean;
  /** Rows that still need work, in the order in which they were paid. */
  listOpen(): readonly OpenWriteOff[];
  /** The intent to send, before the request leaves. */
  markSent(writeOff: WriteOff): WriteOff;
  /** The request certainly never arrived. */
  markNotSent(writeOff: WriteOff): WriteOff;
  markUnknown(writeOff: WriteOff, detail: string): WriteOff;
  markDone(writeOff: WriteOff, how: 'DONE' | 'DONE_BY_RECONCILIATION', detail: string): WriteOff;
  /** A person must decide; raises the alarm in the same transaction. */
  markManual(writeOff: WriteOff, state: 'MANUAL' | 'REFUND_DUE', alarm: AlarmCode, detail: string): WriteOff;
  /** A person decides that the money of a MANUAL one goes back. */
  markRefundDue(writeOff: WriteOff): WriteOff;
  /** The money of a REFUND_DUE one is back with its payer. */
  markRefunded(writeOff: WriteOff): WriteOff;
  /** Write-offs of the same invoice for other payments, closed ones too. */
  listRivals(writeOff: WriteOff): readonly WriteOff[];
  /** A person takes a MANUAL one up again; `sends` counts those that may have taken effect. */
  markTakenUp(writeOff: WriteOff, state: 'PENDING' | 'UNKNOWN', sends: number): WriteOff;
  /**
   * A person closes a MANUAL or REFUND_DUE one and says why. The state stays, because that is how it ended here; the
   * words may hold personal data and go nowhere else.
   */
  markHandled(writeOff: WriteOff, reason: string): void;
}

export interface WriteOffJournalParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordEvent: RecordEvent;
  readonly raiseAlarm: RaiseAlarm;
  readonly recordMoney: RecordMoney;
  /** The invoice's part of the payment must go back; joins the transaction that says so. */
  readonly openRefund: (writeOffId: string, reason: RefundReason) => void;
}

export function createWriteOffJournal(parts: WriteOffJournalParts): WriteOffJournal {
  return new SqliteWriteOffJournal(parts);
}

const columns = z.object({
  id: z.string(),
  charge_id: z.string(),
  invoice_id: z.string(),
  state: z.enum([
    'PENDING',
    'SENT',
    'UNKNOWN',
    'DONE',
    'DONE_BY_RECONCILIATION',
    'MANUAL',
    'REFUND_DUE',
    'REFUNDED',
    'NOT_OURS',
  ]),
  sends: z.number().int(),
  alarm: z.enum(alarmCodes).nullable(),
  handled_at: z.number().int().nullable(),
});

const writeOffRow = columns.transform(fromRow);
const openRow = columns
  .extend({ erp: z.string() })
  .transform(({ erp, ...row }): OpenWriteOff => ({ ...fromRow(row), erp }));

function fromRow(row: z.output<typeof columns>): WriteOff {
  return {
    id: row.id,
    chargeId: row.charge_id,
    invoiceId: row.invoice_id,
    state: row.state,
    sends: row.sends,
    ...(row.alarm !== null && { alarm: row.alarm }),
    ...(row.handled_at !== null && { handled: true }),
  };
}

const idRow = z.object({ id: z.string() });
const chargeRow = z.object({
  visit_id: z.string(),
  erp: z.string(),
  account_id: z.string().nullable(),
  amount_cents: z.number().int(),
});

/** So long an ERP may list an invoice as open that it has settled: some build their lists once a night. */
const STALE_LIST_MS = 86_400_000;

class SqliteWriteOffJournal implements WriteOffJournal {
  readonly #parts: WriteOffJournalParts;

  constructor(parts: WriteOffJournalParts) {
    this.#parts = parts;
  }

  open(charge: Charge, wanted: 'PENDING' | 'NOT_OURS' | 'MANUAL' | 'REFUND_DUE'): void {
    const at = this.#parts.clock.wallTime();
    // The database before this one may have sent it already: the ERP is asked before it is sent.
    const inDoubt = wanted === 'PENDING' && this.#isFromBackup(charge);
    const state = inDoubt ? 'UNKNOWN' : wanted;
    for (const { invoiceId } of charge.invoices) {
      const id = writeOffIdOf(charge.id, invoiceId);
      this.#parts.database.run(
        `INSERT INTO write_offs (id, charge_id, invoice_id, state, sends, unknown_since, alarm, created_at, changed_at)
         VALUES ($id, $chargeId, $invoiceId, $state, $sends, $unknownSince, $alarm, $at, $at)`,
        {
          id,
          chargeId: charge.id,
          invoiceId,
          state,
          sends: inDoubt ? 1 : 0,
          unknownSince: inDoubt ? at : null,
          alarm: state === 'MANUAL' || state === 'REFUND_DUE' ? 'WRITE-OFF-LATE-PAYMENT' : null,
          at,
        },
      );
      this.#record({ id, chargeId: charge.id, invoiceId }, state);
      if (state === 'REFUND_DUE') this.#parts.openRefund(id, 'late');
    }
  }

  find(writeOffId: string): WriteOff | undefined {
    return this.#parts.database.get('SELECT * FROM write_offs WHERE id = $writeOffId', writeOffRow, {
      writeOffId,
    });
  }

  listOf(chargeId: string): readonly WriteOff[] {
    return this.#parts.database.all(
      'SELECT * FROM write_offs WHERE charge_id = $chargeId ORDER BY rowid',
      writeOffRow,
      { chargeId },
    );
  }

  isPaidHere(erp: string, invoiceId: string): boolean {
    const found = this.#parts.database.get(
      `SELECT write_offs.* FROM write_offs JOIN charges ON charges.id = write_offs.charge_id
       WHERE charges.erp = $erp AND write_offs.invoice_id = $invoiceId
         AND (write_offs.state IN ('PENDING', 'SENT', 'UNKNOWN', 'MANUAL') AND write_offs.handled_at IS NULL
           OR write_offs.state IN ('DONE', 'DONE_BY_RECONCILIATION', 'NOT_OURS') AND write_offs.changed_at > $since)
       LIMIT 1`,
      writeOffRow,
      { erp, invoiceId, since: this.#parts.clock.wallTime() - STALE_LIST_MS },
    );
    return found !== undefined;
  }

  listOpen(): readonly OpenWriteOff[] {
    return this.#parts.database.all(
      `SELECT write_offs.*, charges.erp FROM write_offs JOIN charges ON charges.id = write_offs.charge_id
       WHERE write_offs.state IN ('PENDING', 'SENT', 'UNKNOWN') ORDER BY write_offs.rowid`,
      openRow,
    );
  }

  markSent(writeOff: WriteOff): WriteOff {
    return this.#become(writeOff, { state: 'SENT', sends: writeOff.sends + 1 });
  }

  markNotSent(writeOff: WriteOff): WriteOff {
    const sends = writeOff.sends - 1;
    return this.#become(writeOff, { state: sends === 0 ? 'PENDING' : 'UNKNOWN', sends });
  }

  markUnknown(writeOff: WriteOff, detail: string): WriteOff {
    return this.#become(writeOff, { state: 'UNKNOWN', detail });
  }

  markDone(writeOff: WriteOff, how: 'DONE' | 'DONE_BY_RECONCILIATION', detail: string): WriteOff {
    return this.#become(writeOff, { state: how, detail }, (visitId) =>
      this.#parts.recordEvent(visitId, {
        type: 'write-off-done',
        chargeId: writeOff.chargeId,
        invoiceId: writeOff.invoiceId,
      }),
    );
  }

  markManual(writeOff: WriteOff, state: 'MANUAL' | 'REFUND_DUE', alarm: AlarmCode, detail: string): WriteOff {
    const { chargeId, invoiceId } = writeOff;
    return this.#become(writeOff, { state, detail, alarm }, (visitId) => {
      this.#parts.raiseAlarm(alarm, { chargeId, invoiceId });
      if (state === 'REFUND_DUE') this.#parts.openRefund(writeOff.id, 'settled-elsewhere');
      this.#parts.recordEvent(
        visitId,
        state === 'REFUND_DUE'
          ? { type: 'refund-due', chargeId, reason: 'settled-elsewhere' }
          : { type: 'write-off-manual', chargeId, invoiceId },
      );
    });
  }

  markRefundDue(writeOff: WriteOff): WriteOff {
    const { chargeId, alarm } = writeOff;
    const reason = alarm === 'WRITE-OFF-LATE-PAYMENT' ? 'late' : 'settled-elsewhere';
    return this.#become(writeOff, { state: 'REFUND_DUE' }, (visitId) => {
      this.#parts.openRefund(writeOff.id, reason);
      this.#parts.recordEvent(visitId, { type: 'refund-due', chargeId, reason });
    });
  }

  markRefunded(writeOff: WriteOff): WriteOff {
    return this.#become(writeOff, { state: 'REFUNDED' });
  }

  listRivals(writeOff: WriteOff): readonly WriteOff[] {
    return this.#parts.database.all(
      `SELECT write_offs.* FROM write_offs JOIN charge_invoices USING (charge_id, invoice_id)
       WHERE write_offs.invoice_id = $invoiceId AND write_offs.id <> $id
         AND charge_invoices.erp = (SELECT erp FROM charges WHERE id = $chargeId)
       ORDER BY write_offs.rowid`,
      writeOffRow,
      { id: writeOff.id, chargeId: writeOff.chargeId, invoiceId: writeOff.invoiceId },
    );
  }

  markTakenUp(writeOff: WriteOff, state: 'PENDING' | 'UNKNOWN', sends: number): WriteOff {
    if (writeOff.handled) throw new Error(`write-off ${writeOff.id} was closed by a person`);
    return this.#become(writeOff, { state, sends });
  }

  markHandled(writeOff: WriteOff, reason: string): void {
    this.#parts.database.transaction(() => {
      const changed = this.#parts.database.run(
        `UPDATE write_offs SET handled_at = $at, handled_reason = $reason
         WHERE id = $id AND state IN ('MANUAL', 'REFUND_DUE') AND handled_at IS NULL`,
        { id: writeOff.id, reason, at: this.#parts.clock.wallTime() },
      );
      if (changed !== 1) throw new Error(`write-off ${writeOff.id} cannot be closed`);
      this.#record(writeOff, 'HANDLED');
    });
  }

  #become(
    writeOff: WriteOff,
    change: { state: WriteOffState; sends?: number; detail?: string; alarm?: AlarmCode },
    alongside: (visitId: string) => void = () => undefined,
  ): WriteOff {
    const next: WriteOff = {
      ...writeOff,
      state: change.state,
      sends: change.sends ?? writeOff.sends,
      ...(change.alarm !== undefined && { alarm: change.alarm }),
    };
    this.#parts.database.transaction(() => {
      const changed = this.#parts.database.run(
        `UPDATE write_offs SET state = $state, sends = $sends, detail = coalesce($detail, detail), changed_at = $at,
           alarm = $alarm, unknown_since = CASE $state
             WHEN 'UNKNOWN' THEN coalesce(unknown_since, $at) WHEN 'SENT' THEN unknown_since END
         WHERE id = $id AND state = $from AND handled_at IS NULL`,
        {
          id: writeOff.id,
          from: writeOff.state,
          state: next.state,
          sends: next.sends,
          detail: change.detail ?? null,
          alarm: next.alarm ?? null,
          at: this.#parts.clock.wallTime(),
        },
      );
      if (changed !== 1) throw new Error(`write-off ${writeOff.id} is no longer ${writeOff.state}`);
      alongside(this.#record(writeOff, next.state));
    });
    return next;
  }

  #isFromBackup({ id }: Charge): boolean {
    return (
      this.#parts.database.get('SELECT id FROM charges WHERE id = $id AND from_backup = 1', idRow, { id }) !==
      undefined
    );
  }

  /** Writes the transition into the audit log. @returns the visit that it belongs to */
  #record(
    { id, chargeId, invoiceId }: Pick<WriteOff, 'id' | 'chargeId' | 'invoiceId'>,
    state: WriteOffEntry['state'],
  ): string {
    const { database, recordMoney } = this.#parts;
    const row = database.get(
      `SELECT charges.visit_id, charges.erp, charges.account_id, charge_invoices.amount_cents
       FROM charge_invoices JOIN charges ON charges.id = charge_invoices.charge_id
       WHERE charge_id = $chargeId AND invoice_id = $invoiceId`,
      chargeRow,
      { chargeId, invoiceId },
    );
    if (!row) throw new Error(`charge ${chargeId} is unknown`);
    recordMoney({
      kind: 'write-off',
      id,
      charge: chargeId,
      invoice: invoiceId,
      state,
      erp: row.erp,
      ...(row.account_id !== null && { account: row.account_id }),
      cents: row.amount_cents,
    });
    return row.visit_id;
  }
}

/**
 * Made of what is written off, not of chance: a database that came from a backup and learns of the same payment anew
 * sends the same key, by which an ERP that honours it knows the write-off again.
 */
function writeOffIdOf(chargeId: string, invoiceId: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([chargeId, invoiceId]))
    .digest('hex');
  // A UUID of version 8 (RFC 9562).
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(12, 15)}`,
    `8${hex.slice(15, 18)}`,
    hex.slice(18, 30),
  ];
  return parts.join('-');
}
