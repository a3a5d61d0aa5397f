import { homedir } from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder with the settings, the database and the logs: `BALCAO_HOME` if set, else on Windows
 * `%LOCALAPPDATA%\Balcao` (or `%PROGRAMDATA%\Balcao` for an account without profile), elsewhere
 * `$XDG_DATA_HOME/balcao` or `~/.local/share/balcao`. A relative `BALCAO_HOME` counts from the working directory.
 */
export function dataFolder(environment: Environment, platform: NodeJS.Platform): string {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const chosen = environment.BALCAO_HOME;
  if (chosen) return paths.resolve(chosen);
  if (platform === 'win32') {
    const root = environment.LOCALAPPDATA || environment.PROGRAMDATA;
    return paths.join(root || paths.join(homedir(), 'AppData', 'Local'), 'Balcao');
  }
  // The XDG Base Directory Specification: a relative path is invalid and ignored.
  const shared = environment.XDG_DATA_HOME;
  if (shared && paths.isAbsolute(shared)) return paths.join(shared, 'balcao');
  return paths.join(environment.HOME || homedir(), '.local', 'share', 'balcao');
}
