import { writeSync } from 'node:fs';
import { openDatabase } from '../../../src-main/storage/database.ts';

/**
 * Commits rows without end and tells of each on its standard output once it is committed; between two of them it
 * leaves half a transaction. Somebody kills it.
 */
const database = openDatabase(process.argv[2] ?? '');
database.run('CREATE TABLE notes (number INTEGER PRIMARY KEY, half INTEGER NOT NULL) STRICT');

function note(number: number, half: number): void {
  database.run('INSERT INTO notes VALUES ($number, $half)', { number, half });
}

for (let number = 1; ; number += 2) {
  database.transaction(() => {
    note(number, 1);
    // A kill that lands here must take the first half with it.
    note(number + 1, 2);
  });
  writeSync(1, `${number + 1}\n`);
}
