import type { BoletoPdf } from './boleto-pdf.ts';
import { drawCollectionSlip } from './collection-slip.ts';
import { COMPENSATION_SLIP_TOP, drawCompensationSlip } from './compensation-slip.ts';
import { drawPayerReceipt } from './payer-receipt.ts';
import { PAGE_WIDTH, Sheet } from './sheet.ts';

/** The boleto on one A4 page: the payer's part above, the bank's below. */
export function boletoPage(input: BoletoPdf): Sheet {
  const sheet = new Sheet();
  drawPayerReceipt(sheet, input);
  sheet.text(
    'Corte na linha pontilhada',
    { x: PAGE_WIDTH - 10, y: COMPENSATION_SLIP_TOP - 1, align: 'right' },
    { size: 6 },
  );
  sheet.cutLine(COMPENSATION_SLIP_TOP, 0, PAGE_WIDTH);
  if (input.boleto.kind === 'bank') drawCompensationSlip(sheet, input);
  else drawCollectionSlip(sheet, input);
  return sheet;
}
