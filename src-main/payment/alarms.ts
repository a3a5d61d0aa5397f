import type { Clock } from '../domain/clock.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../storage/database.ts';

/** Money that needs a person. Codes are stable: the log, the technician's area and the guide use the same ones. */
export const alarmCodes = [
  'WRITE-OFF-REFUSED',
  'WRITE-OFF-UNPROVEN',
  'WRITE-OFF-SETTLED-ELSEWHERE',
  'WRITE-OFF-LATE-PAYMENT',
  'CHARGE-WRONG-AMOUNT',
  'CHARGE-VANISHED',
  'CHARGE-PAID-TWICE',
  /** The PSP does not send the money back. */
  'REFUND-FAILED',
  'PIX-ACCOUNT-MISSING',
  /** Money of an ERP that the settings no longer name. */
  'ERP-NOT-CONFIGURED',
  /** A payment of a kiosk's charge that the database, which came from a backup, does not know; its txid is told. */
  'PIX-UNKNOWN-CHARGE',
  /** After a recovery an account does not let itself be listed; the recovery's name is told, and the log names it. */
  'PIX-NOT-LISTED',
  'STORAGE-RESTORED',
  'STORAGE-DISK-FULL',
] as const;

export type AlarmCode = (typeof alarmCodes)[number];

/** What an alarm is about; ids only. */
export interface AlarmSubject {
  readonly chargeId?: string;
  /** Needed beside an invoice that has no charge: its id alone may be of another ERP's, too. */
  readonly erp?: string;
  readonly invoiceId?: string;
}

export type RaiseAlarm = (code: AlarmCode, subject: AlarmSubject) => void;

/** Alarms are rows, so that none is lost between the moment it was true and somebody reading it; each is raised once. */
export function createAlarms(database: Database, clock: Clock, log: Log): RaiseAlarm {
  return (code, { chargeId, erp, invoiceId }) => {
    const raised = database.run(
      `INSERT OR IGNORE INTO alarms (code, charge_id, erp, invoice_id, raised_at)
       VALUES ($code, $chargeId, $erp, $invoiceId, $at)`,
      {
        code,
        chargeId: chargeId ?? null,
        erp: erp ?? null,
        invoiceId: invoiceId ?? null,
        at: clock.wallTime(),
      },
    );
    if (raised > 0) log.error(code, { chargeId, erp, invoiceId });
  };
}
