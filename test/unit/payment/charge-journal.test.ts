import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UniqueViolation } from '../../../src-main/storage/database.ts';
import { openTemporaryDatabase, sickDatabase } from '../storage/temporary-database.ts';
import { awaiting, created, erp, intent, invoiceId, openTill, paid, payment, type Till } from './till.ts';

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return { ...crypto, randomUUID: vi.fn(crypto.randomUUID) };
});

beforeEach(() => {
  vi.mocked(randomUUID).mockClear();
});

function stateOf(till: Till, chargeId: string): string | undefined {
  return till.journal.find(chargeId)?.state;
}

describe('the intent', () => {
  it('is on disk with all that a receipt needs, before anybody is asked', () => {
    const till = openTill();
    const charge = created(till.journal, {
      invoices: [
        {
          invoiceId,
          amountCents: 9_990,
          description: 'Telefonia fixa',
          dueDate: '2026-12-11',
          receiptHeader: 'SERRA\nFIBRA',
        },
      ],
    });
    expect(charge).toMatchObject({ state: 'CREATED', createdAt: till.clock.wallTime() });
    expect(till.journal.find(charge.id)).toEqual(charge);
    expect(till.events()).toEqual(['charge-created']);
  });

  it('has a txid as API Pix wants it, another one each time', () => {
    const { journal } = openTill();
    const first = created(journal);
    journal.markCancelled(first);
    const second = created(journal);
    expect(first.txid).toMatch(/^[a-zA-Z0-9]{26,35}$/);
    expect(second.txid).not.toBe(first.txid);
  });

  it('is refused while another charge of the invoice can be paid, and leaves no trace', () => {
    const till = openTill();
    const first = created(till.journal);
    expect(till.journal.create(intent())).toEqual({ ok: false, error: 'live-charge-exists' });
    expect(till.journal.listLive()).toEqual([first]);
    expect(till.events()).toEqual(['charge-created']);
  });

  it('is refused as a whole when one of several invoices has a live charge', () => {
    const till = openTill();
    created(till.journal);
    const both = intent({
      amountCents: 10_990,
      invoices: [
        { invoiceId: '910004', amountCents: 1_000, description: '', dueDate: '2026-12-11' },
        { invoiceId, amountCents: 9_990, description: '', dueDate: '2026-12-11' },
      ],
    });
    expect(till.journal.create(both)).toEqual({ ok: false, error: 'live-charge-exists' });
    expect(till.journal.findLive(erp, '910004')).toBeUndefined();
  });

  it('takes no other breach of uniqueness for a live charge', () => {
    const till = openTill();
    const first = created(till.journal);
    till.journal.markCancelled(first);
    const uuid = `${first.txid.slice(0, 8)}-${first.txid.slice(8)}` as ReturnType<typeof randomUUID>;
    vi.mocked(randomUUID).mockReturnValueOnce('another-id-for-the-charge').mockReturnValueOnce(uuid);
    expect(() => till.journal.create(intent())).toThrow(UniqueViolation);
    expect(till.journal.listLive()).toEqual([]);
  });

  it.each(['CANCELLED', 'EXPIRED', 'PAID', 'REFUND_DUE'])('makes room for the next once %s', (end) => {
    const { journal } = openTill();
    const charge = awaiting(journal);
    if (end === 'CANCELLED') journal.markCancelled(charge);
    if (end === 'EXPIRED') journal.markExpired(charge);
    if (end === 'PAID') journal.markPaid(charge, [payment()]);
    if (end === 'REFUND_DUE') journal.markPaid(charge, [payment(1)]);
    expect(journal.findLive(erp, invoiceId)).toBeUndefined();
    expect(journal.create(intent()).ok).toBe(true);
  });
});

