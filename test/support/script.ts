import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const projectFolder = resolve(import.meta.dirname, '../..');

/** One of the project's commands, running. */
export interface RunningScript {
  readonly pid: number;
  /** Everything it said so far, on both outputs. */
  readonly output: () => string;
  /** Its exit code when it is gone; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Whether it or anything that it started is still there. */
  anythingLeft(): boolean;
}

/** Runs a script with Node as npm would, at the head of a process group of its own. */
export function runScript(args: readonly string[], env: NodeJS.ProcessEnv = process.env): RunningScript {
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (text: Buffer) => said.push(text.toString('utf8')));
  }
  const pid = child.pid ?? 0;
  return {
    pid,
    output: () => said.join(''),
    ended: once(child, 'close').then(([code]: (number | null)[]) => code ?? null),
    anythingLeft: () => isGroupAlive(pid),
  };
}

/** Looks in /proc. A dead process that nobody fetched yet (state Z) is not there any more. */
function isGroupAlive(group: number): boolean {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      const [state, , ownGroup] = readStat(pid);
      return Number(ownGroup) === group && state !== 'Z';
    });
}

/** State, parent, group… of a process: what stands after its name, which may hold anything. */
function readStat(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}
