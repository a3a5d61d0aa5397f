import type { StateFrom } from 'xstate';
import type { InvoiceCard, Notice, QrPicture, Screen } from '../contract/screen.ts';
import { calendarDateAt } from '../domain/calendar-date.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import { isOverdue } from '../domain/invoice.ts';
import { maskName } from '../domain/person-name.ts';
import { readErpPixCode } from '../payment/erp-pix.ts';
import { viewDocumentEntry } from './document-entry.ts';
import { mayPayByPix, mayPrintSlip, paperTrouble } from './invoice-actions.ts';
import { openingNow } from './opening-now.ts';
import { type FactorEntry, factorLength, formatFactor } from './second-factor.ts';
import type { VisitContext } from './visit-context.ts';
import type { visitMachine } from './visit-machine.ts';
import type { VisitParts } from './visit-parts.ts';

export type VisitSnapshot = StateFrom<typeof visitMachine>;

/** Draws a text as a QR symbol. */
export type DrawQr = (text: string) => QrPicture;

type StateName = VisitSnapshot['value'];

/** What each state of the visit looks like. Waiting states show the screen that they came from, busy. */
export function screenOf(snapshot: VisitSnapshot, drawQr: DrawQr): Screen {
  const { context } = snapshot;
  const state: StateName = snapshot.value;
  switch (state) {
    case 'attract':
    case 'beginning':
    case 'completed':
    case 'left':
    case 'timedOut':
      return attractScreen(context);
    case 'document':
      return documentScreen(context, false);
    case 'identifying':
      return documentScreen(context, true);
    case 'secondFactor':
    case 'countingWrongFactor':
      return factorScreen(context, false);
    case 'openingAccount':
      return context.factor ? factorScreen(context, true) : documentScreen(context, true);
    case 'contracts':
      return {
        name: 'contracts',
        customerName: maskedName(context),
        contracts: context.contracts.map(({ key, label }) => ({ id: key, label })),
      };
    case 'loadingInvoices':
      return invoicesScreen(context, true);
    case 'invoices':
      return invoicesScreen(context, false);
    case 'invoice':
      return invoiceScreen(context);
    case 'charging':
      return { name: 'preparing-pix', amountCents: context.invoice?.dueCents ?? 0 };
    case 'pix':
      return pixScreen(context, drawQr);
    case 'cancelling':
      return { name: 'cancelling-pix' };
    case 'pixExpired':
      return { name: 'pix-expired', amountCents: context.charge?.amountCents ?? 0 };
    case 'paid':
      return paidScreen(context);
    case 'requestingSlip':
    case 'printingSlip':
      return { name: 'printing-slip' };
    case 'slipTrouble':
      return slipTroubleScreen(context);
    case 'slipPrinted':
      return {
        name: 'slip-printed',
        withPix: context.invoice !== undefined && readErpPixCode(context.invoice).ok,
      };
    case 'leaving':
    case 'thanks':
      return thanksScreen(context);
    case 'mismatch':
    case 'problem':
      return problemScreen(context);
  }
}

function maskedName(context: VisitContext): string {
  return maskName(context.customer?.name ?? '');
}

function attractScreen({ parts }: VisitContext): Screen {
  const { offer, timeZone } = parts.rules;
  const opening = openingNow(parts);
  const hidden = (['pix', 'slip'] as const).filter((way) => !offer[way]);
  return {
    name: 'attract',
    notices: [...(opening.open ? [] : (['closed'] as const)), ...noticesOf(parts)],
    timeZone,
    ...(!opening.open && { opensAt: opening.opensAt }),
    ...(!opening.open && opening.opensOn && { opensOn: opening.opensOn }),
    ...(hidden.length > 0 && { hidden }),
  };
}

function noticesOf({ directory, paper, rules }: VisitParts): readonly Notice[] {
  return [
    ...(directory.isDown() ? (['erp-unavailable'] as const) : []),
    ...(rules.offer.slip && paperTrouble(paper.status()) ? (['printer-unavailable'] as const) : []),
  ];
}

function documentScreen({ entry }: VisitContext, busy: boolean): Screen {
  return {
    name: 'document',
    ...viewDocumentEntry(entry),
    busy,
    ...(entry.error !== undefined && { error: entry.error }),
    ...(entry.retryInMinutes !== undefined && { retryInMinutes: entry.retryInMinutes }),
  };
}

function factorScreen({ factor, tries, document }: VisitContext, busy: boolean): Screen {
  const entry: FactorEntry = factor ?? { question: 'birth-date', text: '' };
  return {
    name: 'second-factor',
    question: entry.question,
    entry: formatFactor(entry),
    length: factorLength(entry.question),
    canSubmit: entry.text.length > 0,
    busy,
    triesLeft: tries.triesLeft(document),
    ...(entry.error !== undefined && { error: entry.error }),
  };
}

function invoicesScreen(context: VisitContext, busy: boolean): Screen {
  return {
    name: 'invoices',
    customerName: maskedName(context),
    ...(context.contract && { contractLabel: context.contract.label }),
    invoices: context.invoices.map((invoice) => cardOf(invoice, context)),
    canGoBack: context.contracts.length > 1,
    busy,
    ...(context.unreadable.length > 0 && { unreadable: context.unreadable }),
  };
}

function invoiceScreen(context: VisitContext): Screen {
  const { invoice, parts } = context;
  if (!invoice) return invoicesScreen(context, false);
  return {
    name: 'invoice',
    invoice: cardOf(invoice, context),
    pix: mayPayByPix(invoice, parts),
    slip: mayPrintSlip(invoice, parts),
  };
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

function pixScreen(context: VisitContext, drawQr: DrawQr): Screen {
  const { charge, chargeEndsAt, connectionTrouble, parts } = context;
  if (!charge?.brCode) return { name: 'preparing-pix', amountCents: context.invoice?.dueCents ?? 0 };
  return {
    name: 'pix',
    amountCents: charge.amountCents,
    qr: drawQr(charge.brCode),
    ...(charge.payeeName !== undefined && { payeeName: charge.payeeName }),
    countdown: {
      totalMs: charge.expirySeconds * 1000,
      remainingMs: Math.max(0, chargeEndsAt - parts.clock.monotonic()),
    },
    connectionTrouble,
    confirmedByErp: charge.source === 'erp-pix',
  };
}

function paidScreen({ charge, receipt, writtenOff }: VisitContext): Screen {
  return {
    name: 'paid',
    amountCents: charge?.amountCents ?? 0,
    receipt,
    writeOff: writtenOff || charge?.source === 'erp-pix' ? 'done' : 'processing',
  };
}

function slipTroubleScreen({ slipProgress }: VisitContext): Screen {
  if (slipProgress?.state === 'waiting') {
    return { name: 'slip-trouble', trouble: slipProgress.trouble, canRetry: false };
  }
  const trouble = slipProgress?.state === 'uncertain' ? 'uncertain' : 'error';
  return { name: 'slip-trouble', trouble, canRetry: true };
}

function thanksScreen({ charge, thanksEndAt, parts }: VisitContext): Screen {
  return {
    name: 'thanks',
    paid: charge?.state === 'PAID',
    countdown: {
      totalMs: parts.rules.thanksMs,
      remainingMs: Math.max(0, thanksEndAt - parts.clock.monotonic()),
    },
  };
}

function problemScreen({ problem, retryStep, mayGoBack }: VisitContext): Screen {
  return {
    name: 'problem',
    problem: problem?.kind ?? 'unexpected',
    code: problem?.code ?? 'VISIT-UNEXPECTED',
    canRetry: retryStep !== undefined,
    canGoBack: mayGoBack,
  };
}
