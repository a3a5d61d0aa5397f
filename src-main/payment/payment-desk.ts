import { type Charge, isLive } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { RecordEvent } from '../domain/visit-event.ts';
import { isWriteOffFinal, type Settlement, settlementOf } from '../domain/write-off.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../storage/database.ts';
import type { AccountBook } from './accounts.ts';
import { createAlarms } from './alarms.ts';
import { createApiPixProvider } from './api-pix/api-pix-provider.ts';
import { Cashier } from './cashier.ts';
import { createChargeJournal } from './charge-journal.ts';
import { ChargeWatcher } from './charge-watcher.ts';
import type { FindErp, PaymentErp, ProvenErp } from './erp-ledger.ts';
import { createErpPix } from './erp-pix.ts';
import { LateLooks } from './late-looks.ts';
import { createPaymentRecords, type PaymentRecords } from './payment-records.ts';
import type { FindProvider } from './pix-provider.ts';
import { createSettlementProof } from './settlement-proof.ts';
import { createWriteOffJournal, type WriteOff } from './write-off-journal.ts';
import { WriteOffQueue } from './write-off-queue.ts';

export interface PaymentDeskParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly http: HttpClient;
  /** By id in the settings. */
  readonly erps: ReadonlyMap<string, PaymentErp>;
  readonly accounts: AccountBook;
  readonly terminalId: string;
  readonly chargeExpirySeconds: number;
  readonly erpChargeWaitSeconds: number;
  readonly random: () => number;
  readonly recordEvent: RecordEvent;
  /** Runs inside the transaction that makes a charge PAID. */
  readonly alongsidePaid: (charge: Charge) => void;
  readonly listener: PaymentListener;
}

/** Who wants to know what happens to charges and write-offs. */
export interface PaymentListener {
  chargeChanged(charge: Charge): void;
  /** After each look at the payee's side: whether it could be made. */
  chargeLooked(chargeId: string, worked: boolean): void;
  /** A write-off needs nothing more of the kiosk: it is done, or a person must decide. */
  writeOffEnded(writeOff: WriteOff): void;
}

/** Everything about money, put together: the cashier that makes charges, and the two that see them through. */
export interface PaymentDesk {
  readonly cashier: Cashier;
  /** What a technician sees of it all, and may do. */
  readonly records: PaymentRecords;
  /** A charge that was paid, and what became of it in the ERP. */
  findPaid(chargeId: string): { readonly charge: Charge; readonly settlement: Settlement } | undefined;
  /** Takes up what an earlier run left open; call it once, before the first customer. */
  start(): void;
  /** Lets the step in hand finish; what is open stays in the journal. */
  stop(): Promise<void>;
}

export function createPaymentDesk(parts: PaymentDeskParts): PaymentDesk {
  const { database, clock, log, random, recordEvent, listener } = parts;
  const raiseAlarm = createAlarms(database, clock, log);
  const writeOffs = createWriteOffJournal({ database, clock, recordEvent, raiseAlarm });
  const journal = createChargeJournal({ ...parts, writeOffs, raiseAlarm });
  const findErp = createFindErp(parts);
  const findProvider = createFindProvider(parts, findErp);
  const queue = new WriteOffQueue({
    charges: journal,
    writeOffs,
    findErp,
    raiseAlarm,
    clock,
    log,
    random,
    onChange: (writeOff) => {
      if (isWriteOffFinal(writeOff.state)) listener.writeOffEnded(writeOff);
    },
  });
  const watcher = new ChargeWatcher({
    journal,
    findProvider,
    clock,
    log,
    random,
    raiseAlarm,
    onChange: (charge) => {
      if (!isLive(charge.state)) queue.add(charge.id);
      lateLooks.add(charge.id);
      listener.chargeChanged(charge);
    },
    onLook: (chargeId, worked) => listener.chargeLooked(chargeId, worked),
  });
  const lateLooks = new LateLooks({
    journal,
    lookNow: (charge) => watcher.lookNow(charge),
    clock,
    log,
    random,
  });
  return {
    cashier: new Cashier({ ...parts, journal, writeOffs, watcher, findErp, findProvider, raiseAlarm }),
    records: createPaymentRecords({
      database,
      clock,
      writeOffs,
      hasErp: (chargeId) => findErp(journal.find(chargeId)?.erp ?? '') !== undefined,
      tryNow: (id) => queue.tryNow(id),
    }),
    findPaid(chargeId) {
      const charge = journal.find(chargeId);
      if (charge?.state !== 'PAID') return undefined;
      return { charge, settlement: settlementOf(writeOffs.listOf(chargeId)) };
    },
    start() {
      queue.resume();
      watcher.resume();
      lateLooks.resume();
    },
    async stop() {
      watcher.stop();
      lateLooks.stop();
      await queue.stop();
    },
  };
}

function createFindErp({ erps, clock }: PaymentDeskParts): FindErp {
  const proven = new Map<string, ProvenErp>();
  for (const [id, erp] of erps) {
    proven.set(id, { ...erp, proof: createSettlementProof(erp.ledger, clock, erp.rules) });
  }
  return (erp) => proven.get(erp);
}

function createFindProvider(parts: PaymentDeskParts, findErp: FindErp): FindProvider {
  const byAccount = new Map(
    parts.accounts.accounts.map((account) => [
      account.id,
      createApiPixProvider(account, parts.http, parts.clock),
    ]),
  );
  return ({ source, accountId, erp: id }) => {
    if (source === 'api-pix') return byAccount.get(accountId ?? '');
    const erp = findErp(id);
    return erp && createErpPix(erp.proof, parts.clock);
  };
}
