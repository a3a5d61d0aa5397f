import type { KnownCustomer, OpenInvoice } from '../domain/customer-account.ts';
import type { RemoteFailure } from '../domain/remote-failure.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { LimitBreach } from './accounts.ts';
import type { FindErp } from './erp-ledger.ts';
import type { WriteOffJournal } from './write-off-journal.ts';

/** What the customer agreed to pay on the screen. */
export interface ChargeOrder {
  readonly visitId: string;
  readonly document: string;
  readonly customer: Pick<KnownCustomer, 'name' | 'erpIds'>;
  /** One, or several of the same ERP. */
  readonly invoices: readonly OpenInvoice[];
}

export type ChargeProblem =
  /** The ERP did not let us read the invoices again, so nothing is charged on a stale amount. */
  | { readonly kind: 'erp'; readonly failure: RemoteFailure }
  /** All of them: there is nothing left to pay. */
  | { readonly kind: 'invoice-settled' }
  /** What the customer agreed to is no longer so: `changed` as they are now; without those `settled` it may be paid. */
  | {
      readonly kind: 'invoices-changed';
      readonly changed: readonly OpenInvoice[];
      readonly settled: readonly OpenInvoice[];
    }
  | { readonly kind: 'account-missing' }
  /** No account collects all of them. */
  | { readonly kind: 'not-together' }
  /** The account does not take this amount, or not at this time of the day. */
  | { readonly kind: 'outside-limits'; readonly breach: LimitBreach }
  /** Its ERP cannot be told of a payment: money taken here would leave the invoice open. */
  | { readonly kind: 'no-write-off' }
  /** An earlier QR of an invoice was shown and could not be taken back for certain: it may have been paid. */
  | { readonly kind: 'earlier-charge-open' }
  | { readonly kind: 'pix'; readonly failure: RemoteFailure };

interface Books {
  readonly findErp: FindErp;
  readonly writeOffs: Pick<WriteOffJournal, 'isPaidHere'>;
}

/** Step S1: reads all invoices of the order again, in one call. Succeeds only when all are as the customer saw them. */
export async function readAgain(
  { document, invoices: offered }: ChargeOrder,
  { findErp, writeOffs }: Books,
): Promise<Result<readonly OpenInvoice[], ChargeProblem>> {
  const [erpId, another] = new Set(offered.map(({ erp }) => erp));
  const erp = erpId === undefined ? undefined : findErp(erpId);
  if (!erp || another !== undefined)
    throw new Error('a charge is for invoices of one ERP that is configured');
  const open = await erp.ledger.listOpenInvoices(document);
  if (!open.ok) return failure({ kind: 'erp', failure: open.error });
  const found = new Map(open.value.map((each) => [each.id, each]));
  const current: OpenInvoice[] = [];
  const changed: OpenInvoice[] = [];
  const settled: OpenInvoice[] = [];
  for (const invoice of offered) {
    const seen = found.get(invoice.id);
    // The ERP may list it as open for a while after it was paid here: nobody pays twice for that.
    if (!seen || writeOffs.isPaidHere(invoice.erp, invoice.id)) settled.push(invoice);
    else {
      const now = { ...seen, erp: invoice.erp, key: invoice.key };
      (now.dueCents === invoice.dueCents ? current : changed).push(now);
    }
  }
  if (changed.length > 0) return failure({ kind: 'invoices-changed', changed, settled });
  return settled.length > 0 ? failure(settledAmong(offered, settled)) : success(current);
}

/** These of the offered ones are paid already. */
export function settledAmong(
  offered: readonly OpenInvoice[],
  settled: readonly OpenInvoice[],
): Extract<ChargeProblem, { kind: 'invoice-settled' | 'invoices-changed' }> {
  return settled.length === offered.length
    ? { kind: 'invoice-settled' }
    : { kind: 'invoices-changed', changed: [], settled };
}
