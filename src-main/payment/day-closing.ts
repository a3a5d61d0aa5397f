import type { CalendarDate } from '../domain/calendar-date.ts';
import { type DayBounds, dayBounds } from '../domain/day-bounds.ts';
import type { Cents } from '../domain/money.ts';
import { type ChargeStanding, fatesOf, type MoneyFates } from './money-standing.ts';

/** Amounts of a day; all but `charged`, `chargedCount` and `paidCount` are parts of `paid` and add up to it. */
export interface ClosingSums extends MoneyFates {
  /** QRs shown that day by the kiosk's clock, paid or not. */
  readonly charged: Cents;
  readonly chargedCount: number;
  /** Paid that day by the PSP's clock, whenever they were charged; the ERP's own PIX by the kiosk's. */
  readonly paidCount: number;
}

export interface ClosingGroup extends ClosingSums {
  readonly erp: string;
  /** Absent: the ERP's own PIX. */
  readonly account?: string;
}

/** The day's payments and what has become of them until now. */
export interface DayClosing {
  readonly day: CalendarDate;
  /** IANA name; where the day is meant. */
  readonly timeZone: string;
  /** By ERP and account. */
  readonly groups: readonly ClosingGroup[];
  readonly total: ClosingSums;
  /** Paid before that day and still on its way, waiting for a person, or to be given back. */
  readonly openFromBefore: { readonly count: number; readonly cents: Cents };
}

const nothing: ClosingSums = {
  charged: 0,
  chargedCount: 0,
  paidCount: 0,
  paid: 0,
  writtenOff: 0,
  settledByErp: 0,
  pending: 0,
  forPerson: 0,
  closedByHand: 0,
  refundDue: 0,
  refunded: 0,
};

/** So many charges are added up at once; less than a millisecond. */
const BATCH = 500;

/** Adds up a day, in steps: who shares the thread can take turns. */
export function* closeDay(
  standings: readonly ChargeStanding[],
  day: CalendarDate,
  timeZone: string,
): Generator<undefined, DayClosing> {
  const bounds = dayBounds(day, timeZone);
  const groups = new Map<string, ClosingGroup>();
  let openFromBefore = { count: 0, cents: 0 };
  for (const [index, standing] of standings.entries()) {
    if (index % BATCH === 0) yield;
    const { erp, account } = standing.charge;
    const key = JSON.stringify([erp, account ?? null]);
    const sums = sumsOf(standing, bounds);
    const group = groups.get(key) ?? { ...nothing, erp, ...(account !== undefined && { account }) };
    if (sums) groups.set(key, { ...group, ...add(group, sums) });
    const open = openBefore(standing, bounds);
    if (open > 0) openFromBefore = { count: openFromBefore.count + 1, cents: openFromBefore.cents + open };
  }
  const sorted = [...groups.values()].toSorted(
    (one, other) =>
      one.erp.localeCompare(other.erp) || (one.account ?? '').localeCompare(other.account ?? ''),
  );
  return { day, timeZone, groups: sorted, total: sorted.reduce(add, nothing), openFromBefore };
}

/** What a charge adds to a day; undefined: nothing. */
function sumsOf(standing: ChargeStanding, bounds: DayBounds): ClosingSums | undefined {
  const asked = isWithin(standing.askedAt, bounds);
  const fates = isWithin(standing.paidAt, bounds) ? fatesOf(standing) : undefined;
  if (!asked && !fates) return undefined;
  return {
    ...nothing,
    ...(asked && { charged: standing.charge.cents, chargedCount: 1 }),
    ...(fates && { ...fates, paidCount: 1 }),
  };
}

function openBefore(standing: ChargeStanding, { from }: DayBounds): Cents {
  if (standing.paidAt === undefined || standing.paidAt >= from) return 0;
  const fates = fatesOf(standing);
  return fates ? fates.pending + fates.forPerson + fates.refundDue : 0;
}

function isWithin(moment: number | undefined, { from, to }: DayBounds): boolean {
  return moment !== undefined && moment >= from && moment < to;
}

function add(one: ClosingSums, other: ClosingSums): ClosingSums {
  return {
    charged: one.charged + other.charged,
    chargedCount: one.chargedCount + other.chargedCount,
    paidCount: one.paidCount + other.paidCount,
    paid: one.paid + other.paid,
    writtenOff: one.writtenOff + other.writtenOff,
    settledByErp: one.settledByErp + other.settledByErp,
    pending: one.pending + other.pending,
    forPerson: one.forPerson + other.forPerson,
    closedByHand: one.closedByHand + other.closedByHand,
    refundDue: one.refundDue + other.refundDue,
    refunded: one.refunded + other.refunded,
  };
}
