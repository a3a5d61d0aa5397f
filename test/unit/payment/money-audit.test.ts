import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMoneyAudit, moneyAuditHead } from '../../../src-main/payment/money-audit.ts';
import {
  type AuditedEntry,
  MoneyAuditReader,
  readAuditLines,
} from '../../../src-main/payment/money-audit-reading.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { chainLine } from '../../../src-main/storage/hash-chain.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';
import { awaiting, created, openTill, paid, payment, type Till } from './till.ts';

const lineRow = z.object({ seq: z.number(), line: z.string() });

function lines(database: Database): z.output<typeof lineRow>[] {
  return [...readAuditLines(database)].flat();
}

function entries({ database }: Pick<Till, 'database'>): readonly AuditedEntry[] {
  const reader = new MoneyAuditReader();
  const found = lines(database).flatMap((line) => reader.take(line) ?? []);
  expect(reader.finish().fault).toBeUndefined();
  return found;
}

/** Each entry in short: `charge PAID`. */
function story(till: Pick<Till, 'database'>): readonly string[] {
  return entries(till).map((entry) => `${entry.kind} ${'state' in entry ? entry.state : ''}`);
}

function writeOffOf(till: Till, chargeId: string) {
  const [writeOff] = till.writeOffs.listOf(chargeId);
  if (!writeOff) throw new Error('no write-off');
  return writeOff;
}

describe('each transition writes one entry', () => {
  it('from the intent to the write-off that is done', () => {
    const till = openTill();
    const charge = paid(till.journal);
    const sent = till.writeOffs.markSent(writeOffOf(till, charge.id));
    till.writeOffs.markDone(till.writeOffs.markUnknown(sent, 'no answer'), 'DONE_BY_RECONCILIATION', 'seen');
    expect(story(till)).toEqual([
      'charge CREATED',
      'charge REQUESTED',
      'charge AWAITING',
      'charge PAID',
      'write-off PENDING',
      'write-off SENT',
      'write-off UNKNOWN',
      'write-off DONE_BY_RECONCILIATION',
    ]);
    expect(entries(till)[3]).toEqual({
      seq: 4,
      at: till.clock.wallTime(),
      kind: 'charge',
      id: charge.id,
      state: 'PAID',
      erp: charge.erp,
      account: charge.accountId,
      txid: charge.txid,
      cents: charge.amountCents,
      paid: {
        cents: charge.amountCents,
        at: Date.parse(charge.payment?.paidAt ?? ''),
        endToEndId: charge.payment?.endToEndId,
      },
    });
  });

  it('of charges that end unpaid', () => {
    const till = openTill();
    till.journal.markExpired(awaiting(till.journal));
    till.journal.markCancelled(created(till.journal));
    expect(story(till).slice(2)).toEqual([
      'charge AWAITING',
      'charge EXPIRED',
      'charge CREATED',
      'charge CANCELLED',
    ]);
  });

  it('of a write-off that a person takes up and closes; the reason stays outside', () => {
    const till = openTill();
    const charge = paid(till.journal);
    const sent = till.writeOffs.markSent(writeOffOf(till, charge.id));
    const manual = till.writeOffs.markManual(sent, 'MANUAL', 'WRITE-OFF-REFUSED', 'no such invoice');
    const again = till.writeOffs.markTakenUp(manual, 'PENDING', 0);
    const left = till.writeOffs.markManual(again, 'REFUND_DUE', 'WRITE-OFF-SETTLED-ELSEWHERE', 'paid before');
    till.writeOffs.markHandled(left, 'dinheiro devolvido a Maria, 529.982.247-25');
    expect(story(till).slice(4)).toEqual([
      'write-off PENDING',
      'write-off SENT',
      'write-off MANUAL',
      'write-off PENDING',
      'write-off REFUND_DUE',
      'write-off HANDLED',
    ]);
    expect(JSON.stringify(lines(till.database))).not.toContain('Maria');
  });
});

it('writes nothing for a transition that is rolled back', () => {
  const till = openTill({
    alongsidePaid: () => {
      throw new Error('disk I/O error');
    },
  });
  const charge = awaiting(till.journal);
  const before = lines(till.database);
  expect(() => till.journal.markPaid(charge, [payment(charge.amountCents)])).toThrow('disk');
  expect(() => till.journal.markCancelled({ ...charge, state: 'REQUESTED' })).toThrow('no longer');
  expect(lines(till.database)).toEqual(before);
});

it('holds no document, name, phone or e-mail, whatever the customer is called (I12)', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{5,12}$/);
  fc.assert(
    fc.property(
      fc.record({ document: fc.stringMatching(/^\d{11}$/), name: word, description: word, header: word }),
      ({ document, name, description, header }) => {
        const till = openTill();
        till.visits.identify('visit-1', {
          document,
          name,
          customerErpId: 'C-1',
          phone: '11987654321',
          email: 'a@b',
        });
        const charge = awaiting(till.journal, {
          document,
          maskedName: name,
          amountCents: 100,
          invoices: [
            {
              invoiceId: 'I-1',
              amountCents: 100,
              description,
              dueDate: '2026-12-01',
              receiptHeader: header,
            },
          ],
        });
        till.journal.markPaid(charge, [payment(100)]);
        const written = JSON.stringify(lines(till.database));
        for (const secret of [document, name, description, header, '11987654321', 'a@b']) {
          expect(written).not.toContain(secret);
        }
      },
    ),
    { numRuns: 10 },
  );
});

