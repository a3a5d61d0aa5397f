import type { Clock } from '../../../src-main/domain/clock.ts';
import { Cashier } from '../../../src-main/payment/cashier.ts';
import { ChargeWatcher } from '../../../src-main/payment/charge-watcher.ts';
import type { ErpLedger } from '../../../src-main/payment/erp-ledger.ts';
import { LateLooks } from '../../../src-main/payment/late-looks.ts';
import { PaymentGate } from '../../../src-main/payment/payment-gate.ts';
import { createPaymentRecords, type PaymentRecords } from '../../../src-main/payment/payment-records.ts';
import type { PixProvider } from '../../../src-main/payment/pix-provider.ts';
import { createSettlementProof } from '../../../src-main/payment/settlement-proof.ts';
import { WriteOffQueue } from '../../../src-main/payment/write-off-queue.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import type { ManualClock } from '../../support/manual-clock.ts';
import { openTill, proofRules } from './till.ts';

/** What outlives a kiosk's process. */
export interface Outside {
  readonly database: Database;
  readonly clock: ManualClock;
  readonly erp: ErpLedger;
  readonly psp: PixProvider;
  /** What the company says of repeats. */
  readonly repeat: 'after-window' | 'never';
}

/** Never settles: whoever waits for it is dead. */
const forever = new Promise<never>(() => undefined);

/**
 * One process of a kiosk, with all of payment in it, that can die at any statement: from then on it neither reads,
 * writes, hears nor wakes up, while the disk and the world stay as they are.
 */
export class MortalKiosk {
  readonly cashier: Cashier;
  /** For the technician. */
  readonly records: PaymentRecords;
  alive = true;
  #statementsLeft = Number.POSITIVE_INFINITY;

  constructor(outside: Outside) {
    const database = this.#mortalDatabase(outside.database);
    const clock = this.#mortalClock(outside.clock);
    const erp: ErpLedger = {
      offers: () => true,
      ...this.#mortal(outside.erp, [
        'getCustomer',
        'listOpenInvoices',
        'getInvoice',
        'listStatement',
        'writeOffInvoice',
      ]),
    };
    const psp: PixProvider = {
      pace: outside.psp.pace,
      ...this.#mortal(outside.psp, ['request', 'look', 'cancel']),
    };
    const till = openTill({ database, clock: outside.clock });
    const common = { journal: till.journal, clock, log: till.log, random: () => 0.5 };
    const rules = { repeat: outside.repeat, settleWindowMs: 600_000, ...proofRules };
    const proof = createSettlementProof(erp, clock, rules);
    const findErp = () => ({ ledger: erp, rules, proof });
    const queue = new WriteOffQueue({
      ...common,
      charges: till.journal,
      writeOffs: till.writeOffs,
      findErp,
      raiseAlarm: till.raiseAlarm,
      onChange: () => undefined,
    });
    const watcher: ChargeWatcher = new ChargeWatcher({
      ...common,
      findProvider: () => psp,
      raiseAlarm: till.raiseAlarm,
      findLine: () => undefined,
      onMoreMoney: () => undefined,
      onChange: (charge) => {
        queue.add(charge.id);
        late.add(charge.id);
      },
      onLook: () => undefined,
    });
    const late = new LateLooks({ ...common, lookNow: (charge) => watcher.lookNow(charge) });
    this.cashier = new Cashier({
      ...common,
      writeOffs: till.writeOffs,
      watcher,
      findErp,
      terminalId: 'T01',
      timeZone: 'America/Sao_Paulo',
      isDown: () => false,
      gate: new PaymentGate(),
      findProvider: () => psp,
      accounts: {
        accounts: [
          {
            id: 'principal',
            payeeName: '',
            key: '',
            baseUrl: '',
            tokenUrl: '',
            clientId: '',
            clientSecret: '',
            timeoutMs: 1,
          },
        ],
        defaultAccount: 'principal',
        accountByIdentifier: {},
      },
      raiseAlarm: till.raiseAlarm,
      chargeExpirySeconds: 600,
      erpChargeWaitSeconds: 900,
    });
    this.records = createPaymentRecords({
      database,
      clock,
      recordMoney: till.recordMoney,
      writeOffs: till.writeOffs,
      hasErp: () => true,
      tryNow: (id) => queue.tryNow(id),
      refunds: till.refunds,
      canRefund: () => false,
      send: () => undefined,
    });
    queue.resume();
    watcher.resume();
    late.resume();
  }

  die(): void {
    this.alive = false;
  }

  /** Dies in the middle of what it does: after so many statements more. */
  dieAfter(statements: number): void {
    this.#statementsLeft = statements;
  }

  #mortalDatabase(database: Database): Database {
    const spend = () => {
      this.#statementsLeft -= 1;
      if (this.#statementsLeft < 0) this.die();
      if (!this.alive) throw new Error('killed');
    };
    return {
      transaction: (work) =>
        database.transaction(() => {
          const value = work();
          // A kill may come before the commit, too.
          spend();
          return value;
        }),
      isInTransaction: () => database.isInTransaction(),
      run(sql, parameters) {
        spend();
        return database.run(sql, parameters);
      },
      get(sql, row, parameters) {
        spend();
        return database.get(sql, row, parameters);
      },
      all(sql, row, parameters) {
        spend();
        return database.all(sql, row, parameters);
      },
      close: () => undefined,
    };
  }

  #mortalClock(clock: ManualClock): Clock {
    return {
      wallTime: () => clock.wallTime(),
      monotonic: () => clock.monotonic(),
      setTimeout: (callback, delayMs) =>
        clock.setTimeout(() => {
          if (this.alive) callback();
        }, delayMs),
      clearTimeout: (handle) => clock.clearTimeout(handle),
    };
  }

  /** The same methods, except that the dead neither ask nor hear the answer. */
  #mortal<T, K extends keyof T>(other: T, methods: readonly K[]): Pick<T, K> {
    const wrapped = methods.map((method) => [
      method,
      async (...inputs: readonly unknown[]): Promise<unknown> => {
        if (!this.alive) return forever;
        const call = other[method] as (...inputs: readonly unknown[]) => Promise<unknown>;
        const answer = await call.apply(other, [...inputs]);
        return this.alive ? answer : forever;
      },
    ]);
    return Object.fromEntries(wrapped) as Pick<T, K>;
  }
}
