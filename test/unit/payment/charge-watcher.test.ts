import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../src-main/domain/charge.ts';
import { ChargeWatcher } from '../../../src-main/payment/charge-watcher.ts';
import { LookLine } from '../../../src-main/payment/look-line.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase, sickDatabase } from '../storage/temporary-database.ts';
import { FakePsp } from './fake-psp.ts';
import { awaiting, created, openTill, payment, unreachable } from './till.ts';

const expiryMs = 600_000;
const graceMs = 5_000;
const hour = 3_600_000;

interface Options {
  readonly database?: Database;
  readonly psp?: FakePsp | undefined;
  readonly clock?: ManualClock;
  readonly onChange?: (charge: Charge) => void;
  readonly line?: LookLine;
}

function openWatcher(options: Options = {}) {
  const clock = options.clock ?? new ManualClock();
  const till = openTill({ clock, ...(options.database && { database: options.database }) });
  const psp = 'psp' in options ? options.psp : new FakePsp();
  const changes: string[] = [];
  const looked: boolean[] = [];
  const watcher = new ChargeWatcher({
    journal: till.journal,
    findProvider: () => psp,
    clock,
    log: till.log,
    random: () => 0.5,
    raiseAlarm: till.raiseAlarm,
    findLine: () => options.line,
    onMoreMoney: () => undefined,
    onChange: (charge) => {
      changes.push(charge.state);
      options.onChange?.(charge);
    },
    onLook: (_chargeId, worked) => looked.push(worked),
  });
  return {
    ...till,
    psp: psp ?? new FakePsp(),
    watcher,
    changes,
    looked,
    /** A charge whose QR is shown to somebody, known to the PSP and watched. */
    show(): Charge {
      const charge = awaiting(till.journal);
      psp?.charges.set(charge.txid, { status: 'awaiting', brCode: 'the QR text' });
      watcher.watch(charge, true);
      return charge;
    },
    state: (charge: Charge) => till.journal.find(charge.id)?.state,
  };
}

describe('the pace', () => {
  it('is quick while somebody stands there and slows down', async () => {
    const desk = openWatcher();
    desk.show();
    const looksAfter = async (ms: number) => {
      await desk.clock.advance(ms);
      return desk.psp.looks;
    };
    expect(await looksAfter(999)).toBe(0);
    expect(await looksAfter(1)).toBe(1);
    expect(await looksAfter(1_000)).toBe(2);
    expect(await looksAfter(2_999)).toBe(2);
    expect(await looksAfter(1)).toBe(3);
    expect(await looksAfter(30_000)).toBe(13);
    expect(desk.looked).toEqual(Array.from({ length: 13 }, () => true));
  });

  it('changes at once when the customer goes or comes back', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    await desk.clock.advance(2_000);
    desk.watcher.setAttended(charge, false);
    await desk.clock.advance(29_999);
    expect(desk.psp.looks).toBe(2);
    await desk.clock.advance(1);
    expect(desk.psp.looks).toBe(3);
    desk.watcher.setAttended(charge, true);
    await desk.clock.advance(2_000);
    expect(desk.psp.looks).toBe(5);
  });

  it('stays one look at a time when the customer goes and comes while one is under way', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    let release: () => void = () => undefined;
    desk.psp.hold = new Promise((resolve) => (release = resolve));
    await desk.clock.advance(1_000);
    expect(desk.psp.looks).toBe(1);
    for (const attended of [false, true, false, true]) desk.watcher.setAttended(charge, attended);
    release();
    desk.psp.hold = undefined;
    await desk.clock.advance(0);
    expect(desk.clock.pending).toBe(1);
    await desk.clock.advance(2_000);
    expect(desk.psp.looks).toBe(3);
  });

  it('slows down while the PSP is in trouble, tells of it, and never gives up', async () => {
    const desk = openWatcher();
    desk.show();
    desk.psp.lookTrouble = unreachable;
    await desk.clock.advance(10 * 60_000);
    expect(desk.psp.looks).toBeGreaterThan(8);
    expect(desk.psp.looks).toBeLessThan(30);
    expect(new Set(desk.looked)).toEqual(new Set([false]));
    const before = desk.psp.looks;
    await desk.clock.advance(2 * 60_000);
    expect(desk.psp.looks).toBeGreaterThan(before);
  });
});

