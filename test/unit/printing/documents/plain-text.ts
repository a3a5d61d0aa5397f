import type { PrintDocument } from '../../../../src-main/printing/layout.ts';
import { typeset } from '../../../../src-main/printing/typeset.ts';

/** What a document says on 80 mm paper. */
export function plainText(document: PrintDocument): string {
  return typeset(document, { columns: 48, prepare: (text) => text })
    .map((item) => (item.kind === 'line' ? item.text : `[${item.kind}]`))
    .join('\n');
}

/** The same without rules, and with runs of spaces as one. */
export function words(document: PrintDocument): string {
  return plainText(document).replace(/─+/g, '').replace(/\s+/g, ' ');
}
