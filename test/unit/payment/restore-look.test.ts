import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { success } from '../../../src-main/domain/result.ts';
import { doubtAfterRestore } from '../../../src-main/payment/after-restore.ts';
import type {
  ApiPixClient,
  PixPeriod,
  ReceivedPix,
} from '../../../src-main/payment/api-pix/api-pix-client.ts';
import { auditMoney } from '../../../src-main/payment/audit-report.ts';
import { PaymentGate } from '../../../src-main/payment/payment-gate.ts';
import { RestoreLook } from '../../../src-main/payment/restore-look.ts';
import { createWriteOffByHand } from '../../../src-main/payment/write-off-by-hand.ts';
import { awaiting, openTill, paid, payment, type Till } from './till.ts';

const day = 86_400_000;
const unknownTxid = 'a'.repeat(32);

type ListPix = ApiPixClient['listPix'];

const unreachable = {
  ok: false,
  error: { kind: 'not-sent', detail: 'no route', pix: { problem: 'not-sent', violations: [] } },
} as const;

const forbidden = {
  ok: false,
  error: {
    kind: 'refused',
    status: 403,
    detail: 'no scope pix.read',
    pix: { problem: 'forbidden', violations: [] },
  },
} as const;

function received(txid?: string): ReceivedPix {
  const pix = { endToEndId: 'E1', amountCents: 100, paidAt: '2026-11-21T12:00:00Z', refunds: [] };
  return txid === undefined ? pix : { ...pix, txid };
}

/** A database that came from a backup made two days ago, and what each account answers. */
function restored(till: Till, ...accounts: ListPix[]) {
  const { database, clock } = till;
  database.run(`INSERT INTO restores (id, restored_at, backup_at) VALUES ('one', $at, $backupAt)`, {
    at: clock.wallTime(),
    backupAt: clock.wallTime() - 2 * day,
  });
  const gate = new PaymentGate();
  const onDone = vi.fn();
  const look = new RestoreLook({
    ...till,
    clients: new Map(accounts.map((listPix, index) => [`account-${index}`, { listPix }])),
    gate,
    random: () => 0.5,
    onDone,
  });
  return { gate, look, onDone };
}

function page(payments: readonly ReceivedPix[], pages = 1, number = 0) {
  return success({ payments, page: number, pages });
}

it('leaves payments on where nothing was restored', () => {
  const till = openTill();
  const { gate, look } = restored(till, vi.fn<ListPix>());
  till.database.run('UPDATE restores SET looked_at = 1');
  look.start();
  expect(gate.isOpen()).toBe(true);
});

it('keeps payments off until every account was listed, and asks again until it answers', async () => {
  const till = openTill();
  const first = vi.fn<ListPix>(async () => page([]));
  const second = vi.fn<ListPix>(async () => unreachable);
  const { gate, look, onDone } = restored(till, first, second);
  look.start();
  expect(gate.isOpen()).toBe(false);
  await till.clock.advance(3 * 60_000);
  expect(second.mock.calls.length).toBeGreaterThan(2);
  expect(gate.isOpen()).toBe(false);
  second.mockImplementation(async () => page([]));
  await till.clock.advance(10 * 60_000);
  expect(gate.isOpen()).toBe(true);
  expect(onDone).toHaveBeenCalledOnce();
  expect(till.alarms()).toEqual([]);
  expect(till.clock.pending).toBe(0);
});

it('lists from a day before the backup until now, page by page', async () => {
  const till = openTill();
  const asked: PixPeriod[] = [];
  const now = till.clock.wallTime();
  const { gate, look } = restored(till, async (period) => {
    asked.push(period);
    return page([], 3, period.page ?? 0);
  });
  look.start();
  await till.clock.advance(0);
  expect(asked.map(({ page: number }) => number)).toEqual([0, 1, 2]);
  expect(asked[0]).toMatchObject({ from: now - 3 * day, to: now + day });
  expect(gate.isOpen()).toBe(true);
});

it('raises an alarm for a payment of a kiosk that nobody knows here, once; not for what others collect', async () => {
  const till = openTill();
  const known = paid(till.journal);
  const { look } = restored(till, async () =>
    page([
      received(unknownTxid),
      received(unknownTxid),
      received(known.txid),
      received('INVOICE20261121ABCDEFGHIJKL'),
      received(),
    ]),
  );
  look.start();
  await till.clock.advance(0);
  expect(till.alarms()).toEqual([{ code: 'PIX-UNKNOWN-CHARGE', chargeId: unknownTxid }]);
});

it('does not keep payments off for an account that never lists: a person is told to read its statement', async () => {
  const till = openTill();
  const refusing = vi.fn<ListPix>(async () => forbidden);
  const other = vi.fn<ListPix>(async () => page([received(unknownTxid)]));
  const { gate, look } = restored(till, refusing, other);
  look.start();
  await till.clock.advance(0);
  expect(gate.isOpen()).toBe(false);
  await till.clock.advance(60 * 60_000);
  expect(gate.isOpen()).toBe(true);
  expect(till.alarms()).toEqual([
    { code: 'PIX-NOT-LISTED', chargeId: 'one' },
    { code: 'PIX-UNKNOWN-CHARGE', chargeId: unknownTxid },
  ]);
  expect(till.clock.pending).toBe(0);
});

