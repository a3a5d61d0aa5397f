import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../src-main/domain/charge.ts';
import { type AuditReport, auditMoney } from '../../../src-main/payment/audit-report.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { awaiting, type openTill as OpenTill, openTill, payment, type Till } from './till.ts';

const timeZone = 'America/Sao_Paulo';
const day = '2026-11-21';

function audit(database: Database, today = day): AuditReport {
  const steps = auditMoney(database, { day: today, timeZone });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

let count = 0;

/** A charge of one invoice; nobody else has it. */
function charge(till: Till, amountCents: number, change: { erp?: string; accountId?: string } = {}): Charge {
  count += 1;
  const invoice = {
    invoiceId: `I-${count}`,
    amountCents,
    description: '',
    dueDate: '2026-12-01',
  };
  return awaiting(till.journal, { ...change, amountCents, invoices: [invoice] });
}

function pay(till: Till, amountCents: number, paidAt: string, came = amountCents): Charge {
  return till.journal.markPaid(charge(till, amountCents), [{ ...payment(came), paidAt }]);
}

function writeOffOf(till: ReturnType<typeof OpenTill>, { id }: Charge) {
  const [writeOff] = till.writeOffs.listOf(id);
  if (!writeOff) throw new Error('no write-off');
  return writeOff;
}

const noon = '2026-11-21T12:00:00-03:00';

describe("a day's closing", () => {
  it('says where each centavo of the day is, by ERP and account', () => {
    const till = openTill();
    charge(till, 1_00);
    const done = pay(till, 10_00, noon);
    till.writeOffs.markDone(till.writeOffs.markSent(writeOffOf(till, done)), 'DONE', 'ok');
    pay(till, 20_00, noon);
    const refused = pay(till, 30_00, noon);
    till.writeOffs.markManual(
      till.writeOffs.markSent(writeOffOf(till, refused)),
      'MANUAL',
      'WRITE-OFF-REFUSED',
      '',
    );
    pay(till, 40_00, noon, 40_01);
    till.journal.markPaid(charge(till, 5_00, { erp: 'other', accountId: 'second' }), [
      { ...payment(5_00), paidAt: noon },
    ]);
    const { closing } = audit(till.database);
    expect(closing.total).toMatchObject({
      charged: 106_00,
      chargedCount: 6,
      paid: 105_01,
      paidCount: 5,
      writtenOff: 10_00,
      pending: 25_00,
      forPerson: 30_00,
      refundDue: 40_01,
      closedByHand: 0,
      refunded: 0,
    });
    expect(closing.groups).toMatchObject([
      { erp: 'other', account: 'second', charged: 5_00, paid: 5_00, pending: 5_00 },
      { erp: 'principal', account: 'principal', paid: 100_01 },
    ]);
  });

  it('counts a payment on the day of the PSP, a charge on that of the kiosk', () => {
    const till = openTill();
    pay(till, 10_00, '2026-11-20T23:59:59-03:00');
    expect(audit(till.database).closing.total).toMatchObject({ charged: 10_00, paid: 0 });
    expect(audit(till.database, '2026-11-20').closing.total).toMatchObject({ charged: 0, paid: 10_00 });
    expect(audit(till.database).closing.openFromBefore).toEqual({ count: 1, cents: 10_00 });
  });

  it('counts what the PSP gave no readable time on the day on which the kiosk learnt of it', () => {
    const till = openTill();
    pay(till, 10_00, 'yesterday');
    expect(audit(till.database).closing.total.paid).toBe(10_00);
  });

  it('knows refunds, before and after what they are for says so', () => {
    const till = openTill();
    const wrong = pay(till, 10_00, noon, 12_00);
    const entry = { kind: 'refund', charge: wrong.id, erp: wrong.erp, cents: 12_00 } as const;
    till.recordMoney({ ...entry, id: 'R-0', state: 'FAILED' });
    till.recordMoney({ ...entry, id: 'R-1', state: 'REQUESTED' });
    expect(audit(till.database).closing.total).toMatchObject({ refundDue: 12_00, refunded: 0 });
    till.recordMoney({ ...entry, id: 'R-1', state: 'DONE' });
    expect(audit(till.database).closing.total).toMatchObject({ refundDue: 0, refunded: 12_00 });
    till.recordMoney({
      kind: 'charge',
      id: wrong.id,
      state: 'REFUNDED',
      erp: wrong.erp,
      txid: wrong.txid,
      cents: 10_00,
      paid: { cents: 12_00 },
    });
    expect(audit(till.database).closing.total).toMatchObject({ refundDue: 0, refunded: 12_00 });
  });

  /** Takes a write-off as far as one of six ends. */
  function carryOn(till: Till, charge: Charge, fate: number): void {
    if (charge.state !== 'PAID' || fate === 0) return;
    const sent = till.writeOffs.markSent(writeOffOf(till, charge));
    if (fate === 1) till.writeOffs.markDone(sent, 'DONE', '');
    if (fate === 2) till.writeOffs.markUnknown(sent, '');
    if (fate < 3) return;
    const state = fate === 3 ? 'MANUAL' : 'REFUND_DUE';
    const left = till.writeOffs.markManual(sent, state, 'WRITE-OFF-REFUSED', '');
    if (fate === 5) till.writeOffs.markHandled(left, '');
  }

  it('adds up to the cent, whatever happened', () => {
    const cents = fc.integer({ min: 2, max: 99_999_99 });
    const step = fc.record({ asked: cents, extra: fc.constantFrom(0, 0, 0, 1, -1), fate: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const till = openTill();
        for (const { asked, extra, fate } of steps)
          carryOn(till, pay(till, asked, noon, asked + extra), fate);
        const { closing, fault, differences } = audit(till.database);
        const { paid, charged: _, chargedCount: __, paidCount: ___, ...parts } = closing.total;
        expect(paid).toBe(steps.reduce((sum, { asked, extra }) => sum + asked + extra, 0));
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(paid);
        expect(fault).toBeUndefined();
        expect(differences).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the rows', () => {
  it.each([
    ['a paid amount', 'UPDATE charges SET paid_cents = 1', 'charges', 'PAID 1000 1'],
    ['a state', `UPDATE charges SET state = 'EXPIRED'`, 'charges', 'EXPIRED 1000 1000'],
    ['a write-off', `UPDATE write_offs SET state = 'DONE'`, 'write_offs', 'DONE 1000'],
    ['an invoice', 'UPDATE charge_invoices SET amount_cents = 7', 'write_offs', 'PENDING 7'],
  ])('are compared with the audit: %s', (_, statement, table, row) => {
    const till = openTill();
    pay(till, 10_00, noon);
    till.database.run(statement);
    expect(audit(till.database).differences).toMatchObject([{ table, row }]);
  });

  it.each([
    ['an amount', 'UPDATE refunds SET amount_cents = 7', 'DONE 7'],
    ['a state', `UPDATE refunds SET state = 'FAILED'`, 'FAILED 10001'],
  ])('of refunds are compared, too: %s', (_, statement, row) => {
    const till = openTill();
    const { id } = pay(till, 100_00, noon, 100_01);
    const [refund] = till.refunds.listOf({ chargeId: id });
    if (!refund) throw new Error('no refund');
    till.refunds.markDone(till.refunds.markRequested(refund));
    expect(audit(till.database).differences).toEqual([]);
    till.database.run(statement);
    expect(audit(till.database).differences).toEqual([
      { table: 'refunds', id: refund.id, audit: 'DONE 10001', row },
    ]);
    till.database.run('DELETE FROM refunds');
    expect(audit(till.database).differences).toEqual([
      { table: 'refunds', id: refund.id, audit: 'DONE 10001' },
    ]);
  });

  it('that are missing, or that nothing was written of, are named', () => {
    const till = openTill();
    const { id } = pay(till, 10_00, noon);
    till.database.run('DELETE FROM write_offs');
    expect(audit(till.database).differences).toEqual([
      { table: 'write_offs', id: expect.any(String), audit: 'PENDING 1000' },
    ]);
    till.database.run(
      `INSERT INTO write_offs (id, charge_id, invoice_id, state, created_at, changed_at)
       SELECT 'new', charge_id, invoice_id, 'DONE', 1, 1 FROM charge_invoices WHERE charge_id = $id`,
      { id },
    );
    expect(audit(till.database).differences).toContainEqual({
      table: 'write_offs',
      id: 'new',
      row: 'DONE 1000',
    });
  });
});

it('takes many entries in steps', () => {
  const till = openTill();
  till.database.transaction(() => {
    for (let made = 0; made < 400; made += 1) charge(till, 1_00);
  });
  const steps = auditMoney(till.database, { day, timeZone });
  let taken = 0;
  while (!steps.next().done) taken += 1;
  // Reading the entries, closing the day, comparing rows and asking for missing ones: each in steps.
  expect(taken).toBeGreaterThan(10);
});
