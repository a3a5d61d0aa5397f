import { join } from 'node:path';
import { create as createQrCode } from 'qrcode/lib/core/qrcode.js';
import { Attendance } from './attendance/attendance.ts';
import { createPaperDesk, type TerminalIdentity } from './attendance/paper-desk.ts';
import { ReceiptDesk } from './attendance/receipt-desk.ts';
import { createVisitDiary, endCrashedVisits } from './attendance/visit-diary.ts';
import type { VisitRules } from './attendance/visit-parts.ts';
import type { Brand, QrPicture } from './contract/screen.ts';
import type { Clock } from './domain/clock.ts';
import { connectErps, type PreparedErp } from './erp/connect-erp.ts';
import { ErpGroup } from './erp/erp-group.ts';
import type { MappingEngine } from './erp/mapping/mapping-engine.ts';
import type { HttpClient } from './http/http-client.ts';
import { createHttpClient } from './http/undici-http-client.ts';
import type { Log } from './logging/log.ts';
import type { AccountBook } from './payment/accounts.ts';
import { createPaymentDesk, type PaymentDesk } from './payment/payment-desk.ts';
import { connectPrinter } from './printing/connect-printer.ts';
import { PrintQueue } from './printing/print-queue.ts';
import { profileOf } from './printing/printer-profile.ts';

import { createChatCallbacks } from './relay/chat/chat-callbacks.ts';
import { createSalesforceCase } from './relay/crm/salesforce-case.ts';
import { createDeliveryDesk } from './relay/delivery-desk.ts';
import { Dispatcher } from './relay/dispatcher.ts';
import { createOutbox } from './relay/outbox.ts';
import type { RelayTarget } from './relay/target.ts';
import type { Settings } from './settings/settings-schema.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { migrate } from './storage/migrations.ts';
import { createPrintJobStore } from './storage/print-job-store.ts';
import { createVisitRecords } from './storage/visit-records.ts';
import { createKioskRecords, type KioskRecords } from './technician/kiosk-records.ts';
import type { PrinterLoan } from './technician/printer-bench.ts';

export interface KioskParts {
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly brand: Brand;
  /** The ERPs of the settings, each with its profile; at least one. */
  readonly erps: readonly PreparedErp[];
  /** Closed by the kiosk that is made of it. */
  readonly mapping: MappingEngine;
  readonly clock: Clock;
  readonly log: Log;
}

/** A running kiosk, seen from the window. */
export interface Kiosk {
  readonly attendance: Attendance;
  readonly settings: Settings;
  /** What a technician sees of it and may do to it. */
  readonly records: KioskRecords;
  /** Its printer, for a technician who tries it; undefined when none is configured. */
  readonly printer: PrinterLoan | undefined;
  /** Takes up what an earlier run left open. */
  start(): void;
  /** Lets the steps in hand finish and closes everything. */
  stop(): Promise<void>;
}

