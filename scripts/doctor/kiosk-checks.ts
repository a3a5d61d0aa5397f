import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { dataFolder } from '../../src-main/settings/data-folder.ts';
import { loadSettings } from '../../src-main/settings/load-settings.ts';
import { uncheckedVault } from '../../src-main/settings/secret-vault.ts';
import type { Finding } from './finding.ts';

/** The serial ports of this machine, and whether this user may open them. */
export async function checkSerialPorts(): Promise<Finding> {
  const subject = 'serial ports';
  const ports = await listSerialPorts();
  if (ports.length === 0) return { state: 'note', subject, detail: 'none: no printer can be attached' };
  const closed: string[] = [];
  for (const port of ports) {
    if (process.platform !== 'win32' && !(await isReachable(port))) closed.push(port);
  }
  if (closed.length === 0) return { state: 'ok', subject, detail: ports.join(', ') };
  const detail = `${ports.join(', ')}; this user may not open ${closed.join(', ')}. Run, then log in again:
sudo usermod -aG dialout "$USER"`;
  return { state: 'note', subject, detail };
}

/** On Linux serialport's own list runs udevadm, and ends the whole process where that is not installed. */
async function listSerialPorts(): Promise<readonly string[]> {
  if (process.platform === 'linux') {
    const devices = await readdir('/dev');
    return devices.filter((name) => /^tty(?:USB|ACM|S|AMA)\d+$/.test(name)).map((name) => `/dev/${name}`);
  }
  const { SerialPort } = await import('serialport');
  return (await SerialPort.list()).map(({ path }) => path);
}

/** The folder with the settings and the money's journal, and whether the settings in it can be used. */
export async function checkDataFolder(env: NodeJS.ProcessEnv = process.env): Promise<readonly Finding[]> {
  const folder = dataFolder(env, process.platform);
  const writable = await isReachable(await nearestExisting(folder));
  const place: Finding = writable
    ? { state: 'ok', subject: 'data folder', detail: folder }
    : { state: 'missing', subject: 'data folder', detail: `${folder} is not writable for this user` };
  return [place, await checkSettings(folder)];
}

async function checkSettings(folder: string): Promise<Finding> {
  const subject = 'settings';
  const loaded = await loadSettings(folder, () => uncheckedVault);
  if (loaded.ok) {
    const warnings = loaded.warnings.map(({ code }) => code);
    if (warnings.length === 0) return { state: 'ok', subject, detail: 'valid' };
    return { state: 'note', subject, detail: `valid, but: ${warnings.join(', ')}` };
  }
  if (!(await exists(loaded.file))) {
    return { state: 'note', subject, detail: `no settings.json there yet (the demo brings its own)` };
  }
  const problems = loaded.problems.map(({ field, message }) => `${field}: ${message}`);
  return { state: 'missing', subject, detail: problems.join('\n') };
}

async function nearestExisting(folder: string): Promise<string> {
  return (await exists(folder)) || folder === dirname(folder) ? folder : nearestExisting(dirname(folder));
}

async function exists(file: string): Promise<boolean> {
  return canAccess(file, constants.F_OK);
}

async function isReachable(file: string): Promise<boolean> {
  return canAccess(file, constants.R_OK | constants.W_OK);
}

async function canAccess(file: string, mode: number): Promise<boolean> {
  try {
    await access(file, mode);
    return true;
  } catch {
    return false;
  }
}
