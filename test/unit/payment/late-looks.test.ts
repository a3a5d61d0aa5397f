import { expect, it } from 'vitest';
import { ChargeWatcher } from '../../../src-main/payment/charge-watcher.ts';
import { LateLooks } from '../../../src-main/payment/late-looks.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';
import { FakePsp } from './fake-psp.ts';
import { awaiting, created, openTill, paid, payment, unreachable } from './till.ts';

const minute = 60_000;

function openLateLooks(database: Database = openTemporaryDatabase(), psp = new FakePsp()) {
  const till = openTill({ database, clock: new ManualClock() });
  const common = { journal: till.journal, clock: till.clock, log: till.log, random: () => 0.5 };
  const changes: string[] = [];
  const watcher = new ChargeWatcher({
    ...common,
    findProvider: () => psp,
    raiseAlarm: till.raiseAlarm,
    findLine: () => undefined,
    onMoreMoney: () => changes.push('more money'),
    onChange: (charge) => changes.push(charge.state),
    onLook: () => undefined,
  });
  const late = new LateLooks({ ...common, lookNow: (charge) => watcher.lookNow(charge) });
  return { ...till, psp, late, changes };
}

/** A charge that was shown and that nobody paid in time. */
function expired(desk: ReturnType<typeof openLateLooks>) {
  const charge = desk.journal.markExpired(awaiting(desk.journal));
  desk.psp.charges.set(charge.txid, { status: 'awaiting', brCode: 'the QR text' });
  desk.late.add(charge.id);
  return charge;
}

it.each([
  ['a minute', minute],
  ['ten minutes', 11 * minute],
  ['an hour', 71 * minute],
  ['hours', 431 * minute],
])('finds a payment that came %s late: paid, but a person must decide', async (_name, after) => {
  const desk = openLateLooks();
  const charge = expired(desk);
  await desk.clock.advance(after - 1);
  desk.psp.pay(charge.txid);
  await desk.clock.advance(1);
  expect(desk.journal.find(charge.id)).toMatchObject({ state: 'PAID', payment: payment() });
  expect(desk.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'MANUAL', sends: 0 }]);
  expect(desk.alarms()).toEqual([{ code: 'WRITE-OFF-LATE-PAYMENT', chargeId: charge.id }]);
  expect(desk.changes).toEqual(['PAID']);
  expect(desk.clock.pending).toBe(0);
});

it('finds the PIX that slipped through while its charge was taken back', async () => {
  const desk = openLateLooks();
  const charge = desk.journal.markCancelled(awaiting(desk.journal));
  desk.late.add(charge.id);
  desk.psp.pay(charge.txid, [payment(1)]);
  await desk.clock.advance(minute);
  expect(desk.journal.find(charge.id)?.state).toBe('REFUND_DUE');
});

it('finds a second payment of what was paid already, and it is due to go back', async () => {
  const desk = openLateLooks();
  const charge = paid(desk.journal);
  desk.psp.pay(charge.txid, [payment(9_990, 1), payment(9_990, 2)]);
  desk.late.add(charge.id);
  await desk.clock.advance(minute);
  expect(desk.changes).toEqual(['more money']);
  expect(desk.journal.find(charge.id)).toMatchObject({
    state: 'PAID',
    payment: { endToEndId: payment(9_990, 1).endToEndId, amountCents: 19_980 },
  });
  expect(desk.refunds.listOpen()).toMatchObject([{ reason: 'paid-twice', amountCents: 9_990 }]);
  expect(desk.alarms()).toEqual([{ code: 'CHARGE-PAID-TWICE', chargeId: charge.id }]);
});

it('looks four times and then no more', async () => {
  const desk = openLateLooks();
  expired(desk);
  await desk.clock.advance(30 * 24 * 60 * minute);
  expect(desk.psp.looks).toBe(4);
  expect(desk.clock.pending).toBe(0);
});

it('counts no look that could not be made', async () => {
  const desk = openLateLooks();
  const charge = expired(desk);
  desk.psp.lookTrouble = unreachable;
  await desk.clock.advance(3 * 24 * 60 * minute);
  desk.psp.pay(charge.txid);
  desk.psp.lookTrouble = undefined;
  await desk.clock.advance(75 * minute);
  expect(desk.journal.find(charge.id)?.state).toBe('PAID');
});

it('goes on after a restart where it was, and starts nothing that was finished', async () => {
  const desk = openLateLooks();
  const charge = expired(desk);
  await desk.clock.advance(20 * minute);
  expect(desk.psp.looks).toBe(2);

  const second = openLateLooks(desk.database, desk.psp);
  second.late.resume();
  await second.clock.advance(24 * 60 * minute);
  expect(second.psp.looks).toBe(4);
  expect(second.journal.find(charge.id)?.state).toBe('EXPIRED');

  const third = openLateLooks(desk.database, desk.psp);
  third.late.resume();
  expect(third.clock.pending).toBe(0);
});

it('does not bother with what nobody can have paid, or what the ERP settles itself', async () => {
  const desk = openLateLooks();
  const unshown = desk.journal.markCancelled(created(desk.journal));
  const ofErp = desk.journal.markExpired(awaiting(desk.journal, { source: 'erp-pix' }));
  desk.late.add(unshown.id);
  desk.late.add(ofErp.id);
  desk.late.resume();
  expect(desk.clock.pending).toBe(0);
});

it('leaves no timer when it stops, and records nothing of a look under way', async () => {
  const desk = openLateLooks();
  expired(desk);
  let release: () => void = () => undefined;
  desk.psp.hold = new Promise((resolve) => (release = resolve));
  await desk.clock.advance(minute);
  desk.late.stop();
  desk.database.close();
  release();
  await desk.clock.advance(60 * minute);
  expect(desk.clock.pending).toBe(0);
});
