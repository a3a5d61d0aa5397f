import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { createLog } from './logging/pino-log.ts';
import type { OpenedHost } from './open-host.ts';
import { dataFolder as chooseDataFolder } from './settings/data-folder.ts';
import { hardenApp, hardenSession } from './shell/hardening.ts';
import { createKeyring } from './shell/keyring.ts';
import { createKioskWindow, windowModeFrom } from './shell/kiosk-window.ts';
import { PageKeeper } from './shell/page-keeper.ts';
import { openPageLink } from './shell/page-link.ts';
import { registerPageScheme, servePage } from './shell/page-protocol.ts';
import { systemClock } from './shell/system-clock.ts';
import { watchUncaughtFaults } from './shell/uncaught-faults.ts';
import { VisitPictures } from './shell/visit-pictures.ts';

const dataFolder = chooseDataFolder(process.env, process.platform);
const logFile = join(dataFolder, 'logs', 'balcao.log');
const log = createLog({ file: logFile, level: 'info', clock: systemClock });
watchUncaughtFaults(log);
try {
  begin();
} catch (error) {
  giveUp(error);
}

function begin(): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  // Chromium's own files; also where the lock for one instance per data folder lies.
  app.setPath('userData', join(dataFolder, 'chromium'));
  if (!app.requestSingleInstanceLock()) return app.quit();
  registerPageScheme();
  hardenApp(log);
  app.whenReady().then(openKiosk).catch(giveUp);
}

/** Window first, because a page takes its time to load; meanwhile settings and storage, and then what is left open. */
async function openKiosk(): Promise<void> {
  let host: OpenedHost | undefined;
  hardenSession(session.defaultSession, log);
  const pictures = new VisitPictures();
  const served = servePage(session.defaultSession, join(import.meta.dirname, '..', 'renderer'), pictures);
  const window = createKioskWindow(windowModeFrom(process.argv), join(import.meta.dirname, '..', 'preload'));
  const keeper = new PageKeeper(window, systemClock, log);
  const link = openPageLink({
    window,
    log,
    currentView: () => host?.view(),
    onHeartbeat: () => keeper.heard(),
  });
  window.webContents.once('did-finish-load', () => window.show());
  const closed = new Promise<void>((resolve) => {
    window.on('closed', () => resolve(keeper.stop()));
  });
  const loaded = Promise.race([keeper.load(), closed]);

  const start = async (): Promise<void> => {
    // Until the page has its script it needs main again and again, and would wait for whatever else main does.
    await Promise.race([served, loaded]);
    const { openHost, parseIntentMessage } = await import('./open-host.ts');
    const kiosk = await openHost({
      dataFolder,
      logFile,
      keyring: createKeyring(),
      clock: systemClock,
      log,
      show: (view) => link.show(view),
      pictures,
    });
    host = kiosk;
    link.takeIntents(parseIntentMessage, (message) => kiosk.handle(message));
    link.answerCalls((call, input) => kiosk.answer(call, input));
    link.show(kiosk.view());
    await loaded;
    // Somebody may have closed the window already; then nothing new is begun.
    if (window.isDestroyed()) return;
    await kiosk.takeUpWork();
    await log.start();
  };
  const starting = start();
  endInOrder(async () => {
    await starting;
    await host?.stop();
  });
  return starting;
}

/**
 * However the app is told to end (window closed, signal, system going down), the steps in hand finish first: Electron
 * itself waits for nobody, and a native module caught in mid-work aborts the process.
 */
function endInOrder(stop: () => Promise<void>): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('will-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    stop()
      .catch((error: unknown) => log.error('STOP-FAILED', { reason: String(error) }))
      .finally(() => {
        state = 'stopped';
        log.flush();
        // Not in the turn of the event, of which Electron still has to hear that it was prevented.
        setImmediate(() => app.quit());
      });
  });
}

function giveUp(error: unknown): void {
  log.error('BOOT-FAILED', { reason: String(error) });
  log.flush();
  // The log may lie on the very disk that failed.
  process.stderr.write(`BOOT-FAILED: ${String(error)}\n`);
  app.exit(1);
}
