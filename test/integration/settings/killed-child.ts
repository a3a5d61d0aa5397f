import fs, { readFileSync } from 'node:fs';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';
import { openTestStore } from './open-test-store.ts';

/**
 * Saves a draft and dies by SIGKILL right before its nth step on the disk; a write has got half-way by then.
 * Arguments: data folder, key (hexadecimal), file with the draft, n.
 */
const [folder = '', key = '', draftFile = '', last = ''] = process.argv.slice(2);
const store = openTestStore(folder, Buffer.from(key, 'hex'));
const draft = JSON.parse(readFileSync(draftFile, 'utf8'));
const { revision } = store.read();
// Before its steps are counted.
flushCompileCache();

let steps = 0;
const writeFully = fs.writeFileSync;
for (const name of [
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
]) {
  const original: (...args: unknown[]) => unknown = Reflect.get(fs, name);
  Reflect.set(fs, name, (...args: unknown[]) => {
    steps += 1;
    if (steps === Number(last)) die(name, args);
    return original(...args);
  });
}
syncBuiltinESMExports();

const { outcome } = await store.save({ revision, draft });
process.exitCode = outcome === 'saved' ? 0 : 1;

function die(name: string, [target, text]: unknown[]): void {
  if (name === 'writeFileSync') {
    const whole = String(text);
    writeFully(target as number | string, whole.slice(0, whole.length / 2));
  }
  process.kill(process.pid, 'SIGKILL');
}
