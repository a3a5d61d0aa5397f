import type { BoletoPdf } from './boleto-pdf.ts';
import type { ReceiptPdf } from './receipt-pdf.ts';

/** What the thread is asked to make. */
export type PdfTask =
  | { readonly kind: 'boleto'; readonly input: BoletoPdf }
  | { readonly kind: 'receipt'; readonly input: ReceiptPdf }
  /** Loads everything and draws a page for nobody, so that the next one is quick. */
  | { readonly kind: 'warm-up' };

export interface PdfJob {
  readonly id: number;
  readonly task: PdfTask;
}

/** What the thread answers: the file, or what kind of error stopped it, which quotes nothing of the document. */
export type PdfAnswer =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array }
  | { readonly id: number; readonly ok: false; readonly reason: string };
