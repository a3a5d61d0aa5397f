import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { WrittenFile } from '../contract/technician.ts';
import type { Clock } from '../domain/clock.ts';
import { cleanFields } from '../logging/clean-fields.ts';
import { cleanText } from '../logging/clean-text.ts';
import type { Log, LogFields } from '../logging/log.ts';
import type { WriteToDrive } from './drive-writer.ts';

export interface LogExportParts {
  /** The newest log file, `logs/balcao.log` in the data folder; the older ones lie beside it. */
  readonly file: string;
  readonly clock: Pick<Clock, 'wallTime'>;
  /** Id of this kiosk, or undefined while its settings say none. */
  readonly terminalId: () => string | undefined;
  /** IANA name, for the time in the file's name. */
  readonly timeZone: () => string;
  readonly writeTo: WriteToDrive;
  readonly log: Log;
}

/** Writes the whole log to a drive, as one compressed text, oldest line first. Never rejects. */
export type ExportLog = (driveId: string) => Promise<WrittenFile>;

const OLDER_FILES = 5;
const CHUNK_BYTES = 64 * 1024;
/** A line never gets this long; a broken disk's may, and is cut there. */
const LONGEST_LINE = 64 * 1024;

export function createLogExport(parts: LogExportParts): ExportLog {
  return async (driveId) => {
    const stamp = minuteOf(parts.clock.wallTime(), parts.timeZone());
    const name = `balcao-log-${parts.terminalId() ?? 'sem-id'}-${stamp}.txt.gz`;
    const gzip = createGzip();
    // A failure on either side ends the other; the writer is told by what it reads.
    pipeline(Readable.from(cleanLines(parts.file)), gzip, () => undefined);
    const written = await parts.writeTo(driveId, name, gzip);
    gzip.destroy();
    parts.log.info('LOG-EXPORTED', { outcome: written.outcome });
    return written;
  };
}

async function* cleanLines(newest: string): AsyncGenerator<string> {
  const handles = await openAll(newest);
  try {
    for (const handle of handles) {
      for await (const line of linesOf(handle)) yield `${cleanLine(line)}\n`;
    }
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

/** All of them at once: the log may move on to a new file while the old ones are read. */
async function openAll(newest: string): Promise<readonly FileHandle[]> {
  const names = [newest];
  for (let age = 1; age <= OLDER_FILES; age += 1) names.unshift(`${newest}.${age}`);
  const handles: FileHandle[] = [];
  for (const name of names) {
    const handle = await open(name, 'r').catch(() => undefined);
    if (handle) handles.push(handle);
  }
  return handles;
}

/** No more than one line and one chunk is in memory; what is added meanwhile is left out. */
async function* linesOf(handle: FileHandle): AsyncGenerator<string> {
  const { size } = await handle.stat();
  const decoder = new TextDecoder();
  let rest = '';
  for (let position = 0; position < size; ) {
    const room = Buffer.alloc(Math.min(CHUNK_BYTES, size - position));
    const { bytesRead } = await handle.read(room, 0, room.length, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const lines = (rest + decoder.decode(room.subarray(0, bytesRead), { stream: true })).split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    yield* lines;
  }
  if (rest !== '') yield rest;
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Lines are clean when they are written; the rules may have become stricter since, or somebody wrote into the file. */
function cleanLine(line: string): string {
  const fields = parseLine(line);
  if (!fields) return cleanText(line);
  const { level, time, code, ...others } = fields;
  const moment = typeof time === 'string' && ISO_TIME.test(time) ? time : ownText(time);
  const own = { level: ownText(level), time: moment, code: ownText(code) };
  return JSON.stringify({ ...own, ...cleanFields(others, []) });
}

function parseLine(line: string): LogFields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as LogFields)
      : undefined;
  } catch {
    return undefined;
  }
}

function ownText(value: unknown): string | undefined {
  return typeof value === 'string' ? cleanText(value) : undefined;
}

/** As `20261121-0900`. */
function minuteOf(wallTimeMs: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(wallTimeMs).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('year')}${part('month')}${part('day')}-${part('hour')}${part('minute')}`;
}
