import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import type { WriteOffAnswer } from '../../../src-main/domain/write-off.ts';
import type { WriteOffRules } from '../../../src-main/payment/repeat-rule.ts';
import { createSettlementProof } from '../../../src-main/payment/settlement-proof.ts';
import type { WriteOff } from '../../../src-main/payment/write-off-journal.ts';
import { WriteOffQueue } from '../../../src-main/payment/write-off-queue.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase, sickDatabase } from '../storage/temporary-database.ts';
import { FakeErp, inOrder } from './fake-erp.ts';
import {
  customer,
  document,
  invoice,
  invoiceId,
  openTill,
  paid,
  payment,
  proofRules,
  unreachable,
} from './till.ts';

const stateRow = z.object({ state: z.string() });
const minute = 60_000;
const usual: WriteOffRules = { repeat: 'after-window', settleWindowMs: 10 * minute, ...proofRules };

interface Options {
  readonly rules?: Partial<WriteOffRules>;
  readonly erp?: FakeErp;
  readonly database?: Database;
  readonly onChange?: (writeOff: WriteOff) => void;
}

/** A queue over a real journal; `clock` stands at the beginning of a process. */
function openQueue(options: Options = {}) {
  const { erp = new FakeErp() } = options;
  const till = openTill({
    clock: new ManualClock(),
    ...(options.database && { database: options.database }),
  });
  const rules = { ...usual, ...options.rules };
  const proof = createSettlementProof(erp, till.clock, rules);
  const queue = new WriteOffQueue({
    charges: till.journal,
    writeOffs: till.writeOffs,
    findErp: (id) => (id === 'principal' ? { ledger: erp, proof, rules } : undefined),
    raiseAlarm: till.raiseAlarm,
    clock: till.clock,
    log: till.log,
    random: () => 0.5,
    onChange: options.onChange ?? (() => undefined),
  });
  return {
    ...till,
    erp,
    queue,
    /** A paid charge whose write-offs the queue takes up. */
    pay(): string {
      const { id } = paid(till.journal);
      queue.add(id);
      return id;
    },
    state: () => till.database.all('SELECT state FROM write_offs', stateRow).map(({ state }) => state)[0],
  };
}

const accepted: WriteOffAnswer = { outcome: 'accepted', detail: 'ok' };
const unknown: WriteOffAnswer = { outcome: 'unknown', detail: 'time-out' };
const notSent: WriteOffAnswer = { outcome: 'not-sent', detail: 'ECONNREFUSED' };

describe('a paid charge', () => {
  it('is written off at once: read, sent once, done', async () => {
    const ended: string[] = [];
    const desk = openQueue({ onChange: ({ state }) => ended.push(state) });
    const chargeId = desk.pay();
    await desk.clock.advance(0);
    const [writeOff] = desk.writeOffs.listOf(chargeId);
    expect(writeOff).toMatchObject({ state: 'DONE', sends: 1 });
    const [sent] = desk.erp.sends;
    expect(sent).toMatchObject({ customerErpId: customer.erpId, invoiceId, document });
    expect(sent?.idempotencyKey).toBe(writeOff?.id);
    expect(desk.erp.sends).toHaveLength(1);
    expect(desk.erp.reads).toBe(1);
    expect(ended).toEqual(['SENT', 'DONE']);
    expect(desk.events()).toEqual(['charge-created', 'charge-paid', 'write-off-done']);
    expect(desk.clock.pending).toBe(0);
  });

  it('is on disk as SENT before the request leaves', async () => {
    const desk = openQueue();
    let seen: unknown;
    desk.erp.onWriteOff = () => {
      seen = desk.state();
      return accepted;
    };
    desk.pay();
    await desk.clock.advance(0);
    expect(seen).toBe('SENT');
  });

  it('is sent nothing for what the ERP settles itself', async () => {
    const desk = openQueue();
    const { id } = paid(desk.journal, { source: 'erp-pix' });
    desk.queue.add(id);
    await desk.clock.advance(24 * 60 * minute);
    expect(desk.erp.sends).toEqual([]);
    expect(desk.erp.reads).toBe(0);
  });

  it('of several invoices sends one write-off for each, with a key of its own', async () => {
    const desk = openQueue({ erp: new FakeErp(invoice({ id: '1' }), invoice({ id: '2' })) });
    const { id } = paid(desk.journal, {
      invoices: ['1', '2'].map((each) => ({
        invoiceId: each,
        amountCents: 4_995,
        description: '',
        dueDate: '2026-12-11',
      })),
    });
    desk.queue.add(id);
    await desk.clock.advance(0);
    expect(desk.erp.writtenOff).toEqual(['1', '2']);
    expect(new Set(desk.erp.sends.map((send) => send.idempotencyKey)).size).toBe(2);
  });

  it('taken up twice is sent once, and watched by one timer', async () => {
    const desk = openQueue({ rules: { repeat: 'safe' } });
    desk.erp.onWriteOff = () => unknown;
    const chargeId = desk.pay();
    desk.queue.add(chargeId);
    desk.queue.resume();
    expect(desk.clock.pending).toBe(1);
    await desk.clock.advance(0);
    expect(desk.erp.sends).toHaveLength(1);
    expect(desk.clock.pending).toBe(1);
  });
});

