import { needsVirtualDisplay } from '../electron-runtime/display.ts';
import { findElectronRuntime } from '../electron-runtime/resolve.ts';
import type { ElectronRuntime } from '../electron-runtime/runtime.ts';
import { runsAsRoot, sandboxRemedy } from '../electron-runtime/sandbox.ts';
import { SetupError } from '../electron-runtime/setup-error.ts';
import { describeRemedy, missingSystemNeeds, type SystemNeed } from '../electron-runtime/system-packages.ts';
import type { Finding } from './finding.ts';

const OLDEST_NODE_FOR_SCRIPTS = 24;

/** The Node that runs the scripts and tests. */
export function checkNode(version = process.versions.node): Finding {
  const major = Number(version.split('.')[0]);
  if (major >= OLDEST_NODE_FOR_SCRIPTS) return { state: 'ok', subject: 'Node', detail: version };
  const detail = `${version}, but the scripts need ${OLDEST_NODE_FOR_SCRIPTS}: start them with npm run`;
  return { state: 'missing', subject: 'Node', detail };
}

/** The Electron that would be used, the libraries it needs, and what the tests need besides. */
export async function checkElectron(env: NodeJS.ProcessEnv = process.env): Promise<readonly Finding[]> {
  const subject = 'Electron';
  try {
    const runtime = await findElectronRuntime(env);
    const detail =
      runtime?.description ?? 'none here yet; the demo and the tests fetch one at their first start';
    return [
      { state: runtime === undefined ? 'note' : 'ok', subject, detail },
      ...(await checkSystem(env, runtime)),
    ];
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return [{ state: 'missing', subject, detail: error.message }, ...(await checkSystem(env, undefined))];
  }
}

/** Where windows would be drawn. */
export function checkDisplay(env: NodeJS.ProcessEnv = process.env): Finding {
  const own = env.DISPLAY ?? env.WAYLAND_DISPLAY ?? '';
  const detail = needsVirtualDisplay(env)
    ? 'none; the demo and the tests use a virtual one (Xvfb)'
    : `the machine's own ${own}`.trim();
  return { state: 'ok', subject: 'display', detail };
}

/** Whether Chromium's sandbox can be had by this user. */
export async function checkSandbox(): Promise<Finding> {
  const subject = 'sandbox';
  if (runsAsRoot()) {
    const detail =
      'Chromium refuses it to root: the demo and the tests run without; run a kiosk as an ordinary user';
    return { state: 'note', subject, detail };
  }
  const remedy = await sandboxRemedy();
  if (remedy === undefined) return { state: 'ok', subject, detail: 'nothing is in its way' };
  return { state: 'missing', subject, detail: `this system blocks it. Run:\n${remedy}` };
}

async function checkSystem(
  env: NodeJS.ProcessEnv,
  runtime: ElectronRuntime | undefined,
): Promise<readonly Finding[]> {
  const executable = runtime === undefined ? {} : { executable: runtime.executable };
  const needed = await missingSystemNeeds({ ...executable, env, forTests: false });
  const forTests = await missingSystemNeeds({ ...executable, env, forTests: true });
  const testTools = forTests.filter((need) => !needed.some(({ name }) => name === need.name));
  return [
    await aboutNeeds('system libraries', 'missing', needed),
    await aboutNeeds('tools of tests', 'note', testTools),
  ];
}

async function aboutNeeds(
  subject: string,
  ifLacking: 'note' | 'missing',
  lacking: readonly SystemNeed[],
): Promise<Finding> {
  if (lacking.length === 0) return { state: 'ok', subject, detail: 'all there' };
  return { state: ifLacking, subject, detail: await describeRemedy(lacking) };
}
