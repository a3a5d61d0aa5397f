import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { calendarDateAt, parseCalendarDate } from '../../src-main/domain/calendar-date.ts';
import { type AuditReport, auditMoney } from '../../src-main/payment/audit-report.ts';
import { DEFAULT_TIME_ZONE } from '../../src-main/settings/setting-fields.ts';
import { openForReading } from '../../src-main/storage/database.ts';
import { type ChainEnd, parseHead } from '../../src-main/storage/hash-chain.ts';
import { headsNotedIn } from '../../src-main/technician/closing-heads.ts';
import { renderAudit } from './render-audit.ts';

export const usage = `Usage: npm run audit -- <database> [--day YYYY-MM-DD] [--utc | --time-zone <IANA name>] [--head <head>]...

Checks the money's audit log in balcao.db, or in a copy or backup of it, and closes a day (today if none is named).
The database is only read. The time zone is the terminal's if its settings.json lies beside the database.
Heads of earlier closings, from paper or from audit.jsonl beside the database, show an end that was cut off.

Exit code: 0 the audit holds and the rows match it, 1 it does not, 2 nothing could be checked.`;

export interface AuditRun {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}

/** @param now wall time, milliseconds */
export function runAudit(args: readonly string[], now: number): AuditRun {
  try {
    const { file, heads, ...question } = readArguments(args, now);
    const noted = [...heads, ...headsBeside(file)];
    const report = audit(file, { ...question, heads: noted });
    return { text: renderAudit(report, noted.length), exitCode: isSound(report) ? 0 : 1 };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { text: `${reason}\n\n${usage}`, exitCode: 2 };
  }
}

function readArguments(args: readonly string[], now: number) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      day: { type: 'string' },
      utc: { type: 'boolean', default: false },
      'time-zone': { type: 'string' },
      head: { type: 'string', multiple: true, default: [] },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error('Name one database.');
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const timeZone = values.utc ? 'UTC' : (values['time-zone'] ?? timeZoneBeside(file));
  const day = values.day === undefined ? calendarDateAt(now, timeZone) : parseCalendarDate(values.day);
  if (day === undefined) throw new Error(`${values.day} is no day: write it as 2026-11-21.`);
  return { file, day, timeZone, heads: values.head.map(readHead) };
}

function readHead(text: string): ChainEnd {
  const head = parseHead(text);
  if (!head) throw new Error(`${text} is no head: write it as it stands on a closing.`);
  return head;
}

function timeZoneBeside(file: string): string {
  try {
    const settings: unknown = JSON.parse(readFileSync(join(dirname(file), 'settings.json'), 'utf8'));
    const timeZone: unknown = Reflect.get(Object(Reflect.get(Object(settings), 'terminal')), 'timeZone');
    return typeof timeZone === 'string' ? timeZone : DEFAULT_TIME_ZONE;
  } catch {
    return DEFAULT_TIME_ZONE;
  }
}

function headsBeside(file: string): readonly ChainEnd[] {
  const log = join(dirname(file), 'audit.jsonl');
  return existsSync(log) ? headsNotedIn(readFileSync(log)) : [];
}

function audit(file: string, question: Parameters<typeof auditMoney>[1]): AuditReport {
  const database = openForReading(file);
  try {
    const steps = auditMoney(database, question);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  } finally {
    database.close();
  }
}

function isSound({ fault, differences }: AuditReport): boolean {
  return fault === undefined && differences.length === 0;
}