it('asks for a few days at a time, of an old backup too, and for no more than a PSP knows', async () => {
  const till = openTill();
  const asked: PixPeriod[] = [];
  const now = till.clock.wallTime();
  const { look } = restored(till, async (period) => {
    asked.push(period);
    return page([]);
  });
  till.database.run('UPDATE restores SET backup_at = 0');
  look.start();
  await till.clock.advance(0);
  expect(Math.max(...asked.map(({ from, to }) => to - from))).toBeLessThanOrEqual(5 * day);
  expect(asked[0]?.from).toBe(now - 90 * day);
  expect(asked.at(-1)?.to).toBe(now + day);
  for (const [index, { to }] of asked.slice(0, -1).entries()) expect(asked[index + 1]?.from).toBe(to);
});

it('waits for a clock that went back behind the backup', async () => {
  const till = openTill();
  const listPix = vi.fn<ListPix>(async () => page([]));
  const { gate, look } = restored(till, listPix);
  const now = till.clock.wallTime();
  till.clock.setWallTime(0);
  look.start();
  await till.clock.advance(60_000);
  expect(gate.isOpen()).toBe(false);
  expect(listPix).not.toHaveBeenCalled();
  till.clock.setWallTime(now);
  await till.clock.advance(10 * 60_000);
  expect(gate.isOpen()).toBe(true);
});

it('is done once, also after another start', async () => {
  const till = openTill();
  const { look } = restored(till, async () => page([]));
  look.start();
  await till.clock.advance(0);
  expect(
    till.database.get('SELECT looked_at FROM restores', z.object({ looked_at: z.number() })),
  ).toBeDefined();
  look.start();
  await till.clock.advance(0);
  expect(till.clock.pending).toBe(0);
});

it('stops asking when the kiosk stops', async () => {
  const till = openTill();
  const { gate, look } = restored(till, async () => unreachable);
  look.start();
  await till.clock.advance(0);
  look.stop();
  expect(till.clock.pending).toBe(0);
  expect(gate.isOpen()).toBe(false);
});

it('counts what was pending at the backup as perhaps sent, so that the ERP is asked first', () => {
  const till = openTill();
  const { id } = paid(till.journal);
  const later = awaiting(till.journal, {
    invoices: [{ invoiceId: 'I-2', amountCents: 9_990, description: '', dueDate: '2026-12-01' }],
  });
  doubtAfterRestore(till.database, till.clock, till.clock.wallTime() - day);
  expect(till.writeOffs.listOf(id)).toMatchObject([{ state: 'UNKNOWN', sends: 1 }]);
  till.journal.markPaid(later, [payment(later.amountCents)]);
  expect(till.writeOffs.listOf(later.id)).toMatchObject([{ state: 'UNKNOWN', sends: 1 }]);
  const steps = auditMoney(till.database, { day: '2026-11-21', timeZone: 'UTC' });
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) continue;
    expect(step.value).toMatchObject({ differences: [], restoredAt: [till.clock.wallTime()] });
    expect(step.value.fault).toBeUndefined();
    break;
  }
});

it('counts what a person had in hand as perhaps sent: they may have tried again since the backup', () => {
  const till = openTill();
  const late = till.journal.markPaid(till.journal.markExpired(awaiting(till.journal)), [payment()]);
  doubtAfterRestore(till.database, till.clock, till.clock.wallTime() - day);
  const [writeOff] = till.writeOffs.listOf(late.id);
  const byHand = createWriteOffByHand({ ...till, hasErp: () => true, tryNow: () => undefined });
  expect(byHand.retry(writeOff?.id ?? '')).toBe('done');
  expect(till.writeOffs.listOf(late.id)).toMatchObject([{ state: 'UNKNOWN', sends: 1 }]);
});

it('gives the write-off of a payment that it learns of anew the key that it had', () => {
  const till = openTill();
  const charge = awaiting(till.journal);
  till.journal.markPaid(charge, [payment()]);
  const [sent] = till.writeOffs.listOf(charge.id);
  // A backup from before the payment.
  till.database.run('DELETE FROM write_offs');
  till.database.run(`UPDATE charges SET state = 'AWAITING', paid_cents = NULL, paid_at = NULL`);
  till.journal.markPaid(charge, [payment()]);
  expect(till.writeOffs.listOf(charge.id)).toMatchObject([{ id: sent?.id }]);
});

it('prints nothing that was due at the backup: its customer is gone', () => {
  const till = openTill();
  const charge = paid(till.journal);
  till.database.run(`INSERT INTO receipts (charge_id, state) VALUES ($id, 'due')`, { id: charge.id });
  doubtAfterRestore(till.database, till.clock, till.clock.wallTime() - day);
  expect(till.database.all('SELECT * FROM receipts', z.unknown())).toEqual([]);
});

it('does not doubt what was charged afterwards', () => {
  const till = openTill();
  doubtAfterRestore(till.database, till.clock, undefined);
  const { id } = paid(till.journal);
  expect(till.writeOffs.listOf(id)).toMatchObject([{ state: 'PENDING', sends: 0 }]);
});
