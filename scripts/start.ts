import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dataFolder } from '../src-main/settings/data-folder.ts';
import { startElectron } from './electron-child.ts';
import { needsVirtualDisplay } from './electron-runtime/display.ts';
import { resolveElectronRuntime } from './electron-runtime/resolve.ts';
import { runsAsRoot } from './electron-runtime/sandbox.ts';
import { SetupError } from './electron-runtime/setup-error.ts';
import { onEndingSignal } from './ending-signal.ts';

const projectFolder = resolve(import.meta.dirname, '..');

/** Runs the built kiosk on its real data folder, with this command's arguments. @returns its exit code */
async function start(): Promise<number> {
  if (!existsSync(join(projectFolder, 'out', 'main', 'index.js'))) {
    throw new SetupError('The kiosk is not built yet. Run: npm run build');
  }
  if (runsAsRoot() && !process.argv.includes('--no-sandbox')) {
    throw new SetupError(
      'The kiosk does not run as root: Chromium would have to give up its sandbox. Use an ordinary user, ' +
        'or, on a machine for tests only, npm start -- --no-sandbox',
    );
  }
  if (needsVirtualDisplay()) {
    throw new SetupError('There is no display here to show the kiosk on. The demo needs none: npm run demo');
  }
  const runtime = await resolveElectronRuntime({ log: console.error });
  console.error(`Data folder: ${dataFolder(process.env, process.platform)}`);
  const args = process.argv.slice(2);
  const kiosk = startElectron({ runtime, appDir: projectFolder, args, log: console.error });
  onEndingSignal(() => void kiosk.stop());
  return (await kiosk.gone) ?? 1;
}

try {
  process.exit(await start());
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exit(1);
}