describe('gone from the ERP before the first send', () => {
  it('with a statement row: the money must go back, with an alarm, and nothing is sent', async () => {
    const desk = openQueue();
    desk.erp.settle(invoiceId);
    const chargeId = desk.pay();
    await desk.clock.advance(0);
    expect(desk.state()).toBe('REFUND_DUE');
    expect(desk.alarms()).toEqual([{ code: 'WRITE-OFF-SETTLED-ELSEWHERE', chargeId, invoiceId }]);
    expect(desk.events().at(-1)).toBe('refund-due');
    expect(desk.erp.sends).toEqual([]);
  });

  it('without one: only after two sound absences an interval apart', async () => {
    const desk = openQueue();
    desk.erp.settle(invoiceId, { statement: false });
    desk.pay();
    await desk.clock.advance(usual.proofIntervalMs - 1);
    expect(desk.state()).toBe('PENDING');
    await desk.clock.advance(1);
    expect(desk.state()).toBe('REFUND_DUE');
    expect(desk.erp.sends).toEqual([]);
  });

  it('for one read only: it is sent when it is there again', async () => {
    const desk = openQueue();
    desk.erp.open.clear();
    desk.pay();
    await desk.clock.advance(0);
    desk.erp.open.set(invoiceId, invoice());
    await desk.clock.advance(usual.proofIntervalMs);
    expect(desk.state()).toBe('DONE');
    expect(desk.erp.writtenOff).toEqual([invoiceId]);
  });

  it('because the ERP lost the customer: nothing is decided', async () => {
    const desk = openQueue();
    desk.erp.open.clear();
    desk.erp.customer = undefined;
    desk.pay();
    await desk.clock.advance(60 * minute);
    expect(desk.state()).toBe('PENDING');
    expect(desk.alarms()).toEqual([]);
  });
});

