import { app } from 'electron';
import type { KioskLog } from '../logging/pino-log.ts';

/**
 * Faults of our own that nothing caught, in the main process. Without this Electron would put a dialog over the
 * customer's screen and go on.
 *
 * A rejection is one task that failed among many, and money never hangs on a task but on the journal: it is logged
 * and the kiosk goes on. After an exception nobody knows what was left half done: the app ends, whoever keeps it
 * running starts it afresh, and it takes up from the disk what was open, as after a power cut.
 */
export function watchUncaughtFaults(log: KioskLog): void {
  process.on('unhandledRejection', (reason) => log.error('MAIN-REJECTION', { reason: describe(reason) }));
  process.on('uncaughtException', (error) => {
    log.error('MAIN-EXCEPTION', { reason: describe(error) });
    log.flush();
    app.exit(1);
  });
}

function describe(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? String(fault)) : String(fault);
}
