import { join } from 'node:path';

import program from '../package.json' with { type: 'json' };
import type { Kiosk } from './compose.ts';
import { openTrialGateway } from './compose-gateway.ts';
import type { CertificateState, FieldProblem, JsonObject, TestReport } from './contract/technician.ts';
import type { Clock } from './domain/clock.ts';
import { prepareErpProfile } from './erp/connect-erp.ts';
import { createMappingEngine, type MappingEngine } from './erp/mapping/mapping-engine.ts';
import { createHttpClient } from './http/undici-http-client.ts';
import type { Log } from './logging/log.ts';
import { addressAccounts } from './payment/api-pix/account-addresses.ts';
import { standingOf } from './payment/api-pix/certificate-standing.ts';
import { readAccountCertificate } from './payment/api-pix/psp-terms.ts';
import { preparePrinter } from './printing/prepare-printer.ts';
import { readCertificateFile, storeCertificateFile } from './settings/certificate-file.ts';
import { parseDraft } from './settings/check-settings.ts';
import type { SecretVault } from './settings/secret-vault.ts';
import { DEFAULT_TIME_ZONE } from './settings/setting-fields.ts';
import type { Settings } from './settings/settings-schema.ts';
import { createSettingsStore } from './settings/settings-store.ts';
import { storagePlaces } from './storage/recovery.ts';
import { sqliteVersion } from './storage/sqlite-version.ts';
import { testA4Printer } from './technician/a4-printer-probe.ts';
import { openAuditLog } from './technician/audit-log.ts';
import { readClock } from './technician/clock-probe.ts';
import { createClosingDesk } from './technician/closing-desk.ts';
import { createDriveWriter } from './technician/drive-writer.ts';
import { testErp } from './technician/erp-probe.ts';
import { listErpProfiles } from './technician/erp-profile-list.ts';
import { createFileDesk } from './technician/file-desk.ts';
import { testGateway } from './technician/gateway-probe.ts';
import { listVersions, readKioskState } from './technician/kiosk-state.ts';
import { createLogExport } from './technician/log-export.ts';
import { createPinKeeper } from './technician/pin-keeper.ts';
import { testPix } from './technician/pix-probe.ts';
import { createPrinterBench } from './technician/printer-bench.ts';
import { listPrinterProfiles } from './technician/printer-profile-list.ts';
import { testRelay } from './technician/relay-probe.ts';
import { createRemovableDrives } from './technician/removable-drives.ts';
import { testSeniorCrm } from './technician/senior-probe.ts';
import { TechnicianDesk } from './technician/technician-desk.ts';
import type { TechnicianVisit } from './technician/technician-visit.ts';