describe('its way', () => {
  it('to the QR: each state is on disk, and the charge stays the live one', () => {
    const { journal } = openTill();
    const requested = journal.markRequested(created(journal));
    expect(journal.find(requested.id)).toEqual(requested);
    const shown = journal.markAwaiting(requested, 'the QR text');
    expect(journal.find(shown.id)).toEqual(shown);
    expect(shown).toMatchObject({ state: 'AWAITING', brCode: 'the QR text', txid: requested.txid });
    expect(journal.findLive(erp, invoiceId)).toEqual(shown);
  });

  it.each([
    ['CREATED', 'EXPIRED'],
    ['EXPIRED', 'AWAITING'],
    ['CANCELLED', 'REQUESTED'],
    ['PAID', 'CANCELLED'],
    ['PAID', 'EXPIRED'],
  ])('never leads from %s to %s', (from, to) => {
    const { journal } = openTill();
    const start = from === 'CREATED' ? created(journal) : awaiting(journal);
    const charge =
      from === 'EXPIRED'
        ? journal.markExpired(start)
        : from === 'CANCELLED'
          ? journal.markCancelled(start)
          : from === 'PAID'
            ? journal.markPaid(start, [payment()])
            : start;
    const steps: Record<string, () => unknown> = {
      EXPIRED: () => journal.markExpired(charge),
      AWAITING: () => journal.markAwaiting(charge, 'x'),
      REQUESTED: () => journal.markRequested(charge),
      CANCELLED: () => journal.markCancelled(charge),
    };
    expect(steps[to]).toThrow();
    expect(journal.find(charge.id)?.state).toBe(from);
  });

  it('goes by what is on disk, not by what somebody remembers of the charge', () => {
    const till = openTill();
    const remembered = awaiting(till.journal);
    till.journal.markPaid(remembered, [payment()]);
    expect(() => till.journal.markExpired(remembered)).toThrow('no longer AWAITING');
    expect(() => till.journal.markPaid(remembered, [payment()])).toThrow('no longer AWAITING');
    expect(stateOf(till, remembered.id)).toBe('PAID');
    expect(till.events().filter((type) => type === 'charge-paid')).toHaveLength(1);
    expect(till.writeOffs.listOf(remembered.id)).toHaveLength(1);
  });

  it('lists what can still be paid, oldest first', async () => {
    const { journal, clock } = openTill();
    const of = (id: string) => ({
      invoices: [{ invoiceId: id, amountCents: 9_990, description: '', dueDate: '2026-12-11' }],
    });
    const old = created(journal, of('1'));
    await clock.advance(1_000);
    const middle = awaiting(journal, of('2'));
    await clock.advance(1_000);
    paid(journal, of('3'));
    const young = journal.markRequested(created(journal, of('4')));
    expect(journal.listLive()).toEqual([old, middle, young]);
  });

  it('tells of its end', () => {
    const till = openTill();
    till.journal.markExpired(awaiting(till.journal));
    till.journal.markCancelled(created(till.journal));
    expect(till.events()).toEqual(['charge-created', 'charge-expired', 'charge-created', 'charge-cancelled']);
  });
});