describe('the table', () => {
  const sql = 'UPDATE money_audit SET line = line';

  it.each([
    ['a change', sql],
    ['a removal', 'DELETE FROM money_audit WHERE seq = 2'],
    ['a replacement', `INSERT OR REPLACE INTO money_audit VALUES (2, '{}')`],
    ['a gap', `INSERT INTO money_audit VALUES (99, '{}')`],
    ['a place before the first', `INSERT INTO money_audit VALUES (0, '{}')`],
  ])('refuses %s', (_, statement) => {
    const till = openTill();
    awaiting(till.journal);
    const before = lines(till.database);
    expect(() => till.database.run(statement)).toThrow('money_audit can only grow');
    expect(lines(till.database)).toEqual(before);
  });
});

describe('the chain', () => {
  /** Somebody with the file in their hands, who need not ask the triggers. */
  function tampered(change: (database: Database) => void): Database {
    const till = openTill();
    paid(till.journal);
    for (const { name } of till.database.all(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'money_audit'`,
      z.object({ name: z.string() }),
    )) {
      till.database.run(`DROP TRIGGER ${name}`);
    }
    change(till.database);
    return till.database;
  }

  function faultOf(database: Database, heads?: ConstructorParameters<typeof MoneyAuditReader>[0]) {
    const reader = new MoneyAuditReader(heads);
    for (const line of lines(database)) reader.take(line);
    return reader.finish().fault;
  }

  it.each<[string, string, object]>([
    [
      'an amount changed',
      `UPDATE money_audit SET line = replace(line, '"cents":', '"cents":1') WHERE seq = 3`,
      { seq: 3, what: 'changed' },
    ],
    ['an entry taken out', 'DELETE FROM money_audit WHERE seq = 2', { seq: 3, what: 'out-of-line' }],
    ['the first taken out', 'DELETE FROM money_audit WHERE seq = 1', { seq: 2, what: 'out-of-line' }],
    [
      'an entry twice',
      'INSERT INTO money_audit SELECT max(seq) + 1, line FROM money_audit',
      { seq: 6, what: 'out-of-line' },
    ],
    ['an entry that is none', `UPDATE money_audit SET line = '' WHERE seq = 1`, { seq: 1, what: 'changed' }],
  ])('shows %s, and the first place', (_, statement, fault) => {
    expect(faultOf(tampered((database) => database.run(statement)))).toEqual(fault);
  });

  it('shows an entry that was rewritten with a new hash, at the next one', () => {
    const database = tampered((db) => {
      const { line } = chainLine({ at: 1, kind: 'restored' }, { seq: 1, hash: '' });
      db.run('UPDATE money_audit SET line = $line WHERE seq = 2', { line });
    });
    expect(faultOf(database)).toEqual({ seq: 2, what: 'out-of-line' });
  });

  it('cannot show by itself that the end was cut off, but by a head that was noted', () => {
    const till = openTill();
    paid(till.journal);
    const head = moneyAuditHead(till.database);
    expect(faultOf(till.database, [head])).toBeUndefined();
    const cut = tampered((database) => database.run('DELETE FROM money_audit WHERE seq = 5'));
    expect(faultOf(cut)).toBeUndefined();
    expect(faultOf(cut, [head])).toEqual({ seq: 5, what: 'cut-off' });
  });

  it('goes on after a broken entry, and stays broken', () => {
    const database = tampered((db) => db.run(`UPDATE money_audit SET line = 'x' WHERE seq = 5`));
    createMoneyAudit(database, { wallTime: () => 7 })({ kind: 'restored' });
    expect(lines(database)).toHaveLength(6);
    expect(faultOf(database)).toEqual({ seq: 5, what: 'changed' });
  });

  it('shows any one byte of any entry changed', () => {
    const till = openTill();
    paid(till.journal);
    const written = lines(till.database);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 127 }), (entry, place, flip) => {
        const reader = new MoneyAuditReader([moneyAuditHead(till.database)]);
        for (const [index, { seq, line }] of written.entries()) {
          const bytes = Buffer.from(line);
          const at = place % bytes.length;
          if (index === entry % written.length) bytes[at] = (bytes[at] ?? 0) ^ flip;
          reader.take({ seq, line: bytes.toString('utf8') });
        }
        expect(reader.finish().fault).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});

it('is a chain of its own in each database, empty at first', () => {
  expect(moneyAuditHead(openTemporaryDatabase())).toEqual({ seq: 0, hash: '0'.repeat(64) });
});
