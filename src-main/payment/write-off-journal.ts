import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Charge } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { RecordEvent } from '../domain/visit-event.ts';
import type { WriteOffState } from '../domain/write-off.ts';
import type { Database } from '../storage/database.ts';
import { type AlarmCode, alarmCodes, type RaiseAlarm } from './alarms.ts';

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

/** The durable record of every write-off; each method is one transaction. */
export interface WriteOffJournal {
  /** Makes a row for each invoice of the charge; joins the transaction that makes it PAID. */
  open(charge: Charge, state: 'PENDING' | 'NOT_OURS' | 'MANUAL'): void;
  find(writeOffId: string): WriteOff | undefined;
  listOf(chargeId: string): readonly WriteOff[];
  /** Whether this kiosk was paid for the invoice and its write-off is not through: the ERP may list it as open still. */
  isPaidHere(erp: string, invoiceId: string): boolean;
  /** Rows that still need work, in the order in which they were paid. */
  listOpen(): readonly WriteOff[];
  /** The intent to send, before the request leaves. */
  markSent(writeOff: WriteOff): WriteOff;
  /** The request certainly never arrived. */
  markNotSent(writeOff: WriteOff): WriteOff;
  markUnknown(writeOff: WriteOff, detail: string): WriteOff;
  markDone(writeOff: WriteOff, how: 'DONE' | 'DONE_BY_RECONCILIATION', detail: string): WriteOff;
  /** A person must decide; raises the alarm in the same transaction. */
  markManual(writeOff: WriteOff, state: 'MANUAL' | 'REFUND_DUE', alarm: AlarmCode, detail: string): WriteOff;
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
}

export function createWriteOffJournal(parts: WriteOffJournalParts): WriteOffJournal {
  return new SqliteWriteOffJournal(parts);
}

const writeOffRow = z
  .object({
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
      'NOT_OURS',
    ]),
    sends: z.number().int(),
    alarm: z.enum(alarmCodes).nullable(),
    handled_at: z.number().int().nullable(),
  })
  .transform(
    (row): WriteOff => ({
      id: row.id,
      chargeId: row.charge_id,
      invoiceId: row.invoice_id,
      state: row.state,
      sends: row.sends,
      ...(row.alarm !== null && { alarm: row.alarm }),
      ...(row.handled_at !== null && { handled: true }),
    }),
  );

const visitRow = z.object({ visit_id: z.string() });

class SqliteWriteOffJournal implements WriteOffJournal {
  readonly #parts: WriteOffJournalParts;

  constructor(parts: WriteOffJournalParts) {
    this.#parts = parts;
  }

  open(charge: Charge, state: 'PENDING' | 'NOT_OURS' | 'MANUAL'): void {
    const at = this.#parts.clock.wallTime();
    for (const { invoiceId } of charge.invoices) {
      this.#parts.database.run(
        `INSERT INTO write_offs (id, charge_id, invoice_id, state, alarm, created_at, changed_at)
         VALUES ($id, $chargeId, $invoiceId, $state, $alarm, $at, $at)`,
        {
          id: randomUUID(),
          chargeId: charge.id,
          invoiceId,
          state,
          alarm: state === 'MANUAL' ? 'WRITE-OFF-LATE-PAYMENT' : null,
          at,
        },
      );
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
         AND write_offs.state IN ('PENDING', 'SENT', 'UNKNOWN', 'MANUAL')
         AND write_offs.handled_at IS NULL LIMIT 1`,
      writeOffRow,
      { erp, invoiceId },
    );
    return found !== undefined;
  }

  listOpen(): readonly WriteOff[] {
    return this.#parts.database.all(
      `SELECT * FROM write_offs WHERE state IN ('PENDING', 'SENT', 'UNKNOWN') ORDER BY rowid`,
      writeOffRow,
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
      this.#parts.recordEvent(
        visitId,
        state === 'REFUND_DUE'
          ? { type: 'refund-due', chargeId, reason: 'settled-elsewhere' }
          : { type: 'write-off-manual', chargeId, invoiceId },
      );
    });
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
    const changed = this.#parts.database.run(
      `UPDATE write_offs SET handled_at = $at, handled_reason = $reason
       WHERE id = $id AND state IN ('MANUAL', 'REFUND_DUE') AND handled_at IS NULL`,
      { id: writeOff.id, reason, at: this.#parts.clock.wallTime() },
    );
    if (changed !== 1) throw new Error(`write-off ${writeOff.id} cannot be closed`);
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
      alongside(this.#visitOf(writeOff.chargeId));
    });
    return next;
  }

  #visitOf(chargeId: string): string {
    const row = this.#parts.database.get('SELECT visit_id FROM charges WHERE id = $chargeId', visitRow, {
      chargeId,
    });
    if (!row) throw new Error(`charge ${chargeId} is unknown`);
    return row.visit_id;
  }
}
