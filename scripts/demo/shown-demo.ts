import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseBrCode } from '../../src-main/domain/br-code.ts';
import { defaultErpBToken, startErpBSimulator } from '../../test/simulators/erp-b/erp-b-simulator.ts';
import { type ElectronChild, startElectron } from '../electron-child.ts';
import { prepareElectron } from '../electron-runtime/prepare.ts';
import type { ElectronRuntime } from '../electron-runtime/runtime.ts';
import { onEndingSignal } from '../ending-signal.ts';
import { CleanUp } from './clean-up.ts';
import { demoPeople } from './demo-people.ts';
import { startDemoWorld } from './demo-world.ts';
import type { ScreenSize } from './options.ts';
import { Stage } from './stage.ts';
import { serveStage } from './stage-server.ts';

const projectFolder = resolve(import.meta.dirname, '../..');

/** Shows the kiosk in a window beside a page to play printer and bank, until one of them is closed or Ctrl+C. */
export async function runShownDemo({ size }: { readonly size: ScreenSize | undefined }): Promise<void> {
  const cleanUp = new CleanUp();
  const interrupted = new Promise<void>((end) => onEndingSignal(end));
  try {
    const electron = await prepareElectron({ log: console.log, forTests: true });
    cleanUp.add(electron.stop);
    const world = await startDemoWorld();
    cleanUp.add(() => world.close());
    const secondErp = await startErpBSimulator();
    cleanUp.add(() => secondErp.close());
    const stage = new Stage(
      world,
      { url: secondErp.url, token: defaultErpBToken },
      (text) => parseBrCode(text).ok,
    );
    const server = await serveStage(stage);
    cleanUp.add(() => server.close());

    const { runtime } = electron;
    const kiosk = startElectron({
      runtime,
      appDir: projectFolder,
      args: [size ? `--windowed=${size.width}x${size.height}` : '--windowed'],
      env: { ...electron.env, BALCAO_HOME: world.dataFolder },
      log: console.log,
    });
    cleanUp.add(() => kiosk.stop());
    const viewer = await startViewer(runtime, electron.env, server.url, cleanUp);
    tell(server.url);
    const ended = Promise.race([kiosk.gone, interrupted]).then(() => 'ended' as const);
    if ((await Promise.race([ended, viewer.gone])) !== 'ended') {
      console.log(`The page can still be opened at ${server.url}`);
    }
    await ended;
    console.log('The demo ends.');
  } finally {
    await cleanUp.run();
  }
}

async function startViewer(
  runtime: ElectronRuntime,
  env: NodeJS.ProcessEnv,
  url: string,
  cleanUp: CleanUp,
): Promise<ElectronChild> {
  const data = await mkdtemp(join(tmpdir(), 'balcao-viewer-'));
  cleanUp.add(() => rm(data, { recursive: true, force: true }));
  const viewer = startElectron({
    runtime,
    appDir: join(import.meta.dirname, 'viewer'),
    args: [`--page=${url}`, `--data=${data}`],
    env,
    log: console.log,
  });
  cleanUp.add(() => viewer.stop());
  return viewer;
}

function tell(url: string): void {
  const people = demoPeople.map(
    ({ name, document, proof }) => `  ${name.padEnd(16)}${document.padEnd(21)}${proof}`,
  );
  console.log(`The kiosk runs in a window. Paper, bank and faults: ${url}
Type one of these documents at it:
${people.join('\n')}
The technician's area: five touches on the logo of the first screen, or Ctrl+Alt+T there.
Close the kiosk or press Ctrl+C to end.`);
}