describe('a payment', () => {
  it('is on disk and told once, and the watching ends', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    desk.psp.pay(charge.txid);
    await desk.clock.advance(1_000);
    expect(desk.journal.find(charge.id)).toMatchObject({ state: 'PAID', payment: payment() });
    expect(desk.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'PENDING' }]);
    expect(desk.changes).toEqual(['PAID']);
    expect(desk.clock.pending).toBe(0);
  });

  it('seen by two looks at once is one payment', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    desk.psp.pay(charge.txid);
    const seen = await Promise.all([desk.watcher.lookNow(charge), desk.watcher.lookNow(charge)]);
    expect(seen).toMatchObject([{ state: 'PAID' }, { state: 'PAID' }]);
    expect(desk.changes).toEqual(['PAID']);
  });

  it('of another amount is told as REFUND_DUE', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    desk.psp.pay(charge.txid, [payment(1)]);
    await desk.clock.advance(1_000);
    expect(desk.changes).toEqual(['REFUND_DUE']);
    expect(desk.clock.pending).toBe(0);
  });

  it('that the disk does not take is asked for again', async () => {
    const database = openTemporaryDatabase();
    let full = false;
    const desk = openWatcher({
      database: sickDatabase(database, (sql) => full && sql.startsWith('UPDATE charges')),
    });
    const charge = desk.show();
    desk.psp.pay(charge.txid);
    full = true;
    await desk.clock.advance(10_000);
    expect(desk.state(charge)).toBe('AWAITING');
    full = false;
    await desk.clock.advance(60_000);
    expect(desk.state(charge)).toBe('PAID');
    expect(desk.changes).toEqual(['PAID']);
  });

  it('is found although the journal could not be read for a while', async () => {
    const database = openTemporaryDatabase();
    let blind = false;
    const desk = openWatcher({ database: sickDatabase(database, () => blind) });
    const charge = desk.show();
    desk.psp.pay(charge.txid);
    blind = true;
    await desk.clock.advance(10_000);
    blind = false;
    await desk.clock.advance(60_000);
    expect(desk.state(charge)).toBe('PAID');
  });

  it('is taken although whoever listens throws', async () => {
    const desk = openWatcher({
      onChange: () => {
        throw new Error('the screen is gone');
      },
    });
    const charge = desk.show();
    desk.psp.pay(charge.txid);
    expect(await desk.watcher.lookNow(charge)).toMatchObject({ state: 'PAID' });
    expect(desk.clock.pending).toBe(0);
    expect(desk.log.codes).toEqual(['CHARGE-LISTENER-FAILED']);
  });
});

describe('expiry', () => {
  it('is believed only after a look past the deadline and its grace', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    await desk.clock.advance(expiryMs + graceMs - 1);
    expect(desk.state(charge)).toBe('AWAITING');
    await desk.clock.advance(1);
    expect(desk.state(charge)).toBe('EXPIRED');
    expect(desk.changes).toEqual(['EXPIRED']);
  });

  it('does not come before a payment that the last look finds', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    await desk.clock.advance(expiryMs + graceMs - 1);
    desk.psp.pay(charge.txid);
    await desk.clock.advance(1);
    expect(desk.state(charge)).toBe('PAID');
    expect(desk.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'PENDING' }]);
  });

  it('never comes while the PSP cannot be asked, and the payment is found when it can', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    await desk.clock.advance(60_000);
    desk.psp.pay(charge.txid);
    desk.psp.lookTrouble = unreachable;
    await desk.clock.advance(72 * hour);
    expect(desk.state(charge)).toBe('AWAITING');
    desk.psp.lookTrouble = undefined;
    await desk.clock.advance(75_000);
    expect(desk.state(charge)).toBe('PAID');
    expect(desk.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'PENDING' }]);
  });

  it('needs a look that began after it: one from before does not count', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    await desk.clock.advance(expiryMs);
    let release: () => void = () => undefined;
    desk.psp.hold = new Promise((resolve) => (release = resolve));
    await desk.clock.advance(graceMs + 10_000);
    desk.psp.pay(charge.txid);
    desk.psp.hold = undefined;
    release();
    await desk.clock.advance(1_000);
    expect(desk.state(charge)).toBe('PAID');
  });

  it.each([hour, -hour, 8_760 * hour, -8_760 * hour])(
    'is unmoved by a clock that jumps by %i ms',
    async (jump) => {
      const desk = openWatcher();
      const charge = desk.show();
      await desk.clock.advance(60_000);
      desk.clock.setWallTime(desk.clock.wallTime() + jump);
      const looks = desk.psp.looks;
      await desk.clock.advance(3_000);
      expect(desk.psp.looks).toBe(looks + 1);
      expect(desk.watcher.remainingMs(charge.id)).toBe(expiryMs - 63_000);
      await desk.clock.advance(expiryMs - 63_000 + graceMs - 1);
      expect(desk.state(charge)).toBe('AWAITING');
      await desk.clock.advance(1);
      expect(desk.state(charge)).toBe('EXPIRED');
    },
  );
});

