import type { Clock } from '../domain/clock.ts';
import type { PrinterTrouble, RecordKioskEvent } from '../domain/kiosk-event.ts';
import type { Log } from '../logging/log.ts';
import type { PrinterStatus } from './printer.ts';

/** What the printer needs a person for. */
export interface PrinterAlarm {
  readonly trouble: PrinterTrouble;
  /** Wall time, milliseconds. */
  readonly since: number;
}

/** Where alarms outlive the kiosk. Each call is on disk when it returns, and throws when it cannot be. */
export interface PrinterAlarmStore {
  /** The one that is not cleared; at most one is. */
  current(): PrinterAlarm | undefined;
  /** Clears what is there and raises this one. `alongside` joins the transaction. */
  raise(trouble: PrinterTrouble, alongside: () => void): void;
  clear(alongside: () => void): void;
}

export interface PrinterAlarmParts {
  readonly store: PrinterAlarmStore;
  readonly recordEvent: RecordKioskEvent;
  readonly clock: Clock;
  readonly log: Log;
}

/** Raises and clears alarms as the printer's status changes. */
export interface PrinterAlarms {
  /** The printer's status is another one now. */
  statusChanged(status: PrinterStatus): void;
  stop(): void;
}

/**
 * How long (milliseconds) a status must last to count. The sensor of a roll's end flickers while the roll turns, and a
 * cover that is open for a moment is a person at work.
 */
const LASTING_MS = 60_000;

/**
 * Tells technicians, and whoever reads the outbox, once of each trouble that lasts: not at every look, and not again
 * after a restart.
 */
export function createPrinterAlarms({ store, recordEvent, clock, log }: PrinterAlarmParts): PrinterAlarms {
  let timer: unknown;

  function settle(status: PrinterStatus): void {
    try {
      const current = store.current();
      if (status === 'ok') {
        if (!current) return;
        store.clear(() => recordEvent({ type: 'printer-well' }));
        log.info('PRINTER-WELL');
      } else if (current?.trouble !== status) {
        store.raise(status, () => recordEvent({ type: 'printer-trouble', trouble: status }));
        log.warn('PRINTER-TROUBLE', { trouble: status });
      }
    } catch (error) {
      // The attract screen still tells what the printer says.
      log.error('PRINTER-ALARM-FAILED', { reason: String(error) });
    }
  }

  return {
    statusChanged(status) {
      clock.clearTimeout(timer);
      timer = clock.setTimeout(() => settle(status), LASTING_MS);
    },
    stop: () => clock.clearTimeout(timer),
  };
}
