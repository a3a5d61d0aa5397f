import { type ChargeSource, isConfirmedByErp } from '../domain/charge.ts';
import type { Clock } from '../domain/clock.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import { totalDue } from '../domain/invoice.ts';
import type { Cents } from '../domain/money.ts';
import { maskName } from '../domain/person-name.ts';
import { failure, type Result, success } from '../domain/result.ts';
import {
  type AccountBook,
  type ChosenAccount,
  chooseAccount,
  type LimitBreach,
  limitBreach,
} from './accounts.ts';
import type { RaiseAlarm } from './alarms.ts';
import type { ChargeIntent } from './charge-journal.ts';
import type { ChargeOrder, ChargeProblem } from './charge-order.ts';
import type { FindErp } from './erp-ledger.ts';
import { readErpPixCode } from './erp-pix.ts';
import type { PaymentGate } from './payment-gate.ts';

/** Whether an invoice can be paid by PIX here now; `unavailable`: not at the moment, it may be later. */
export type PixOffer = 'offered' | 'not-configured' | 'unavailable' | LimitBreach;

/** The same of several in one PIX. */
export type SeveralOffer = 'offered' | 'not-together' | 'unavailable' | LimitBreach;

export interface CollectionParts {
  readonly findErp: FindErp;
  readonly accounts: AccountBook;
  readonly raiseAlarm: RaiseAlarm;
  readonly clock: Clock;
  /** IANA name: where the accounts' hours hold. */
  readonly timeZone: string;
  readonly gate: Pick<PaymentGate, 'isOpen'>;
  /** Whether an account is known not to answer. */
  readonly isDown: (accountId: string) => boolean;
  readonly terminalId: string;
  readonly chargeExpirySeconds: number;
  readonly erpChargeWaitSeconds: number;
}

/** Knows who collects what: the ERP by its own code, or which of our accounts, and whether it does so now. */
export class Collection {
  readonly #parts: CollectionParts;

  constructor(parts: CollectionParts) {
    this.#parts = parts;
  }