export interface TechnicianParts {
  readonly dataFolder: string;
  /** The newest log file. */
  readonly logFile: string;
  readonly vault: SecretVault;
  readonly visit: TechnicianVisit;
  /** The kiosk that runs now; another one after each restart. */
  readonly running: () => Kiosk | undefined;
  readonly restart: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The technician's area, put together when somebody first comes to its door. */
export interface TechnicianArea {
  readonly desk: TechnicianDesk;
  close(): Promise<void>;
}

/** What a test says of a draft that is not even sound. */
function unsound(problems: readonly FieldProblem[]): TestReport {
  const [first] = problems;
  const summary = `Acerte primeiro: ${first?.field}: ${first?.message}`;
  return { worked: false, summary, code: 'SETTINGS-UNUSABLE', tookMs: 0, exchanges: [] };
}

export function composeTechnician(parts: TechnicianParts): TechnicianArea {
  const { dataFolder, vault, visit, running, restart, clock, log } = parts;
  const mapping = createMappingEngine({ onStopped: () => log.error('ERP-MAPPING-STOPPED') });
  const http = createHttpClient({});
  const audit = openAuditLog({ file: join(dataFolder, 'audit.jsonl'), clock, log });
  const pins = createPinKeeper({ file: join(dataFolder, 'technician.json'), clock, log, audit });
  const store = createSettingsStore({
    dataFolder,
    vault,
    clock,
    log,
    check: (settings) => checkProfiles(dataFolder, settings, mapping),
  });
  const drives = createRemovableDrives({ env: process.env, platform: process.platform });
  const writeTo = createDriveWriter(drives, log);
  const files = createFileDesk({
    dataFolder,
    drives,
    mapping,
    previewImport: (text) => store.preview(text),
    storeCertificate: (bytes, ending) => storeCertificateFile(dataFolder, vault, bytes, ending),
    log,
  });
  const exportLog = createLogExport({
    file: parts.logFile,
    clock,
    terminalId: () => running()?.settings.terminal.id,
    timeZone: () => running()?.settings.terminal.timeZone ?? DEFAULT_TIME_ZONE,
    writeTo,
    log,
  });
  const readCertificate = (name: string) => readCertificateFile(dataFolder, vault, name);
  const closings = createClosingDesk({
    databaseFile: storagePlaces(dataFolder).database,
    clock,
    timeZone: () => running()?.settings.terminal.timeZone ?? DEFAULT_TIME_ZONE,
    terminalId: () => running()?.settings.terminal.id,
    audit,
    writeTo,
  });
  const bench = createPrinterBench({ dataFolder, borrow: () => running()?.printer, clock, log });

  /** Runs a test on a draft as it would be saved, with its secrets open. */
  async function onDraft(
    draft: JsonObject,
    test: (settings: Settings) => Promise<TestReport>,
  ): Promise<TestReport> {
    const settings = parseDraft(draft, vault);
    return settings.ok ? test(settings.value) : unsound(settings.error);
  }

  const desk = new TechnicianDesk({
    visit,
    pins,
    audit,
    restart,
    log,
    handlers: {
      'read-settings': () => store.read(),
      'check-settings': ({ draft }) => store.check(draft),
      'save-settings': (request) => store.save(request),
      'undo-settings': (request) => store.undo(request),
      'list-drives': () => drives.list(),
      'list-folder': ({ drive, path, purpose }) => files.listFolder(drive, path, purpose),
      'pick-file': ({ drive, path, purpose }) => files.pick(drive, path, purpose),
      'export-settings': ({ drive }) => writeTo(drive, 'balcao-settings.json', Buffer.from(store.export())),
      'export-log': ({ drive }) => exportLog(drive),
      'erp-profiles': () => listErpProfiles(dataFolder, mapping),
      'test-erp': ({ draft, erp, operation, document }) =>
        onDraft(draft, (settings) =>
          testErp({ dataFolder, settings, erpId: erp, operation, document, http, mapping, clock, log }),
        ),
      'pix-certificate': ({ draft, account }) => pixCertificate(draft, account),
      'test-pix': ({ draft, account }) => onDraft(draft, (settings) => pixTest(settings, account)),
      'test-relay': ({ draft, target }) =>
        onDraft(draft, (settings) =>
          testRelay({ settings, target, http, clock, readKeyFile: readCertificate }),
        ),
      'test-senior-crm': ({ draft, phone }) =>
        onDraft(draft, (settings) => testSeniorCrm({ settings, phone, http, clock })),
      'serial-ports': () => bench.ports(),
      'printer-status': ({ draft }) => {
        const settings = parseDraft(draft, vault);
        return settings.ok ? bench.status(settings.value.printer) : 'not-configured';
      },
      'printer-profiles': () => listPrinterProfiles(dataFolder),
      'preview-papers': async ({ draft }) => {
        const settings = parseDraft(draft, vault);
        if (!settings.ok) return { outcome: 'unfit', problems: settings.error };
        // With the first look at a paper: its font and what writes PNGs.
        const { previewPapers } = await import('./technician/paper-preview.ts');
        return previewPapers({ dataFolder, settings: settings.value, clock });
      },
      'test-gateway': ({ draft }) =>
        onDraft(draft, (settings) => testGateway({ settings, open: openGatewayTrial, http, clock })),
      'test-a4-printer': ({ draft }) => onDraft(draft, ({ a4Printer }) => testA4Printer(a4Printer, clock)),
      'print-test-page': ({ draft }) =>
        onDraft(draft, ({ printer, terminal }) => bench.testPage(printer, terminal)),
      'read-state': () =>
        readKioskState({
          versions: listVersions(program.version, sqliteVersion()),
          dataFolder,
          audit,
          log,
          running: running()?.records,
        }),
      'read-clock': async () => {
        const settings = running()?.settings;
        if (!settings) return [];
        const { erps, pix } = settings;
        const addresses = (await addressAccounts(pix.accounts)).flatMap((each) => [
          each.baseUrl,
          each.tokenUrl,
        ]);
        return readClock({ addresses: [...erps.map(({ baseUrl }) => baseUrl), ...addresses], http, clock });
      },
      'find-charges': ({ text, page }) =>
        running()?.records.findCharges(text, page) ?? { charges: [], total: 0 },
      'close-day': ({ day }) => closings.close(day),
      'export-closing': ({ drive, day }) => closings.export(drive, day),
      'reprint-receipt': ({ chargeId }) => running()?.records.reprintReceipt(chargeId) ?? { outcome: 'gone' },
      'retry-write-off': ({ id }) => running()?.records.retryWriteOff(id) ?? { outcome: 'gone' },
      'settle-write-off': ({ id, reason }) =>
        running()?.records.settleWriteOff(id, reason) ?? { outcome: 'gone' },
      'refund-pix': ({ id }) => running()?.records.refundPix(id) ?? { outcome: 'gone' },
      'retry-delivery': ({ event, target }) =>
        running()?.records.retryDelivery(event, target) ?? { outcome: 'gone' },
      'retry-deliveries': ({ target }) => running()?.records.retryDeliveries(target) ?? { outcome: 'gone' },
      'close-request': ({ id, reason }) => running()?.records.closeRequest(id, reason) ?? { outcome: 'gone' },
      'drop-delivery': ({ event, target, reason }) =>
        running()?.records.dropDelivery(event, target, reason) ?? { outcome: 'gone' },
    },
  });

  function openGatewayTrial(gateway: NonNullable<Settings['gateway']>) {
    const isOwnPort = running()?.holdsGatewayAt(gateway.address, gateway.port) === true;
    return openTrialGateway(gateway, readCertificate, { isOwnPort, clock, log });
  }

  async function pixTest({ pix }: Settings, id: string): Promise<TestReport> {
    const [account] = await addressAccounts(pix.accounts.filter((each) => each.id === id));
    if (!account) return unsound([{ field: 'pix.accounts', message: 'não há esta conta' }]);
    return testPix({ account, http, clock, log, readCertificateFile: readCertificate });
  }

  async function pixCertificate(draft: JsonObject, id: string): Promise<CertificateState | null> {
    const settings = parseDraft(draft, vault);
    const found = settings.ok ? settings.value.pix.accounts.filter((each) => each.id === id) : [];
    const [account] = await addressAccounts(found);
    const certificate = account && (await readAccountCertificate(account, readCertificate));
    return certificate ? standingOf(certificate, clock.wallTime()) : null;
  }

  return {
    desk,
    async close() {
      await Promise.all([mapping.close(), http.close()]);
    },
  };
}

/** Whether each ERP's profile, and the printer's, can be used with what its settings say. */
async function checkProfiles(
  dataFolder: string,
  { erps, printer }: Settings,
  mapping: MappingEngine,
): Promise<readonly FieldProblem[]> {
  const prepared = await Promise.all(
    erps.map((erp, index) => prepareErpProfile(dataFolder, erp, mapping, `erps[${index}]`)),
  );
  const all = [...prepared, ...(printer ? [preparePrinter(dataFolder, printer)] : [])];
  return all.flatMap((profile) => (profile.ok ? [] : profile.error));
}
