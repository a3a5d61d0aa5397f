import type { PictureShelf } from './attendance/boleto-desk.ts';
import type { IntentMessage } from './contract/intent.ts';
import type { View } from './contract/screen.ts';
import type { Clock } from './domain/clock.ts';
import { KioskHost } from './kiosk-host.ts';
import type { KioskLog } from './logging/pino-log.ts';
import { createKeySource, type Keyring } from './settings/key-source.ts';
import { createSecretVault } from './settings/secret-vault.ts';
import { startKiosk, takeUpWork } from './start-kiosk.ts';
import { TechnicianVisit } from './technician/technician-visit.ts';

export { parseIntentMessage } from './shell/intent-schema.ts';

export interface HostParts {
  readonly dataFolder: string;
  /** The newest log file. */
  readonly logFile: string;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly log: KioskLog;
  readonly show: (view: View) => void;
  /** Where the window fetches the pages of boletos from. */
  readonly pictures: PictureShelf;
}

/** Everything behind the window. */
export interface OpenedHost {
  view(): View;
  handle(message: IntentMessage): void;
  /** Answers a call of the technician's area; never throws. */
  answer(call: unknown, input: unknown): Promise<unknown>;
  takeUpWork(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts the kiosk together. The technician's area follows when somebody first asks for it: customers need none of it. */
export async function openHost({
  dataFolder,
  logFile,
  keyring,
  clock,
  log,
  show,
  pictures,
}: HostParts): Promise<OpenedHost> {
  const visit = new TechnicianVisit(clock);
  const vault = createSecretVault(createKeySource({ dataFolder, keyring, environment: process.env, log }));
  const host = await KioskHost.open({
    start: () => startKiosk({ dataFolder, vault, pictures, clock, log }),
    takeUpWork: (started) => takeUpWork(started, dataFolder, log),
    technician: visit,
    show,
    log,
  });

  async function openArea() {
    const { composeTechnician } = await import('./compose-technician.ts');
    const restart = () => host.restart();
    const running = () => host.kiosk();
    return composeTechnician({ dataFolder, logFile, vault, visit, running, restart, clock, log });
  }
  let area: ReturnType<typeof openArea> | undefined;

  return {
    view: () => host.view(),
    handle: (message) => host.handle(message),
    async answer(call, input) {
      try {
        area ??= openArea();
        const { desk } = await area;
        return await desk.answer(call, input);
      } catch (error) {
        // A full disk, say: the next call tries again.
        area = undefined;
        log.error('TECHNICIAN-AREA-NOT-OPENED', { reason: String(error) });
        return { ok: false, reason: 'failed' };
      }
    },
    takeUpWork: () => host.takeUpWork(),
    async stop() {
      await host.stop();
      await (await area)?.close();
    },
  };
}
