/** The system's code of an error, e.g. `ENOSPC`; `unknown` for one without. Fit for a log: messages hold paths. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
