import { calendarDateAt, formatCalendarDate } from '../../domain/calendar-date.ts';
import { formatBrl } from '../../domain/money.ts';
import { beneficiaryText, dateText, drawHead, overdueText, payerText } from './boleto-fields.ts';
import type { BoletoPdf } from './boleto-pdf.ts';
import { AMOUNTS_LEFT, drawField, drawRow, FORM_LEFT, FORM_RIGHT } from './form.ts';
import { PAGE_HEIGHT, type Sheet } from './sheet.ts';
import { BARCODE_HEIGHT, barcodeBars } from './symbols.ts';

/** FEBRABAN: at the foot of the page, 95 to 108 mm high. */
export const COMPENSATION_SLIP_TOP = PAGE_HEIGHT - 104;

/** FEBRABAN: 5 mm from the left edge, the middle of the bars 12 mm above the lower one. */
const BARS_LEFT = FORM_LEFT + 5;
const BARS_TOP = PAGE_HEIGHT - 12 - BARCODE_HEIGHT / 2;

const AMOUNTS_WIDTH = FORM_RIGHT - AMOUNTS_LEFT;
const LEFT_WIDTH = AMOUNTS_LEFT - FORM_LEFT;
const PAYMENT_PLACE = 'Pagável em qualquer banco, lotérica ou aplicativo de pagamentos';

/** The *ficha de compensação*, which the bank keeps: every field in FEBRABAN's place. */
export function drawCompensationSlip(sheet: Sheet, input: BoletoPdf): void {
  let y = drawHead(sheet, input.boleto, COMPENSATION_SLIP_TOP + 1.5);
  y = drawRow(sheet, { y, height: 7 }, [
    { width: LEFT_WIDTH, label: 'Local de pagamento', value: input.paymentPlace ?? PAYMENT_PLACE },
    amount('Vencimento', formatCalendarDate(input.dueDate)),
  ]);
  y = drawRow(sheet, { y, height: 10 }, [
    { width: LEFT_WIDTH, label: 'Beneficiário', value: beneficiaryText(input), lines: 2 },
    amount('Agência / Código do beneficiário', input.agencyAndAccount, false),
  ]);
  y = drawDocumentRows(sheet, input, y);
  y = drawInstructions(sheet, input, y);
  y = drawPayer(sheet, input, y);
  drawFoot(sheet, input.boleto.barcode, y);
}

function amount(label: string, value = '', bold = true) {
  return { width: AMOUNTS_WIDTH, label, value, align: 'right', bold, size: bold ? 9.5 : 8.5 } as const;
}

function drawDocumentRows(sheet: Sheet, input: BoletoPdf, top: number): number {
  const processedOn = input.processedOn ?? calendarDateAt(input.printedAt, input.timeZone);
  const y = drawRow(sheet, { y: top, height: 7 }, [
    { width: 30, label: 'Data do documento', value: dateText(input.issueDate) },
    { width: 42, label: 'Nº do documento', value: input.invoiceId },
    { width: 20, label: 'Espécie doc.', value: input.documentKind ?? '' },
    { width: 14, label: 'Aceite', value: input.accepted ?? 'N' },
    { width: 34, label: 'Data do processamento', value: dateText(processedOn) },
    amount('Nosso número', input.ourNumber, false),
  ]);
  return drawRow(sheet, { y, height: 7 }, [
    { width: 30, label: 'Uso do banco' },
    { width: 22, label: 'Carteira', value: input.wallet ?? '' },
    { width: 20, label: 'Espécie', value: 'R$' },
    { width: 34, label: 'Quantidade' },
    { width: 34, label: '(x) Valor' },
    amount('(=) Valor do documento', formatBrl(input.originalCents)),
  ]);
}

const DEDUCTIONS = [
  '(-) Desconto / Abatimento',
  '(-) Outras deduções',
  '(+) Mora / Multa',
  '(+) Outros acréscimos',
  '(=) Valor cobrado',
];
const DEDUCTION_HEIGHT = 6.5;

/** What the teller fills in, and at its left the beneficiary's words to the teller. */
function drawInstructions(sheet: Sheet, input: BoletoPdf, y: number): number {
  const height = DEDUCTIONS.length * DEDUCTION_HEIGHT;
  const value = [input.instructions ?? '', input.description, overdueText(input)].join('\n');
  drawField(
    sheet,
    { x: FORM_LEFT, y, height },
    {
      width: LEFT_WIDTH,
      label: 'Instruções (texto de responsabilidade do beneficiário)',
      value,
      lines: 8,
    },
  );
  for (const [index, label] of DEDUCTIONS.entries()) {
    const row = { x: AMOUNTS_LEFT, y: y + index * DEDUCTION_HEIGHT, height: DEDUCTION_HEIGHT };
    drawRow(sheet, row, [amount(label)]);
  }
  const bottom = y + height;
  sheet.line({ x: AMOUNTS_LEFT, y }, { x: AMOUNTS_LEFT, y: bottom });
  sheet.line({ x: FORM_LEFT, y: bottom }, { x: AMOUNTS_LEFT, y: bottom });
  return bottom;
}

function drawPayer(sheet: Sheet, input: BoletoPdf, y: number): number {
  drawField(sheet, { x: AMOUNTS_LEFT, y: y + 5, height: 5 }, amount('Código de baixa'));
  return drawRow(sheet, { y, height: 10 }, [
    { width: LEFT_WIDTH, label: 'Pagador', value: payerText(input), lines: 2 },
    { width: AMOUNTS_WIDTH, label: 'Sacador / Avalista' },
  ]);
}

function drawFoot(sheet: Sheet, barcode: string, y: number): void {
  sheet.text('Autenticação mecânica', { x: FORM_RIGHT, y: y + 3.2, align: 'right' }, { size: 6 });
  sheet.text('FICHA DE COMPENSAÇÃO', { x: FORM_RIGHT, y: y + 6.6, align: 'right' }, { size: 8, bold: true });
  sheet.fill(barcodeBars(barcode, BARS_LEFT, BARS_TOP));
}
