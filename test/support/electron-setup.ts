import { prepareElectron } from '../../scripts/electron-runtime/prepare.ts';

/** Once for all tests that start Electron: its runtime, the system's libraries, and a display. */
export async function setup(): Promise<() => Promise<void>> {
  const electron = await prepareElectron({ log: console.log, forTests: true });
  Object.assign(process.env, electron.env);
  if (electron.runtime.kind !== 'official') {
    process.env.ELECTRON_OVERRIDE_DIST_PATH = electron.runtime.distPath;
  }
  return electron.stop;
}
