import type { ReceiptInput } from '../documents/receipt.ts';
import type { PdfLogo } from './sheet.ts';

/** What the payment receipt on A4 says: the same as on receipt paper. */
export interface ReceiptPdf extends ReceiptInput {
  /** The company's logo. One that cannot be drawn is left out. */
  readonly logo?: PdfLogo;
}
