import { expect } from 'vitest';
import { z } from 'zod';
import { isLive } from '../../../src-main/domain/charge.ts';
import {
  isWriteOffFinal,
  type WriteOffAnswer,
  type WriteOffRequest,
} from '../../../src-main/domain/write-off.ts';
import type { ChargeOrder } from '../../../src-main/payment/charge-order.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';
import { FakeErp } from './fake-erp.ts';
import { FakePsp } from './fake-psp.ts';
import { MortalKiosk } from './mortal-kiosk.ts';
import { customer, document, invoice, openTill, payment, unreachable, visitId } from './till.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** What an ERP may make of a write-off. It never recognises a key, and books whatever it takes. */
export type ErpMood =
  | 'does it'
  | 'does it, answer lost'
  | 'does nothing, answer lost'
  | 'does it minutes later'
  | 'refuses'
  | 'is not reached'
  | 'does it and never answers'
  | 'never answers';

export const invoiceIds = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

export type Happening =
  | { readonly what: 'order'; readonly invoiceId: string }
  /** The customer who ordered pays at once, and the kiosk learns of it. */
  | { readonly what: 'order and pay'; readonly invoiceId: string }
  /** With a newer one on the screen, a QR that has expired is paid, and the kiosk learns of it. */
  | { readonly what: 'pay an old QR'; readonly invoiceId: string }
  | { readonly what: 'pay'; readonly recent: number; readonly wrongly: boolean }
  | { readonly what: 'give up'; readonly recent: number }
  | { readonly what: 'wait'; readonly ms: number }
  | { readonly what: 'erp mood'; readonly mood: ErpMood }
  | { readonly what: 'erp unreadable'; readonly on: boolean }
  | { readonly what: 'psp trouble'; readonly on: boolean; readonly acts: boolean }
  | { readonly what: 'settled elsewhere'; readonly invoiceId: string; readonly statement: boolean }
  | { readonly what: 'technician tries again'; readonly recent: number }
  | { readonly what: 'technician closes'; readonly recent: number; readonly how: Closing }
  | { readonly what: 'power cut' }
  | { readonly what: 'power cut soon'; readonly after: number }
  | { readonly what: 'clock set'; readonly by: number };

export type Closing = 'written off at the ERP' | 'given back';

const writeOffRow = z.object({
  id: z.string(),
  charge_id: z.string(),
  invoice_id: z.string(),
  state: z.enum([
    'PENDING',
    'SENT',
    'UNKNOWN',
    'DONE',
    'DONE_BY_RECONCILIATION',
    'MANUAL',
    'REFUND_DUE',
    'NOT_OURS',
  ]),
  charge_state: z.string(),
  customer_erp_id: z.string(),
  handled_at: z.number().nullable(),
});
const chargeRow = z.object({ id: z.string(), txid: z.string(), state: z.string() });
const alarmRow = z.object({ charge_id: z.string().nullable() });

/** A world with one kiosk that dies and comes back, and the ledgers of those who do not. */
export class World {
  readonly clock = new ManualClock();
  readonly database = openTemporaryDatabase();
  readonly erp = new FakeErp(...invoiceIds.map((id) => invoice({ id })));
  readonly psp = new FakePsp();
  /** QRs that a customer has seen, by charge id. */
  readonly shown = new Map<string, string>();
  /** Charges that money came for. */
  readonly paid = new Set<string>();
  /** Write-offs that the ERP booked, by key. */
  readonly booked = new Map<string, number>();
  /** What was not as it must be at the moment when it happened. */
  readonly broken: string[] = [];
  mood: ErpMood = 'does it';
  readonly repeat: 'after-window' | 'never';
  #kiosk: MortalKiosk;

  constructor(repeat: 'after-window' | 'never') {
    this.repeat = repeat;
    openTill({ database: this.database, clock: this.clock });
    this.erp.onWriteOff = (request) => this.#writeOff(request);
    this.#kiosk = new MortalKiosk(this);
  }

