import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../src-main/domain/pdf.ts';

describe('checkPdf', () => {
  const pdf = (head: string, body: number, tail: string) => Buffer.from(head + 'x'.repeat(body) + tail);

  it('takes a whole PDF, with a little of anything before and after it', () => {
    expect(checkPdf(pdf('%PDF-1.7\n', 5000, '%%EOF')).ok).toBe(true);
    expect(checkPdf(pdf('\uFEFF\n\n%PDF-1.4', 5000, '%%EOF\r\n\r\n')).ok).toBe(true);
  });

  it('tells what is wrong', () => {
    expect(checkPdf(pdf('<html>', 5000, '%%EOF'))).toEqual({ ok: false, error: 'not-a-pdf' });
    expect(checkPdf(pdf(' '.repeat(1030), 0, '%PDF-1.7 %%EOF'))).toEqual({ ok: false, error: 'not-a-pdf' });
    expect(checkPdf(pdf('%PDF-1.7', 5000, ''))).toEqual({ ok: false, error: 'incomplete' });
    expect(checkPdf(pdf('%PDF-1.7 %%EOF', 5000, ''))).toEqual({ ok: false, error: 'incomplete' });
    expect(checkPdf(pdf('%PDF-1.7', 100, '%%EOF'), 50)).toEqual({ ok: false, error: 'too-large' });
    expect(checkPdf(new Uint8Array())).toEqual({ ok: false, error: 'not-a-pdf' });
  });
});
