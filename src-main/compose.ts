import { join } from 'node:path';
import QRCode from 'qrcode';
import { Attendance } from './attendance/attendance.ts';
import { createPaperDesk, type TerminalIdentity } from './attendance/paper-desk.ts';
import { ReceiptDesk } from './attendance/receipt-desk.ts';
import { createVisitDiary, endCrashedVisits } from './attendance/visit-diary.ts';
import type { VisitRules } from './attendance/visit-parts.ts';
import type { Brand, QrPicture } from './contract/screen.ts';
import type { Clock } from './domain/clock.ts';
import { connectErp } from './erp/connect-erp.ts';
import type { MappingEngine } from './erp/mapping/mapping-engine.ts';
import type { ErpProfile } from './erp/profile/profile-schema.ts';
import type { HttpClient } from './http/http-client.ts';
import { createHttpClient } from './http/undici-http-client.ts';
import type { Log } from './logging/log.ts';
import { createPaymentDesk, type PaymentDesk } from './payment/payment-desk.ts';
import { PrintQueue } from './printing/print-queue.ts';
import { genericProfile } from './printing/printer-profile.ts';
import { createSerialPrinter } from './printing/serial-printer.ts';
import { createChatCallbacks } from './relay/chat/chat-callbacks.ts';
import { createSalesforceCase } from './relay/crm/salesforce-case.ts';
import { Dispatcher } from './relay/dispatcher.ts';
import { createOutbox } from './relay/outbox.ts';
import type { RelayTarget } from './relay/target.ts';
import type { Settings } from './settings/settings-schema.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { migrate } from './storage/migrations.ts';
import { createPrintJobStore } from './storage/print-job-store.ts';
import { createVisitRecords } from './storage/visit-records.ts';

export interface KioskParts {
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly brand: Brand;
  /** The ERP's profile with what the settings say otherwise. */
  readonly erpProfile: ErpProfile;
  /** Closed by the kiosk that is made of it. */
  readonly mapping: MappingEngine;
  readonly clock: Clock;
  readonly log: Log;
}

/** A running kiosk, seen from the window. */
export interface Kiosk {
  readonly attendance: Attendance;
  /** Takes up what an earlier run left open. */
  start(): void;
  /** Lets the steps in hand finish and closes everything. */
  stop(): Promise<void>;
}

/** The one place that chooses real parts; everything else is handed what it needs. @throws when the database fails */
export function compose(parts: KioskParts): Kiosk {
  const { settings, brand, clock, log, dataFolder, mapping } = parts;
  const database = openStorage(join(dataFolder, 'balcao.db'));
  const http = createHttpClient({});
  const terminal = identityOf(settings);

  const visits = createVisitRecords(database, clock);
  const targets = relayTargets(settings, http);
  const outbox = createOutbox(database, clock, visits, targets, () => wakeAll(dispatchers));
  const dispatchers = targets.map((target) => new Dispatcher(target, outbox, clock, log, Math.random));
  const diary = createVisitDiary(database, visits, outbox.record, log);

  const printing = createPrinting(settings, database, clock, log);
  const erp = connectErp(parts.erpProfile, settings.erp, { http, mapping, clock, log, random: Math.random });

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
    ledger: erp.gateway,
    accounts: settings.pix,
    rules: erp.rules,
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
        if (payments.findPaid(chargeId)?.writtenOff) attendance.tell({ type: 'written-off', chargeId });
        receipts.release(chargeId);
      },
    },
  });

  const attendance: Attendance = new Attendance({
    parts: {
      directory: erp.gateway,
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
    start() {
      endCrashedVisits(diary, visits);
      attendance.start();
      erp.warmUp();
      payments.start();
      printing?.queue.start();
      receipts.resume();
      wakeAll(dispatchers);
    },
    async stop() {
      attendance.stop();
      receipts.stop();
      await Promise.all([payments.stop(), printing?.stop(), ...dispatchers.map((each) => each.stop())]);
      await Promise.all([erp.close(), mapping.close()]);
      await http.close();
      database.close();
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

function wakeAll(dispatchers: readonly Dispatcher[]): void {
  for (const dispatcher of dispatchers) dispatcher.wake();
}

function identityOf({ terminal }: Settings): TerminalIdentity {
  return {
    id: terminal.id,
    timeZone: terminal.timeZone,
    company: {
      name: terminal.companyName,
      document: terminal.companyDocument,
      address: terminal.companyAddress,
      ...(terminal.supportPhone !== undefined && { supportPhone: terminal.supportPhone }),
    },
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
  };
}

function relayTargets({ relay, terminal }: Settings, http: HttpClient): readonly RelayTarget[] {
  return [
    ...(relay.chat ? [createChatCallbacks(relay.chat, http)] : []),
    ...(relay.crm ? [createSalesforceCase(relay.crm, terminal.id, http)] : []),
  ];
}

function createPrinting(
  { printer: options }: Settings,
  database: Database,
  clock: Clock,
  log: Log,
): { readonly queue: PrintQueue; stop(): Promise<void> } | undefined {
  if (!options) return undefined;
  const profile = genericProfile(options.paper);
  const store = createPrintJobStore(database);
  const mayHoldRemains = store.list('printing').length > 0;
  const printer = createSerialPrinter({ ...options, clock, log, mayHoldRemains });
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
    async stop() {
      const ended = queue.stop();
      await printer.close();
      await ended;
    },
  };
}

/** A QR of error correction M, as one SVG path: a square for each dark module. */
function drawQr(text: string): QrPicture {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  return { size: modules.size, path: squares.join('') };
}
