import type { Clock } from './domain/clock.ts';
import type { RecordKioskEvent } from './domain/kiosk-event.ts';
import type { Log } from './logging/log.ts';
import { connectPrinter } from './printing/connect-printer.ts';
import type { LogoBlock } from './printing/logo.ts';
import { logoForPaper } from './printing/paper-logo.ts';
import { PrintQueue } from './printing/print-queue.ts';
import { createPrinterAlarms } from './printing/printer-alarm.ts';
import type { PrinterProfile } from './printing/printer-profile.ts';
import type { Settings } from './settings/settings-schema.ts';
import type { Database } from './storage/database.ts';
import { createPrintJobStore } from './storage/print-job-store.ts';
import { createPrinterAlarmStore } from './storage/printer-alarm-store.ts';
import type { PrinterStanding } from './technician/kiosk-records.ts';
import type { PrinterLoan } from './technician/printer-bench.ts';

/** A receipt takes some seconds; a printer that hangs must not keep the kiosk from ending. */
const PAPER_PATIENCE_MS = 8000;
/** The logo is made into dots when the window stands; nobody has ordered a paper by then. */
const LOGO_AFTER_MS = 3000;

export interface PrintingParts {
  readonly settings: Settings;
  /** The printer's; undefined when the settings have none. */
  readonly profile: PrinterProfile | undefined;
  /** The company's, as a `data:` URL. */
  readonly logo: string | undefined;
  readonly database: Database;
  readonly recordEvent: RecordKioskEvent;
  readonly clock: Clock;
  readonly log: Log;
}

/** The kiosk's printer and what waits for it. */
export interface Printing {
  readonly queue: PrintQueue;
  readonly loan: PrinterLoan;
  /** For the head of the company's papers; undefined until it was read, and where none shall be printed. */
  logo(): LogoBlock | undefined;
  /** How the printer is and whether a person must see to it, for the technician. */
  standing(): PrinterStanding;
  start(): void;
  stop(): Promise<void>;
}

/** @returns undefined when no printer is configured */
export function createPrinting(parts: PrintingParts): Printing | undefined {
  const { database, clock, log, profile } = parts;
  const options = parts.settings.printer;
  if (!options || !profile) return undefined;
  const store = createPrintJobStore(database);
  const mayHoldRemains = store.list('printing').length > 0;
  const printer = connectPrinter({ place: options, profile, clock, log, mayHoldRemains });
  const queue = new PrintQueue({
    store,
    printer,
    async encode(document) {
      // With the first paper: its code pages are larger than all the rest of the kiosk.
      const { encodeDocument } = await import('./printing/escpos/encode.ts');
      return encodeDocument(document, profile);
    },
    clock,
    log,
  });
  const alarmStore = createPrinterAlarmStore(database, clock);
  const alarms = createPrinterAlarms({ store: alarmStore, recordEvent: parts.recordEvent, clock, log });
  queue.onChange((change) => {
    if (change.kind === 'status') alarms.statusChanged(change.status);
  });
  const logo = logoReader(options.logo ? parts.logo : undefined, profile, clock, log);
  return {
    queue,
    loan: {
      lend: (work) => queue.lend(work),
      runningSettings: () => options,
      runningStatus: () => queue.status(),
      runningHearsNoise: () => printer.hearsNoise,
    },
    logo: logo.latest,
    standing() {
      const [status, alarm] = [queue.status(), alarmStore.current()];
      return { ...(status && { status }), ...(alarm && { alarm }) };
    },
    start() {
      queue.start();
      logo.start();
    },
    async stop() {
      logo.stop();
      alarms.stop();
      const ended = queue.stop();
      await queue.finishPaper(PAPER_PATIENCE_MS);
      await printer.close();
      await ended;
    },
  };
}

/** Reads the logo once, a while after the start. One that cannot be printed is said in the log, and left out. */
function logoReader(logo: string | undefined, { dots }: PrinterProfile, clock: Clock, log: Log) {
  let block: LogoBlock | undefined;
  let timer: unknown;
  const ended = new AbortController();
  const read = async (dataUrl: string): Promise<void> => {
    const made = await logoForPaper(dataUrl, dots, ended.signal);
    if (made.ok) block = made.value;
    else if (!ended.signal.aborted) log.warn('PRINT-LOGO-LEFT-OUT', { reason: made.error });
  };
  return {
    latest: () => block,
    start() {
      if (logo !== undefined) timer = clock.setTimeout(() => void read(logo), LOGO_AFTER_MS);
    },
    stop() {
      clock.clearTimeout(timer);
      ended.abort();
    },
  };
}
