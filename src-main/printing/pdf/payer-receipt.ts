import { formatCalendarDate } from '../../domain/calendar-date.ts';
import { formatBrl } from '../../domain/money.ts';
import { formatDateTime } from '../documents/date-time.ts';
import { beneficiaryText, dateText, drawHead, overdueText, payerText } from './boleto-fields.ts';
import type { BoletoPdf } from './boleto-pdf.ts';
import { AMOUNTS_LEFT, drawRow, FORM_LEFT, FORM_RIGHT } from './form.ts';
import { drawLetterhead } from './letterhead.ts';
import type { Sheet } from './sheet.ts';
import { qrModules } from './symbols.ts';

const AMOUNTS_WIDTH = FORM_RIGHT - AMOUNTS_LEFT;
const LEFT_WIDTH = AMOUNTS_LEFT - FORM_LEFT;
const QR_SIDE = 50;

/** The *recibo do pagador*, which the customer keeps, with the boleto's own PIX where it has one. */
export function drawPayerReceipt(sheet: Sheet, input: BoletoPdf): void {
  const issued = `Emitido em ${formatDateTime(input.printedAt, input.timeZone)}\nTerminal ${input.terminalId}`;
  let y = drawLetterhead(sheet, {
    texts: [input.slipHeader, input.receiptHeader],
    company: input.company,
    logo: input.logo,
    title: 'RECIBO DO PAGADOR',
    note: issued,
  });
  y = drawHead(sheet, input.boleto, y);
  y = drawRow(sheet, { y, height: 14 }, [
    { width: LEFT_WIDTH, label: 'Beneficiário', value: beneficiaryText(input), lines: 3 },
    amount('Vencimento', formatCalendarDate(input.dueDate)),
  ]);
  y = drawRow(sheet, { y, height: 14 }, [
    { width: LEFT_WIDTH, label: 'Pagador', value: payerText(input), lines: 3 },
    amount('Valor do documento', formatBrl(input.originalCents)),
  ]);
  y = drawRow(sheet, { y, height: 8 }, documentFields(input));
  y = drawRow(sheet, { y, height: 16 }, [
    {
      width: FORM_RIGHT - FORM_LEFT,
      label: 'Descrição',
      value: [input.description, overdueText(input)].join('\n'),
      lines: 3,
    },
  ]);
  sheet.text('Autenticação mecânica', { x: FORM_RIGHT, y: y + 3.2, align: 'right' }, { size: 6 });
  if (input.pixCode !== undefined) drawPix(sheet, input.pixCode, y + 16);
}

function amount(label: string, value: string) {
  return { width: AMOUNTS_WIDTH, label, value, align: 'right', bold: true, size: 12 } as const;
}

function documentFields(input: BoletoPdf) {
  const common = [
    { width: 50, label: 'Nº do documento', value: input.invoiceId },
    { width: 35, label: 'Data do documento', value: dateText(input.issueDate) },
  ];
  const blank = { width: AMOUNTS_WIDTH, label: 'Valor pago' };
  if (input.boleto.kind === 'collection')
    return [...common, { width: 55, label: 'Data do pagamento' }, blank];
  return [
    ...common,
    { width: 55, label: 'Agência / Código do beneficiário', value: input.agencyAndAccount ?? '' },
    { width: AMOUNTS_WIDTH, label: 'Nosso número', value: input.ourNumber ?? '', align: 'right' } as const,
  ];
}

function drawPix(sheet: Sheet, code: string, y: number): void {
  sheet.fill(qrModules(code, { x: FORM_LEFT, y, side: QR_SIDE }));
  const x = FORM_LEFT + QR_SIDE + 6;
  sheet.text('Ou pague com PIX', { x, y: y + 18 }, { size: 16, bold: true });
  sheet.text('Aponte a câmera do app do seu banco para o código ao lado.', { x, y: y + 26 }, { size: 11 });
  sheet.text('Pague por um só meio: boleto ou PIX.', { x, y: y + 33 }, { size: 11, bold: true });
}