/** The one place that chooses real parts; everything else is handed what it needs. @throws when the database fails */
export function compose(parts: KioskParts): Kiosk {
  const database = openStorage(join(parts.dataFolder, 'balcao.db'));
  try {
    return assemble(parts, database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function assemble(parts: KioskParts, database: Database): Kiosk {
  const { settings, brand, clock, log, mapping } = parts;
  const http = createHttpClient({});
  const terminal = identityOf(settings);

  const visits = createVisitRecords(database, clock);
  const targets = relayTargets(settings, http);
  const outbox = createOutbox(database, clock, visits, targets, () => wakeAll(dispatchers));
  const dispatchers = targets.map((target) => new Dispatcher(target, outbox, clock, log, Math.random));
  const diary = createVisitDiary(database, visits, outbox.record, log);

  const printing = createPrinting(settings, database, clock, log);
  const erps = connectErps(parts.erps, settings.terminal.companyName, {
    http,
    mapping,
    clock,
    log,
    random: Math.random,
    onHealthChange: () => attendance.redraw(),
  });

  const receipts: ReceiptDesk = new ReceiptDesk({
    database,
    visits,
    queue: printing?.queue,
    terminal,
    clock,
    log,
    findPaid: (chargeId) => payments.findPaid(chargeId),
    onChange: (chargeId, receipt) => attendance.tell({ type: 'receipt-changed', chargeId, receipt }),
  });

  const payments: PaymentDesk = createPaymentDesk({
    database,
    clock,
    log,
    http,
    erps: new Map(erps.map(({ id, gateway, rules }) => [id, { ledger: gateway, rules }])),
    accounts: accountBook(settings),
    terminalId: settings.terminal.id,
    chargeExpirySeconds: settings.pix.chargeExpirySeconds,
    erpChargeWaitSeconds: settings.pix.erpChargeWaitSeconds,
    random: Math.random,
    recordEvent: outbox.record,
    alongsidePaid: (charge) => receipts.markDue(charge),
    listener: {
      chargeChanged(charge) {
        attendance.tell({ type: 'charge-changed', charge });
        if (charge.state === 'PAID') receipts.await(charge.id);
      },
      chargeLooked: (chargeId, worked) => attendance.tell({ type: 'charge-looked', chargeId, worked }),
      writeOffEnded({ chargeId }) {
        const settled = payments.findPaid(chargeId)?.settlement === 'done';
        if (settled) attendance.tell({ type: 'written-off', chargeId });
        receipts.release(chargeId);
      },
    },
  });

  const attendance: Attendance = new Attendance({
    parts: {
      directory: new ErpGroup(erps, log),
      payments: payments.cashier,
      paper: createPaperDesk(printing?.queue, terminal, clock),
      diary,
      rules: visitRules(settings),
      clock,
      log,
    },
    brand,
    drawQr,
  });

  printing?.queue.onChange((change) => {
    if (change.kind === 'status') return attendance.redraw();
    const progress = printing.queue.stateOf(change.jobId);
    if (progress) attendance.tell({ type: 'slip-changed', jobId: change.jobId, progress });
    const printedFor = receipts.jobChanged(change.jobId);
    const charge = printedFor === undefined ? undefined : payments.findPaid(printedFor)?.charge;
    if (charge) diary.record(charge.visitId, { type: 'receipt-printed', chargeId: charge.id });
  });

  return {
    attendance,
    settings,
    records: createKioskRecords({
      payments: payments.records,
      deliveries: createDeliveryDesk(database, clock, dispatchers),
      receipts,
      listErps: () => erps.map((erp) => ({ id: erp.id, down: erp.isDown() })),
      timeZone: settings.terminal.timeZone,
      log,
    }),
    printer: printing?.loan,
    start() {
      endCrashedVisits(diary, visits);
      attendance.start();
      for (const erp of erps) erp.warmUp();
      payments.start();
      printing?.queue.start();
      receipts.resume();
      wakeAll(dispatchers);
    },
    async stop() {
      attendance.stop();
      receipts.stop();
      try {
        await endAll([
          payments.stop(),
          printing?.stop() ?? Promise.resolve(),
          ...dispatchers.map((each) => each.stop()),
        ]);
        await endAll([...erps.map((erp) => erp.close()), mapping.close()]);
        await http.close();
      } finally {
        database.close();
      }
    },
  };
}

function openStorage(file: string): Database {
  const database = openDatabase(file);
  try {
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Waits until each has ended, also when one of them could not. @throws what the first of those says */
async function endAll(work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}

function wakeAll(dispatchers: readonly Dispatcher[]): void {
  for (const dispatcher of dispatchers) dispatcher.wake();
}

function identityOf({ terminal, erps }: Settings): TerminalIdentity {
  const { id, timeZone, companyName: name, companyDocument: document, companyAddress: address } = terminal;
  const phone = terminal.supportPhone === undefined ? {} : { supportPhone: terminal.supportPhone };
  return {
    id,
    timeZone,
    company: { name, document, address, ...phone },
    companyByErp: new Map(
      erps.flatMap((erp) => (erp.company ? [[erp.id, { ...phone, ...erp.company }] as const] : [])),
    ),
  };
}

function visitRules({ visit, terminal }: Settings): VisitRules {
  return {
    secondFactor: visit.secondFactor,
    idleMs: visit.idleSeconds * 1000,
    idleWarningMs: visit.idleWarningSeconds * 1000,
    thanksMs: visit.thanksSeconds * 1000,
    blockMs: visit.blockMinutes * 60_000,
    timeZone: terminal.timeZone,
    hours: terminal.hours ?? [],
    offer: visit.offer,
  };
}

function accountBook({ pix, erps }: Settings): AccountBook {
  const byErp = new Map(erps.flatMap((erp) => (erp.pix ? [[erp.id, erp.pix] as const] : [])));
  return { ...pix, byErp };
}

function relayTargets({ relay, terminal }: Settings, http: HttpClient): readonly RelayTarget[] {
  return [
    ...(relay.chat ? [createChatCallbacks(relay.chat, http)] : []),
    ...(relay.crm ? [createSalesforceCase(relay.crm, terminal.id, http)] : []),
  ];
}

/** A receipt takes some seconds; a printer that hangs must not keep the kiosk from ending. */
const PAPER_PATIENCE_MS = 8000;

interface Printing {
  readonly queue: PrintQueue;
  readonly loan: PrinterLoan;
  stop(): Promise<void>;
}

function createPrinting(
  { printer: options }: Settings,
  database: Database,
  clock: Clock,
  log: Log,
): Printing | undefined {
  if (!options) return undefined;
  const profile = profileOf(options.model);
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
  return {
    queue,
    loan: {
      lend: (work) => queue.lend(work),
      runningSettings: () => options,
      runningStatus: () => queue.status(),
      runningHearsNoise: () => printer.hearsNoise,
    },
    async stop() {
      const ended = queue.stop();
      await queue.finishPaper(PAPER_PATIENCE_MS);
      await printer.close();
      await ended;
    },
  };
}

/** A QR of error correction M, as one SVG path: a square for each dark module. */
function drawQr(text: string): QrPicture {
  const { modules } = createQrCode(text, { errorCorrectionLevel: 'M' });
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  return { size: modules.size, path: squares.join('') };
}