describe('the first answer', () => {
  it.each([
    ['already-settled', 'REFUND_DUE', 'WRITE-OFF-SETTLED-ELSEWHERE', 'refund-due'],
    ['refused', 'MANUAL', 'WRITE-OFF-REFUSED', 'write-off-manual'],
  ] as const)('%s means %s, with an alarm and no repeat', async (outcome, state, code, event) => {
    const desk = openQueue({ rules: { repeat: 'safe' } });
    desk.erp.onWriteOff = () => ({ outcome, detail: 'the words of the ERP' });
    const chargeId = desk.pay();
    await desk.clock.advance(24 * 60 * minute);
    expect(desk.state()).toBe(state);
    expect(desk.alarms()).toEqual([{ code, chargeId, invoiceId }]);
    expect(desk.events().at(-1)).toBe(event);
    expect(desk.erp.sends).toHaveLength(1);
    expect(desk.clock.pending).toBe(0);
  });

  it('not-sent leaves it pending, and it is tried again less and less often', async () => {
    const desk = openQueue();
    desk.erp.onWriteOff = () => notSent;
    const chargeId = desk.pay();
    await desk.clock.advance(0);
    expect(desk.writeOffs.listOf(chargeId)).toMatchObject([{ state: 'PENDING', sends: 0 }]);

    await desk.clock.advance(60 * minute);
    // 2 s, 4 s, 8 s … and every 5 minutes: some twenty tries, not one every two seconds.
    expect(desk.erp.sends.length).toBeGreaterThan(10);
    expect(desk.erp.sends.length).toBeLessThan(30);
    desk.erp.onWriteOff = () => accepted;
    await desk.clock.advance(5 * minute);
    expect(desk.writeOffs.listOf(chargeId)).toMatchObject([{ state: 'DONE', sends: 1 }]);
    expect(new Set(desk.erp.sends.map((send) => send.idempotencyKey)).size).toBe(1);
  });

  it('that says how long to wait is waited for', async () => {
    const desk = openQueue({ rules: { repeat: 'safe' } });
    desk.erp.onWriteOff = () => ({ ...unknown, retryAfterMs: 20 * minute });
    desk.pay();
    await desk.clock.advance(20 * minute - 1);
    expect(desk.erp.reads).toBe(1);
    await desk.clock.advance(1);
    expect(desk.erp.reads).toBe(2);
    expect(desk.erp.sends).toHaveLength(2);
  });
});

