import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src-main/contract/technician.ts';
import { withCompileCache } from '../../support/compile-cache.ts';
import { exampleSettings } from '../../unit/settings/settings-example.ts';
import { openTestStore } from './open-test-store.ts';

const BUDGET_MS = 3000;
const SAVING = path.join(import.meta.dirname, 'saving-child.ts');
const KILLED = path.join(import.meta.dirname, 'killed-child.ts');

let root: string;
let folder: string;
let draftFile: string;
const key = randomBytes(32);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'balcao-killed-'));
  folder = path.join(root, 'data');
  mkdirSync(folder);
  draftFile = path.join(root, 'draft.json');
  writeFileSync(draftFile, JSON.stringify(exampleSettings()));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function childArguments(times?: number): string[] {
  return [SAVING, folder, key.toString('hex'), draftFile, ...(times === undefined ? [] : [String(times)])];
}

/** Everything that a child said until it was gone. */
async function saidBy(child: ChildProcess, onText: () => void = () => undefined): Promise<string[]> {
  const gone = once(child, 'close');
  let said = '';
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString('utf8');
    onText();
  });
  await gone;
  return said.split('\n').filter((line) => line !== '');
}

/** Lets it save, kills it at some moment after its first word, and gives the last revision that it told. */
async function saveUntilKilled(delayMs: number): Promise<number> {
  const child = spawn(process.execPath, childArguments(), {
    env: withCompileCache,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await saidBy(child, () => setTimeout(() => child.kill('SIGKILL'), delayMs));
  expect(said.filter((line) => !/^\d+$/.test(line))).toEqual([]);
  return Number(said.at(-1));
}

function named(companyName: string): JsonObject {
  const { terminal, ...others } = exampleSettings();
  return { ...others, terminal: { ...Object(terminal), companyName } } as JsonObject;
}

/** Saves the draft in a process that dies before its nth step; false when it had fewer. */
async function saveAndDieAt(step: number): Promise<boolean> {
  const child = spawn(process.execPath, [KILLED, folder, key.toString('hex'), draftFile, String(step)], {
    env: withCompileCache,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = await once(child, 'close');
  expect(code ?? signal).toBe(code === null ? 'SIGKILL' : 0);
  return code === null;
}

describe('settings on the disk', () => {
  it('are the old or the new ones, whichever step of saving is the last', { timeout: 60_000 }, async () => {
    writeFileSync(draftFile, JSON.stringify(named('New')));
    const found: unknown[] = [];
    for (let step = 1, died = true; died; step += 1) {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      await openTestStore(folder, key).save({ revision: 0, draft: named('Old') });
      died = await saveAndDieAt(step);
      const store = openTestStore(folder, key);
      const { revision, draft, problems } = store.read();
      expect(problems).toEqual([]);
      const name = Reflect.get(Object(draft.terminal), 'companyName');
      expect([revision, name]).toEqual(revision === 1 ? [1, 'Old'] : [2, 'New']);
      const undone = await store.undo({ revision });
      expect(undone).toMatchObject(
        revision === 1 ? { outcome: 'stale' } : { state: { draft: { terminal: { companyName: 'Old' } } } },
      );
      found.push(name);
    }
    // Both were met, and nothing went back.
    expect(found.length).toBeGreaterThan(10);
    expect(found.lastIndexOf('Old')).toBeLessThan(found.indexOf('New'));
    expect(new Set(found).size).toBe(2);
  });

  it('are whole and lose nothing that was told, whenever the program is killed', {
    timeout: 30_000,
  }, async () => {
    const begun = performance.now();
    let kills = 0;
    let before = 0;
    while (performance.now() - begun < BUDGET_MS && kills < 25) {
      const told = await saveUntilKilled((kills * 7) % 40);
      kills += 1;
      const { terminal } = JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'));
      expect(terminal.companyName).toBe(terminal.supportPhone);
      const { revision, problems, draft } = openTestStore(folder, key).read();
      expect(problems).toEqual([]);
      expect(draft).toMatchObject({ terminal });
      expect(revision).toBeGreaterThanOrEqual(told);
      expect(revision).toBeLessThanOrEqual(told + 1);
      expect(told).toBeGreaterThan(before);
      before = revision;
    }
    expect(kills).toBeGreaterThan(3);
    const store = openTestStore(folder, key);
    expect(await store.undo({ revision: store.read().revision })).toMatchObject({ outcome: 'saved' });
  });

  it.skipIf(process.platform === 'win32')('stay as they were when the disk takes no more', async () => {
    const store = openTestStore(folder, key);
    const draft = exampleSettings() as JsonObject;
    await store.save({ revision: 0, draft });
    const before = readFileSync(path.join(folder, 'settings.json'));
    const crowded = {
      ...draft,
      relay: { chat: { onLoadContact: `https://c.example.com/${'x'.repeat(20_000)}` } },
    };
    writeFileSync(draftFile, JSON.stringify(crowded));

    // The shell's limit on the size of files stands for the full disk: writing fails half-way.
    const limited = spawn(
      'bash',
      ['-c', 'ulimit -f 8; exec "$@"', 'bash', process.execPath, ...childArguments(2)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const failed = '{"outcome":"failed","code":"SETTINGS-NOT-SAVED"}';
    expect(await saidBy(limited)).toEqual([failed, failed]);
    expect(readFileSync(path.join(folder, 'settings.json'))).toEqual(before);
    expect(openTestStore(folder, key).read()).toMatchObject({ revision: 1, problems: [] });

    const free = spawn(process.execPath, childArguments(1), { stdio: ['ignore', 'pipe', 'inherit'] });
    expect(await saidBy(free)).toEqual(['2']);
  });
});
