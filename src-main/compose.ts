import { create as createQrCode } from 'qrcode/lib/core/qrcode.js';
import { Attendance } from './attendance/attendance.ts';
import { type PictureShelf, withPageJobs } from './attendance/boleto-desk.ts';
import type { DisplayRules } from './attendance/display-choice.ts';
import { createPaperDesk, type TerminalIdentity } from './attendance/paper-desk.ts';
import { ReceiptCopies } from './attendance/receipt-copies.ts';
import { ReceiptDesk } from './attendance/receipt-desk.ts';
import { createCopyDesk } from './attendance/second-copies/copy-desk.ts';
import { ServiceReturn } from './attendance/service-return.ts';
import { createVisitDiary, endCrashedVisits } from './attendance/visit-diary.ts';
import type { VisitRules } from './attendance/visit-parts.ts';
import { createBoletos } from './compose-boletos.ts';
import { createCare } from './compose-care.ts';
import { createCasePapers, createVisitPapers } from './compose-case-papers.ts';
import { createLocalGateway } from './compose-gateway.ts';
import { createJoining } from './compose-join.ts';
import { createMessages } from './compose-messages.ts';
import { createPrinting } from './compose-printing.ts';
import { createRelay } from './compose-relay.ts';
import { keepStorage } from './compose-storage.ts';
import { createTickets } from './compose-tickets.ts';
import { type Brand, languages, type QrPicture } from './contract/screen.ts';
import type { Clock } from './domain/clock.ts';
import { connectErps, type PreparedErp } from './erp/connect-erp.ts';
import { ErpCare } from './erp/erp-care.ts';
import { ErpGroup } from './erp/erp-group.ts';
import type { MappingEngine } from './erp/mapping/mapping-engine.ts';
import { createHttpClient } from './http/undici-http-client.ts';
import type { Log } from './logging/log.ts';
import type { AccountBook, PixAccount } from './payment/accounts.ts';
import { createCertificateWatch } from './payment/api-pix/certificate-watch.ts';
import type { ReadCertificateFile } from './payment/api-pix/psp-terms.ts';
import { createPaymentDesk, type PaymentDesk } from './payment/payment-desk.ts';
import type { LogoBlock } from './printing/logo.ts';
import type { PrinterProfile } from './printing/printer-profile.ts';
import { RequestDesk } from './requests/request-desk.ts';
import { RequestJournal } from './requests/request-journal.ts';
import type { Settings } from './settings/settings-schema.ts';
import { secretsOf } from './settings/settings-secrets.ts';
import { SystemVoice } from './speech/system-voice.ts';
import type { Database } from './storage/database.ts';
import type { StoragePlaces } from './storage/recovery.ts';
import { createVisitRecords } from './storage/visit-records.ts';
import { createKioskRecords, type KioskRecords } from './technician/kiosk-records.ts';
import type { PrinterLoan } from './technician/printer-bench.ts';

export interface KioskParts {
  readonly places: StoragePlaces;
  /** Open and up to date. Closed by the kiosk that is made of it. */
  readonly database: Database;
  readonly settings: Settings;
  readonly brand: Brand;
  /** The ERPs of the settings, each with its profile; at least one. */
  readonly erps: readonly PreparedErp[];
  /** That of the settings' printer; undefined when they have none. */
  readonly printerProfile: PrinterProfile | undefined;
  /** Those of the settings, each with its addresses. */
  readonly pixAccounts: readonly PixAccount[];
  readonly readCertificateFile: ReadCertificateFile;
  /** Where the window fetches the pages of boletos from. */
  readonly pictures: PictureShelf;
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
  /** Whether its own gateway listens at this IP address and port. */
  holdsGatewayAt(address: string, port: number): boolean;
  /** Takes up what an earlier run left open. */
  start(): void;
  /** Lets the steps in hand finish and closes everything. */
  stop(): Promise<void>;
}