  async happen(happening: Happening): Promise<void> {
    switch (happening.what) {
      case 'order':
        return this.#order(happening.invoiceId);
      case 'order and pay':
        return this.#orderAndPay(happening.invoiceId);
      case 'pay an old QR':
        return this.#payOld(happening.invoiceId);
      case 'pay':
        this.#pay(this.#shownBefore(happening.recent), happening.wrongly);
        break;
      case 'give up':
        return this.#giveUp(this.#shownBefore(happening.recent));
      case 'wait':
        await this.clock.advance(happening.ms);
        break;
      case 'erp mood':
        this.mood = happening.mood;
        break;
      case 'erp unreadable':
        if (happening.on) this.erp.trouble.set('invoices', unreachable);
        else this.erp.trouble.clear();
        break;
      case 'psp trouble':
        this.#troublePsp(happening.on, happening.acts);
        break;
      case 'settled elsewhere':
        this.erp.settle(happening.invoiceId, { statement: happening.statement });
        break;
      case 'technician tries again':
        this.#technician(happening.recent, (id) => this.#kiosk.records.retryWriteOff(id));
        break;
      case 'technician closes':
        this.#technicianCloses(happening.recent, happening.how);
        break;
      case 'power cut':
        this.#kiosk.die();
        break;
      case 'power cut soon':
        this.#kiosk.dieAfter(happening.after);
        break;
      case 'clock set':
        this.clock.setWallTime(this.clock.wallTime() + happening.by);
        break;
    }
    this.#restartTheDead();
  }

  /** Everybody is well again, and days pass. */
  async heal(): Promise<void> {
    this.mood = 'does it';
    this.erp.trouble.clear();
    this.#troublePsp(false, false);
    this.#kiosk.die();
    this.#restartTheDead();
    await this.clock.advance(72 * hour);
  }

  writeOffs() {
    return this.database.all(
      `SELECT write_offs.*, charges.state AS charge_state, charges.customer_erp_id
       FROM write_offs JOIN charges ON charges.id = write_offs.charge_id`,
      writeOffRow,
    );
  }

  charges() {
    return this.database.all('SELECT * FROM charges', chargeRow);
  }

  alarmed(): ReadonlySet<string | null> {
    return new Set(this.database.all('SELECT * FROM alarms', alarmRow).map((row) => row.charge_id));
  }