describe('PAID', () => {
  const two = {
    amountCents: 11_000,
    invoices: [
      { invoiceId: '1', amountCents: 10_000, description: '', dueDate: '2026-12-11' },
      { invoiceId: '2', amountCents: 1_000, description: '', dueDate: '2026-12-11' },
    ],
  };

  it('comes with a write-off for each invoice, the event and what stands alongside', () => {
    const alongsidePaid = vi.fn();
    const till = openTill({ alongsidePaid });
    const charge = paid(till.journal, two);
    expect(charge).toMatchObject({ state: 'PAID', payment: payment(11_000) });
    expect(till.journal.find(charge.id)).toEqual(charge);
    expect(till.writeOffs.listOpen()).toMatchObject([
      { chargeId: charge.id, invoiceId: '1', state: 'PENDING', sends: 0 },
      { chargeId: charge.id, invoiceId: '2', state: 'PENDING', sends: 0 },
    ]);
    expect(alongsidePaid).toHaveBeenCalledExactlyOnceWith(charge);
    expect(till.events()).toEqual(['charge-created', 'charge-paid']);
    expect(till.alarms()).toEqual([]);
  });

  it.each([
    ['what stands alongside throws', ''],
    ['the second write-off cannot be written', 'INSERT INTO write_offs'],
    ['the event cannot be written', 'INSERT INTO events'],
    ['the live charge cannot be let go', 'UPDATE charge_invoices'],
  ])('is not on disk at all when %s', (_name, statement) => {
    const database = openTemporaryDatabase();
    const { journal } = openTill({ database });
    const charge = awaiting(journal, two);
    const eventsBefore = openTill({ database }).events();
    let writes = 0;
    const sick = openTill({
      database: sickDatabase(database, (sql) => {
        if (statement === '' || !sql.includes(statement)) return false;
        writes += 1;
        return statement !== 'INSERT INTO write_offs' || writes === 2;
      }),
      alongsidePaid: () => {
        if (statement === '') throw new Error('no receipt');
      },
    });
    expect(() => sick.journal.markPaid(charge, [payment(11_000)])).toThrow();

    const after = openTill({ database });
    expect(after.journal.find(charge.id)).toEqual(charge);
    expect(after.journal.findLive(erp, '1')?.id).toBe(charge.id);
    expect(after.writeOffs.listOf(charge.id)).toEqual([]);
    expect(after.events()).toEqual(eventsBefore);
    // And once the trouble is over, the same payment is taken.
    expect(after.journal.markPaid(charge, [payment(11_000)]).state).toBe('PAID');
  });

  it('sends no write-off for a charge that the ERP owns', () => {
    const till = openTill();
    const charge = paid(till.journal, { source: 'erp-pix' });
    expect(till.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'NOT_OURS' }]);
    expect(till.writeOffs.listOpen()).toEqual([]);
  });

  it.each([
    ['less', [payment(9_989)]],
    ['more', [payment(9_991)]],
    ['twice less', [payment(9_980), payment(9, 2)]],
  ])('is REFUND_DUE with an alarm, and no write-off, when %s was paid', (_name, payments) => {
    const alongsidePaid = vi.fn();
    const till = openTill({ alongsidePaid });
    const charge = till.journal.markPaid(awaiting(till.journal), payments);
    expect(charge.state).toBe('REFUND_DUE');
    expect(till.journal.find(charge.id)?.payment?.amountCents).toBe(
      payments.reduce((sum, { amountCents }) => sum + amountCents, 0),
    );
    expect(till.writeOffs.listOf(charge.id)).toEqual([]);
    expect(till.alarms()).toEqual([{ code: 'CHARGE-WRONG-AMOUNT', chargeId: charge.id }]);
    expect(till.events()).toEqual(['charge-created', 'refund-due']);
    expect(alongsidePaid).toHaveBeenCalledOnce();
    expect(till.refunds.listOf({ chargeId: charge.id })).toMatchObject(
      payments.map(({ endToEndId, amountCents }) => ({
        endToEndId,
        amountCents,
        reason: 'wrong-amount',
        state: 'DUE',
      })),
    );
  });

  it('stands by the first of two payments of the amount; the other one is due to go back', () => {
    const till = openTill();
    const charge = till.journal.markPaid(awaiting(till.journal), [payment(9_990, 1), payment(9_990, 2)]);
    // All that came is in the books, under the id of what settled it.
    expect(charge).toMatchObject({
      state: 'PAID',
      payment: { endToEndId: payment(9_990, 1).endToEndId, amountCents: 19_980 },
    });
    expect(till.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'PENDING' }]);
    expect(till.alarms()).toEqual([{ code: 'CHARGE-PAID-TWICE', chargeId: charge.id }]);
    expect(till.refunds.listOpen()).toMatchObject([
      { endToEndId: payment(9_990, 2).endToEndId, amountCents: 9_990, reason: 'paid-twice', state: 'DUE' },
    ]);
  });

  it('takes one PIX that an answer names twice for one', () => {
    const till = openTill();
    till.journal.markPaid(awaiting(till.journal), [payment(), payment()]);
    expect(till.refunds.listOpen()).toEqual([]);
  });

  it('learns later of a second payment, once', () => {
    const till = openTill();
    const charge = paid(till.journal);
    expect(till.journal.addPayments(charge, [payment()])).toBe(false);
    expect(till.journal.addPayments(charge, [payment(), payment(9_990, 2)])).toBe(true);
    expect(till.journal.addPayments(charge, [payment(), payment(9_990, 2)])).toBe(false);
    expect(till.journal.find(charge.id)?.payment?.amountCents).toBe(19_980);
    expect(till.refunds.listOpen()).toMatchObject([{ reason: 'paid-twice', amountCents: 9_990 }]);
    expect(till.events().at(-1)).toBe('refund-due');
  });

  it('after its end goes back by itself where the settings say so', () => {
    const till = openTill({ refundLate: true });
    const charge = till.journal.markPaid(till.journal.markExpired(awaiting(till.journal)), [payment()]);
    expect(till.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'REFUND_DUE' }]);
    expect(till.refunds.listOpen()).toMatchObject([{ reason: 'late', amountCents: 9_990, state: 'DUE' }]);
    expect(till.alarms()).toEqual([{ code: 'WRITE-OFF-LATE-PAYMENT', chargeId: charge.id }]);
    expect(till.events().slice(-2)).toEqual(['charge-paid', 'refund-due']);
  });

  it('takes two payments that add up to the charge for the payment of it', () => {
    const { journal } = openTill();
    expect(journal.markPaid(awaiting(journal), [payment(9_000, 1), payment(990, 2)]).state).toBe('PAID');
  });

  it.each(['EXPIRED', 'CANCELLED'])('is true of a charge that was %s, but a person must decide', (end) => {
    const till = openTill();
    const shown = awaiting(till.journal);
    const ended = end === 'EXPIRED' ? till.journal.markExpired(shown) : till.journal.markCancelled(shown);
    const charge = till.journal.markPaid(ended, [payment()]);
    expect(charge.state).toBe('PAID');
    expect(till.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'MANUAL', sends: 0 }]);
    expect(till.alarms()).toEqual([{ code: 'WRITE-OFF-LATE-PAYMENT', chargeId: charge.id }]);
    expect(till.events().slice(-2)).toEqual(['charge-paid', 'write-off-manual']);
  });

  it('raises no alarm that a rolled back transaction would leave behind', () => {
    const database = openTemporaryDatabase();
    const charge = awaiting(openTill({ database }).journal);
    const sick = openTill({
      database: sickDatabase(database, (sql) => sql.includes('INSERT INTO events')),
    });
    expect(() => sick.journal.markPaid(charge, [payment(1)])).toThrow();
    expect(openTill({ database }).alarms()).toEqual([]);
  });

  it('needs a payment', () => {
    const { journal } = openTill();
    expect(() => journal.markPaid(awaiting(journal), [])).toThrow();
  });
});

describe('the same id in two ERPs', () => {
  it('is two invoices: each may have a charge that can be paid', () => {
    const { journal } = openTill();
    const here = created(journal);
    const there = created(journal, { erp: 'outro' });
    expect(journal.findLive(erp, invoiceId)).toEqual(here);
    expect(journal.findLive('outro', invoiceId)).toEqual(there);
    expect(journal.create(intent())).toEqual({ ok: false, error: 'live-charge-exists' });
  });

  it('paid in one is not paid in the other', () => {
    const till = openTill();
    paid(till.journal);
    expect(till.writeOffs.isPaidHere(erp, invoiceId)).toBe(true);
    expect(till.writeOffs.isPaidHere('outro', invoiceId)).toBe(false);
  });

  it('written off in one is no rival of the other', () => {
    const till = openTill();
    const [here] = till.writeOffs.listOf(paid(till.journal).id);
    const [there] = till.writeOffs.listOf(paid(till.journal, { erp: 'outro' }).id);
    if (!here || !there) throw new Error('none');
    expect(till.writeOffs.listRivals(here)).toEqual([]);
    expect(till.writeOffs.listRivals(there)).toEqual([]);
  });
});
