import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { WriteOffAnswer } from '../../../src-main/domain/write-off.ts';
import { createPaymentRecords } from '../../../src-main/payment/payment-records.ts';
import type { WriteOffRules } from '../../../src-main/payment/repeat-rule.ts';
import { createSettlementProof } from '../../../src-main/payment/settlement-proof.ts';
import { WriteOffQueue } from '../../../src-main/payment/write-off-queue.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { FakeErp, inOrder } from './fake-erp.ts';
import { awaiting, intent, invoice, invoiceId, openTill, paid, payment, unreachable } from './till.ts';

const minute = 60_000;
const hour = 60 * minute;
const usual: WriteOffRules = {
  repeat: 'after-window',
  settleWindowMs: 10 * minute,
  proofIntervalMs: 30_000,
  proofBy: ['statement', 'absence'],
};

const refused: WriteOffAnswer = { outcome: 'refused', detail: 'não' };
const unknown: WriteOffAnswer = { outcome: 'unknown', detail: 'time-out' };

const storedRow = z.object({
  state: z.string(),
  sends: z.number(),
  handled_at: z.number().nullable(),
  handled_reason: z.string().nullable(),
});

/** The queue over real journals, and a technician. */
function openDesk(rules: Partial<WriteOffRules> = {}, till = openTill({ clock: new ManualClock() })) {
  const erp = new FakeErp();
  const all = { ...usual, ...rules };
  const proven = { ledger: erp, rules: all, proof: createSettlementProof(erp, till.clock, all) };
  const parts = { ...till, erpGone: false };
  const queue = new WriteOffQueue({
    charges: till.journal,
    writeOffs: till.writeOffs,
    findErp: () => (parts.erpGone ? undefined : proven),
    raiseAlarm: till.raiseAlarm,
    clock: till.clock,
    log: till.log,
    random: () => 0.5,
    onChange: () => undefined,
  });
  const records = createPaymentRecords({
    ...till,
    hasErp: () => !parts.erpGone,
    tryNow: (id) => queue.tryNow(id),
    canRefund: () => false,
    send: () => undefined,
  });
  return Object.assign(parts, {
    erp,
    queue,
    records,
    /** A charge paid in time, whose write-off the queue has taken its first step with. */
    async pay(): Promise<string> {
      const { id } = paid(till.journal);
      queue.add(id);
      await till.clock.advance(0);
      return only(till.writeOffs.listOf(id)).id;
    },
    /** A charge that was paid after its end. */
    payLate(): string {
      const charge = till.journal.markExpired(awaiting(till.journal));
      till.journal.markPaid(charge, [payment()]);
      return only(till.writeOffs.listOf(charge.id)).id;
    },
    stored: () => till.database.all('SELECT * FROM write_offs ORDER BY rowid', storedRow),
  });
}

function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('none');
  return first;
}