describe('other ends', () => {
  it('taken away by the PSP: cancelled', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    desk.psp.charges.set(charge.txid, { status: 'cancelled' });
    await desk.clock.advance(1_000);
    expect(desk.changes).toEqual(['CANCELLED']);
    expect(desk.clock.pending).toBe(0);
  });

  it('vanished from the PSP: an alarm, once, and not before its time', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    desk.psp.charges.delete(charge.txid);
    await desk.clock.advance(60_000);
    expect(desk.state(charge)).toBe('AWAITING');
    expect(desk.alarms()).toEqual([{ code: 'CHARGE-VANISHED', chargeId: charge.id }]);
  });

  it('its account was taken out of the settings: an alarm, once, and nothing is decided', async () => {
    const desk = openWatcher({ psp: undefined });
    const charge = awaiting(desk.journal);
    desk.watcher.watch(charge, true);
    await desk.clock.advance(24 * hour);
    expect(desk.state(charge)).toBe('AWAITING');
    expect(desk.alarms()).toEqual([{ code: 'PIX-ACCOUNT-MISSING', chargeId: charge.id }]);
  });

  it('the ERP whose own PIX it is was taken out of the settings: the same, under its own name', async () => {
    const desk = openWatcher({ psp: undefined });
    const charge = awaiting(desk.journal, { source: 'erp-pix', erp: 'outro' });
    desk.watcher.watch(charge, true);
    await desk.clock.advance(24 * hour);
    expect(desk.state(charge)).toBe('AWAITING');
    expect(desk.alarms()).toEqual([{ code: 'ERP-NOT-CONFIGURED', chargeId: charge.id, erp: 'outro' }]);
  });

  it('settled by somebody else meanwhile: the watching just ends', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    desk.journal.markCancelled(charge);
    await desk.clock.advance(1_000);
    expect(desk.psp.looks).toBe(0);
    expect(desk.clock.pending).toBe(0);
  });
});

describe('after a restart', () => {
  /** What an earlier run left, `CREATED` or further, and a new process at the beginning of its time. */
  function restarted(left: 'CREATED' | 'REQUESTED' | 'AWAITING', psp = new FakePsp(), offMs = 0) {
    const database = openTemporaryDatabase();
    const before = openTill({ database });
    const intent = left === 'AWAITING' ? awaiting(before.journal) : created(before.journal);
    const charge = left === 'REQUESTED' ? before.journal.markRequested(intent) : intent;
    const clock = new ManualClock(before.clock.wallTime() + offMs);
    return { ...openWatcher({ database, psp, clock }), charge, psp };
  }

  it.each([
    ['CREATED', 'absent', 'CANCELLED'],
    ['REQUESTED', 'absent', 'CANCELLED'],
    ['REQUESTED', 'awaiting', 'AWAITING'],
    ['REQUESTED', 'paid', 'PAID'],
    ['AWAITING', 'awaiting', 'AWAITING'],
    ['AWAITING', 'paid', 'PAID'],
    ['AWAITING', 'cancelled', 'CANCELLED'],
  ] as const)('%s, and the PSP says %s: %s at once', async (left, says, state) => {
    const desk = restarted(left);
    const { txid } = desk.charge;
    if (says === 'paid') desk.psp.pay(txid);
    if (says === 'awaiting') desk.psp.charges.set(txid, { status: 'awaiting', brCode: 'the QR text' });
    if (says === 'cancelled') desk.psp.charges.set(txid, { status: 'cancelled' });
    desk.watcher.resume();
    await desk.clock.advance(0);
    expect(desk.journal.find(desk.charge.id)).toMatchObject({ state, txid });
    expect(desk.psp.requests).toEqual([]);
  });

  it('the PSP cannot be asked: nothing is decided', async () => {
    const desk = restarted('REQUESTED');
    desk.psp.lookTrouble = unreachable;
    desk.watcher.resume();
    await desk.clock.advance(24 * hour);
    expect(desk.state(desk.charge)).toBe('REQUESTED');
  });

  it('the whole expiry is counted anew, for nobody knows how long the kiosk was off', async () => {
    const desk = restarted('AWAITING', new FakePsp(), 10 * 8_760 * hour);
    desk.psp.charges.set(desk.charge.txid, { status: 'awaiting', brCode: 'the QR text' });
    desk.watcher.resume();
    await desk.clock.advance(expiryMs + graceMs - 1);
    expect(desk.state(desk.charge)).toBe('AWAITING');
    await desk.clock.advance(1);
    expect(desk.state(desk.charge)).toBe('EXPIRED');
  });

  it.each([
    ['two minutes', 120_000, expiryMs - 120_000],
    ['longer than the charge lives', 2 * hour, 0],
    ['less than no time, by a clock that was set back', -hour, expiryMs],
  ])(
    'a QR is worth showing only for what is left of it: the kiosk was off for %s',
    async (_name, off, left) => {
      const desk = restarted('AWAITING', new FakePsp(), off);
      desk.psp.charges.set(desk.charge.txid, { status: 'awaiting', brCode: 'the QR text' });
      desk.watcher.resume();
      await desk.clock.advance(0);
      expect(desk.watcher.remainingMs(desk.charge.id)).toBe(left);
    },
  );
});

