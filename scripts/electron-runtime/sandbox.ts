import { readFile } from 'node:fs/promises';

/** Kernel switches that keep Chromium's sandbox from starting for an ordinary user, and the value that does it. */
const SWITCHES = [
  {
    file: '/proc/sys/kernel/unprivileged_userns_clone',
    name: 'kernel.unprivileged_userns_clone',
    blocks: '0',
  },
  {
    file: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
    name: 'kernel.apparmor_restrict_unprivileged_userns',
    blocks: '1',
  },
];

/** Whether this process may not use Chromium's sandbox: Chromium refuses it to root. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The command that would let Chromium's sandbox start here, or undefined when nothing is known to be in its way.
 * (Ubuntu 24.04 keeps unprivileged user namespaces from programs that have no AppArmor profile.)
 */
export async function sandboxRemedy(): Promise<string | undefined> {
  if (process.platform !== 'linux' || runsAsRoot()) return undefined;
  for (const { file, name, blocks } of SWITCHES) {
    if ((await readSwitch(file)) === blocks) return `sudo sysctl -w ${name}=${blocks === '0' ? '1' : '0'}`;
  }
  return undefined;
}

async function readSwitch(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    return undefined;
  }
}
