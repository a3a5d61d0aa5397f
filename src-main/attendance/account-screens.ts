import type { InvoiceCard, Screen, SlipContents } from '../contract/screen.ts';
import { calendarDateAt } from '../domain/calendar-date.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import { isOverdue, totalDue } from '../domain/invoice.ts';
import { maskName } from '../domain/person-name.ts';
import { mayPayByPix, mayPrintSlip, mayShowBoleto, printsNothing, slipContents } from './invoice-actions.ts';
import { hasMenu } from './menu/menu-entries.ts';
import { matterAt } from './messages/message-matter.ts';
import { printTrouble } from './print-trouble.ts';
import { canCopyReceipt } from './receipt-allowance.ts';
import { allTogether, mayPayPicked, offersSeveral, pickedOf, tickHindrance } from './several-invoices.ts';
import type { VisitContext } from './visit-context.ts';

/** The screens of what a customer owes, and of what they paid here before. */

export function maskedName(context: VisitContext): string {
  return maskName(context.customer?.name ?? '');
}

export function invoicesScreen(context: VisitContext, busy: boolean): Screen {
  return {
    name: 'invoices',
    customerName: maskedName(context),
    ...(context.contract && { contractLabel: context.contract.label }),
    invoices: context.invoices.map((invoice) => cardOf(invoice, context)),
    canGoBack: context.contracts.length > 1 || hasMenu(context),
    busy,
    ...(context.unreadable.length > 0 && { unreadable: context.unreadable }),
    offersSeveral: !busy && offersSeveral(context),
    hasReceipts: !busy && context.pastReceipts.length > 0 && !hasMenu(context),
  };
}

export function invoiceScreen(context: VisitContext): Screen {
  const { invoice, parts } = context;
  if (!invoice) return invoicesScreen(context, false);
  const content = matterAt('invoice', context)?.content;
  return {
    name: 'invoice',
    invoice: cardOf(invoice, context),
    pix: mayPayByPix(invoice, parts),
    slip: mayPrintSlip(invoice, parts),
    slipContents: contentsOf(invoice),
    boleto: { offered: mayShowBoleto(invoice, parts), onA4: parts.boletos.canPrint() },
    withoutReceipt: printsNothing(parts.paper.status()),
    ...((content === 'typeable-line' || content === 'pix') && { message: content }),
  };
}

/** Ticking what is to be paid in one PIX. */
export function severalScreen(context: VisitContext): Screen {
  const { invoices, picked, review, parts } = context;
  const chosen = pickedOf(context);
  const settled = review?.settled ?? [];
  return {
    name: 'several',
    invoices: invoices.map((invoice) => {
      const hindrance = tickHindrance(invoice, context);
      return {
        ...cardOf(invoice, context),
        ticked: picked.includes(invoice.key),
        ...(hindrance && { hindrance }),
        ...(review?.changed.includes(invoice.key) && { changed: true as const }),
      };
    }),
    count: chosen.length,
    totalCents: totalDue(chosen),
    allTicked: chosen.length > 0 && chosen.length === allTogether(context).length,
    pix: mayPayPicked(context),
    withoutReceipt: printsNothing(parts.paper.status()),
    ...(settled.length > 0 && { settled }),
  };
}

export function contentsOf(invoice: OpenInvoice | undefined): SlipContents {
  return (invoice && slipContents(invoice)) ?? 'boleto';
}

export function receiptsScreen(context: VisitContext): Screen {
  return {
    name: 'receipts',
    receipts: context.pastReceipts.map(({ chargeId, ...receipt }) => ({ id: chargeId, ...receipt })),
    canPrint: canCopyReceipt(context),
  };
}

export function receiptTroubleScreen(context: VisitContext): Screen {
  return { name: 'receipt-trouble', ...printTrouble(context.printProgress, canCopyReceipt(context)) };
}

function cardOf(invoice: OpenInvoice, { parts }: VisitContext): InvoiceCard {
  const today = calendarDateAt(parts.clock.wallTime(), parts.rules.timeZone);
  return {
    id: invoice.key,
    description: invoice.description,
    dueDate: invoice.dueDate,
    overdue: isOverdue(invoice, today),
    originalCents: invoice.originalCents,
    dueCents: invoice.dueCents,
    interestCents: invoice.interestCents,
    fineCents: invoice.fineCents,
    discountCents: invoice.discountCents,
  };
}
