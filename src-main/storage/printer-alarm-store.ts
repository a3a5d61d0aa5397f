import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { PrinterAlarmStore } from '../printing/printer-alarm.ts';
import type { Database } from './database.ts';

const alarmRow = z
  .object({
    trouble: z.enum(['near-end', 'no-paper', 'cover-open', 'offline', 'error']),
    raised_at: z.number().int(),
  })
  .transform((row) => ({ trouble: row.trouble, since: row.raised_at }));

/** Alarms as rows of `printer_alarms`; cleared ones stay, as the printer's history. */
export function createPrinterAlarmStore(database: Database, clock: Clock): PrinterAlarmStore {
  const clear = () =>
    database.run('UPDATE printer_alarms SET cleared_at = $at WHERE cleared_at IS NULL', {
      at: clock.wallTime(),
    });
  return {
    current: () =>
      database.get('SELECT trouble, raised_at FROM printer_alarms WHERE cleared_at IS NULL', alarmRow),
    raise(trouble, alongside) {
      database.transaction(() => {
        clear();
        database.run('INSERT INTO printer_alarms (trouble, raised_at) VALUES ($trouble, $at)', {
          trouble,
          at: clock.wallTime(),
        });
        alongside();
      });
    },
    clear(alongside) {
      database.transaction(() => {
        clear();
        alongside();
      });
    },
  };
}