  #shownBefore(recent: number): string | undefined {
    return [...this.shown.keys()].at(-1 - recent);
  }

  #restartTheDead(): void {
    if (!this.#kiosk.alive) this.#kiosk = new MortalKiosk(this);
  }

  async #order(invoiceId: string): Promise<void> {
    const order: ChargeOrder = { visitId, document, customer, invoices: [invoice({ id: invoiceId })] };
    this.#kiosk.cashier.charge(order).then(
      (opened) => {
        if (!opened.ok || opened.value.charge.state !== 'AWAITING') return;
        const { id, txid } = opened.value.charge;
        // I5: what is shown is on disk, and the PSP knows it.
        const onDisk = this.charges().find((charge) => charge.id === id);
        this.#check('shown and AWAITING', onDisk?.state === 'AWAITING' && onDisk.txid === txid);
        this.#check('shown and known to the PSP', this.psp.charges.has(txid));
        this.shown.set(id, txid);
      },
      () => undefined,
    );
    await this.clock.advance(1_000);
    this.#restartTheDead();
  }

  async #orderAndPay(invoiceId: string): Promise<void> {
    const before = this.shown.size;
    await this.#order(invoiceId);
    if (this.shown.size === before) return;
    this.#pay(this.#shownBefore(0), false);
    await this.clock.advance(20_000);
    this.#restartTheDead();
  }

  async #payOld(invoiceId: string): Promise<void> {
    await this.#order(invoiceId);
    const old = this.#shownBefore(0);
    await this.clock.advance(11 * minute);
    await this.#order(invoiceId);
    this.#pay(old, false);
    await this.clock.advance(10 * minute);
    this.#restartTheDead();
  }

  #pay(chargeId: string | undefined, wrongly: boolean): void {
    const txid = this.shown.get(chargeId ?? '');
    if (!chargeId || !txid || this.psp.charges.get(txid)?.status !== 'awaiting') return;
    this.psp.pay(txid, [payment(wrongly ? 1 : 9_990)]);
    this.paid.add(chargeId);
  }

  async #giveUp(chargeId: string | undefined): Promise<void> {
    if (!chargeId) return;
    this.#kiosk.cashier.cancel(chargeId).then(
      (outcome) => {
        // I8: nobody is told "paid" before it is on disk.
        const state = this.charges().find(({ id }) => id === chargeId)?.state;
        if (outcome === 'paid') this.#check('told paid', state === 'PAID' || state === 'REFUND_DUE');
        if (outcome === 'cancelled')
          this.#check('told cancelled', state === 'CANCELLED' || state === 'EXPIRED');
      },
      () => undefined,
    );
    await this.clock.advance(1_000);
    this.#restartTheDead();
  }

  /** Whatever the list shows or ever showed: a page may be old. */
  #technician(recent: number, act: (writeOffId: string) => unknown): void {
    const id = this.writeOffs().at(-1 - recent)?.id;
    if (id === undefined) return;
    try {
      act(id);
    } catch {
      // The power was cut under the technician's finger.
    }
  }

  #technicianCloses(recent: number, how: Closing): void {
    this.#technician(recent, (id) => {
      const row = this.writeOffs().find((each) => each.id === id);
      if (this.#kiosk.records.settleWriteOff(id, how) !== 'done') return;
      this.#check('closed by hand', row?.state === 'MANUAL' || row?.state === 'REFUND_DUE');
      if (row && how === 'written off at the ERP') this.erp.settle(row.invoice_id);
    });
  }

  #troublePsp(on: boolean, acts: boolean): void {
    const trouble = on ? unreachable : undefined;
    this.psp.requestTrouble = trouble;
    this.psp.lookTrouble = trouble;
    this.psp.cancelTrouble = trouble;
    this.psp.actsInTrouble = acts;
  }

  #writeOff(request: WriteOffRequest): WriteOffAnswer | Promise<WriteOffAnswer> {
    // I3 and I4: only what is PAID on disk, for its own customer and invoice.
    const row = this.writeOffs().find(({ id }) => id === request.idempotencyKey);
    this.#check('sent and PAID', row?.charge_state === 'PAID' && row.state === 'SENT');
    this.#check('sent and not closed by hand', row?.handled_at === null);
    this.#check('sent for its own invoice', row?.invoice_id === request.invoiceId);
    this.#check('sent for its own customer', row?.customer_erp_id === request.customerErpId);
    const { mood } = this;
    if (mood.startsWith('does it') && mood !== 'does it minutes later') this.#book(request);
    if (mood === 'does it minutes later') this.clock.setTimeout(() => this.#book(request), 9 * minute);
    if (mood.endsWith('never answers')) return new Promise(() => undefined);
    if (mood === 'does it') return { outcome: 'accepted', detail: '' };
    if (mood === 'refuses') return { outcome: 'refused', detail: '' };
    if (mood === 'is not reached') return { outcome: 'not-sent', detail: '' };
    return { outcome: 'unknown', detail: '' };
  }

  #check(what: string, holds: boolean): void {
    if (!holds) this.broken.push(what);
  }

  #book({ invoiceId, idempotencyKey }: WriteOffRequest): void {
    this.booked.set(idempotencyKey, (this.booked.get(idempotencyKey) ?? 0) + 1);
    this.erp.writeOff(invoiceId);
  }
}

export function expectInvariants(world: World): void {
  expect(world.broken).toEqual([]);
  // I1: at most one effective write-off per payment and invoice.
  expect([...world.booked.values()].filter((times) => times > 1)).toEqual([]);
  // Nor two for one invoice, whoever paid it and whatever the technician did.
  expect(world.erp.writtenOff.toSorted()).toEqual([...new Set(world.erp.writtenOff)].toSorted());
  const alarmed = world.alarmed();
  // I2: each ends, and what a person must see has an alarm.
  for (const { state, charge_id: chargeId } of world.writeOffs()) {
    expect(isWriteOffFinal(state)).toBe(true);
    if (state === 'MANUAL' || state === 'REFUND_DUE') expect(alarmed).toContain(chargeId);
  }
  for (const { id, state } of world.charges()) {
    expect(isLive(state as Parameters<typeof isLive>[0])).toBe(false);
    if (state === 'REFUND_DUE') expect(alarmed).toContain(id);
    // No centavo that came goes unnoticed, and none is made up.
    expect(state === 'PAID' || state === 'REFUND_DUE').toBe(world.paid.has(id));
    if (state === 'PAID') expect(world.writeOffs().map((row) => row.charge_id)).toContain(id);
  }
}
