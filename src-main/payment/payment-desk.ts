import { type Charge, isLive } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { RecordEvent } from '../domain/visit-event.ts';
import { isWriteOffFinal, type Settlement, settlementOf, settlementsByInvoice } from '../domain/write-off.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../storage/database.ts';
import type { AccountBook } from './accounts.ts';
import { createAlarms } from './alarms.ts';
import type { ReadCertificateFile } from './api-pix/psp-terms.ts';
import { Cashier } from './cashier.ts';
import { createChargeJournal } from './charge-journal.ts';
import { ChargeWatcher } from './charge-watcher.ts';
import { closeReturned } from './close-returned.ts';
import type { FindErp, PaymentErp, ProvenErp } from './erp-ledger.ts';
import { LateLooks } from './late-looks.ts';
import { createMoneyAudit } from './money-audit.ts';
import { type AccountStanding, openAccounts } from './open-accounts.ts';
import type { PaymentGate } from './payment-gate.ts';
import { createPaymentRecords, type PaymentRecords } from './payment-records.ts';
import { createRefundJournal, type RefundJournal } from './refund-journal.ts';
import { RefundQueue } from './refund-queue.ts';
import { RestoreLook } from './restore-look.ts';
import { createSettlementProof } from './settlement-proof.ts';
import { createWriteOffJournal, type WriteOff } from './write-off-journal.ts';
import { WriteOffQueue } from './write-off-queue.ts';

export interface PaymentDeskParts {
  readonly database: Database;
  /** See `ChargeJournalParts`. */
  readonly unreserved?: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly http: HttpClient;
  /** By id in the settings. */
  readonly erps: ReadonlyMap<string, PaymentErp>;
  readonly accounts: AccountBook;
  readonly readCertificateFile: ReadCertificateFile;
  readonly terminalId: string;
  /** IANA name: where the accounts' hours hold. */
  readonly timeZone: string;
  /** Whether money that must go back is sent by itself, or waits for a person. */
  readonly refunds: 'by-hand' | 'automatic';
  readonly chargeExpirySeconds: number;
  readonly erpChargeWaitSeconds: number;
  readonly random: () => number;
  readonly recordEvent: RecordEvent;
  /** Runs inside the transaction that makes a charge PAID, or REFUND_DUE because of what came. */
  readonly alongsidePaid: (charge: Charge) => void;
  readonly listener: PaymentListener;
  /** Shut by whoever keeps the storage. */
  readonly gate: PaymentGate;
}

/** Who wants to know what happens to charges and write-offs. */
export interface PaymentListener {
  chargeChanged(charge: Charge): void;
  /** After each look at the payee's side: whether it could be made. */
  chargeLooked(chargeId: string, worked: boolean): void;
  /** Whether PIX can be offered has changed. */
  offerChanged(): void;
  /** A write-off needs nothing more of the kiosk: it is done, or a person must decide. */
  writeOffEnded(writeOff: WriteOff): void;
}

/** Everything about money, put together: the cashier that makes charges, and the two that see them through. */
export interface PaymentDesk {
  readonly cashier: Cashier;
  /** What a technician sees of it all, and may do. */
  readonly records: PaymentRecords;
  /** How each account at a PSP answers; for a person. */
  listAccounts(): readonly AccountStanding[];
  /** A charge for which money came that is not back with its payer, and what became of it in the ERP. */
  findPaid(chargeId: string): SettledCharge | undefined;
  /** Takes up what an earlier run left open; call it once, before the first customer. */
  start(): void;
  /** Lets the step in hand finish; what is open stays in the journal. */
  stop(): Promise<void>;
}

/** A charge for which money came, and what became of it in the ERP. */
export interface SettledCharge {
  readonly charge: Charge;
  /** Of all its invoices together. */
  readonly settlement: Settlement;
  /** Of each, by its id; empty where what came settles none of them. */
  readonly byInvoice: ReadonlyMap<string, Settlement>;
}

/** How long (milliseconds) no PIX is offered, at most, while what an earlier run left open is looked at. */
const firstLooksPatienceMs = 20_000;

