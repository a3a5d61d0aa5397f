import { type Charge, isConfirmedByErp, isLive } from '../domain/charge.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import type { ChargeJournal } from './charge-journal.ts';
import { type ChargeOrder, type ChargeProblem, readAgain, settledAmong } from './charge-order.ts';
import type { ChargeWatcher } from './charge-watcher.ts';
import { Collection, type CollectionParts, type PixOffer, type SeveralOffer } from './collection.ts';
import type { FindProvider, PixProvider } from './pix-provider.ts';
import type { WriteOffJournal } from './write-off-journal.ts';

/** A charge in the customer's hands: either its QR, or the news that it is already paid. */
export interface OpenCharge {
  readonly charge: Charge;
  /** Milliseconds in which it can still be paid. */
  readonly remainingMs: number;
}

/** How a wish to give up a charge ended. `unknown`: the payee's side could not be asked; the watcher goes on. */
export type CancelOutcome = 'cancelled' | 'paid' | 'unknown';

export interface CashierParts extends CollectionParts {
  readonly journal: ChargeJournal;
  readonly writeOffs: WriteOffJournal;
  readonly watcher: ChargeWatcher;
  readonly findProvider: FindProvider;
  readonly log: Log;
}

/** A charge with less time than this is not handed out again: nobody opens their bank's app in less. */
const leastUsefulMs = 60_000;

const paymentsOff: RemoteFailure = { kind: 'not-sent', detail: 'no payment may begin now' };

/** Makes charges and takes them back. One live charge per invoice; the same one comes back to the same customer. */
export class Cashier {
  readonly #parts: CashierParts;
  readonly #collection: Collection;

  constructor(parts: CashierParts) {
    this.#parts = parts;
    this.#collection = new Collection(parts);
  }

  /** Whether the invoice can be offered for PIX now, and if not, why. */
  offerFor(invoice: OpenInvoice): PixOffer {
    return this.#collection.offerFor(invoice);
  }

  /** Names who would collect the invoice together with others; `undefined`: nobody. */
  collectorOf(invoice: OpenInvoice): string | undefined {
    return this.#collection.collectorOf(invoice);
  }

  /** Whether these can be paid in one PIX now, and if not, why. */
  offerForSeveral(invoices: readonly OpenInvoice[]): SeveralOffer {
    return this.#collection.offerForSeveral(invoices);
  }

  /** Whether no account of ours can collect anything now. */
  isUnavailable(): boolean {
    return this.#collection.isUnavailable();
  }

