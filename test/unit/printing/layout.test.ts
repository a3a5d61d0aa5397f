import { describe, expect, it } from 'vitest';
import { type PrintDocument, printDocumentSchema } from '../../../src-main/printing/layout.ts';

const document: PrintDocument = {
  reprint: true,
  blocks: [
    { kind: 'text', text: 'a', align: 'center', bold: true, size: 'wide' },
    { kind: 'columns', label: 'b', value: 'c' },
    { kind: 'rule' },
    { kind: 'barcode', digits: '1'.repeat(44) },
    { kind: 'qr', text: 'd' },
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ],
};

describe('printDocumentSchema', () => {
  it('reads back what was stored as JSON', () => {
    expect(printDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it.each([
    ['an unknown block', { blocks: [{ kind: 'picture' }] }],
    ['a short barcode', { blocks: [{ kind: 'barcode', digits: '123' }] }],
    ['no blocks', {}],
  ])('refuses %s', (_, stored) => {
    expect(printDocumentSchema.safeParse(stored).success).toBe(false);
  });
});
