import type { Log, LogFields } from '../../../src-main/logging/log.ts';

/** A log that keeps what it is told. */
export class RecordingLog implements Log {
  readonly entries: { readonly code: string; readonly fields?: LogFields | undefined }[] = [];

  info(code: string, fields?: LogFields): void {
    this.entries.push({ code, fields });
  }

  warn(code: string, fields?: LogFields): void {
    this.entries.push({ code, fields });
  }

  error(code: string, fields?: LogFields): void {
    this.entries.push({ code, fields });
  }

  get codes(): string[] {
    return this.entries.map((entry) => entry.code);
  }
}
