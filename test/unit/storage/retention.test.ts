import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { auditMoney } from '../../../src-main/payment/audit-report.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { erasePersonalData } from '../../../src-main/storage/retention.ts';
import { awaiting, document, openTill, paid, payment, type Till, visitId } from '../payment/till.ts';

const day = 86_400_000;
const anyRow = z.record(z.string(), z.unknown());

/** Everything that identifies the customer of these tests. */
const secrets = [
  document,
  'Maria da Silva',
  'C-77',
  '11987654321',
  'maria@example.com',
  'internet na Rua das Flores',
  'MARIA NA RUA DAS FLORES',
  'wrote that Maria called',
  'Prefers mornings',
  'Text for Maria',
];

function identified(): Till {
  const till = openTill();
  till.visits.identify(visitId, {
    document,
    name: 'Maria da Silva',
    customerErpId: 'C-77',
    phone: '11987654321',
    email: 'maria@example.com',
  });
  till.visits.keepChatProfile(visitId, document, {
    note: 'Prefers mornings',
    jid: '5511987654321@s.whatsapp.net',
  });
  till.database.run(
    `INSERT INTO messages (id, visit_id, content, subject, phone, texts, consent_version, consented_at)
     VALUES ('m-1', $visitId, 'pix', 'I-1', '5511987654321', '["Text for Maria"]', '1', $now)`,
    { visitId, now: till.clock.wallTime() },
  );
  return till;
}

const order = {
  customerErpId: 'C-77',
  maskedName: 'Maria da Silva',
  amountCents: 9_990,
  invoices: [
    {
      invoiceId: 'I-1',
      amountCents: 9_990,
      description: 'internet na Rua das Flores',
      dueDate: '2026-12-01',
      receiptHeader: 'MARIA NA RUA DAS FLORES',
    },
  ],
};

function writeOffOf(till: Till, chargeId: string) {
  const [writeOff] = till.writeOffs.listOf(chargeId);
  if (!writeOff) throw new Error('no write-off');
  return writeOff;
}

/** Everything in all tables as one text. */
function everything({ database }: Till): string {
  const tables = database.all(
    `SELECT name FROM sqlite_schema WHERE type = 'table'`,
    z.object({ name: z.string() }),
  );
  return JSON.stringify(tables.map(({ name }) => database.all(`SELECT * FROM ${name}`, anyRow)));
}

function erase(till: Till, days: number): number {
  const now = till.clock.wallTime();
  return [...erasePersonalData(till.database, now - days * day)].reduce((sum, rows) => sum + rows, 0);
}

function finish(till: Till): string {
  const charge = paid(till.journal, order);
  till.writeOffs.markDone(
    till.writeOffs.markSent(writeOffOf(till, charge.id)),
    'DONE',
    'Maria da Silva: pago',
  );
  till.visits.end(visitId, 'completed');
  return charge.id;
}

function later(till: Till, days: number): void {
  till.clock.setWallTime(till.clock.wallTime() + days * day);
}

it('leaves nothing of the customer anywhere; amounts, ids, states and the audit stay', () => {
  const till = identified();
  const id = finish(till);
  till.database.run(
    `INSERT INTO deliveries (event, target, state, next_attempt_at, last_failure, handled_at, handled_reason)
     SELECT id, 'crm', 'dead', 1, '', 1, 'wrote that Maria called' FROM events`,
  );
  later(till, 91);
  expect(erase(till, 90)).toBeGreaterThan(3);
  const left = everything(till);
  for (const secret of secrets) expect(left, secret).not.toContain(secret);
  expect(till.journal.find(id)).toMatchObject({
    state: 'PAID',
    amountCents: 9_990,
    payment: { amountCents: 9_990 },
    invoices: [{ invoiceId: 'I-1', amountCents: 9_990 }],
  });
  const steps = auditMoney(till.database, { day: '2026-11-21', timeZone: 'UTC' });
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) continue;
    expect(step.value).toMatchObject({ differences: [] });
    expect(step.value.fault).toBeUndefined();
    break;
  }
  expect(erase(till, 90)).toBe(0);
});

