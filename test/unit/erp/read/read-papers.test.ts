import { describe, expect, it } from 'vitest';
import { readDebtClearances, readFiscalNotes } from '../../../../src-main/erp/read/read-papers.ts';

const marks = { decimalMark: '.', thousandsMark: ',' } as const;

describe.each(['javascript:alert(1)', 'file:///etc/passwd', 'em breve'])('the address "%s"', (pdfUrl) => {
  it('is none, and costs nobody the list of notes', () => {
    expect(readFiscalNotes([{ id: '1', pdfUrl }, { id: '2' }], marks)).toEqual({
      ok: true,
      value: [{ id: '1' }, { id: '2' }],
    });
  });

  it('is none, and costs nobody the list of declarations', () => {
    expect(readDebtClearances([{ id: '1', year: 2025, pdfUrl }], marks)).toEqual({
      ok: true,
      value: [{ id: '1', year: 2025 }],
    });
  });
});
