import type { ClosedDay, WrittenFile } from '../contract/technician.ts';
import { type CalendarDate, calendarDateAt, parseCalendarDate } from '../domain/calendar-date.ts';
import type { Clock } from '../domain/clock.ts';
import { type AuditReport, auditMoney } from '../payment/audit-report.ts';
import { openForReading } from '../storage/database.ts';
import { headText } from '../storage/hash-chain.ts';
import type { AuditLog } from './audit-log.ts';
import { CLOSING_EVENT } from './closing-heads.ts';
import { closingText } from './closing-text.ts';
import type { WriteToDrive } from './drive-writer.ts';

export interface ClosingDeskParts {
  /** The kiosk's database; it is read beside the kiosk that runs, and also without one. */
  readonly databaseFile: string;
  readonly clock: Pick<Clock, 'wallTime'>;
  readonly timeZone: () => string;
  /** Id of this kiosk, or undefined while its settings say none. */
  readonly terminalId: () => string | undefined;
  /** Where each closing that is taken along notes how far the money's audit reached: an end cut off later shows there. */
  readonly audit: Pick<AuditLog, 'record'>;
  readonly writeTo: WriteToDrive;
}

/** Closes days from the money's audit log, which it checks on the way. */
export interface ClosingDesk {
  /** @param day `YYYY-MM-DD`; empty: today. @throws when there is no such day, or the database cannot be read */
  close(day: string): Promise<ClosedDay>;
  /** The same on paper, so to speak: a text file on a drive. */
  export(drive: string, day: string): Promise<WrittenFile>;
}

export function createClosingDesk(parts: ClosingDeskParts): ClosingDesk {
  async function work(day: string): Promise<{ readonly report: AuditReport; readonly today: CalendarDate }> {
    const timeZone = parts.timeZone();
    const today = calendarDateAt(parts.clock.wallTime(), timeZone);
    const asked = day === '' ? today : parseCalendarDate(day);
    if (asked === undefined) throw new Error('no such day');
    const report = await auditInSteps(parts.databaseFile, { day: asked, timeZone });
    return { report, today };
  }

  return {
    async close(day) {
      const { report, today } = await work(day);
      return closedDay(report, today);
    },
    async export(drive, day) {
      const { report } = await work(day);
      parts.audit.record(CLOSING_EVENT, `${report.closing.day} ${headText(report.head)}`);
      const terminal = parts.terminalId() ?? 'sem-id';
      const text = closingText(report, terminal, parts.clock.wallTime());
      return parts.writeTo(drive, `fechamento-${terminal}-${report.closing.day}.txt`, Buffer.from(text));
    },
  };
}

/** Between its steps the kiosk takes its turns. */
async function auditInSteps(
  file: string,
  question: { readonly day: CalendarDate; readonly timeZone: string },
): Promise<AuditReport> {
  const database = openForReading(file);
  try {
    const steps = auditMoney(database, question);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      await new Promise(setImmediate);
    }
  } finally {
    database.close();
  }
}

function closedDay({ closing, head, fault, differences }: AuditReport, today: CalendarDate): ClosedDay {
  return {
    ...closing,
    today,
    entries: head.seq,
    ...(fault && { brokenAt: fault.seq }),
    differences: differences.length,
  };
}