  /**
   * Whether the invoice can be offered for PIX now: by the ERP's own code, or at an account of ours where the ERP
   * can be told of the payment. One whose identifier nobody mapped is offered: trying it tells the technician by an
   * alarm, and hiding it would tell nobody.
   */
  offerFor(invoice: OpenInvoice): PixOffer {
    if (!this.#parts.gate.isOpen()) return 'unavailable';
    if (readErpPixCode(invoice).ok) return 'offered';
    const account = chooseAccount(this.#parts.accounts, invoice);
    if (!account.ok && account.error === 'not-configured') return 'not-configured';
    if (!this.canSettle(account.ok ? account.value.source : 'api-pix', invoice)) return 'not-configured';
    if (!account.ok) return 'offered';
    if (this.#parts.isDown(account.value.id)) return 'unavailable';
    return this.#breachOf(account.value, invoice.dueCents) ?? 'offered';
  }

  /**
   * Names who would collect the invoice in one charge with others: those of the same collector can be paid together.
   * None where only the ERP's own code or a static one is there: the ERP settles those, and knows them one by one.
   */
  collectorOf(invoice: OpenInvoice): string | undefined {
    const account = chooseAccount(this.#parts.accounts, invoice);
    if (!account.ok || isConfirmedByErp(account.value.source)) return undefined;
    if (!this.canSettle(account.value.source, invoice)) return undefined;
    return JSON.stringify([invoice.erp, account.value.id]);
  }

  /** Whether these can be paid in one PIX now. The limits of the account hold for their sum. */
  offerForSeveral(invoices: readonly OpenInvoice[]): SeveralOffer {
    if (!this.#parts.gate.isOpen()) return 'unavailable';
    const account = this.#sharedAccount(invoices);
    if (!account) return 'not-together';
    if (this.#parts.isDown(account.id)) return 'unavailable';
    return this.#breachOf(account, totalDue(invoices)) ?? 'offered';
  }

  /** Whether no account of ours can collect anything now; never so where there is none, for the ERP may have PIX. */
  isUnavailable(): boolean {
    if (!this.#parts.gate.isOpen()) return true;
    const { isDown } = this.#parts;
    const { accounts, staticAccounts = [] } = this.#parts.accounts;
    if (accounts.length === 0 || staticAccounts.length > 0) return false;
    return accounts.every(({ id }) => isDown(id));
  }

  /** Whether the invoice gets settled once it is paid: by the ERP itself, or because it can be told. */
  canSettle(source: ChargeSource, { erp }: Pick<OpenInvoice, 'erp'>): boolean {
    return isConfirmedByErp(source) || this.#parts.findErp(erp)?.ledger.offers('writeOffInvoice') === true;
  }

  /** The charge that the order becomes. */
  intentFor(order: ChargeOrder): Result<ChargeIntent, ChargeProblem> {
    const { customer, invoices } = order;
    const [first] = invoices;
    if (!first) throw new Error('an order without invoices');
    const customerErpId = customer.erpIds.get(first.erp);
    if (customerErpId === undefined) throw new Error('an invoice of an ERP that does not know the customer');
    const way = invoices.length === 1 ? this.#wayOf(first) : this.#sharedWay(invoices);
    if (!way.ok) return way;
    return success({
      ...way.value,
      erp: first.erp,
      visitId: order.visitId,
      terminalId: this.#parts.terminalId,
      document: order.document,
      customerErpId,
      maskedName: maskName(customer.name),
      amountCents: totalDue(invoices),
      invoices: invoices.map(chargedInvoice),
    });
  }

  #wayOf(invoice: OpenInvoice): Result<Way, ChargeProblem> {
    const { erpChargeWaitSeconds } = this.#parts;
    const erpCode = readErpPixCode(invoice);
    if (erpCode.ok)
      return success({ ...erpCode.value, source: 'erp-pix', expirySeconds: erpChargeWaitSeconds });
    const account = chooseAccount(this.#parts.accounts, invoice);
    if (!this.canSettle(account.ok ? account.value.source : 'api-pix', invoice)) {
      return failure({ kind: 'no-write-off' });
    }
    if (!account.ok) {
      this.#parts.raiseAlarm('PIX-ACCOUNT-MISSING', { erp: invoice.erp, invoiceId: invoice.id });
      return failure({ kind: 'account-missing' });
    }
    return this.#wayThrough(account.value, invoice.dueCents);
  }

  #sharedWay(invoices: readonly OpenInvoice[]): Result<Way, ChargeProblem> {
    const account = this.#sharedAccount(invoices);
    return account ? this.#wayThrough(account, totalDue(invoices)) : failure({ kind: 'not-together' });
  }

  /** The ERP's own code is for one invoice alone, so it plays no part here. */
  #sharedAccount(invoices: readonly OpenInvoice[]): ChosenAccount | undefined {
    const [collector, another] = new Set(invoices.map((invoice) => this.collectorOf(invoice)));
    const [first] = invoices;
    if (collector === undefined || another !== undefined || !first) return undefined;
    const account = chooseAccount(this.#parts.accounts, first);
    return account.ok ? account.value : undefined;
  }

  #wayThrough(account: ChosenAccount, amountCents: Cents): Result<Way, ChargeProblem> {
    const breach = this.#breachOf(account, amountCents);
    if (breach !== undefined) return failure({ kind: 'outside-limits', breach });
    const { id: accountId, payeeName, source } = account;
    const { chargeExpirySeconds, erpChargeWaitSeconds } = this.#parts;
    const expirySeconds = isConfirmedByErp(source) ? erpChargeWaitSeconds : chargeExpirySeconds;
    return success({ source, accountId, payeeName, expirySeconds });
  }

  #breachOf(account: ChosenAccount, amountCents: Cents): LimitBreach | undefined {
    const { clock, timeZone } = this.#parts;
    return limitBreach(account, amountCents, clock.wallTime(), timeZone);
  }
}

/** Who made the PIX text, for whom, and how long it can be paid. */
type Way = Pick<ChargeIntent, 'source' | 'expirySeconds' | 'accountId' | 'payeeName' | 'brCode'>;

function chargedInvoice(invoice: OpenInvoice): ChargeIntent['invoices'][number] {
  const receiptHeader = invoice.receiptHeader ?? invoice.slipHeader;
  return {
    invoiceId: invoice.id,
    ...(invoice.writeOffId !== undefined && { writeOffId: invoice.writeOffId }),
    amountCents: invoice.dueCents,
    description: invoice.description,
    dueDate: invoice.dueDate,
    ...(receiptHeader !== undefined && { receiptHeader }),
  };
}
