import { readOptions, usage } from './demo/options.ts';
import { needsVirtualDisplay } from './electron-runtime/display.ts';
import { SetupError } from './electron-runtime/setup-error.ts';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(usage);
  if (options.headless || needsVirtualDisplay()) {
    const { runHeadlessDemo } = await import('./demo/headless-demo.ts');
    return runHeadlessDemo(options);
  }
  const { runShownDemo } = await import('./demo/shown-demo.ts');
  return runShownDemo(options);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  if (error instanceof SetupError) console.error(error.message);
  else console.error(`The demo failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
