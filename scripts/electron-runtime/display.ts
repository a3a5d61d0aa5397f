import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { commandExists } from './command.ts';
import type { Log } from './runtime.ts';
import { SetupError } from './setup-error.ts';

/** One row and column more than the kiosk's 1080×1920, so that no window is taken for a full-screen one. */
const SCREEN = '1081x1921x24';

export interface Display {
  /** What a process needs in its environment to draw there; empty when the machine's own display serves. */
  readonly env: Readonly<Record<string, string>>;
  readonly virtual: boolean;
  readonly description: string;
  readonly stop: () => Promise<void>;
}

/** Whether windows would need a virtual display on this machine. */
export function needsVirtualDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  const present = (name: string) => (env[name] ?? '') !== '';
  return process.platform === 'linux' && !present('DISPLAY') && !present('WAYLAND_DISPLAY');
}

/** The machine's display or, where there is none, a virtual one that ends with this process. */
export async function openDisplay({
  log,
  env = process.env,
}: {
  log: Log;
  env?: NodeJS.ProcessEnv;
}): Promise<Display> {
  if (!needsVirtualDisplay(env)) {
    return { env: {}, virtual: false, description: "the machine's own display", stop: async () => {} };
  }
  const server = await startServer();
  const display = `:${await displayNumber(server)}`;
  log(`No display here: using a virtual one (Xvfb ${display}).`);
  const kill = () => server.kill('SIGTERM');
  process.once('exit', kill);
  return {
    env: quietDesktop(display),
    virtual: true,
    description: `virtual display ${display} (Xvfb)`,
    stop: async () => {
      process.off('exit', kill);
      await stopServer(server);
    },
  };
}

/** A virtual display has no desktop session: without these, GTK and Chromium complain that they find none. */
function quietDesktop(display: string): Record<string, string> {
  return { DISPLAY: display, NO_AT_BRIDGE: '1' };
}

async function startServer(): Promise<ChildProcess> {
  if (!(await commandExists('Xvfb'))) throw new SetupError('There is no display, and Xvfb is not installed.');
  const xvfb = ['Xvfb', '-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'];
  // The kernel ends it even when this process is killed outright and can run no handler.
  const guard = (await commandExists('setpriv')) ? ['setpriv', '--pdeathsig', 'TERM'] : [];
  const [command = 'Xvfb', ...args] = [...guard, ...xvfb];
  return spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
}

/** Xvfb takes a free number itself and tells it on its descriptor 3 once it is ready. */
async function displayNumber(server: ChildProcess): Promise<string> {
  const complaints: string[] = [];
  const pipes = [server.stdio[2], server.stdio[3]] as [Socket, Socket];
  createInterface({ input: pipes[0] }).on('line', (line) => complaints.push(line));
  const told = createInterface({ input: pipes[1] });
  const number = await Promise.race([
    once(told, 'line').then(([line]) => String(line)),
    once(server, 'close').then(() => undefined),
  ]);
  if (number === undefined) throw new SetupError(`Xvfb did not start: ${complaints.join(' ').trim()}`);
  // The server must not keep this process alive.
  server.unref();
  for (const pipe of pipes) pipe.unref();
  return number;
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = once(server, 'exit');
  // Waiting for its end is work again, for which this process must stay.
  server.ref();
  server.kill('SIGTERM');
  await closed;
}
