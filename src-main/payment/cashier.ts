import { type Charge, isLive } from '../domain/charge.ts';
import type { KnownCustomer, OpenInvoice } from '../domain/customer-account.ts';
import { maskName } from '../domain/person-name.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { Log } from '../logging/log.ts';
import { type AccountBook, chooseAccount } from './accounts.ts';
import type { RaiseAlarm } from './alarms.ts';
import type { ChargeIntent, ChargeJournal } from './charge-journal.ts';
import type { ChargeWatcher } from './charge-watcher.ts';
import type { FindErp } from './erp-ledger.ts';
import { readErpPixCode } from './erp-pix.ts';
import type { FindProvider, PixProvider } from './pix-provider.ts';
import type { WriteOffJournal } from './write-off-journal.ts';

/** What the customer agreed to pay on the screen. */
export interface ChargeOrder {
  readonly visitId: string;
  readonly document: string;
  readonly customer: Pick<KnownCustomer, 'name' | 'erpIds'>;
  readonly invoice: OpenInvoice;
}

/** A charge in the customer's hands: either its QR, or the news that it is already paid. */
export interface OpenCharge {
  readonly charge: Charge;
  /** Milliseconds in which it can still be paid. */
  readonly remainingMs: number;
}

export type ChargeProblem =
  /** The ERP did not let us read the invoice again, so nothing is charged on a stale amount. */
  | { readonly kind: 'erp'; readonly failure: RemoteFailure }
  | { readonly kind: 'invoice-settled' }
  | { readonly kind: 'invoice-changed'; readonly invoice: OpenInvoice }
  | { readonly kind: 'account-missing' }
  /** Its ERP cannot be told of a payment: money taken here would leave the invoice open. */
  | { readonly kind: 'no-write-off' }
  /** An earlier QR of this invoice was shown and could not be taken back for certain: it may have been paid. */
  | { readonly kind: 'earlier-charge-open' }
  | { readonly kind: 'pix'; readonly failure: RemoteFailure };

/** How a wish to give up a charge ended. `unknown`: the payee's side could not be asked; the watcher goes on. */
export type CancelOutcome = 'cancelled' | 'paid' | 'unknown';

export interface CashierParts {
  readonly journal: ChargeJournal;
  readonly writeOffs: WriteOffJournal;
  readonly watcher: ChargeWatcher;
  readonly findErp: FindErp;
  readonly findProvider: FindProvider;
  readonly accounts: AccountBook;
  readonly raiseAlarm: RaiseAlarm;
  readonly log: Log;
  readonly terminalId: string;
  readonly chargeExpirySeconds: number;
  readonly erpChargeWaitSeconds: number;
}

/** A charge with less time than this is not handed out again: nobody opens their bank's app in less. */
const leastUsefulMs = 60_000;

/** Makes charges and takes them back. One live charge per invoice; the same one comes back to the same customer. */
export class Cashier {
  readonly #parts: CashierParts;

  constructor(parts: CashierParts) {
    this.#parts = parts;
  }

