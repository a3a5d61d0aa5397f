import { z } from 'zod';
import type { Database } from './database.ts';
import { DamagedDatabase } from './storage-trouble.ts';

const tableRow = z.object({ name: z.string() });
const checkRow = z.object({ quick_check: z.string() });
const strayRow = z.object({ table: z.string() });

/**
 * Reads the whole file and checks that it is sound, table by table, so that whoever shares the thread can take turns;
 * about a second for a gigabyte in memory. @throws DamagedDatabase, or what SQLite says of a page that it cannot read
 */
export async function checkIntegrity(database: Database): Promise<void> {
  const tables = database.all(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`, tableRow);
  for (const { name } of tables) {
    const [first] = database.all(`PRAGMA quick_check('${name.replaceAll("'", "''")}')`, checkRow);
    if (first?.quick_check !== 'ok') throw new DamagedDatabase(`quick_check: ${first?.quick_check}`);
    await new Promise(setImmediate);
  }
}

/** Tables with rows that lean on rows that are not there. Nothing is lost by going on, but somebody should know. */
export function tablesWithStrayRows(database: Database): readonly string[] {
  return [...new Set(database.all('PRAGMA foreign_key_check', strayRow).map(({ table }) => table))];
}
