import { z } from 'zod';
import type { Charge, ChargeState, Payment } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { Cents } from '../domain/money.ts';
import type { WriteOffState } from '../domain/write-off.ts';
import type { Database } from '../storage/database.ts';
import { CHAIN_START, type ChainEnd, chainLine, readChainLine } from '../storage/hash-chain.ts';

/**
 * One transition of money: ids and amounts only (I12), so that erasing what is known of a person never touches it.
 * `HANDLED`: a person closed it by hand; why is said elsewhere.
 */
export type MoneyEntry = ChargeEntry | WriteOffEntry | RefundEntry | RestoredEntry;

export interface ChargeEntry {
  readonly kind: 'charge';
  readonly id: string;
  readonly state: ChargeState | 'HANDLED';
  readonly erp: string;
  /** Absent: the ERP's own PIX. */
  readonly account?: string;
  readonly txid: string;
  /** What was asked for. */
  readonly cents: Cents;
  /** What came, from the moment it came. */
  readonly paid?: {
    readonly cents: Cents;
    /** Milliseconds since the Unix epoch by the PSP's clock; absent where it said nothing readable. */
    readonly at?: number;
    readonly endToEndId?: string;
  };
}

/** Of one invoice of a paid charge. */
export interface WriteOffEntry {
  readonly kind: 'write-off';
  readonly id: string;
  readonly charge: string;
  readonly invoice: string;
  readonly state: WriteOffState | 'HANDLED';
  readonly erp: string;
  readonly account?: string;
  readonly cents: Cents;
}

/** Money on its way back to the payer. */
export interface RefundEntry {
  readonly kind: 'refund';
  readonly id: string;
  readonly charge: string;
  /** `HANDLED`: only of a second payment, which no write-off stands for. */
  readonly state: 'REQUESTED' | 'PROCESSING' | 'DONE' | 'FAILED' | 'HANDLED';
  readonly erp: string;
  readonly account?: string;
  readonly cents: Cents;
}

/** The database was damaged: what stands before is the backup's, what happened between is missing. */
export interface RestoredEntry {
  readonly kind: 'restored';
  /** Wall time of the backup, milliseconds; absent: there was none, and the audit begins here. */
  readonly backupAt?: number;
}

/** Appends an entry; call it in the transaction of the transition, so that both are on disk or neither. */
export type RecordMoney = (entry: MoneyEntry) => void;

const lastRow = z.object({ seq: z.number().int(), line: z.string() });

/** What follows an entry that is not what its hash says leans on nothing: the break stays visible, money goes on. */
const BROKEN = 'f'.repeat(64);

/** The money's audit log: the table `money_audit`, whose rows can only be added and each lean on the one before. */
export function createMoneyAudit(database: Database, clock: Pick<Clock, 'wallTime'>): RecordMoney {
  return (entry) =>
    database.transaction(() => {
      const item = { at: Math.trunc(clock.wallTime()), ...entry };
      const { line, end } = chainLine(item, moneyAuditHead(database));
      database.run('INSERT INTO money_audit (seq, line) VALUES ($seq, $line)', { seq: end.seq, line });
    });
}

/** The last entry's place and hash: noted elsewhere, it shows an end that was cut off. */
export function moneyAuditHead(database: Database): ChainEnd {
  const last = database.get('SELECT seq, line FROM money_audit ORDER BY seq DESC LIMIT 1', lastRow);
  if (!last) return CHAIN_START;
  return { seq: last.seq, hash: readChainLine(Buffer.from(last.line))?.hash ?? BROKEN };
}

/** The entry of a charge as it is now. */
export function chargeEntry(charge: Charge, state: ChargeEntry['state'] = charge.state): ChargeEntry {
  return {
    kind: 'charge',
    id: charge.id,
    state,
    erp: charge.erp,
    ...(charge.accountId !== undefined && { account: charge.accountId }),
    txid: charge.txid,
    cents: charge.amountCents,
    ...(charge.payment && { paid: paidEntry(charge.payment) }),
  };
}

function paidEntry({ amountCents, paidAt, endToEndId }: Payment): NonNullable<ChargeEntry['paid']> {
  const at = Date.parse(paidAt);
  return {
    cents: amountCents,
    ...(Number.isFinite(at) && { at }),
    ...(endToEndId !== undefined && { endToEndId }),
  };
}
