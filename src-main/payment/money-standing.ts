import type { Cents } from '../domain/money.ts';
import type { ChargeEntry, RefundEntry, WriteOffEntry } from './money-audit.ts';
import type { AuditedEntry } from './money-audit-reading.ts';

/** How a charge stands after all its entries. */
export interface ChargeStanding {
  /** As the last entry has it. */
  readonly charge: ChargeEntry;
  /** Wall time when its QR was first shown, or when it was paid without. */
  readonly askedAt?: number;
  /** Milliseconds by the PSP's clock where it told, else by the kiosk's. */
  readonly paidAt?: number;
  readonly writeOffs: ReadonlyMap<string, WriteOffEntry>;
  readonly refunds: ReadonlyMap<string, RefundEntry>;
}

interface Growing extends ChargeStanding {
  charge: ChargeEntry;
  askedAt?: number;
  paidAt?: number;
  readonly writeOffs: Map<string, WriteOffEntry>;
  refunds: ReadonlyMap<string, RefundEntry>;
}

/** Most charges have none; there may be hundreds of thousands of them. */
const noRefunds: ReadonlyMap<string, RefundEntry> = new Map();

/** Adds the audit's entries up to how each charge stands now. */
export class MoneyStandings {
  readonly #charges = new Map<string, Growing>();
  readonly #restoredAt: number[] = [];

  take(entry: AuditedEntry): void {
    switch (entry.kind) {
      case 'charge':
        return this.#takeCharge(entry, entry.at);
      case 'write-off':
        this.#charges.get(entry.charge)?.writeOffs.set(entry.id, entry);
        return;
      case 'refund':
        return this.#takeRefund(entry);
      case 'restored':
        this.#restoredAt.push(entry.at);
    }
  }

  /** In the order in which they were made. */
  list(): readonly ChargeStanding[] {
    return [...this.#charges.values()];
  }

  /** Wall times, milliseconds, at which a backup took the place of a damaged database. */
  get restoredAt(): readonly number[] {
    return this.#restoredAt;
  }

  find(chargeId: string): ChargeStanding | undefined {
    return this.#charges.get(chargeId);
  }

  #takeRefund(entry: RefundEntry): void {
    const standing = this.#charges.get(entry.charge);
    if (standing) standing.refunds = new Map([...standing.refunds, [entry.id, entry]]);
  }

  #takeCharge(entry: ChargeEntry, at: number): void {
    const known = this.#charges.get(entry.id);
    const standing: Growing = known ?? {
      charge: entry,
      writeOffs: new Map(),
      refunds: noRefunds,
    };
    if (!known) this.#charges.set(entry.id, standing);
    standing.charge = entry;
    if (entry.state === 'AWAITING' || entry.paid) standing.askedAt ??= at;
    if (entry.paid) standing.paidAt ??= entry.paid.at ?? at;
  }
}

/** Where the money of a paid charge is; the parts add up to `paid`. */
export interface MoneyFates {
  readonly paid: Cents;
  /** The ERP has it as paid, by our write-off. */
  readonly writtenOff: Cents;
  /** The ERP's own PIX, which it settles itself. */
  readonly settledByErp: Cents;
  /** On its way to the ERP. */
  readonly pending: Cents;
  /** A person must look at it. */
  readonly forPerson: Cents;
  readonly closedByHand: Cents;
  readonly refundDue: Cents;
  readonly refunded: Cents;
}

type Fate = Exclude<keyof MoneyFates, 'paid'>;

const fateOfWriteOff: Readonly<Record<WriteOffEntry['state'], Fate>> = {
  PENDING: 'pending',
  SENT: 'pending',
  UNKNOWN: 'pending',
  DONE: 'writtenOff',
  DONE_BY_RECONCILIATION: 'writtenOff',
  NOT_OURS: 'settledByErp',
  MANUAL: 'forPerson',
  REFUND_DUE: 'refundDue',
  REFUNDED: 'refunded',
  HANDLED: 'closedByHand',
};

/** What a refund takes from first: what was waiting for it. */
const refundOrder: readonly Fate[] = [
  'refundDue',
  'closedByHand',
  'forPerson',
  'pending',
  'writtenOff',
  'settledByErp',
];

/** Splits what came in by what became of it; undefined for a charge that nobody paid. */
export function fatesOf({ charge, writeOffs, refunds }: ChargeStanding): MoneyFates | undefined {
  if (!charge.paid) return undefined;
  const fates: Record<Fate, Cents> = {
    writtenOff: 0,
    settledByErp: 0,
    pending: 0,
    forPerson: 0,
    closedByHand: 0,
    refundDue: 0,
    refunded: 0,
  };
  let rest = charge.paid.cents;
  for (const { state, cents } of writeOffs.values()) {
    fates[fateOfWriteOff[state]] += cents;
    rest -= cents;
  }
  // What no write-off stands for came too much, or for an amount that was never asked.
  fates[fateOfRest(charge)] += rest;
  const handled = [...refunds.values()].filter(({ state }) => state === 'HANDLED');
  const byHand = Math.min(
    fates.refundDue,
    handled.reduce((sum, { cents }) => sum + cents, 0),
  );
  fates.refundDue -= byHand;
  fates.closedByHand += byHand;
  const done = [...refunds.values()].filter(({ state }) => state === 'DONE');
  // The refund itself may be written down before what it was for changes its state.
  giveBack(
    fates,
    done.reduce((sum, { cents }) => sum + cents, -fates.refunded),
  );
  return { paid: charge.paid.cents, ...fates };
}

function fateOfRest({ state }: ChargeEntry): Fate {
  if (state === 'HANDLED') return 'closedByHand';
  return state === 'REFUNDED' ? 'refunded' : 'refundDue';
}

function giveBack(fates: Record<Fate, Cents>, cents: Cents): void {
  let left = Math.max(0, cents);
  for (const fate of refundOrder) {
    const taken = Math.min(left, Math.max(0, fates[fate]));
    fates[fate] -= taken;
    fates.refunded += taken;
    left -= taken;
  }
}