/** The one place that chooses real parts; everything else is handed what it needs. @throws when the database fails */
export function compose(parts: KioskParts): Kiosk {
  const { settings, brand, clock, log, mapping, database } = parts;
  const http = createHttpClient({});
  const visits = createVisitRecords(database, clock);
  const relay = createRelay({
    settings,
    database,
    visits,
    http,
    clock,
    log,
    readKeyFile: parts.readCertificateFile,
    findAttachments: (visit, history) => casePapers(visit, history),
  });
  const { outbox } = relay;
  const diary = createVisitDiary(database, visits, outbox.record, log);

  const { printerProfile: profile } = parts;
  const printing = createPrinting({
    settings,
    profile,
    logo: brand.logo,
    database,
    recordEvent: outbox.recordKiosk,
    clock,
    log,
  });
  const terminal = identityOf(settings, () => printing?.logo());
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
    copies: settings.printer?.copies === 'customer-and-company' ? ['customer', 'company'] : ['customer'],
    clock,
    log,
    findPaid: (chargeId) => payments.findPaid(chargeId),
    onChange: (chargeId, receipt) => attendance.tell({ type: 'receipt-changed', chargeId, receipt }),
  });
  const receiptCopies = new ReceiptCopies({
    database,
    queue: printing?.queue,
    terminal,
    days: settings.visit.receiptCopyDays,
    clock,
    log,
    findPaid: (chargeId) => payments.findPaid(chargeId),
  });
  const tellSettlement = (chargeId: string): void => {
    const paid = payments.findPaid(chargeId);
    if (!paid) return;
    const { settlement, byInvoice } = paid;
    attendance.tell({ type: 'settlement-changed', chargeId, settlement, byInvoice });
  };

  const storage = keepStorage({
    places: parts.places,
    database,
    clock,
    log,
    timeZone: settings.terminal.timeZone,
    personalDataDays: settings.privacy.personalDataDays,
    isQuiet: () => attendance.isFree(),
    onGate: () => attendance.redraw(),
  });
  const certificates = createCertificateWatch({
    accounts: parts.pixAccounts,
    readCertificateFile: parts.readCertificateFile,
    clock,
    log,
  });
  const services = new ServiceReturn({
    findServices: (id) =>
      erps.find((erp) => erp.id === id && erp.gateway.offers('listBlockedServices'))?.gateway,
    isPresent: (visitId) => visits.find(visitId)?.endReason === undefined,
    withinHours: settings.visit.serviceReturnHours,
    log,
    onKnown: (chargeId, service) => attendance.tell({ type: 'service-known', chargeId, service }),
  });
  const payments: PaymentDesk = createPaymentDesk({
    database: storage.money,
    unreserved: storage.unreserved,
    gate: storage.gate,
    clock,
    log,
    http,
    erps: new Map(erps.map(({ id, gateway, rules }) => [id, { ledger: gateway, rules }])),
    accounts: accountBook(settings, parts.pixAccounts),
    readCertificateFile: parts.readCertificateFile,
    terminalId: settings.terminal.id,
    timeZone: settings.terminal.timeZone,
    refunds: settings.pix.refunds,
    chargeExpirySeconds: settings.pix.chargeExpirySeconds,
    erpChargeWaitSeconds: settings.pix.erpChargeWaitSeconds,
    random: Math.random,
    recordEvent: outbox.record,
    alongsidePaid: (charge) => receipts.markDue(charge),
    listener: {
      chargeChanged(charge) {
        attendance.tell({ type: 'charge-changed', charge });
        tellSettlement(charge.id);
        receipts.await(charge.id);
        if (charge.state === 'PAID') void services.paid(charge);
      },
      offerChanged: () => attendance.redraw(),
      chargeLooked: (chargeId, worked) => attendance.tell({ type: 'charge-looked', chargeId, worked }),
      writeOffEnded({ chargeId }) {
        tellSettlement(chargeId);
        receipts.writeOffEnded(chargeId);
        const paid = payments.findPaid(chargeId);
        if (paid?.settlement === 'done') void services.writtenOff(paid.charge);
      },
    },
  });

  const directory = new ErpGroup(erps, log);
  const care = new ErpCare(erps, log);
  const requestJournal = new RequestJournal(database, clock, outbox.record);
  const requests = new RequestDesk(requestJournal, log);
  const boletos = createBoletos({
    settings,
    erps: directory,
    pictures: parts.pictures,
    terminal,
    logo: brand.logo,
    clock,
    log,
    onPrint: (jobId, progress) => attendance.tell({ type: 'print-changed', jobId, progress }),
  });

  const copies = settings.visit.services.secondCopies
    ? createCopyDesk({
        care,
        pages: boletos.desk,
        queue: printing?.queue,
        terminal,
        secrets: secretsOf(settings),
        clock,
        log,
      })
    : undefined;
  const listPapers = createVisitPapers({
    erps: directory,
    boletos: boletos.desk,
    makeReceipt: boletos.makeReceipt,
    findPaid: (chargeId) => payments.findPaid(chargeId),
    terminal,
    logo: brand.logo,
  });
  const { readCertificateFile } = parts;
  const gateway = createLocalGateway({
    settings,
    database,
    directory,
    erps,
    readCertificateFile,
    visits,
    listPapers,
    clock,
    log,
  });
  const links = settings.relay.crm?.linkFiles ? gateway : undefined;
  const casePapers = createCasePapers(listPapers, (visitId, title) => links?.linkTo(visitId, title));

  const voice = settings.display.voice
    ? new SystemVoice({ clock, log, onChange: () => attendance.redraw() })
    : undefined;
  const attendance: Attendance = new Attendance({
    parts: {
      directory,
      payments: payments.cashier,
      paper: withPageJobs(createPaperDesk(printing?.queue, terminal, clock), boletos.desk),
      boletos: boletos.desk,
      ...createCare({ settings, care, requests, queue: printing?.queue, terminal, clock, log }),
      ...createTickets({ settings, care, requests, contactGuard: relay.contactGuard, visits, log }),
      ...createJoining({ settings, care, requests, database, queue: printing?.queue, terminal, clock, log }),
      ...createMessages({ settings, book: relay.messages, care, visits, terminal }),
      receipts: receiptCopies,
      copies,
      diary,
      ...(settings.visit.services.callAttendant &&
        relay.tellsSomebody && { help: { findCaller: (visitId) => relay.findCaller(visitId) } }),
      rules: visitRules(settings),
      clock,
      log,
    },
    brand,
    drawQr,
    display: displayRules(settings),
    ...(voice && { voice }),
  });

  printing?.queue.onChange((change) => {
    if (change.kind === 'status') return attendance.redraw();
    const progress = printing.queue.stateOf(change.jobId);
    if (progress) attendance.tell({ type: 'print-changed', jobId: change.jobId, progress });
    const printedFor = receipts.jobChanged(change.jobId);
    const charge = printedFor === undefined ? undefined : payments.findPaid(printedFor)?.charge;
    if (charge) diary.record(charge.visitId, { type: 'receipt-printed', chargeId: charge.id });
  });

  return {
    attendance,
    settings,
    records: createKioskRecords({
      payments: payments.records,
      deliveries: relay.desk,
      requests,
      receipts: receiptCopies,
      ...(printing && { readPrinter: () => printing.standing() }),
      listPixAccounts: () =>
        payments.listAccounts().map((account) => {
          const certificate = certificates.standingOf(account.id);
          return { ...account, ...(certificate && { certificate }) };
        }),
      listErps: () => erps.map((erp) => ({ id: erp.id, down: erp.isDown() })),
      timeZone: settings.terminal.timeZone,
      readStorage: () => storage.standing(),
      ...(voice && { canSpeak: () => voice.isThere() }),
      ...(gateway && { readGateway: () => gateway.standing() }),
      log,
    }),
    printer: printing?.loan,
    holdsGatewayAt: (address, port) => gateway?.holds(address, port) === true,
    start() {
      endCrashedVisits(diary, visits);
      attendance.start();
      void voice?.start();
      for (const erp of erps) erp.warmUp();
      payments.start();
      certificates.start();
      printing?.start();
      boletos.start();
      receipts.resume();
      requests.start();
      relay.start();
      gateway?.start();
      storage.start();
    },
    async stop() {
      attendance.stop();
      voice?.close();
      receipts.stop();
      certificates.stop();
      try {
        await endAll([
          payments.stop(),
          requests.stop(),
          printing?.stop() ?? Promise.resolve(),
          boletos.stop(),
          storage.stop(),
          relay.stop(),
          gateway?.stop() ?? Promise.resolve(),
        ]);
        await endAll([...erps.map((erp) => erp.close()), mapping.close()]);
        await http.close();
      } finally {
        database.close();
      }
    },
  };
}

