import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of a kiosk's log in which it complains. */
export function complaintsOf(home: string): string {
  try {
    const lines = readFileSync(join(home, 'logs', 'balcao.log'), 'utf8').split('\n');
    return lines.filter((line) => !line.includes('"level":"info"')).join('\n');
  } catch (error) {
    return String(error);
  }
}
