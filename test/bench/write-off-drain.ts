import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Invoice } from '../../src-main/domain/invoice.ts';
import { failure, success } from '../../src-main/domain/result.ts';
import type { ErpLedger } from '../../src-main/payment/erp-ledger.ts';
import { createPaymentDesk } from '../../src-main/payment/payment-desk.ts';
import { systemClock } from '../../src-main/shell/system-clock.ts';
import type { Database } from '../../src-main/storage/database.ts';
import type { Figures } from './figure.ts';
import {
  AMOUNT_CENTS,
  awaitCharge,
  deskParts,
  ERP,
  invoiceIdOf,
  invoiceIdOfDocument,
  memoryFolder,
  newDatabase,
  newGate,
  openJournal,
  payCharge,
  withFolder,
} from './money.ts';
import { watchStalls } from './stalls.ts';

const MOST_SECONDS = 120;
/** Each more costs the wait before the next. */
const TRIES_IN_VAIN = 1;

/**
 * Write-offs that wait when the kiosk starts, of an ERP that is away at first and then answers at once: seconds from
 * its first answer to the last write-off, how much more memory the process has at most, and the longest that nothing
 * else could be done. The database lies in memory, where there is such a place: a disk would tell of little but
 * itself, with two commits for each. @throws when they do not come in the order in which they were paid
 */
export async function measureWriteOffDrain(writeOffs: number): Promise<Figures> {
  return withFolder(memoryFolder(), async (folder) => {
    const database = newDatabase(join(folder, 'balcao.db'));
    prime(database, writeOffs);
    const { ms, stallMs, growthMib } = await drain(database, writeOffs);
    database.close();
    return {
      'writeoff.drainS': { value: Number((ms / 1000).toFixed(2)), unit: 's', samples: 1 },
      'writeoff.drainMemoryMiB': { value: Math.max(1, Math.round(growthMib)), unit: 'MiB', samples: 1 },
      'writeoff.drainStallMs': { value: Math.max(1, Math.round(stallMs)), unit: 'ms', samples: 1 },
    };
  });
}

/** Charges that were paid while the ERP was away. */
function prime(database: Database, count: number): void {
  database.transaction(() => {
    const journal = openJournal(database, systemClock);
    for (let number = 0; number < count; number += 1)
      payCharge(journal, awaitCharge(journal, number), number);
  });
}

async function drain(
  database: Database,
  count: number,
): Promise<{ readonly ms: number; readonly stallMs: number; readonly growthMib: number }> {
  const erp = new InstantErp(TRIES_IN_VAIN);
  const rules = { repeat: 'never', settleWindowMs: 60_000, proofIntervalMs: 60_000, proofBy: [] } as const;
  const watch = watchProcess();
  let left = count;
  await new Promise<void>((resolve, reject) => {
    const overdue = setTimeout(() => {
      reject(new Error(`${left} write-offs are open after ${MOST_SECONDS} seconds`));
    }, MOST_SECONDS * 1000);
    const desk = createPaymentDesk({
      ...deskParts,
      database,
      clock: systemClock,
      gate: newGate(),
      erps: new Map([[ERP, { ledger: erp, rules }]]),
      listener: {
        ...deskParts.listener,
        writeOffEnded() {
          left -= 1;
          if (left > 0) return;
          clearTimeout(overdue);
          resolve(desk.stop());
        },
      },
    });
    desk.start();
  });
  const ms = performance.now() - erp.backAt;
  if (erp.writtenOff.some((invoiceId, place) => invoiceId !== invoiceIdOf(place))) {
    throw new Error('the write-offs did not come in the order in which they were paid');
  }
  return { ms, ...watch.stop() };
}

function watchProcess(): { stop(): { readonly stallMs: number; readonly growthMib: number } } {
  const stalls = watchStalls();
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 20);
  return {
    stop() {
      look();
      clearInterval(timer);
      return { stallMs: stalls.stop().ownMs, growthMib: (peak - before) / 2 ** 20 };
    },
  };
}

/** Lists one open invoice for each customer, and does what it is asked to in the next turn, as nothing comes sooner over a wire. */
class InstantErp implements ErpLedger {
  readonly writtenOff: string[] = [];
  /** When it answered for the first time. */
  backAt = 0;
  #inVain: number;

  constructor(inVain: number) {
    this.#inVain = inVain;
  }

  offers(): boolean {
    return true;
  }

  getCustomer(): ReturnType<ErpLedger['getCustomer']> {
    return Promise.resolve(success(undefined));
  }

  getInvoice(): ReturnType<ErpLedger['getInvoice']> {
    return Promise.resolve(success(undefined));
  }

  listStatement(): ReturnType<ErpLedger['listStatement']> {
    return Promise.resolve(success([]));
  }

  async listOpenInvoices(document: string): ReturnType<ErpLedger['listOpenInvoices']> {
    await turn();
    if (this.#inVain > 0) {
      this.#inVain -= 1;
      return failure({ kind: 'not-sent', detail: 'ECONNREFUSED' });
    }
    this.backAt ||= performance.now();
    return success([invoice(invoiceIdOfDocument(document))]);
  }

  async writeOffInvoice({
    invoiceId,
  }: {
    readonly invoiceId: string;
  }): ReturnType<ErpLedger['writeOffInvoice']> {
    await turn();
    this.writtenOff.push(invoiceId);
    return { outcome: 'accepted', detail: 'baixado' };
  }
}

function invoice(id: string): Invoice {
  return {
    id,
    contractIds: [],
    customerName: 'Maria da Silva Souza',
    description: 'Internet fibra 500 Mb',
    dueDate: '2026-12-11',
    originalCents: AMOUNT_CENTS,
    dueCents: AMOUNT_CENTS,
    interestCents: 0,
    fineCents: 0,
    discountCents: 0,
    slip: { sound: false, problem: 'absent' },
  };
}