describe('an unknown fate', () => {
  /** A write-off whose answer is lost; `acts` says what the ERP did with it. */
  async function lost(options: Options & { readonly acts?: () => void } = {}) {
    const desk = openQueue(options);
    desk.erp.onWriteOff = inOrder(
      () => {
        options.acts?.();
        return unknown;
      },
      () => {
        desk.erp.writeOff(invoiceId);
        return accepted;
      },
    );
    const chargeId = desk.pay();
    await desk.clock.advance(0);
    expect(desk.state()).toBe('UNKNOWN');
    return { ...desk, chargeId };
  }

  it('is closed by a statement row, without a second send', async () => {
    const erp = new FakeErp();
    const desk = await lost({ erp, acts: () => erp.writeOff(invoiceId) });
    await desk.clock.advance(usual.proofIntervalMs);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
    expect(desk.erp.sends).toHaveLength(1);
    expect(desk.alarms()).toEqual([]);
    expect(desk.events().at(-1)).toBe('write-off-done');
  });

  it('is closed by two absences an interval apart, not by one', async () => {
    const erp = new FakeErp();
    const desk = await lost({ erp, acts: () => erp.writeOff(invoiceId, { statement: false }) });
    await desk.clock.advance(usual.proofIntervalMs);
    expect(desk.state()).toBe('UNKNOWN');
    await desk.clock.advance(usual.proofIntervalMs);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('is left alone for the window: an ERP that acts minutes later is sent nothing again', async () => {
    const desk = await lost();
    await desk.clock.advance(9 * minute);
    expect(desk.erp.sends).toHaveLength(1);
    desk.erp.writeOff(invoiceId);
    await desk.clock.advance(minute);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
    expect(desk.erp.writtenOff).toEqual([invoiceId]);
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('after-window: still open after the window is sent again with the same key', async () => {
    const desk = await lost();
    await desk.clock.advance(10 * minute + usual.proofIntervalMs);
    expect(desk.state()).toBe('DONE');
    expect(desk.erp.sends).toHaveLength(2);
    expect(new Set(desk.erp.sends.map((send) => send.idempotencyKey)).size).toBe(1);
  });

  it('safe: still open is sent again at the first look', async () => {
    const desk = await lost({ rules: { repeat: 'safe' } });
    await desk.clock.advance(usual.proofIntervalMs);
    expect(desk.state()).toBe('DONE');
    expect(desk.erp.sends).toHaveLength(2);
  });

  it('safe: proven is not sent again', async () => {
    const erp = new FakeErp();
    const desk = await lost({ erp, rules: { repeat: 'safe' }, acts: () => erp.writeOff(invoiceId) });
    await desk.clock.advance(usual.proofIntervalMs);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('never: still open after the window is for a person, with an alarm', async () => {
    const desk = await lost({ rules: { repeat: 'never' } });
    await desk.clock.advance(10 * minute - 1);
    expect(desk.state()).toBe('UNKNOWN');
    await desk.clock.advance(usual.proofIntervalMs + 1);
    expect(desk.state()).toBe('MANUAL');
    expect(desk.alarms()).toEqual([{ code: 'WRITE-OFF-UNPROVEN', chargeId: desk.chargeId, invoiceId }]);
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('never: proven within the window needs no person', async () => {
    const desk = await lost({ rules: { repeat: 'never' } });
    desk.erp.writeOff(invoiceId);
    await desk.clock.advance(minute);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
    expect(desk.alarms()).toEqual([]);
  });

  it('is done when the ERP tells our repeat that it was settled already', async () => {
    const desk = await lost({ rules: { repeat: 'safe' } });
    desk.erp.onWriteOff = () => ({ outcome: 'already-settled', detail: 'já baixada' });
    await desk.clock.advance(usual.proofIntervalMs);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
    expect(desk.alarms()).toEqual([]);
  });

  it('stays unknown when the repeat was never sent, and the repeat still counts as one', async () => {
    const desk = await lost({ rules: { repeat: 'safe' } });
    desk.erp.onWriteOff = inOrder(
      () => notSent,
      () => ({ outcome: 'already-settled', detail: 'já baixada' }),
    );
    await desk.clock.advance(usual.proofIntervalMs);
    expect(desk.writeOffs.listOf(desk.chargeId)).toMatchObject([{ state: 'UNKNOWN', sends: 1 }]);
    await desk.clock.advance(minute);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
  });

  it('is not decided while the ERP cannot be read, however long', async () => {
    const desk = await lost({ rules: { repeat: 'never' } });
    desk.erp.trouble.set('invoices', unreachable);
    await desk.clock.advance(72 * 60 * minute);
    expect(desk.state()).toBe('UNKNOWN');
    expect(desk.erp.sends).toHaveLength(1);
  });

  it.each(['safe', 'after-window'] as const)(
    '%s: an ERP that never answers in words we know ends with a person, not with a flood',
    async (repeat) => {
      const desk = await lost({ rules: { repeat } });
      desk.erp.onWriteOff = () => ({ outcome: 'unknown', detail: 'Processando' });
      await desk.clock.advance(7 * 24 * 60 * minute);
      expect(desk.state()).toBe('MANUAL');
      expect(desk.alarms()).toEqual([{ code: 'WRITE-OFF-UNPROVEN', chargeId: desk.chargeId, invoiceId }]);
      expect(desk.erp.sends.length).toBeGreaterThan(3);
      expect(desk.erp.sends.length).toBeLessThan(20);
    },
  );
});

describe('an ERP in trouble before the first send', () => {
  const overloaded: RemoteFailure = {
    kind: 'server-error',
    status: 503,
    detail: 'status 503',
    retryAfterMs: 15 * minute,
  };

  it.each([
    unreachable,
    { kind: 'no-answer', detail: 'time-out' },
    { kind: 'malformed', detail: 'HTML' },
    { kind: 'refused', status: 401, detail: 'status 401' },
  ] as const)('that is $kind is asked again for days, and less and less', async (trouble) => {
    const desk = openQueue();
    desk.erp.trouble.set('invoices', trouble);
    desk.pay();
    await desk.clock.advance(60 * minute);
    expect(desk.erp.reads).toBeLessThan(30);
    await desk.clock.advance(3 * 24 * 60 * minute);
    expect(desk.state()).toBe('PENDING');
    desk.erp.trouble.clear();
    await desk.clock.advance(6 * minute);
    expect(desk.state()).toBe('DONE');
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('that says when to come back is not asked before', async () => {
    const desk = openQueue();
    desk.erp.trouble.set('invoices', overloaded);
    desk.pay();
    await desk.clock.advance(0);
    desk.erp.trouble.clear();
    await desk.clock.advance(15 * minute - 1);
    expect(desk.erp.reads).toBe(1);
    await desk.clock.advance(1);
    expect(desk.state()).toBe('DONE');
  });

  it.each([3_600_000, -3_600_000, 31_536_000_000, -31_536_000_000])(
    'is waited for the same when the clock is moved by %i ms',
    async (jump) => {
      const desk = openQueue();
      desk.erp.trouble.set('invoices', overloaded);
      desk.pay();
      await desk.clock.advance(0);
      desk.erp.trouble.clear();
      desk.clock.setWallTime(desk.clock.wallTime() + jump);
      await desk.clock.advance(15 * minute - 1);
      expect(desk.erp.reads).toBe(1);
      await desk.clock.advance(1);
      expect(desk.state()).toBe('DONE');
    },
  );
});

describe('after a restart', () => {
  /** A process that died while the request was in flight, and what it left on disk. */
  async function diedInFlight(acts: (erp: FakeErp) => void = () => undefined) {
    const database = openTemporaryDatabase();
    const erp = new FakeErp();
    const first = openQueue({ database, erp });
    erp.onWriteOff = () => {
      acts(erp);
      return new Promise(() => undefined);
    };
    first.pay();
    await first.clock.advance(0);
    expect(first.state()).toBe('SENT');
    erp.onWriteOff = () => {
      erp.writeOff(invoiceId);
      return accepted;
    };
    return { database, erp };
  }

  it('finds out that it was done, and sends nothing', async () => {
    const second = openQueue(await diedInFlight((erp) => erp.writeOff(invoiceId)));
    second.queue.resume();
    await second.clock.advance(0);
    expect(second.state()).toBe('DONE_BY_RECONCILIATION');
    expect(second.erp.sends).toHaveLength(1);
  });

  it('counts the window anew: nobody knows how long it was off', async () => {
    const second = openQueue(await diedInFlight());
    second.queue.resume();
    await second.clock.advance(10 * minute - 1);
    expect(second.erp.sends).toHaveLength(1);
    await second.clock.advance(usual.proofIntervalMs + 1);
    expect(second.state()).toBe('DONE');
    expect(second.erp.sends).toHaveLength(2);
    expect(second.erp.writtenOff).toEqual([invoiceId]);
    expect(new Set(second.erp.sends.map((send) => send.idempotencyKey)).size).toBe(1);
  });

  it('takes up what was pending', async () => {
    const database = openTemporaryDatabase();
    paid(openTill({ database }).journal);
    const second = openQueue({ database });
    second.queue.resume();
    await second.clock.advance(0);
    expect(second.state()).toBe('DONE');
  });

  it('takes up everything although the disk takes nothing yet, and goes on when it does', async () => {
    const { database, erp } = await diedInFlight();
    let full = true;
    const sick = sickDatabase(database, (sql) => full && sql.startsWith('UPDATE write_offs'));
    const second = openQueue({ database: sick, erp });
    expect(() => second.queue.resume()).not.toThrow();
    await second.clock.advance(minute);
    full = false;
    await second.clock.advance(20 * minute);
    expect(second.state()).toBe('DONE');
    expect(erp.writtenOff).toEqual([invoiceId]);
  });
});

describe('a sick disk or listener', () => {
  it('that does not take the intent to send: nothing leaves', async () => {
    const database = openTemporaryDatabase();
    let full = true;
    const desk = openQueue({
      database: sickDatabase(database, (sql) => full && sql.startsWith('UPDATE write_offs')),
    });
    desk.pay();
    await desk.clock.advance(60 * minute);
    expect(desk.erp.sends).toEqual([]);
    expect(desk.state()).toBe('PENDING');
    full = false;
    await desk.clock.advance(5 * minute);
    expect(desk.state()).toBe('DONE');
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('that does not take the answer: what the ERP does late is awaited for the whole window', async () => {
    const database = openTemporaryDatabase();
    const erp = new FakeErp();
    let full = false;
    const desk = openQueue({
      database: sickDatabase(database, (sql) => full && sql.startsWith('UPDATE write_offs')),
      erp,
    });
    // The ERP was away for hours, so that the row is old when it is first sent.
    erp.trouble.set('invoices', unreachable);
    desk.pay();
    await desk.clock.advance(120 * minute);
    erp.trouble.clear();
    erp.onWriteOff = () => {
      full = true;
      return unknown;
    };
    await desk.clock.advance(6 * minute);
    expect(desk.state()).toBe('SENT');
    full = false;

    // Nine minutes after the send the ERP has still not acted; then it does.
    await desk.clock.advance(3 * minute);
    expect(erp.sends).toHaveLength(1);
    erp.writeOff(invoiceId);
    await desk.clock.advance(30 * minute);
    expect(erp.sends).toHaveLength(1);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
  });

  it('that does not take "done": it is proven later, not sent again', async () => {
    const database = openTemporaryDatabase();
    let full = false;
    const desk = openQueue({
      database: sickDatabase(database, (sql) => full && sql.startsWith('INSERT INTO events')),
    });
    desk.pay();
    full = true;
    await desk.clock.advance(minute);
    expect(desk.state()).toBe('SENT');
    expect(desk.erp.writtenOff).toEqual([invoiceId]);
    full = false;
    await desk.clock.advance(20 * minute);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
    expect(desk.erp.sends).toHaveLength(1);
  });

  it('a listener that throws stops neither this write-off nor the next', async () => {
    const desk = openQueue({
      erp: new FakeErp(invoice(), invoice({ id: '2' })),
      onChange: () => {
        throw new Error('the screen is gone');
      },
    });
    desk.pay();
    await desk.clock.advance(0);
    const { id } = paid(desk.journal, {
      invoices: [{ invoiceId: '2', amountCents: 9_990, description: '', dueDate: '2026-12-11' }],
    });
    desk.queue.add(id);
    await desk.clock.advance(0);
    expect(desk.erp.writtenOff).toEqual([invoiceId, '2']);
    expect(desk.writeOffs.listOpen()).toEqual([]);
    await desk.clock.advance(30 * minute);
    expect(desk.erp.sends).toHaveLength(2);
  });

  it('a journal that cannot be read when a charge is paid: it is taken up all the same', async () => {
    const database = openTemporaryDatabase();
    let blind = false;
    const desk = openQueue({
      database: sickDatabase(database, (sql) => blind && sql.includes('FROM write_offs')),
    });
    const { id } = paid(desk.journal);
    blind = true;
    expect(() => desk.queue.add(id)).not.toThrow();
    blind = false;
    await desk.clock.advance(10 * minute);
    expect(desk.state()).toBe('DONE');
  });
});

describe('stopping', () => {
  it('waits for the request in flight, writes its outcome down, and leaves no timer', async () => {
    const desk = openQueue({ erp: new FakeErp(invoice(), invoice({ id: '2' })) });
    let answer: (value: WriteOffAnswer) => void = () => undefined;
    desk.erp.onWriteOff = () => new Promise((resolve) => (answer = resolve));
    desk.pay();
    await desk.clock.advance(0);
    const { id } = paid(desk.journal, {
      invoices: [{ invoiceId: '2', amountCents: 9_990, description: '', dueDate: '2026-12-11' }],
    });
    desk.queue.add(id);
    const stopped = desk.queue.stop();
    answer(accepted);
    await stopped;
    expect(desk.state()).toBe('DONE');
    expect(desk.clock.pending).toBe(0);
    await desk.clock.advance(60 * minute);
    expect(desk.erp.sends).toHaveLength(1);
    expect(desk.writeOffs.listOf(id)).toMatchObject([{ state: 'PENDING' }]);
  });

  it('leaves no timer of a row that is waiting', async () => {
    const desk = openQueue();
    desk.erp.trouble.set('invoices', unreachable);
    desk.pay();
    await desk.clock.advance(minute);
    await desk.queue.stop();
    expect(desk.clock.pending).toBe(0);
  });
});

describe('where absence proves nothing', () => {
  const rules: Partial<WriteOffRules> = { proofBy: ['statement'] };

  it('gone before the first send: the money goes back, as anywhere', async () => {
    const desk = openQueue({ rules });
    desk.erp.open.clear();
    desk.pay();
    await desk.clock.advance(2 * minute);
    expect(desk.state()).toBe('REFUND_DUE');
    expect(desk.erp.sends).toEqual([]);
  });

  it.each(['safe', 'after-window', 'never'] as const)(
    'gone after a send of unknown fate, repeat %s: never sent again, a person decides after the window',
    async (repeat) => {
      const desk = openQueue({ rules: { ...rules, repeat } });
      desk.erp.onWriteOff = () => {
        desk.erp.settle(invoiceId, { statement: false });
        return unknown;
      };
      const chargeId = desk.pay();
      await desk.clock.advance(9 * minute);
      expect(desk.state()).toBe('UNKNOWN');
      await desk.clock.advance(2 * minute);
      expect(desk.state()).toBe('MANUAL');
      expect(desk.alarms()).toEqual([{ code: 'WRITE-OFF-UNPROVEN', chargeId, invoiceId }]);
      expect(desk.erp.sends).toHaveLength(1);
    },
  );

  it('proven later in the window after all', async () => {
    const desk = openQueue({ rules });
    desk.erp.onWriteOff = () => {
      desk.erp.settle(invoiceId, { statement: false });
      return unknown;
    };
    desk.pay();
    await desk.clock.advance(5 * minute);
    desk.erp.statement.push({ invoiceId, writtenOffOn: '2026-11-21' });
    await desk.clock.advance(2 * minute);
    expect(desk.state()).toBe('DONE_BY_RECONCILIATION');
  });
});

describe('what the ERP is told', () => {
  it('is the payment behind it, from the journal, and the same on every try of every run', async () => {
    const database = openTemporaryDatabase();
    const before = openQueue({ database });
    before.erp.onWriteOff = () => unknown;
    const charge = paid(before.journal, {
      amountCents: 9_990,
      invoices: [
        { invoiceId, writeOffId: 'W-1', amountCents: 9_990, description: '', dueDate: '2026-12-11' },
      ],
    });
    before.queue.add(charge.id);
    await before.clock.advance(0);
    await before.queue.stop();

    const after = openQueue({ database, erp: before.erp });
    after.queue.resume();
    await after.clock.advance(20 * minute);
    expect(before.erp.sends.length).toBeGreaterThan(1);
    const [first, ...repeats] = before.erp.sends;
    expect(first).toEqual({
      customerErpId: customer.erpId,
      invoiceId,
      writeOffId: 'W-1',
      document,
      payment: {
        method: 'pix',
        amountCents: 9_990,
        txid: charge.txid,
        endToEndId: payment().endToEndId,
        paidAt: payment().paidAt,
        terminalId: 'T01',
        createdAt: new Date(charge.createdAt).toISOString(),
      },
      idempotencyKey: before.writeOffs.listOf(charge.id)[0]?.id,
    });
    for (const repeat of repeats) expect(repeat).toEqual(first);
  });

  it('names the amount of its own invoice, not of the whole charge', async () => {
    const desk = openQueue({ erp: new FakeErp(invoice({ id: '1' }), invoice({ id: '2' })) });
    const { id } = paid(desk.journal, {
      amountCents: 300,
      invoices: [
        { invoiceId: '1', amountCents: 100, description: '', dueDate: '2026-12-11' },
        { invoiceId: '2', amountCents: 200, description: '', dueDate: '2026-12-11' },
      ],
    });
    desk.queue.add(id);
    await desk.clock.advance(0);
    expect(desk.erp.sends.map(({ invoiceId: each, payment: told }) => [each, told?.amountCents])).toEqual([
      ['1', 100],
      ['2', 200],
    ]);
  });
});

describe('a write-off for an ERP that the settings no longer name', () => {
  it('waits, with one alarm, and reaches no other ERP', async () => {
    const desk = openQueue();
    const charge = paid(desk.journal, { erp: 'outro' });
    desk.queue.add(charge.id);
    await desk.clock.advance(24 * 60 * minute);
    desk.queue.resume();
    await desk.clock.advance(minute);
    expect(desk.state()).toBe('PENDING');
    expect(desk.alarms()).toEqual([{ code: 'ERP-NOT-CONFIGURED', chargeId: charge.id, erp: 'outro' }]);
    expect([desk.erp.reads, desk.erp.sends]).toEqual([0, []]);
  });

  it('whose fate was unknown stays so', async () => {
    const desk = openQueue();
    const charge = paid(desk.journal, { erp: 'outro' });
    const [writeOff] = desk.writeOffs.listOf(charge.id);
    if (!writeOff) throw new Error('none');
    desk.writeOffs.markSent(writeOff);
    desk.queue.resume();
    await desk.clock.advance(60 * minute);
    expect(desk.state()).toBe('UNKNOWN');
  });
});

describe('a backlog', () => {
  it('of days offline goes out in the order of payment, one at a time, each once', async () => {
    const count = 60;
    const invoices = Array.from({ length: count }, (_, number) => invoice({ id: String(number) }));
    const erp = new FakeErp(...invoices);
    const desk = openQueue({ erp });
    erp.trouble.set('invoices', { kind: 'not-sent', detail: 'ECONNREFUSED' });
    for (const { id, dueCents } of invoices) {
      const charge = paid(desk.journal, {
        invoices: [{ invoiceId: id, amountCents: dueCents, description: '', dueDate: '2026-12-11' }],
      });
      desk.queue.add(charge.id);
    }
    await desk.clock.advance(72 * 60 * minute);
    // Every five minutes would be 864.
    expect(erp.reads).toBeLessThan(1_000);
    await desk.queue.stop();

    let atOnce = 0;
    let most = 0;
    erp.onWriteOff = async ({ invoiceId: id }) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      erp.writeOff(id);
      return accepted;
    };
    erp.trouble.clear();
    const next = openQueue({ erp, database: desk.database });
    next.queue.resume();
    // Each step takes several turns of the promises.
    for (let turn = 0; turn < count * 10 && erp.writtenOff.length < count; turn += 1)
      await next.clock.advance(0);
    expect(erp.writtenOff).toEqual(invoices.map(({ id }) => id));
    expect(erp.sends).toHaveLength(count);
    expect(most).toBe(1);
  });

  it('at one ERP keeps nobody of another waiting', async () => {
    const till = openTill({ clock: new ManualClock() });
    const away = new FakeErp(invoice({ id: '1' }));
    const there = new FakeErp(invoice({ id: '2' }));
    // It takes the request and never answers.
    away.onWriteOff = () => new Promise(() => undefined);
    const erps = new Map([
      ['principal', away],
      ['outro', there],
    ]);
    const queue = new WriteOffQueue({
      charges: till.journal,
      writeOffs: till.writeOffs,
      findErp: (id) => {
        const ledger = erps.get(id);
        return ledger && { ledger, rules: usual, proof: createSettlementProof(ledger, till.clock, usual) };
      },
      raiseAlarm: till.raiseAlarm,
      clock: till.clock,
      log: till.log,
      random: () => 0.5,
      onChange: () => undefined,
    });
    for (const [erp, id] of [
      ['principal', '1'],
      ['outro', '2'],
    ] as const) {
      const line = { invoiceId: id, amountCents: 9_990, description: '', dueDate: '2026-12-11' } as const;
      queue.add(paid(till.journal, { erp, invoices: [line] }).id);
    }
    await till.clock.advance(minute);
    expect(away.sends).toHaveLength(1);
    expect(there.writtenOff).toEqual(['2']);
  });
});
