import { formatCalendarDate } from '../../domain/calendar-date.ts';
import { formatBrl } from '../../domain/money.ts';
import { beneficiaryText, dateText, drawHead, overdueText, payerText } from './boleto-fields.ts';
import type { BoletoPdf } from './boleto-pdf.ts';
import { COMPENSATION_SLIP_TOP } from './compensation-slip.ts';
import { AMOUNTS_LEFT, drawRow, FORM_LEFT, FORM_RIGHT } from './form.ts';
import { PAGE_HEIGHT, type Sheet } from './sheet.ts';
import { BARCODE_HEIGHT, barcodeBars } from './symbols.ts';

const AMOUNTS_WIDTH = FORM_RIGHT - AMOUNTS_LEFT;
const LEFT_WIDTH = AMOUNTS_LEFT - FORM_LEFT;
const BARS_TOP = PAGE_HEIGHT - 12 - BARCODE_HEIGHT / 2;

/** What the bank keeps of a collection boleto (*arrecadação*): no bank issued it, so none of a bank's fields. */
export function drawCollectionSlip(sheet: Sheet, input: BoletoPdf): void {
  let y = drawHead(sheet, input.boleto, COMPENSATION_SLIP_TOP + 1.5);
  y = drawRow(sheet, { y, height: 11 }, [
    { width: LEFT_WIDTH, label: 'Beneficiário', value: beneficiaryText(input), lines: 2 },
    amount('Vencimento', formatCalendarDate(input.dueDate)),
  ]);
  y = drawRow(sheet, { y, height: 11 }, [
    { width: LEFT_WIDTH, label: 'Pagador', value: payerText(input), lines: 2 },
    amount('Valor do documento', formatBrl(input.originalCents)),
  ]);
  y = drawRow(sheet, { y, height: 8 }, [
    { width: 80, label: 'Nº do documento', value: input.invoiceId },
    { width: 60, label: 'Data do documento', value: dateText(input.issueDate) },
    amount('Valor cobrado'),
  ]);
  y = drawRow(sheet, { y, height: 24 }, [
    {
      width: FORM_RIGHT - FORM_LEFT,
      label: 'Descrição',
      value: [input.description, input.instructions ?? '', overdueText(input)].join('\n'),
      lines: 5,
    },
  ]);
  sheet.text('Autenticação mecânica', { x: FORM_RIGHT, y: y + 3.2, align: 'right' }, { size: 6 });
  sheet.text('VIA DO BANCO', { x: FORM_RIGHT, y: y + 6.6, align: 'right' }, { size: 8, bold: true });
  sheet.fill(barcodeBars(input.boleto.barcode, FORM_LEFT + 5, BARS_TOP));
}

function amount(label: string, value = '') {
  return { width: AMOUNTS_WIDTH, label, value, align: 'right', bold: true, size: 10 } as const;
}
