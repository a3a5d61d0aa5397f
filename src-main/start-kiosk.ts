import { join } from 'node:path';
import type { PictureShelf } from './attendance/boleto-desk.ts';
import { compose, type Kiosk } from './compose.ts';
import type { View } from './contract/screen.ts';
import type { Clock } from './domain/clock.ts';
import { prepareErps } from './erp/connect-erp.ts';
import { createMappingEngine } from './erp/mapping/mapping-engine.ts';
import type { Log } from './logging/log.ts';
import type { KioskLog } from './logging/pino-log.ts';
import { doubtAfterRestore } from './payment/after-restore.ts';
import { createAlarms } from './payment/alarms.ts';
import { addressAccounts } from './payment/api-pix/account-addresses.ts';
import { preparePrinter } from './printing/prepare-printer.ts';
import { doubtCallsAfterRestore } from './relay/senior/after-restore.ts';
import { brandOf, neutralBrand } from './settings/brand.ts';
import { readCertificateFile } from './settings/certificate-file.ts';
import { loadSettings } from './settings/load-settings.ts';
import type { SecretVault } from './settings/secret-vault.ts';
import { SETTINGS_FILE, type SettingProblem } from './settings/setting-problem.ts';
import { secretsOf } from './settings/settings-secrets.ts';
import type { Database } from './storage/database.ts';
import { openStorage } from './storage/open-storage.ts';
import { type StoragePlaces, storagePlaces } from './storage/recovery.ts';
import { type StorageTrouble, storageTrouble } from './storage/storage-trouble.ts';

/** Either a kiosk, or the one view that says why there is none. */
export type Started =
  | { readonly kiosk: Kiosk; readonly view: undefined }
  | { readonly kiosk: undefined; readonly view: View };

export interface StartParts {
  readonly dataFolder: string;
  /** Opens the sealed secrets of the settings. */
  readonly vault: SecretVault;
  /** Where the window fetches the pages of boletos from. */
  readonly pictures: PictureShelf;
  readonly clock: Clock;
  readonly log: KioskLog;
}

/** Reads the settings, opens the storage and composes the kiosk. Never throws: trouble becomes the view to show. */
export async function startKiosk({ dataFolder, vault, pictures, clock, log }: StartParts): Promise<Started> {
  const loaded = await loadSettings(dataFolder, () => vault);
  if (!loaded.ok) return settingsUnusable(loaded.file, loaded.problems, log);
  const { settings, logo, warnings } = loaded;
  log.hide(secretsOf(settings));
  for (const { code, ...fields } of warnings) log.warn(code, fields);
  let database: Database | undefined;
  const mapping = createMappingEngine({ onStopped: () => log.error('ERP-MAPPING-STOPPED') });
  try {
    const erps = await prepareErps(dataFolder, settings.erps, mapping);
    const printer = settings.printer && preparePrinter(dataFolder, settings.printer);
    const problems = [erps, printer].flatMap((part) => (!part || part.ok ? [] : part.error));
    if (!erps.ok || printer?.ok === false) {
      await mapping.close();
      return settingsUnusable(join(dataFolder, SETTINGS_FILE), problems, log);
    }
    const brand = brandOf(settings.terminal, logo);
    const printerProfile = printer?.value;
    const places = storagePlaces(dataFolder);
    database = await openKioskStorage(places, clock, log);
    const parts = {
      places,
      database,
      settings,
      brand,
      erps: erps.value,
      printerProfile,
      pixAccounts: await addressAccounts(settings.pix.accounts),
      readCertificateFile: (name: string) => readCertificateFile(dataFolder, vault, name),
      pictures,
      mapping,
      clock,
      log,
    };
    return { kiosk: compose(parts), view: undefined };
  } catch (error) {
    await mapping.close();
    closeQuietly(database);
    return { kiosk: undefined, view: storageView(dataFolder, error, log) };
  }
}

/** Where a backup took a damaged database's place, what may have happened since is looked at before any new payment. */
function openKioskStorage(places: StoragePlaces, clock: Clock, log: Log): Promise<Database> {
  return openStorage({
    places,
    clock,
    log,
    onRestored(database, { id, backupAt }) {
      doubtAfterRestore(database, clock, backupAt);
      doubtCallsAfterRestore(database, clock);
      createAlarms(database, clock, log)('STORAGE-RESTORED', { chargeId: id });
    },
  });
}

/** The trouble that is told is the one that came first. */
function closeQuietly(database: Database | undefined): void {
  try {
    database?.close();
  } catch {
    return;
  }
}

function settingsUnusable(file: string, problems: readonly SettingProblem[], log: Log): Started {
  log.error('SETTINGS-UNUSABLE', { problems: problems.map(({ field }) => field).join(', ') });
  return { kiosk: undefined, view: configuringView(file, problems) };
}

/** Takes up what an earlier run left open. Never throws: a database that fails only now is shown like any other. */
export async function takeUpWork(started: Started, dataFolder: string, log: Log): Promise<Started> {
  try {
    started.kiosk?.start();
    return started;
  } catch (error) {
    await started.kiosk
      ?.stop()
      .catch((reason: unknown) => log.error('STOP-FAILED', { reason: String(reason) }));
    return { kiosk: undefined, view: storageView(dataFolder, error, log) };
  }
}

const storageAdvice: Readonly<Record<StorageTrouble, string>> = {
  'STORAGE-NEWER': 'o banco de dados é de uma versão mais nova do Balcão: atualize o programa',
  'STORAGE-CORRUPT': 'o banco de dados está danificado: guarde o arquivo, nele está o que foi pago',
  'STORAGE-FULL': 'o disco está cheio: libere espaço',
  'STORAGE-UNUSABLE': 'o banco de dados não pôde ser aberto: veja espaço em disco e permissões',
};

/** What the screen says when the database fails: without it no money may be taken. */
function storageView(dataFolder: string, error: unknown, log: Log): View {
  const code = storageTrouble(error);
  log.error(code, { reason: String(error) });
  const problem = { field: 'balcao.db', message: `${storageAdvice[code]} (${code})` };
  return configuringView(join(dataFolder, SETTINGS_FILE), [problem]);
}

function configuringView(
  settingsFile: string,
  problems: readonly { readonly field: string; readonly message: string }[],
): View {
  return {
    screenKey: 0,
    screen: { name: 'configuring', settingsFile, problems },
    brand: neutralBrand(),
  };
}
