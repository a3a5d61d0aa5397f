import { checkPdf } from '../../domain/pdf.ts';
import { failure, type Result } from '../../domain/result.ts';

/** Before the base64 of a data URL. */
const DATA_URL_HEAD = /^\s*data:[\w/+.-]*;base64,/;
const LONGEST_HEAD = 100;

/**
 * Reads a mapped PDF: base64 text of a whole file of bounded size. What is no base64 shows in what comes out of it: a
 * regular expression over millions of characters would keep the kiosk still for half a second.
 */
export function readPdf(mapped: unknown): Result<Uint8Array, string> {
  if (typeof mapped !== 'string') return failure('not a text');
  const [head = ''] = DATA_URL_HEAD.exec(mapped.slice(0, LONGEST_HEAD)) ?? [];
  return checkPdf(Buffer.from(mapped.slice(head.length), 'base64'));
}