describe('trying again by hand', () => {
  it('does not wait for the next try of what waits for the ERP', async () => {
    const desk = openDesk();
    desk.erp.trouble.set('invoices', unreachable);
    const id = await desk.pay();
    for (let count = 0; count < 8; count += 1) await desk.clock.advance(10 * minute);
    desk.erp.trouble.clear();
    expect(desk.records.retryWriteOff(id)).toBe('done');
    await desk.clock.advance(0);
    expect(desk.stored()).toMatchObject([{ state: 'DONE', sends: 1 }]);
    await desk.clock.advance(hour);
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('looks for proof of what is unknown as often as somebody likes, and sends none the sooner', async () => {
    const desk = openDesk();
    desk.erp.onWriteOff = inOrder(
      () => unknown,
      () => ({ outcome: 'accepted', detail: '' }),
    );
    const id = await desk.pay();
    for (let seconds = 0; seconds < 590; seconds += 10) {
      expect(desk.records.retryWriteOff(id)).toBe('done');
      await desk.clock.advance(10_000);
    }
    expect(desk.erp.sends).toHaveLength(1);
    expect(desk.stored()).toMatchObject([{ state: 'UNKNOWN' }]);
    await desk.clock.advance(minute);
    expect(desk.erp.sends).toHaveLength(2);
    expect(desk.stored()).toMatchObject([{ state: 'DONE' }]);
  });

  it('of one that is in flight sends nothing beside it', async () => {
    const desk = openDesk();
    let answer: (answer: WriteOffAnswer) => void = () => undefined;
    desk.erp.onWriteOff = () => new Promise((resolve) => (answer = resolve));
    const id = await desk.pay();
    desk.records.retryWriteOff(id);
    desk.records.retryWriteOff(id);
    await desk.clock.advance(hour);
    desk.erp.writeOff(invoiceId);
    answer({ outcome: 'accepted', detail: '' });
    await desk.clock.advance(hour);
    expect(desk.erp.sends).toHaveLength(1);
    expect(desk.stored()).toMatchObject([{ state: 'DONE' }]);
  });

  it('after a refusal reads the invoice first, and sends once with the same key', async () => {
    const desk = openDesk();
    desk.erp.onWriteOff = inOrder(
      () => refused,
      () => ({ outcome: 'accepted', detail: '' }),
    );
    const id = await desk.pay();
    expect(desk.stored()).toMatchObject([{ state: 'MANUAL' }]);
    const { reads } = desk.erp;
    expect(desk.records.retryWriteOff(id)).toBe('done');
    expect(desk.stored()).toMatchObject([{ state: 'PENDING', sends: 0 }]);
    await desk.clock.advance(0);
    expect(desk.erp.reads).toBe(reads + 1);
    expect(desk.erp.sends.map(({ idempotencyKey }) => idempotencyKey)).toEqual([id, id]);
    expect(desk.stored()).toMatchObject([{ state: 'DONE', sends: 1 }]);
    expect(desk.records.retryWriteOff(id)).toBe('gone');
  });

  it('after a refusal of a repeat looks for proof of the send before it, for a whole window', async () => {
    const desk = openDesk();
    desk.erp.onWriteOff = inOrder(
      () => unknown,
      () => refused,
      () => ({ outcome: 'accepted', detail: '' }),
    );
    const id = await desk.pay();
    await desk.clock.advance(11 * minute);
    expect(desk.stored()).toMatchObject([{ state: 'MANUAL', sends: 2 }]);
    desk.records.retryWriteOff(id);
    expect(desk.stored()).toMatchObject([{ state: 'UNKNOWN', sends: 1 }]);
    await desk.clock.advance(9 * minute);
    expect(desk.erp.sends).toHaveLength(2);
    await desk.clock.advance(2 * minute);
    expect(desk.erp.sends).toHaveLength(3);
    expect(desk.stored()).toMatchObject([{ state: 'DONE' }]);
  });

  it('of one without proof finds the late proof and sends nothing', async () => {
    const desk = openDesk({ repeat: 'never' });
    desk.erp.onWriteOff = () => unknown;
    const id = await desk.pay();
    await desk.clock.advance(hour);
    expect(desk.stored()).toMatchObject([{ state: 'MANUAL', sends: 1 }]);
    desk.erp.writeOff(invoiceId);
    desk.records.retryWriteOff(id);
    await desk.clock.advance(minute);
    expect(desk.stored()).toMatchObject([{ state: 'DONE_BY_RECONCILIATION' }]);
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('of one without proof never sends where the rule says never', async () => {
    const desk = openDesk({ repeat: 'never' });
    desk.erp.onWriteOff = () => unknown;
    const id = await desk.pay();
    for (let count = 0; count < 5; count += 1) {
      await desk.clock.advance(hour);
      expect(desk.stored()).toMatchObject([{ state: 'MANUAL' }]);
      expect(desk.records.retryWriteOff(id)).toBe('done');
    }
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('of one found settled meanwhile leaves it to the person, who may have settled it', async () => {
    const desk = openDesk();
    desk.erp.onWriteOff = () => refused;
    const id = await desk.pay();
    desk.erp.settle(invoiceId);
    desk.records.retryWriteOff(id);
    await desk.clock.advance(minute);
    expect(desk.stored()).toMatchObject([{ state: 'MANUAL' }]);
    expect(desk.alarms()).toContainEqual(expect.objectContaining({ code: 'WRITE-OFF-SETTLED-ELSEWHERE' }));
    expect(desk.events()).not.toContain('refund-due');
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('of what must be given back is not done', async () => {
    const desk = openDesk();
    desk.erp.settle(invoiceId);
    const id = await desk.pay();
    await desk.clock.advance(minute);
    expect(desk.stored()).toMatchObject([{ state: 'REFUND_DUE' }]);
    expect(desk.records.retryWriteOff(id)).toBe('failed');
    expect(desk.records.retryWriteOff('unknown')).toBe('gone');
  });

  it('is taken up by the next run, should this one end', async () => {
    const desk = openDesk();
    desk.erp.onWriteOff = () => refused;
    const id = await desk.pay();
    await desk.queue.stop();
    expect(desk.records.retryWriteOff(id)).toBe('done');
    const next = openDesk({}, openTill({ database: desk.database }));
    next.queue.resume();
    await next.clock.advance(0);
    expect(next.stored()).toMatchObject([{ state: 'DONE' }]);
  });
});

describe('a late payment', () => {
  it('is written off when a person says so and nobody else paid', async () => {
    const desk = openDesk();
    const id = desk.payLate();
    await desk.clock.advance(hour);
    expect(desk.erp.sends).toEqual([]);
    expect(desk.records.retryWriteOff(id)).toBe('done');
    await desk.clock.advance(0);
    expect(desk.stored()).toMatchObject([{ state: 'DONE' }]);
  });

  it('is not sent while another payment of the invoice is on its way, nor after it is through', async () => {
    const desk = openDesk();
    const first = awaiting(desk.journal);
    const expired = desk.journal.markExpired(first);
    desk.erp.onWriteOff = () => unknown;
    await desk.pay();
    desk.journal.markPaid(expired, [payment()]);
    const late = only(desk.writeOffs.listOf(expired.id)).id;
    expect(desk.records.retryWriteOff(late)).toBe('failed');
    desk.erp.writeOff(invoiceId, { statement: true });
    await desk.clock.advance(hour);
    expect(desk.stored()).toMatchObject([{ state: 'DONE_BY_RECONCILIATION' }, { state: 'MANUAL' }]);
    // Even if the ERP lists it as open again.
    desk.erp.open.set(invoiceId, invoice());
    expect(desk.records.retryWriteOff(late)).toBe('failed');
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('that was taken up and is unknown makes the next payment of the invoice wait', async () => {
    const desk = openDesk();
    const expired = desk.journal.markExpired(awaiting(desk.journal));
    const live = awaiting(desk.journal);
    desk.journal.markPaid(expired, [payment()]);
    desk.erp.onWriteOff = () => unknown;
    desk.records.retryWriteOff(only(desk.writeOffs.listOf(expired.id)).id);
    await desk.clock.advance(0);
    desk.journal.markPaid(live, [payment()]);
    desk.queue.add(live.id);
    await desk.clock.advance(5 * minute);
    expect(desk.erp.sends).toHaveLength(1);
    desk.erp.writeOff(invoiceId);
    await desk.clock.advance(hour);
    expect(desk.erp.sends).toHaveLength(1);
    expect(desk.stored()).toMatchObject([{ state: 'DONE_BY_RECONCILIATION' }, { state: 'REFUND_DUE' }]);
  });

  it('of an invoice that only has the same number in another ERP is nobody’s rival', async () => {
    const desk = openDesk();
    const other = awaiting(desk.journal, { ...intent(), erp: 'outro' });
    desk.journal.markPaid(other, [payment()]);
    const late = desk.payLate();
    expect(desk.records.retryWriteOff(late)).toBe('done');
  });
});

describe('closing by hand', () => {
  it('takes it off the list, keeps how it ended, and lets the ERP say whether the invoice is open', async () => {
    const desk = openDesk();
    desk.erp.onWriteOff = () => refused;
    const id = await desk.pay();
    const erp = intent().erp;
    expect(desk.writeOffs.isPaidHere(erp, invoiceId)).toBe(true);
    expect(desk.records.settleWriteOff(id, 'baixada à mão por Fulana')).toBe('done');
    expect(desk.stored()).toEqual([
      {
        state: 'MANUAL',
        sends: 1,
        handled_at: desk.clock.wallTime(),
        handled_reason: 'baixada à mão por Fulana',
      },
    ]);
    expect(desk.records.listWriteOffItems().items).toEqual([]);
    expect(desk.writeOffs.isPaidHere(erp, invoiceId)).toBe(false);
    expect(only(desk.records.findCharges('', 0, 'America/Sao_Paulo').charges).writeOffs).toEqual([
      'SETTLED_BY_HAND',
    ]);
    const told = JSON.stringify([desk.log, desk.events(), desk.alarms()]);
    expect(told).not.toContain('Fulana');
  });

  it('is final: neither tried nor closed again', async () => {
    const desk = openDesk();
    desk.erp.onWriteOff = () => refused;
    const id = await desk.pay();
    desk.records.settleWriteOff(id, 'feito');
    expect(desk.records.retryWriteOff(id)).toBe('gone');
    expect(desk.records.settleWriteOff(id, 'outra vez')).toBe('gone');
    expect(desk.stored()).toMatchObject([{ handled_reason: 'feito' }]);
    desk.queue.resume();
    desk.queue.tryNow(id);
    await desk.clock.advance(hour);
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('is refused for what is still on its way', async () => {
    const desk = openDesk();
    desk.erp.onWriteOff = () => unknown;
    const id = await desk.pay();
    expect(desk.records.settleWriteOff(id, 'não quero esperar')).toBe('failed');
    expect(desk.stored()).toMatchObject([{ state: 'UNKNOWN', handled_at: null }]);
    expect(desk.records.settleWriteOff('unknown', 'nada')).toBe('gone');
  });

  it('can be done to what nobody works on, because the settings no longer name its ERP', async () => {
    const desk = openDesk();
    desk.erpGone = true;
    const id = await desk.pay();
    expect(desk.stored()).toMatchObject([{ state: 'PENDING' }]);
    expect(desk.records.settleWriteOff(id, 'ERP antigo, baixada lá')).toBe('done');
    expect(desk.stored()).toMatchObject([{ state: 'MANUAL', sends: 0 }]);
    desk.erpGone = false;
    desk.queue.resume();
    await desk.clock.advance(hour);
    expect(desk.erp.sends).toEqual([]);
  });

  it('closes a payment of a wrong amount, which never had a write-off', () => {
    const desk = openDesk();
    const { id } = desk.journal.markPaid(awaiting(desk.journal), [payment(1)]);
    expect(desk.records.listWriteOffItems().items).toEqual([
      {
        id,
        chargeId: id,
        erp: intent().erp,
        invoiceId,
        amountCents: 1,
        state: 'REFUND_DUE',
        detail: 'wrong amount',
        paidAt: Date.parse(payment().paidAt),
        sends: 0,
      },
    ]);
    expect(desk.records.retryWriteOff(id)).toBe('gone');
    expect(desk.records.settleWriteOff(id, 'devolvido')).toBe('done');
    expect(desk.records.settleWriteOff(id, 'devolvido')).toBe('gone');
    expect(desk.records.listWriteOffItems().items).toEqual([]);
    expect(desk.journal.find(id)?.state).toBe('REFUND_DUE');
  });
});

describe('the list of what is not through', () => {
  it('has ids, amounts and states, whoever was paid first at the top, and nothing that is through', async () => {
    const desk = openDesk();
    desk.erp.onWriteOff = () => unknown;
    const id = await desk.pay();
    const since = desk.clock.wallTime();
    await desk.clock.advance(20 * minute);
    const [item, ...more] = desk.records.listWriteOffItems().items;
    expect(more).toEqual([]);
    expect(item).toMatchObject({ id, invoiceId, amountCents: 9_990, state: 'UNKNOWN', detail: 'time-out' });
    expect(item?.sends).toBeGreaterThan(1);
    // Repeats do not make it younger.
    expect(desk.records.listWriteOffItems().oldestUnknownSince).toBe(since);
    expect(JSON.stringify(item)).not.toMatch(/52998224725|Maria/);
    desk.erp.writeOff(invoiceId);
    await desk.clock.advance(7 * hour);
    expect(desk.records.listWriteOffItems()).toEqual({ items: [] });
  });
});
