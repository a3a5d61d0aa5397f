// What Electron's own default app does for `electron [-r file] folder`, for a runtime that has lost it.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(join(process.cwd(), 'electron.js'));

function readCommandLine(argv) {
  const preloads = [];
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at];
    if (argument === '-r' || argument === '--require') {
      at += 1;
      preloads.push(argv[at]);
    } else if (!argument.startsWith('-')) {
      return { preloads, target: argument };
    }
  }
  return { preloads, target: undefined };
}

function describeApp(folder) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return;
  const description = JSON.parse(readFileSync(file, 'utf8'));
  const name = description.productName ?? description.name;
  if (description.version) app.setVersion(description.version);
  if (name) app.setName(name);
  app.setDesktopName(description.desktopName ?? `${app.getName()}.desktop`);
}

/** A `main` that names an ES module is found too: resolving does not load it. */
function findMain(target) {
  describeApp(target);
  const main = require.resolve(target);
  app.setAppPath(existsSync(join(target, 'package.json')) ? target : dirname(main));
  return main;
}

async function start() {
  const { preloads, target } = readCommandLine(process.argv.slice(1));
  if (target === undefined) throw new Error('No app folder was given.');
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  for (const preload of preloads) require(preload);
  const main = findMain(resolve(target));
  await import(pathToFileURL(main).href);
}

try {
  // Awaited at the top level, so that the app still runs before `ready`.
  await start();
} catch (error) {
  console.error('The app threw an error while it was loaded.');
  console.error(error);
  process.exit(1);
}
