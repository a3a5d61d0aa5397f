import { writeSync } from 'node:fs';
import type { Clock } from '../domain/clock.ts';
import { cleanFields, cleanString } from './clean-fields.ts';
import type { Log, LogFields } from './log.ts';
import { openRotatingFile } from './rotating-file.ts';

export type LogLevel = 'info' | 'warn' | 'error';

/** Where and how much to log. */
export interface LogOptions {
  /** The newest log file; five older ones of 5 MB each are kept beside it. */
  readonly file: string;
  /** The least serious level that is written. */
  readonly level: LogLevel;
  readonly clock?: Pick<Clock, 'wallTime'>;
  /** `BALCAO_LOG=stderr` shows each line on the standard error output too. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** The kiosk's log: one JSON object a line, with `level`, `time`, `code` and the fields. Nothing here throws. */
export interface KioskLog extends Log {
  /** Loads the writer; lines wait in memory until then, so that starting up does not wait for it. */
  start(): Promise<void>;
  /** Values that no line may show, whatever field they come in; those under four characters are left alone. */
  hide(secrets: readonly string[]): void;
  /** Writes what waits and brings everything to the disk, before an exit or after a crash. */
  flush(): void;
}

interface Line {
  readonly level: LogLevel;
  readonly fields: Readonly<Record<string, unknown>>;
}

const ROTATION = { maxBytes: 5_000_000, keep: 5 };
const MOST_WAITING_LINES = 500;
const SHORTEST_SECRET = 4;
const SERIOUSNESS: Readonly<Record<LogLevel, number>> = { info: 0, warn: 1, error: 2 };

/** Makes the kiosk's log. Files are opened with the first line. */
export function createLog({ file, level: least, clock, environment = process.env }: LogOptions): KioskLog {
  const output = openOutput(file, environment.BALCAO_LOG === 'stderr');
  let waiting: Line[] = [];
  let writeLine: ((line: Line) => void) | undefined;
  let hidden: readonly string[] = [];

  function log(level: LogLevel, code: string, fields: LogFields): void {
    if (SERIOUSNESS[level] < SERIOUSNESS[least]) return;
    const time = new Date(clock?.wallTime() ?? Date.now()).toISOString();
    const line = { level, fields: { time, code: cleanString(code, hidden), ...cleanFields(fields, hidden) } };
    if (writeLine) writeLine(line);
    else if (waiting.push(line) > MOST_WAITING_LINES) drain(writePlainly);
  }

  function drain(write: (line: Line) => void): void {
    const lines = waiting;
    waiting = [];
    lines.forEach(write);
  }

  /** The same line without the library, for a crash before it is there. */
  function writePlainly({ level, fields }: Line): void {
    output.write(`${JSON.stringify({ level, ...fields })}\n`);
  }

  return {
    info: (code, fields = {}) => log('info', code, fields),
    warn: (code, fields = {}) => log('warn', code, fields),
    error: (code, fields = {}) => log('error', code, fields),
    async start() {
      writeLine ??= await loadWriter(output).catch(() => writePlainly);
      drain(writeLine);
    },
    hide(secrets) {
      // Longest first: one secret may be part of another.
      hidden = secrets
        .filter((secret) => secret.length >= SHORTEST_SECRET)
        .toSorted((one, other) => other.length - one.length);
    },
    flush() {
      drain(writePlainly);
      output.flush();
    },
  };
}

/** Values are already clean here: pino only writes them. */
async function loadWriter(output: Output): Promise<(line: Line) => void> {
  const { pino } = await import('pino');
  const logger = pino(
    { level: 'info', base: null, timestamp: false, formatters: { level: (label) => ({ level: label }) } },
    output,
  );
  return ({ level, fields }) => logger[level](fields);
}

interface Output {
  write(line: string): void;
  flush(): void;
}

/** The file, and the standard error output when asked; tells once it can how many lines a sick disk has cost. */
function openOutput(path: string, alsoToStderr: boolean): Output {
  const file = openRotatingFile(path, ROTATION);
  let told = 0;
  return {
    write(line) {
      if (alsoToStderr) writeToStderr(line);
      const lost = file.lostLines;
      file.write(line);
      if (file.lostLines > lost || lost === told) return;
      file.write(`${JSON.stringify({ level: 'error', code: 'LOG-LINES-LOST', count: lost - told })}\n`);
      told = lost;
    },
    flush: () => file.flush(),
  };
}

function writeToStderr(line: string): void {
  try {
    writeSync(process.stderr.fd, line);
  } catch {
    // Nobody reads it any more.
  }
}