/** Waits until each has ended, also when one of them could not. @throws what the first of those says */
async function endAll(work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}

function identityOf({ terminal, erps }: Settings, paperLogo: () => LogoBlock | undefined): TerminalIdentity {
  const { id, timeZone, companyName: name, companyDocument: document, companyAddress: address } = terminal;
  const phone = terminal.supportPhone === undefined ? {} : { supportPhone: terminal.supportPhone };
  return {
    id,
    timeZone,
    // For each paper anew: the logo is read while the kiosk runs already. Other companies' papers do not carry it.
    get company() {
      const logo = paperLogo();
      return { name, document, address, ...phone, ...(logo && { logo }) };
    },
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
    payWithoutPaper: visit.payWithoutPaper,
    offer: visit.offer,
  };
}

function displayRules({ display }: Settings): DisplayRules {
  const { language, languages: chosen, modes } = display;
  return {
    language,
    languages: languages.filter((each) => each === language || chosen.includes(each)),
    modes: modes ? ['large-type', 'high-contrast', 'low-reach'] : [],
  };
}

function accountBook({ pix, erps }: Settings, accounts: readonly PixAccount[]): AccountBook {
  const byErp = new Map(erps.flatMap((erp) => (erp.pix ? [[erp.id, erp.pix] as const] : [])));
  return { ...pix, accounts, byErp };
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
