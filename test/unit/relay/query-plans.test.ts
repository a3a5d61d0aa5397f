import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Database, SqlParameters } from '../../../src-main/storage/database.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';
import { FakeTarget } from './fake-target.ts';
import { openPostOffice } from './post-office.ts';

const planRow = z.object({ detail: z.string() });

/** A database that notes how SQLite would go about each read. */
function explaining(database: Database, plans: string[]): Database {
  const note = (sql: string, parameters: SqlParameters = {}): void => {
    const steps = database.all(`EXPLAIN QUERY PLAN ${sql}`, planRow, parameters);
    plans.push(...steps.map(({ detail }) => detail));
  };
  return {
    transaction: (work) => database.transaction(work),
    isInTransaction: () => database.isInTransaction(),
    run: (sql, parameters) => database.run(sql, parameters),
    get(sql, row, parameters) {
      note(sql, parameters);
      return database.get(sql, row, parameters);
    },
    all(sql, row, parameters) {
      note(sql, parameters);
      return database.all(sql, row, parameters);
    },
    close: () => database.close(),
  };
}

/** Full scans and sorts of what may be tens of thousands of rows. */
const slow =
  /SCAN (?:events|deliveries|visits|other|later|told)\b(?!.*USING (?:COVERING )?INDEX)|USE TEMP B-TREE FOR ORDER BY/;

function open() {
  const plans: string[] = [];
  const office = openPostOffice([new FakeTarget('all')], {
    database: explaining(openTemporaryDatabase(), plans),
  });
  office.outbox.record('v1', { type: 'visit-started' });
  plans.length = 0;
  return { ...office, plans };
}

it('the next delivery is found by indexes', () => {
  const { outbox, plans } = open();
  expect(outbox.listNext('all', ['v9'])[0]?.history).toHaveLength(1);
  outbox.listResting('all');
  expect(plans.length).toBeGreaterThan(4);
  expect(plans.filter((step) => slow.test(step))).toEqual([]);
});

it('the list of the technician is read by an index, in its order', () => {
  const { desk, plans } = open();
  desk.list();
  expect(plans.filter((step) => slow.test(step))).toEqual([]);
  expect(plans.join()).toContain('deliveries_open');
});