export function createPaymentDesk(parts: PaymentDeskParts): PaymentDesk {
  const { database, clock, log, random, recordEvent, listener } = parts;
  const raiseAlarm = createAlarms(database, clock, log);
  const recordMoney = createMoneyAudit(database, clock);
  const automatic = parts.refunds === 'automatic';
  const records = { database, clock, recordEvent, raiseAlarm, recordMoney };
  const refunds: RefundJournal = createRefundJournal({
    ...records,
    onReturned: (subject) => closeReturned(subject, { journal, writeOffs }),
  });
  const writeOffs = createWriteOffJournal({
    ...records,
    openRefund: (writeOffId, reason) => refunds.openInvoice(writeOffId, reason),
  });
  const journal = createChargeJournal({
    ...records,
    ...(parts.unreserved && { unreserved: parts.unreserved }),
    alongsidePaid: parts.alongsidePaid,
    writeOffs,
    refunds,
    refundLate: automatic,
  });
  const findErp = createFindErp(parts);
  const accounts = openAccounts(parts, findErp);
  const { findProvider } = accounts;
  const findRefunds = (chargeId: string) => {
    const charge = journal.find(chargeId);
    return charge && findProvider(charge)?.refunds;
  };
  const refundQueue = new RefundQueue({
    refunds,
    findRefunds,
    automatic,
    raiseAlarm,
    clock,
    log,
    random,
  });
  const queue = new WriteOffQueue({
    charges: journal,
    writeOffs,
    findErp,
    raiseAlarm,
    clock,
    log,
    random,
    onChange: (writeOff) => {
      if (writeOff.state === 'REFUND_DUE') refundQueue.noticeDue();
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
    findLine: accounts.findLine,
    onMoreMoney: () => refundQueue.noticeDue(),
    onChange: (charge) => {
      if (!isLive(charge.state)) queue.add(charge.id);
      refundQueue.noticeDue();
      lateLooks.add(charge.id);
      listener.chargeChanged(charge);
    },
    onLook: (chargeId, worked) => listener.chargeLooked(chargeId, worked),
  });
  const lateLooks = new LateLooks({
    journal,
    lookNow: (charge) => watcher.lookInTurn(charge),
    clock,
    log,
    random,
  });
  const cashier = new Cashier({
    ...parts,
    journal,
    writeOffs,
    watcher,
    findErp,
    findProvider,
    isDown: accounts.isDown,
    raiseAlarm,
  });
  const restoreLook = new RestoreLook({
    ...records,
    clients: accounts.clients,
    gate: parts.gate,
    log,
    random,
    onDone: () => listener.offerChanged(),
  });
  let opening: unknown;
  return {
    cashier,
    records: createPaymentRecords({
      database,
      clock,
      recordMoney,
      writeOffs,
      hasErp: (chargeId) => findErp(journal.find(chargeId)?.erp ?? '') !== undefined,
      tryNow: (id) => queue.tryNow(id),
      refunds,
      canRefund: (chargeId) => findRefunds(chargeId) !== undefined,
      send: (refund) => refundQueue.send(refund),
    }),
    listAccounts: () => accounts.list(),
    findPaid(chargeId) {
      const charge = journal.find(chargeId);
      // The wrong amount settles nothing.
      if (charge?.state === 'REFUND_DUE') return { charge, settlement: 'refund-due', byInvoice: new Map() };
      if (charge?.state !== 'PAID') return undefined;
      const list = writeOffs.listOf(chargeId);
      return { charge, settlement: settlementOf(list), byInvoice: settlementsByInvoice(list) };
    },
    start() {
      queue.resume();
      watcher.resume();
      lateLooks.resume();
      refundQueue.resume();
      restoreLook.start();
      const open = () => {
        clock.clearTimeout(opening);
        if (parts.gate.open('starting')) listener.offerChanged();
      };
      parts.gate.shut('starting');
      opening = clock.setTimeout(open, firstLooksPatienceMs);
      watcher.afterFirstLooks(open);
    },
    async stop() {
      clock.clearTimeout(opening);
      watcher.stop();
      lateLooks.stop();
      restoreLook.stop();
      await Promise.all([queue.stop(), refundQueue.stop(), accounts.close()]);
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