describe('the first looks after a restart', () => {
  it('are told when all were tried, and at once when there is nothing to look at', async () => {
    const first = openWatcher();
    first.show();
    const second = openWatcher({ database: first.database, psp: first.psp });
    let looked = false;
    second.psp.lookTrouble = unreachable;
    second.watcher.resume();
    second.watcher.afterFirstLooks(() => (looked = true));
    expect(looked).toBe(false);
    await second.clock.advance(0);
    expect(looked).toBe(true);

    const idle = openWatcher();
    idle.watcher.resume();
    let told = 0;
    idle.watcher.afterFirstLooks(() => (told += 1));
    expect(told).toBe(1);
  });
});

describe('more live charges than the PSP takes looks', () => {
  it('keep within what their PSP takes, and the customer who stands there is not kept waiting', async () => {
    const clock = new ManualClock();
    const desk = openWatcher({ clock, line: new LookLine(clock, 120) });
    for (let number = 0; number < 100; number += 1) {
      const charge = awaiting(desk.journal, { invoices: [invoiceOf(number)], expirySeconds: 7_200 });
      desk.psp.charges.set(charge.txid, { status: 'awaiting', brCode: 'QR' });
    }
    desk.watcher.resume();
    await clock.advance(2 * 60_000);
    expect(desk.psp.looks).toBeLessThanOrEqual(2 * 120 + 5);
    expect(desk.psp.looks).toBeGreaterThan(2 * 110);
    const attended = awaiting(desk.journal, { invoices: [invoiceOf(100)] });
    desk.psp.charges.set(attended.txid, { status: 'awaiting', brCode: 'QR' });
    desk.watcher.watch(attended, true);
    desk.psp.pay(attended.txid);
    await clock.advance(2_500);
    expect(desk.state(attended)).toBe('PAID');
    desk.watcher.stop();
  });
});

function invoiceOf(number: number) {
  return { invoiceId: String(number), amountCents: 9_990, description: '', dueDate: '2026-12-11' } as const;
}

describe('stopping', () => {
  it('leaves no timer and looks no more', async () => {
    const desk = openWatcher();
    desk.show();
    desk.watcher.stop();
    expect(desk.clock.pending).toBe(0);
    await desk.clock.advance(hour);
    expect(desk.psp.looks).toBe(0);
  });

  it('touches the journal no more when a look under way comes back after it was closed', async () => {
    const desk = openWatcher();
    const charge = desk.show();
    let release: () => void = () => undefined;
    desk.psp.hold = new Promise((resolve) => (release = resolve));
    desk.psp.pay(charge.txid);
    await desk.clock.advance(1_000);
    desk.watcher.stop();
    desk.database.close();
    release();
    await desk.clock.advance(0);
    expect(desk.clock.pending).toBe(0);
    expect(desk.log.codes).toEqual([]);
    expect(desk.changes).toEqual([]);
  });
});
