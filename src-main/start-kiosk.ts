import { join } from 'node:path';
import { compose, type Kiosk } from './compose.ts';
import type { View } from './contract/screen.ts';
import type { Clock } from './domain/clock.ts';
import { prepareErps } from './erp/connect-erp.ts';
import { createMappingEngine } from './erp/mapping/mapping-engine.ts';
import type { Log } from './logging/log.ts';
import type { KioskLog } from './logging/pino-log.ts';
import { brandOf, neutralBrand } from './settings/brand.ts';
import { loadSettings } from './settings/load-settings.ts';
import type { SecretVault } from './settings/secret-vault.ts';
import { SETTINGS_FILE, type SettingProblem } from './settings/setting-problem.ts';
import { secretsOf } from './settings/settings-secrets.ts';
import { type StorageTrouble, storageTrouble } from './storage/storage-trouble.ts';

/** Either a kiosk, or the one view that says why there is none. */
export type Started =
  | { readonly kiosk: Kiosk; readonly view: undefined }
  | { readonly kiosk: undefined; readonly view: View };

export interface StartParts {
  readonly dataFolder: string;
  /** Opens the sealed secrets of the settings. */
  readonly vault: SecretVault;
  readonly clock: Clock;
  readonly log: KioskLog;
}

/** Reads the settings, opens the storage and composes the kiosk. Never throws: trouble becomes the view to show. */
export async function startKiosk({ dataFolder, vault, clock, log }: StartParts): Promise<Started> {
  const loaded = await loadSettings(dataFolder, () => vault);
  if (!loaded.ok) return settingsUnusable(loaded.file, loaded.problems, log);
  const { settings, logo, warnings } = loaded;
  log.hide(secretsOf(settings));
  for (const { code, ...fields } of warnings) log.warn(code, fields);
  const mapping = createMappingEngine({ onStopped: () => log.error('ERP-MAPPING-STOPPED') });
  try {
    const erps = await prepareErps(dataFolder, settings.erps, mapping);
    if (!erps.ok) {
      await mapping.close();
      return settingsUnusable(join(dataFolder, SETTINGS_FILE), erps.error, log);
    }
    const brand = brandOf(settings.terminal, logo);
    const parts = { dataFolder, settings, brand, erps: erps.value, mapping, clock, log };
    return { kiosk: compose(parts), view: undefined };
  } catch (error) {
    await mapping.close();
    return { kiosk: undefined, view: storageView(dataFolder, error, log) };
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
