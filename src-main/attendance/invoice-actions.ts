import type { ActionState, PaperTrouble, PixActionState, SlipContents } from '../contract/screen.ts';
import type { OpenInvoice } from '../domain/customer-account.ts';
import { readErpPixCode } from '../payment/erp-pix.ts';
import type { PrinterStatus } from '../printing/printer.ts';
import type { VisitParts } from './visit-parts.ts';

/** Whether the invoice can be paid by PIX here, and if not, why. */
export function mayPayByPix(
  invoice: OpenInvoice,
  parts: Pick<VisitParts, 'payments' | 'paper' | 'rules'>,
): PixActionState {
  if (!parts.rules.offer.pix) return { offered: false, reason: 'not-configured' };
  if (invoice.dueCents <= 0) return { offered: false, reason: 'nothing-to-pay' };
  const offer = parts.payments.offerFor(invoice);
  if (offer !== 'offered') return { offered: false, reason: offer };
  return lacksPaperToPay(parts) ? { offered: false, reason: 'printer' } : { offered: true };
}

/** Whether nothing may be paid because no receipt would come out. */
export function lacksPaperToPay(parts: Pick<VisitParts, 'paper' | 'rules'>): boolean {
  return !parts.rules.payWithoutPaper && printsNothing(parts.paper.status());
}

/** Whether the invoice's boleto (or else its PIX) can be printed here, and if not, why. */
export function mayPrintSlip(invoice: OpenInvoice, parts: Pick<VisitParts, 'paper' | 'rules'>): ActionState {
  const status = parts.paper.status();
  if (status === 'none' || !parts.rules.offer.slip) return { offered: false, reason: 'not-configured' };
  if (!slipContents(invoice)) return { offered: false, reason: 'no-sound-line' };
  return paperTrouble(status) ? { offered: false, reason: 'printer' } : { offered: true };
}

/** Whether the whole boleto can be looked at. */
export function mayShowBoleto(
  invoice: OpenInvoice,
  { boletos, rules }: Pick<VisitParts, 'boletos' | 'rules'>,
): boolean {
  return rules.offer.boleto && boletos.mayShow(invoice);
}

/** What the invoice's paper would carry; `undefined` when nothing on it could be paid. */
export function slipContents(invoice: OpenInvoice): SlipContents | undefined {
  const hasPix = readErpPixCode(invoice).ok;
  if (invoice.slip.sound) return hasPix ? 'boleto-and-pix' : 'boleto';
  return hasPix && invoice.dueCents > 0 ? 'pix' : undefined;
}

/** Whether no paper comes out now, for want of a printer or because it is in trouble. */
export function printsNothing(status: PrinterStatus | 'none' | undefined): boolean {
  return status === 'none' || paperTrouble(status) !== undefined;
}

/** What the printer needs from a person; nothing while it prints, also when its paper is near the end. */
export function paperTrouble(status: PrinterStatus | 'none' | undefined): PaperTrouble | undefined {
  return status === undefined || status === 'none' || status === 'ok' || status === 'near-end'
    ? undefined
    : status;
}
