import { DatabaseSync } from '@photostructure/sqlite';

/** The version of the SQLite that is built in, e.g. `3.51.0`. */
export function sqliteVersion(): string {
  const handle = new DatabaseSync(':memory:');
  try {
    return String(handle.prepare('SELECT sqlite_version() AS version').get()?.version);
  } finally {
    handle.close();
  }
}
