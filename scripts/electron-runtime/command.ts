import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export interface CommandOutcome {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
  /** True when the command was stopped because its time was up. */
  readonly timedOut: boolean;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

/** Runs a command to its end without a shell. Never throws: a missing command is an outcome that is not ok. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      {
        cwd: options.cwd,
        env: options.env,
        timeout: options.timeoutMs ?? 0,
        killSignal: 'SIGKILL',
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        resolve({
          ok: error === null,
          stdout,
          stderr: stderr === '' && error !== null ? error.message : stderr,
          timedOut: error?.killed === true,
        });
      },
    );
  });
}

/** Whether a command can be found on the PATH. */
export async function commandExists(name: string, path = process.env.PATH ?? ''): Promise<boolean> {
  for (const folder of path.split(delimiter).filter((entry) => entry !== '')) {
    if (await isExecutable(join(folder, name))) return true;
  }
  return false;
}

/** Whether a file is there and may be executed. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
