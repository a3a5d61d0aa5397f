import fc from 'fast-check';
import { z } from 'zod';
import { type ChargeState, isLive, mayBecome } from '../../src-main/domain/charge.ts';
import { MoneyAuditReader, readAuditLines } from '../../src-main/payment/money-audit-reading.ts';
import {
  type Closing,
  type ErpMood,
  type Happening,
  hour,
  invoiceIds,
  minute,
  type World,
} from '../unit/payment/money-world.ts';
import { customer, document } from '../unit/payment/till.ts';

/** What the customers know: which QRs they have seen, and whether the machine has the money they sent. */
export interface Model {
  shown: number;
  /** States of all charges after the last command, by id. */
  readonly states: Map<string, { readonly state: ChargeState; readonly txid: string }>;
  /** The audit log as it stood then. */
  audit: readonly string[];
}

export function freshModel(): Model {
  return { shown: 0, states: new Map(), audit: [] };
}

const chargeRow = z.object({ id: z.string(), txid: z.string(), state: z.string() });
const liveRow = z.object({ live: z.number() });

/** Something happens to the world, and what must hold after everything that happens is looked at. */
class MoneyCommand implements fc.AsyncCommand<Model, World> {
  readonly #happening: Happening;

  constructor(happening: Happening) {
    this.#happening = happening;
  }

  /** Nobody pays or gives up before a QR was shown. */
  check(model: Readonly<Model>): boolean {
    const { what } = this.#happening;
    return model.shown > 0 || (what !== 'pay' && what !== 'give up');
  }