  /**
   * Whether the invoice can be offered for PIX at all: by the ERP's own code, or at an account of ours where the ERP
   * can be told of the payment. One whose identifier nobody mapped is offered: trying it tells the technician by an
   * alarm, and hiding it would tell nobody.
   */
  canCharge(invoice: OpenInvoice): boolean {
    if (readErpPixCode(invoice).ok) return true;
    if (!this.#canWriteOff(invoice)) return false;
    const account = chooseAccount(this.#parts.accounts, invoice);
    return account.ok || account.error === 'not-mapped';
  }

  /** Steps S1 to S4: reads the invoice again, writes the intent down, asks the PSP, writes the QR down. */
  async charge(order: ChargeOrder): Promise<Result<OpenCharge, ChargeProblem>> {
    const invoice = await this.#readAgain(order);
    if (!invoice.ok) return invoice;
    // The ERP may list it as open for a while after it was paid here: nobody pays twice for that.
    if (this.#parts.writeOffs.isPaidHere(invoice.value.erp, invoice.value.id))
      return failure({ kind: 'invoice-settled' });
    const current = { ...order, invoice: invoice.value };
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

  async #readAgain({ document, invoice: offered }: ChargeOrder): Promise<Result<OpenInvoice, ChargeProblem>> {
    const erp = this.#parts.findErp(offered.erp);
    if (!erp) throw new Error('an invoice of an ERP that is not configured');
    const open = await erp.ledger.listOpenInvoices(document);
    if (!open.ok) return failure({ kind: 'erp', failure: open.error });
    const found = open.value.find((each) => each.id === offered.id);
    if (!found) return failure({ kind: 'invoice-settled' });
    const invoice = { ...found, erp: offered.erp, key: offered.key };
    if (invoice.dueCents !== offered.dueCents) return failure({ kind: 'invoice-changed', invoice });
    return success(invoice);
  }

  /** The earlier charge of this invoice, if it can still be used; otherwise makes room for a new one. */
  async #takeUpLive(order: ChargeOrder): Promise<Result<OpenCharge, ChargeProblem> | undefined> {
    const { journal, watcher } = this.#parts;
    const found = journal.findLive(order.invoice.erp, order.invoice.id);
    if (!found) return undefined;
    const sameCustomer = found.document === order.document;
    // What happens to it from now on, its receipt too, belongs to the customer who stands here.
    const live = sameCustomer ? journal.moveToVisit(found, order.visitId) : found;
    const remainingMs = watcher.remainingMs(live.id);
    const sameOffer = sameCustomer && live.amountCents === order.invoice.dueCents && this.#mayCollect(live);
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
    if (!sameCustomer) return failure({ kind: 'invoice-settled' });
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
    if (seen.source === 'api-pix') return 'unknown';
    // Nobody can take back the ERP's own code; should it be paid after all, the ERP settles it without us.
    this.#parts.journal.markCancelled(seen);
    return 'cancelled';
  }

  async #open(order: ChargeOrder): Promise<Result<OpenCharge, ChargeProblem>> {
    const intent = this.#intentFor(order);
    if (!intent.ok) return intent;
    const provider = this.#parts.findProvider(intent.value);
    if (!provider) return failure({ kind: 'account-missing' });
    const created = this.#parts.journal.create(intent.value);
    if (!created.ok) {
      return failure({ kind: 'pix', failure: { kind: 'no-answer', detail: created.error } });
    }
    return this.#request(this.#parts.journal.markRequested(created.value), provider);
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

  #intentFor(order: ChargeOrder): Result<ChargeIntent, ChargeProblem> {
    const { invoice, customer } = order;
    const customerErpId = customer.erpIds.get(invoice.erp);
    if (customerErpId === undefined) throw new Error('an invoice of an ERP that does not know the customer');
    const common = {
      erp: invoice.erp,
      visitId: order.visitId,
      terminalId: this.#parts.terminalId,
      document: order.document,
      customerErpId,
      maskedName: maskName(customer.name),
      amountCents: invoice.dueCents,
      invoices: [
        {
          invoiceId: invoice.id,
          ...(invoice.writeOffId !== undefined && { writeOffId: invoice.writeOffId }),
          amountCents: invoice.dueCents,
          description: invoice.description,
          dueDate: invoice.dueDate,
          ...receiptHeader(invoice),
        },
      ],
    };
    const erpCode = readErpPixCode(invoice);
    if (erpCode.ok) {
      const expirySeconds = this.#parts.erpChargeWaitSeconds;
      return success({ ...common, ...erpCode.value, source: 'erp-pix', expirySeconds });
    }
    if (!this.#canWriteOff(invoice)) return failure({ kind: 'no-write-off' });
    const account = chooseAccount(this.#parts.accounts, invoice);
    if (!account.ok) {
      this.#parts.raiseAlarm('PIX-ACCOUNT-MISSING', { erp: invoice.erp, invoiceId: invoice.id });
      return failure({ kind: 'account-missing' });
    }
    return success({
      ...common,
      source: 'api-pix',
      accountId: account.value.id,
      payeeName: account.value.payeeName,
      expirySeconds: this.#parts.chargeExpirySeconds,
    });
  }

  #canWriteOff({ erp }: Pick<OpenInvoice, 'erp'>): boolean {
    return this.#parts.findErp(erp)?.ledger.offers('writeOffInvoice') === true;
  }

  /** What the ERP settles by itself needs no write-off of ours. */
  #mayCollect(charge: Charge): boolean {
    return charge.source === 'erp-pix' || this.#canWriteOff(charge);
  }

  #current(charge: Charge): Charge {
    return this.#parts.journal.find(charge.id) ?? charge;
  }
}

/** What became of a charge that is no longer live. One found unpaid after its expiry is as good as cancelled. */
function ended({ state }: Charge): CancelOutcome {
  return state === 'CANCELLED' || state === 'EXPIRED' ? 'cancelled' : 'paid';
}

function receiptHeader(invoice: OpenInvoice): { receiptHeader?: string } {
  const header = invoice.receiptHeader ?? invoice.slipHeader;
  return header === undefined ? {} : { receiptHeader: header };
}
