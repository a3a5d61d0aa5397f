import { readFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import type { JsonObject } from '../../../src-main/contract/technician.ts';
import { openTestStore } from './open-test-store.ts';

/**
 * Saves versions one after the other until it is killed, or as often as told, and tells each outcome once it has it.
 * Arguments: data folder, key (hexadecimal), file with a draft, how often (default: for ever).
 */
const [folder = '', key = '', draftFile = '', times = 'Infinity'] = process.argv.slice(2);
const store = openTestStore(folder, Buffer.from(key, 'hex'));
const draft: { readonly terminal: JsonObject } & JsonObject = JSON.parse(readFileSync(draftFile, 'utf8'));

// It is killed at any moment from here on.
flushCompileCache();
for (let turn = 0; turn < Number(times); turn += 1) {
  const { revision } = store.read();
  const name = `Version ${revision + 1}`;
  const terminal = { ...draft.terminal, companyName: name, supportPhone: name };
  const saved =
    turn % 5 === 4
      ? await store.undo({ revision })
      : await store.save({ revision, draft: { ...draft, terminal } });
  const told = saved.outcome === 'saved' ? String(saved.state.revision) : JSON.stringify(saved);
  writeSync(1, `${told}\n`);
}