  /** Steps S1 to S4: reads the invoices again, writes the intent down, asks the PSP, writes the QR down. */
  async charge(order: ChargeOrder): Promise<Result<OpenCharge, ChargeProblem>> {
    if (!this.#parts.gate.isOpen()) return failure({ kind: 'pix', failure: paymentsOff });
    const invoices = await readAgain(order, this.#parts);
    if (!invoices.ok) return invoices;
    const current = { ...order, invoices: invoices.value };
    return (await this.#takeUpLive(current)) ?? this.#open(current);
  }

  /** The customer gives up on purpose: nobody should be able to pay it afterwards. */
  async cancel(chargeId: string): Promise<CancelOutcome> {
    const charge = this.#parts.journal.find(chargeId);
    if (!charge) return 'unknown';
    return isLive(charge.state) ? this.#withdraw(charge) : ended(charge);
  }

  /** A customer stands before the charge, or walked off and leaves it to its expiry. */
  setAttended(chargeId: string, attended: boolean): void {
    const charge = this.#parts.journal.find(chargeId);
    if (charge) this.#parts.watcher.setAttended(charge, attended);
  }

  /** The earlier charge of exactly these invoices, if it can still be used; otherwise makes room for a new one. */
  async #takeUpLive(order: ChargeOrder): Promise<Result<OpenCharge, ChargeProblem> | undefined> {
    for (const charge of this.#listLive(order)) {
      const outcome = await this.#takeUp(charge, order);
      if (outcome) return outcome;
    }
    return undefined;
  }

  #listLive({ invoices }: ChargeOrder): readonly Charge[] {
    const found = invoices.flatMap(({ erp, id }) => this.#parts.journal.findLive(erp, id) ?? []);
    return [...new Map(found.map((charge) => [charge.id, charge])).values()];
  }

  async #takeUp(found: Charge, order: ChargeOrder): Promise<Result<OpenCharge, ChargeProblem> | undefined> {
    const { journal, watcher } = this.#parts;
    const covered = order.invoices.filter((invoice) => partOf(found, invoice) !== undefined);
    const isTheirs = found.document === order.document && covered.length === order.invoices.length;
    // What happens to it from now on, its receipt too, belongs to the customer who stands here.
    const live = isTheirs ? journal.moveToVisit(found, order.visitId) : found;
    const remainingMs = watcher.remainingMs(live.id);
    const sameOffer = isTheirs && isFor(live, order) && this.#collection.canSettle(live.source, live);
    if (sameOffer && live.state === 'AWAITING' && remainingMs >= leastUsefulMs) {
      watcher.setAttended(live, true);
      return success({ charge: live, remainingMs });
    }
    const outcome = await this.#withdraw(live);
    if (outcome === 'cancelled') return undefined;
    if (outcome === 'unknown') {
      if (live.state === 'AWAITING') return failure({ kind: 'earlier-charge-open' });
      return failure({
        kind: 'pix',
        failure: { kind: 'no-answer', detail: 'an earlier charge is still open' },
      });
    }
    if (!isTheirs) return failure(settledAmong(order.invoices, covered));
    return success({ charge: this.#current(live), remainingMs: 0 });
  }

  async #withdraw(charge: Charge): Promise<CancelOutcome> {
    const provider = this.#parts.findProvider(charge);
    if (!provider) return 'unknown';
    await provider.cancel(charge);
    // Whatever the answer to the cancelling was, only a look tells whether the payer was quicker.
    const seen = await this.#parts.watcher.lookNow(this.#current(charge));
    if ('kind' in seen) return 'unknown';
    if (!isLive(seen.state)) return ended(seen);
    if (!isConfirmedByErp(seen.source)) return 'unknown';
    // Nobody can take back the ERP's own code or a static one; should it be paid after all, the ERP settles it.
    this.#parts.journal.markCancelled(seen);
    return 'cancelled';
  }

  async #open(order: ChargeOrder): Promise<Result<OpenCharge, ChargeProblem>> {
    const intent = this.#collection.intentFor(order);
    if (!intent.ok) return intent;
    const provider = this.#parts.findProvider(intent.value);
    if (!provider) return failure({ kind: 'account-missing' });
    const created = this.#parts.journal.create(intent.value);
    if (!created.ok) {
      return failure({ kind: 'pix', failure: { kind: 'no-answer', detail: created.error } });
    }
    const requested = this.#parts.journal.markRequested(created.value);
    // Writing it down is what brings a full disk to light. The PSP has heard nothing yet.
    if (!this.#parts.gate.isOpen()) {
      this.#parts.journal.markCancelled(requested);
      return failure({ kind: 'pix', failure: paymentsOff });
    }
    return this.#request(requested, provider);
  }

  async #request(charge: Charge, provider: PixProvider): Promise<Result<OpenCharge, ChargeProblem>> {
    const { journal, watcher, log } = this.#parts;
    const answer = await provider.request(charge);
    if (answer.ok) return this.#hand(journal.markAwaiting(charge, answer.value.brCode));
    log.warn('CHARGE-REQUEST-FAILED', {
      chargeId: charge.id,
      kind: answer.error.kind,
      detail: answer.error.detail,
    });
    // It may have been made all the same: ask by our own txid before telling the customer anything.
    const seen = await watcher.lookNow(charge);
    if (!('kind' in seen) && seen.state === 'AWAITING') return this.#hand(seen);
    if ('kind' in seen) watcher.watch(charge, false);
    return failure({ kind: 'pix', failure: answer.error });
  }

  #hand(charge: Charge): Result<OpenCharge, ChargeProblem> {
    this.#parts.watcher.watch(charge, true);
    return success({ charge, remainingMs: charge.expirySeconds * 1000 });
  }

  #current(charge: Charge): Charge {
    return this.#parts.journal.find(charge.id) ?? charge;
  }
}

/** What became of a charge that is no longer live. One found unpaid after its expiry is as good as cancelled. */
function ended({ state }: Charge): CancelOutcome {
  return state === 'CANCELLED' || state === 'EXPIRED' ? 'cancelled' : 'paid';
}

/** The invoice within the charge. */
function partOf({ erp, invoices }: Charge, invoice: OpenInvoice): Charge['invoices'][number] | undefined {
  return erp === invoice.erp ? invoices.find(({ invoiceId }) => invoiceId === invoice.id) : undefined;
}

/** Whether the charge is for exactly these invoices at these amounts. */
function isFor(charge: Charge, { invoices }: ChargeOrder): boolean {
  return (
    charge.invoices.length === invoices.length &&
    invoices.every((invoice) => partOf(charge, invoice)?.amountCents === invoice.dueCents)
  );
}
