import type { OpenInvoice } from '../domain/customer-account.ts';
import type { ChargeProblem } from '../payment/charge-order.ts';
import { mayPayByPix } from './invoice-actions.ts';
import { mayPayPicked, pickedOf } from './several-invoices.ts';
import type { VisitContext, VisitState } from './visit-context.ts';

/** What the customer is about to pay: the invoice that they opened, or else those that they ticked. */
export function orderOf(context: VisitContext): readonly OpenInvoice[] {
  return context.invoice ? [context.invoice] : pickedOf(context);
}

/** Whether it can be paid by PIX here now. */
export function mayPayOrder(context: VisitContext): boolean {
  const { invoice, parts } = context;
  return (invoice ? mayPayByPix(invoice, parts) : mayPayPicked(context)).offered;
}

/** The account as it turned out to be when the order was read again. */
export function reviewed(
  context: VisitContext,
  { changed, settled }: Extract<ChargeProblem, { kind: 'invoices-changed' }>,
): Partial<VisitState> {
  const now = new Map(changed.map((invoice) => [invoice.key, invoice]));
  const gone = new Set(settled.map(({ key }) => key));
  const { invoice } = context;
  return {
    invoices: context.invoices.filter(({ key }) => !gone.has(key)).map((each) => now.get(each.key) ?? each),
    invoice: invoice && (now.get(invoice.key) ?? invoice),
    review: {
      changed: changed.map(({ key }) => key),
      settled: context.invoices.filter(({ key }) => gone.has(key)).map(({ description }) => description),
    },
  };
}
