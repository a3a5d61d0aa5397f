import { readdir, readFile } from 'node:fs/promises';

interface ProcessState {
  readonly parent: number;
  /** `T` stopped, `Z` dead but not yet fetched by its parent, anything else lives (proc(5)). */
  readonly state: string;
}

/** All processes that `pid` started, directly or not; Linux only. */
export async function descendantsOf(pid: number): Promise<readonly number[]> {
  const entries = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map<number, number>();
  for (const entry of entries) {
    const found = await readState(entry);
    if (found) parents.set(entry, found.parent);
  }
  const isBelow = (child: number): boolean => {
    const parent = parents.get(child);
    return parent !== undefined && (parent === pid || isBelow(parent));
  };
  return entries.filter(isBelow);
}

/** Whether the process still runs; a zombie does not. */
export async function isAlive(pid: number): Promise<boolean> {
  const found = await readState(pid);
  return found !== undefined && found.state !== 'Z';
}

/** Whether SIGSTOP has taken hold of the process. */
export async function isStopped(pid: number): Promise<boolean> {
  return (await readState(pid))?.state === 'T';
}

async function readState(pid: number): Promise<ProcessState | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may itself hold any character.
    const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