it('leaves what is not old enough', () => {
  const till = identified();
  finish(till);
  later(till, 89);
  const before = everything(till);
  expect(erase(till, 90)).toBe(0);
  expect(everything(till)).toBe(before);
});

describe('keeps who it was as long as', () => {
  it.each<[string, (till: Till) => void]>([
    ['the QR can be paid', (till) => awaiting(till.journal, order)],
    ['its write-off is on its way', (till) => paid(till.journal, order)],
    [
      'its fate in the ERP is unknown',
      (till) => {
        const { id } = paid(till.journal, order);
        till.writeOffs.markUnknown(till.writeOffs.markSent(writeOffOf(till, id)), '');
      },
    ],
    [
      'a person must look at it',
      (till) => {
        const { id } = paid(till.journal, order);
        const sent = till.writeOffs.markSent(writeOffOf(till, id));
        till.writeOffs.markManual(sent, 'MANUAL', 'WRITE-OFF-REFUSED', '');
      },
    ],
    [
      'the money must go back',
      (till) => {
        const charge = awaiting(till.journal, order);
        till.journal.markPaid(charge, [payment(1)]);
      },
    ],
  ])('%s', (_, open) => {
    const till = identified();
    open(till);
    till.visits.end(visitId, 'left');
    later(till, 900);
    erase(till, 90);
    const left = everything(till);
    expect(left).toContain(document);
    expect(left).toContain('maria@example.com');
  });

  it('the event was not delivered', () => {
    const till = identified();
    finish(till);
    till.database.run(
      `INSERT INTO deliveries (event, target, state, next_attempt_at) SELECT id, 'crm', 'waiting', 1 FROM events`,
    );
    later(till, 900);
    erase(till, 90);
    expect(till.database.all(`SELECT id FROM events WHERE body = '{}'`, anyRow)).toEqual([]);
  });

  it('the visit goes on', () => {
    const till = identified();
    later(till, 900);
    expect(erase(till, 90)).toBe(0);
  });
});

it('goes in small steps', () => {
  const till = identified();
  till.database.transaction(() => {
    for (let index = 0; index < 120; index += 1) {
      till.visits.begin(`v${index}`);
      till.visits.identify(`v${index}`, { document, name: 'Maria', customerErpId: 'C' });
      till.visits.end(`v${index}`, 'left');
    }
  });
  later(till, 91);
  const steps = [...erasePersonalData(till.database, till.clock.wallTime() - 90 * day)];
  expect(steps).toEqual([50, 50, 20]);
});

it('reads no table from end to end for each row that it looks at', () => {
  const { database } = identified();
  const plans: string[] = [];
  const explaining: Database = {
    transaction: (work) => database.transaction(work),
    isInTransaction: () => database.isInTransaction(),
    run(sql, parameters) {
      plans.push(...planOf(database, sql));
      return database.run(sql, parameters);
    },
    get: (sql, row, parameters) => database.get(sql, row, parameters),
    all(sql, row, parameters) {
      plans.push(...planOf(database, sql));
      return database.all(sql, row, parameters);
    },
    close: () => database.close(),
  };
  for (const _ of erasePersonalData(explaining, Number.MAX_SAFE_INTEGER));
  expect(plans.length).toBeGreaterThan(5);
  expect(plans.filter((line) => line.startsWith('within ') && line.includes('SCAN '))).toEqual([]);
});

const planRow = z.object({ id: z.number(), parent: z.number(), detail: z.string() });

/** What SQLite would do, line by line; `within` a query that it asks for each row of another. */
function planOf(database: Database, sql: string): readonly string[] {
  const steps = database.all(
    `EXPLAIN QUERY PLAN ${sql}`,
    planRow,
    sql.includes('$before') ? { before: 0 } : {},
  );
  const repeated = new Set<number>();
  return steps.map(({ id, parent, detail }) => {
    const within = repeated.has(parent);
    if (within || detail.startsWith('CORRELATED')) repeated.add(id);
    return within ? `within ${detail}` : detail;
  });
}
