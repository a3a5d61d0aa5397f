import { formatTypeableLine } from '../../domain/boleto.ts';
import { calendarDateAt, formatCalendarDate } from '../../domain/calendar-date.ts';
import { formatBrl } from '../../domain/money.ts';
import { documentLine } from '../documents/company.ts';
import { maskedDocumentLine } from '../documents/customer-line.ts';
import { bankOf } from './bank.ts';
import type { BoletoPdf } from './boleto-pdf.ts';
import { FORM_LEFT, FORM_RIGHT } from './form.ts';
import { textWidth } from './helvetica.ts';
import type { Sheet } from './sheet.ts';

/** FEBRABAN wants the digits of the typed line 3.5 to 4 mm high: these are 3.56. */
const LINE = { size: 14.2, bold: true } as const;
/** Digits of 5 mm, in bold. */
const BANK_CODE = { size: 20, bold: true } as const;
const BANK_CODE_WIDTH = 21;
const HEAD_HEIGHT = 8.5;

/** The head of both parts: the bank and its code, or what the document is, and the typed line at the right. */
export function drawHead(sheet: Sheet, boleto: BoletoPdf['boleto'], y: number): number {
  const bottom = y + HEAD_HEIGHT;
  const line = formatTypeableLine(boleto);
  sheet.text(line, { x: FORM_RIGHT, y: bottom - 2.2, align: 'right' }, LINE);
  const left = FORM_RIGHT - textWidth(line, LINE) - 2;
  if (boleto.kind === 'bank') drawBank(sheet, boleto.barcode.slice(0, 3), { left, y, bottom });
  else drawName(sheet, 'Documento de arrecadação', left, bottom);
  sheet.line({ x: FORM_LEFT, y: bottom }, { x: FORM_RIGHT, y: bottom }, 0.5);
  return bottom;
}

function drawBank(sheet: Sheet, code: string, { left, y, bottom }: Record<'left' | 'y' | 'bottom', number>) {
  const bank = bankOf(code);
  const codeLeft = left - BANK_CODE_WIDTH;
  drawName(sheet, bank.name, codeLeft, bottom);
  for (const x of [codeLeft, left]) sheet.line({ x, y: y + 0.8 }, { x, y: bottom }, 0.5);
  sheet.text(
    bank.codeWithDigit,
    { x: codeLeft + BANK_CODE_WIDTH / 2, y: bottom - 1.6, align: 'center' },
    BANK_CODE,
  );
}

function drawName(sheet: Sheet, name: string, right: number, bottom: number): void {
  const room = { width: right - FORM_LEFT - 2, lines: 1 };
  sheet.paragraph(name, { x: FORM_LEFT, y: bottom - 2.2 }, room, { size: 11, bold: true, smallest: 6 });
}

/** The beneficiary as FEBRABAN wants it: name, CNPJ and address. */
export function beneficiaryText({ company }: BoletoPdf): string {
  return `${onOneLine(company.name)} - ${documentLine(company.document)}\n${onOneLine(company.address)}`;
}

/** The payer, whose document is masked as on every paper of the kiosk. */
export function payerText({ payer, payerAddress }: BoletoPdf): string {
  return `${onOneLine(payer.name)} - ${maskedDocumentLine(payer.document)}\n${onOneLine(payerAddress ?? '')}`;
}

function onOneLine(text: string): string {
  return text
    .split(/\s*[\r\n]+\s*/)
    .filter((line) => line !== '')
    .join(' - ');
}

export function dateText(date: BoletoPdf['issueDate']): string {
  return date === undefined ? '' : formatCalendarDate(date);
}

/** What an overdue invoice costs on the day of printing; empty when it is not overdue. */
export function overdueText({ overdueCents, printedAt, timeZone }: BoletoPdf): string {
  if (overdueCents === undefined) return '';
  const today = formatCalendarDate(calendarDateAt(printedAt, timeZone));
  return `Vencido. Total em ${today}: ${formatBrl(overdueCents)}`;
}
