import { failure, type Result, success } from '../../domain/result.ts';

/** Reads a mapped PDF: base64 text of a file that is one. */
export function readPdf(mapped: unknown): Result<Uint8Array, string> {
  if (typeof mapped !== 'string') return failure('not a text');
  const text = mapped.replace(/\s/g, '').replace(/^data:[\w/+.-]*;base64,/, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return failure('not base64');
  const bytes = Buffer.from(text, 'base64');
  return isPdf(bytes) ? success(bytes) : failure('not a PDF');
}

/** Readers accept some bytes of anything before the mark, and so do these. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}
