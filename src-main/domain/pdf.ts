import { failure, type Result, success } from './result.ts';

/** Why bytes from elsewhere are no PDF that the kiosk passes on. */
export type PdfDefect = 'not-a-pdf' | 'incomplete' | 'too-large';

/** Much more than an invoice with a logo takes, and little enough to keep in memory. */
export const LARGEST_PDF_BYTES = 5 * 1024 * 1024;
/** Readers accept some bytes of anything before the head and after the end. */
const HEAD_WITHIN = 1024;
const END_WITHIN = 1024;

/**
 * Whether bytes that somebody else made look like a whole PDF: its mark within the first 1024 bytes, its end mark within
 * the last 1024, at most `largestBytes`. What is inside is judged by whoever draws it, in a sandbox.
 */
export function checkPdf(bytes: Uint8Array, largestBytes = LARGEST_PDF_BYTES): Result<Uint8Array, PdfDefect> {
  if (bytes.length > largestBytes) return failure('too-large');
  if (!contains(bytes.subarray(0, HEAD_WITHIN), '%PDF-')) return failure('not-a-pdf');
  if (!contains(bytes.subarray(-END_WITHIN), '%%EOF')) return failure('incomplete');
  return success(bytes);
}

function contains(bytes: Uint8Array, mark: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(mark);
}