  async run(model: Model, world: World): Promise<void> {
    const { what } = this.#happening;
    const before = what === 'clock set' ? snapshot(world) : undefined;
    await world.happen(this.#happening);
    // I10: by a wall clock that jumps alone nothing is decided.
    if (before !== undefined && before !== snapshot(world)) throw new Error('I10 the wall clock decided');
    expectNothingBroken(world);
    expectLawfulSteps(model, world);
    expectOneLiveCharge(world);
    expectGrowingAudit(model, world);
    model.shown = world.shown.size;
  }

  toString(): string {
    return JSON.stringify(this.#happening);
  }
}

function chargesOf(world: World) {
  return world.database.all('SELECT id, txid, state FROM charges ORDER BY rowid', chargeRow);
}

function snapshot(world: World): string {
  return JSON.stringify([chargesOf(world), world.writeOffs()]);
}

/** I3, I4, I5 and I8: seen in the moment by the world's own ledgers. */
function expectNothingBroken({ broken }: World): void {
  if (broken.length > 0) throw new Error(`broken: ${broken.join(', ')}`);
}

/** I6 and I8: a charge keeps its txid, and no state is left for one that does not follow from it. */
function expectLawfulSteps(model: Model, world: World): void {
  const now = new Map(chargesOf(world).map((row) => [row.id, { ...row, state: row.state as ChargeState }]));
  for (const [id, was] of model.states) {
    const is = now.get(id);
    if (is?.txid !== was.txid) throw new Error(`I6 charge ${id} changed its txid or is gone`);
    if (!isReachable(was.state, is.state))
      throw new Error(`I8 a charge that was ${was.state} is ${is.state}`);
  }
  for (const [id, row] of now) model.states.set(id, row);
}

/** In any number of steps: a command may let minutes go by. */
function isReachable(from: ChargeState, to: ChargeState, seen: readonly ChargeState[] = []): boolean {
  if (from === to) return true;
  const all: readonly ChargeState[] = [
    'REQUESTED',
    'AWAITING',
    'PAID',
    'EXPIRED',
    'CANCELLED',
    'REFUND_DUE',
    'REFUNDED',
  ];
  return all.some(
    (next) => !seen.includes(next) && mayBecome(from, next) && isReachable(next, to, [...seen, next]),
  );
}

/** I6. */
function expectOneLiveCharge(world: World): void {
  const twice = world.database.all(
    `SELECT count(*) AS live FROM charge_invoices JOIN charges ON charges.id = charge_id
     WHERE charges.state IN ('CREATED', 'REQUESTED', 'AWAITING') GROUP BY charge_invoices.invoice_id HAVING live > 1`,
    liveRow,
  );
  if (twice.length > 0) throw new Error('I6 an invoice has two live charges');
}

/** I12: the audit log only grows, holds together and names nobody. */
function expectGrowingAudit(model: Model, world: World): void {
  const reader = new MoneyAuditReader();
  const lines = [...readAuditLines(world.database)].flat();
  for (const line of lines) reader.take(line);
  const { fault } = reader.finish();
  if (fault) throw new Error(`I12 the audit log is ${fault.what} at ${fault.seq}`);
  const texts = lines.map(({ line }) => line);
  if (model.audit.some((line, place) => texts[place] !== line))
    throw new Error('I12 the audit log was changed');
  if (texts.some((line) => line.includes(document) || line.includes(customer.name))) {
    throw new Error('I12 the audit log names a customer');
  }
  model.audit = texts;
}

const anyInvoice = fc.constantFrom(...invoiceIds);
/** Counts from the QR that was shown last. */
const recent = fc.nat({ max: 2 });
const rarely = fc.integer({ min: 0, max: 3 }).map((number) => number === 0);

const mood = fc.constantFrom<ErpMood>(
  'does it',
  'does it, answer lost',
  'does nothing, answer lost',
  'does it minutes later',
  'refuses',
  'is not reached',
  'does it and never answers',
  'never answers',
);

function happenings<const What extends Happening['what']>(
  what: What,
  rest: {
    [Key in Exclude<keyof Extract<Happening, { what: What }>, 'what'>]: fc.Arbitrary<
      Extract<Happening, { what: What }>[Key]
    >;
  },
): fc.Arbitrary<MoneyCommand> {
  return fc
    .record(rest as Record<string, fc.Arbitrary<unknown>>)
    .map((details) => new MoneyCommand({ what, ...details } as Happening));
}

/** Customer, PSP, ERP, technician, clock and crashes; each `fc.commands` draws any of them at any time. */
export const moneyCommands: readonly fc.Arbitrary<MoneyCommand>[] = [
  happenings('order', { invoiceId: anyInvoice }),
  happenings('order', { invoiceId: anyInvoice }),
  happenings('order and pay', { invoiceId: anyInvoice }),
  happenings('pay an old QR', { invoiceId: anyInvoice }),
  happenings('pay', { recent, wrongly: rarely }),
  happenings('pay', { recent, wrongly: fc.constant(false) }),
  happenings('give up', { recent }),
  happenings('wait', { ms: fc.integer({ min: 500, max: 12 * minute }) }),
  happenings('wait', { ms: fc.integer({ min: 500, max: 30_000 }) }),
  happenings('erp mood', { mood }),
  happenings('erp unreadable', { on: rarely }),
  happenings('psp trouble', { on: rarely, acts: fc.boolean() }),
  happenings('settled elsewhere', { invoiceId: anyInvoice, statement: fc.boolean() }),
  happenings('technician tries again', { recent }),
  happenings('technician closes', {
    recent,
    how: fc.constantFrom<Closing>('written off at the ERP', 'given back'),
  }),
  happenings('power cut', {}),
  happenings('power cut soon', { after: fc.nat({ max: 25 }) }),
  happenings('clock set', { by: fc.constantFrom(hour, -hour, 8_760 * hour, -8_760 * hour) }),
];

/** Nothing that can still be paid is left when all is healed and days went by. */
export function expectAtRest(world: World): void {
  const live = chargesOf(world).filter(({ state }) => isLive(state as ChargeState));
  if (live.length > 0) throw new Error(`I2 still live: ${JSON.stringify(live)}`);
}
