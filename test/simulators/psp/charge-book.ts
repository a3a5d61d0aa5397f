import { dynamicBrCode } from '../codes/br-code.ts';
import type { RequestedCharge, RevisedCharge } from './cob-body.ts';
import type { ChargeRow, Payment, PspLedger } from './ledger.ts';
import { type ChargeKind, type Location, LocationBook } from './location-book.ts';

/** What a payer's bank sends. */
export interface PayOptions {
  /** Another amount than the charge's, in cents. */
  readonly amountCents?: number;
  /** When the PIX settled, milliseconds since the epoch; default now. */
  readonly at?: number;
  /** Pays although the charge is expired, removed or paid already. */
  readonly force?: boolean;
}

export type PayRefusal = 'unknown' | 'expired' | 'already-paid' | 'removed';

export type PayOutcome =
  | { readonly paid: true; readonly endToEndId: string }
  | { readonly paid: false; readonly reason: PayRefusal };

/** A charge with everything that its answers show. */
export interface Charge {
  readonly kind: ChargeKind;
  readonly row: ChargeRow;
  readonly location: Location;
  readonly pixCopiaECola: string;
  /** What was asked for, by revision; the last one counts. */
  readonly revisions: readonly RequestedCharge[];
}

/** The receiver as payers' banks show it. */
export interface Payee {
  readonly name: string;
  readonly city: string;
}

/** The simulated PSP's charges and the PIX that came in for them. */
export class ChargeBook {
  readonly ledger: PspLedger = { requests: {}, charges: [], refunds: [] };
  readonly locations: LocationBook;
  private readonly charges = new Map<string, Charge & { revisions: RequestedCharge[] }>();
  private readonly payee: Payee;
  private readonly now: () => number;
  private paymentCount = 0;

  constructor(payee: Payee, now: () => number) {
    this.payee = payee;
    this.now = now;
    this.locations = new LocationBook(now);
  }

  /** The charge of this kind; a txid is unique among both. */
  find(txid: string, kind: ChargeKind): Charge | undefined {
    const charge = this.charges.get(txid);
    return charge?.kind === kind ? charge : undefined;
  }

  isTaken(txid: string): boolean {
    return this.charges.has(txid);
  }

  /** A charge at its own location or at one that was made before. */
  create(txid: string, kind: ChargeKind, requested: RequestedCharge): Charge {
    const location = this.locations.bind(kind, txid, requested.loc?.id);
    const row: ChargeRow = {
      txid,
      status: 'ATIVA',
      amount: requested.valor.original,
      createdAt: new Date(this.now()).toISOString(),
      expirySeconds: secondsToPay(requested, this.now()),
      payments: [],
    };
    const charge = {
      kind,
      row,
      location,
      pixCopiaECola: dynamicBrCode(location.url, this.payee.name, this.payee.city),
      revisions: [requested],
    };
    this.charges.set(txid, charge);
    this.ledger.charges.push(row);
    return charge;
  }

  /** Applies a revision to an active charge. */
  revise(txid: string, change: RevisedCharge): Charge | undefined {
    const charge = this.charges.get(txid);
    const current = charge?.revisions.at(-1);
    if (charge === undefined || current === undefined) return undefined;
    if ('status' in change) {
      charge.row.status = change.status;
      charge.revisions.push(current);
      return charge;
    }
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const next: RequestedCharge = { ...current, ...given };
    charge.revisions.push(next);
    charge.row.amount = next.valor.original;
    charge.row.expirySeconds = secondsToPay(next, Date.parse(charge.row.createdAt));
    return charge;
  }

  /** The PSP takes the charge away by itself. */
  removeByPsp(txid: string): boolean {
    const charge = this.charges.get(txid);
    if (charge === undefined) return false;
    charge.row.status = 'REMOVIDA_PELO_PSP';
    return true;
  }

  /** Pays as the payer's bank would: it refuses what can no longer be paid, unless forced. */
  pay(txid: string, options: PayOptions = {}): PayOutcome {
    const charge = this.charges.get(txid);
    if (charge === undefined) return { paid: false, reason: 'unknown' };
    const at = options.at ?? this.now();
    const reason = options.force === true ? undefined : refusal(charge.row, at);
    if (reason !== undefined) return { paid: false, reason };
    const amount = options.amountCents === undefined ? charge.row.amount : reais(options.amountCents);
    const payment: Payment = { endToEndId: this.endToEndId(at), amount, at: new Date(at).toISOString() };
    charge.row.payments.push(payment);
    // A removed charge stays removed even when a PIX slipped through: only its `pix` tells.
    if (charge.row.status === 'ATIVA') charge.row.status = 'CONCLUIDA';
    return { paid: true, endToEndId: payment.endToEndId };
  }

  /** Every PIX received, with the txid of its charge, in the order of the charges. */
  payments(): readonly (Payment & { readonly txid: string })[] {
    return this.ledger.charges.flatMap(({ txid, payments }) =>
      payments.map((payment) => ({ ...payment, txid })),
    );
  }

  /** E + ISPB (8) + yyyyMMddHHmm + 11 characters of the payer's bank. */
  private endToEndId(at: number): string {
    this.paymentCount += 1;
    const minute = new Date(at).toISOString().replace(/\D/g, '').slice(0, 12);
    return `E99999999${minute}sim${String(this.paymentCount).padStart(8, '0')}`;
  }
}

function refusal(row: ChargeRow, at: number): PayRefusal | undefined {
  if (row.status === 'CONCLUIDA') return 'already-paid';
  if (row.status !== 'ATIVA') return 'removed';
  return at >= Date.parse(row.createdAt) + row.expirySeconds * 1000 ? 'expired' : undefined;
}

/** How long a charge made at `now` can be paid. The due day and those after it count to their end, at UTC. */
function secondsToPay({ calendario }: RequestedCharge, now: number): number {
  if ('expiracao' in calendario) return calendario.expiracao;
  const days = calendario.validadeAposVencimento + 1;
  return Math.ceil((Date.parse(calendario.dataDeVencimento) + days * 86_400_000 - now) / 1000);
}

function reais(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
