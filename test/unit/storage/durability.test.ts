import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../../src-main/storage/database.ts';
import { temporaryDatabaseFile } from './temporary-database.ts';

const countRow = z.object({ notes: z.number(), last: z.number() });

it('has everything that it said was committed after SIGKILL, and no half transaction', async () => {
  const file = temporaryDatabaseFile();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'committing-child.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  let told = '';
  for await (const text of child.stdout as AsyncIterable<Buffer>) {
    told += text.toString();
    // What was on its way when the kill came is read to the end.
    if (told.split('\n').length > 50) child.kill('SIGKILL');
  }
  expect(await gone).toEqual([null, 'SIGKILL']);
  const lastTold = Number(told.trimEnd().split('\n').at(-1));

  const database = openDatabase(file);
  const found = database.get('SELECT count(*) AS notes, max(number) AS last FROM notes', countRow);
  expect(database.get('PRAGMA integrity_check', z.unknown())).toEqual({ integrity_check: 'ok' });
  database.close();
  expect(found?.notes).toBeGreaterThanOrEqual(lastTold);
  expect(found?.notes).toBe(found?.last);
  expect((found?.notes ?? 1) % 2).toBe(0);
});
