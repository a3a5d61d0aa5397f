import type { ActionState, PaperTrouble } from '../contract/screen.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import type { PrinterStatus } from '../printing/printer.ts';
import type { VisitParts } from './visit-parts.ts';

/** Whether the invoice can be paid by PIX here, and if not, why. */
export function mayPayByPix(
  invoice: OpenInvoice,
  parts: Pick<VisitParts, 'payments' | 'rules'>,
): ActionState {
  if (!parts.rules.offer.pix) return { offered: false, reason: 'not-configured' };
  if (invoice.dueCents <= 0) return { offered: false, reason: 'nothing-to-pay' };
  return parts.payments.canCharge(invoice) ? { offered: true } : { offered: false, reason: 'not-configured' };
}

/** Whether the invoice's boleto can be printed here, and if not, why. */
export function mayPrintSlip(invoice: OpenInvoice, parts: Pick<VisitParts, 'paper' | 'rules'>): ActionState {
  const status = parts.paper.status();
  if (status === 'none' || !parts.rules.offer.slip) return { offered: false, reason: 'not-configured' };
  if (!invoice.slip.sound) return { offered: false, reason: 'no-sound-line' };
  return paperTrouble(status) ? { offered: false, reason: 'printer' } : { offered: true };
}

/** What the printer needs from a person; nothing while it prints, also when its paper is near the end. */
export function paperTrouble(status: PrinterStatus | 'none' | undefined): PaperTrouble | undefined {
  return status === undefined || status === 'none' || status === 'ok' || status === 'near-end'
    ? undefined
    : status;
}
