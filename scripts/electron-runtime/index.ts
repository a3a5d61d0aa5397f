import { parseArgs } from 'node:util';
import { resolveElectronRuntime } from './resolve.ts';
import { SetupError } from './setup-error.ts';
import { ensureSystemPackages } from './system-packages.ts';

const USAGE = `Usage: node scripts/electron-runtime/index.ts [options]
Finds the Electron to run, fetching one if need be, and tells which.
  --path     print only the folder that holds it, on standard output
  --system   also see to the system libraries and the display server (installs them when root on Debian)
  --tests    with --system: the tools of the tests too
  --quiet    no progress messages
  --help     this text`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      path: { type: 'boolean', default: false },
      system: { type: 'boolean', default: false },
      tests: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const silent = () => {};
  const log = values.quiet ? silent : (line: string) => console.error(line);
  if (values.system) await ensureSystemPackages({ forTests: values.tests, log });
  const runtime = await resolveElectronRuntime({ log });
  if (values.system) {
    await ensureSystemPackages({ executable: runtime.executable, forTests: values.tests, log });
  }
  if (values.path) console.log(runtime.distPath);
  else if (values.quiet) console.log(runtime.description);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
