/** Values that may stand in a log line: ids, codes, counts. Never a document, name, phone, token or key. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Where technicians read what happened. `code` is stable and greppable, e.g. `WRITE-OFF-REFUSED`; screens show the same one. */
export interface Log {
  info(code: string, fields?: LogFields): void;
  warn(code: string, fields?: LogFields): void;
  error(code: string, fields?: LogFields): void;
}
