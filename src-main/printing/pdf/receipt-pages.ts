import { formatBrl } from '../../domain/money.ts';
import { documentLine } from '../documents/company.ts';
import { maskedDocumentLine } from '../documents/customer-line.ts';
import { formatDateTime } from '../documents/date-time.ts';
import { settlementWords } from '../documents/settlement-words.ts';
import { FORM_LEFT, FORM_RIGHT } from './form.ts';
import { drawLetterhead } from './letterhead.ts';
import type { ReceiptPdf } from './receipt-pdf.ts';
import { Sheet } from './sheet.ts';

type Invoice = ReceiptPdf['invoices'][number];

const WIDTH = FORM_RIGHT - FORM_LEFT;
const AMOUNT_WIDTH = 45;
const INVOICE_HEIGHT = 12;
const LAST_BASELINE = 280;
/** Height of what follows the invoices. */
const CLOSING_HEIGHT = 75;
const BODY = { size: 10, smallest: 7 } as const;
const LABEL = { size: 8 } as const;

/** The receipt of a PIX payment on A4; a long list of invoices goes on over the next pages. */
export function receiptPages(input: ReceiptPdf): readonly Sheet[] {
  const sheets = [new Sheet()];
  let sheet = sheets[0] ?? new Sheet();
  let y = drawOpening(sheet, input);
  const room = (height: number) => {
    if (y + height <= LAST_BASELINE) return;
    sheet = new Sheet();
    sheets.push(sheet);
    y = 15;
  };
  for (const invoice of input.invoices) {
    room(INVOICE_HEIGHT);
    y = drawInvoice(sheet, invoice, y);
  }
  room(CLOSING_HEIGHT);
  drawClosing(sheet, input, y);
  return sheets;
}

function drawOpening(sheet: Sheet, input: ReceiptPdf): number {
  const { company, proof, timeZone, payer } = input;
  const moment = formatDateTime(proof.by === 'psp' ? proof.paidAt : proof.confirmedAt, timeZone);
  const top = drawLetterhead(sheet, {
    texts: [
      input.receiptHeader,
      input.slipHeader,
      `${company.name}\n${documentLine(company.document)}\n${company.address}`,
    ],
    company,
    logo: input.logo,
    title: 'COMPROVANTE',
    note: input.reprint === true ? '2ª VIA' : '',
  });
  sheet.line({ x: FORM_LEFT, y: top }, { x: FORM_RIGHT, y: top }, 0.5);
  const middle = { x: (FORM_LEFT + FORM_RIGHT) / 2, align: 'center' } as const;
  sheet.text('Pagamento por PIX', { ...middle, y: top + 12 }, { size: 13, bold: true });
  sheet.text(formatBrl(input.amountCents), { ...middle, y: top + 25 }, { size: 28, bold: true });
  sheet.text(moment, { ...middle, y: top + 33 }, { size: 11 });
  const beneficiary = `${company.name}\n${documentLine(company.document)}`;
  const customer = `${payer.maskedName}\n${maskedDocumentLine(payer.document)}`;
  const half = WIDTH / 2 - 4;
  drawLabelled(sheet, 'Recebedor', beneficiary, { x: FORM_LEFT, y: top + 45, width: half });
  drawLabelled(sheet, 'Cliente', customer, { x: FORM_LEFT + WIDTH / 2, y: top + 45, width: half });
  const tableTop = top + 70;
  sheet.text(input.invoices.length === 1 ? 'Fatura' : 'Faturas', { x: FORM_LEFT, y: tableTop }, LABEL);
  sheet.text('Valor', { x: FORM_RIGHT, y: tableTop, align: 'right' }, LABEL);
  sheet.line({ x: FORM_LEFT, y: tableTop + 2 }, { x: FORM_RIGHT, y: tableTop + 2 });
  return tableTop + 2;
}

function drawLabelled(
  sheet: Sheet,
  label: string,
  value: string,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  sheet.text(label, { x, y }, LABEL);
  sheet.paragraph(value, { x, y: y + 5.5 }, { width, lines: 3 }, BODY);
}

function drawInvoice(sheet: Sheet, { id, description, amountCents }: Invoice, y: number): number {
  const room = { width: WIDTH - AMOUNT_WIDTH, lines: 1 };
  sheet.paragraph(`Fatura ${id}`, { x: FORM_LEFT, y: y + 5 }, room, { ...BODY, bold: true });
  sheet.paragraph(description, { x: FORM_LEFT, y: y + 9.5 }, room, { size: 9, smallest: 6.5 });
  sheet.text(
    formatBrl(amountCents),
    { x: FORM_RIGHT, y: y + 5, align: 'right' },
    { size: BODY.size, bold: true },
  );
  const bottom = y + INVOICE_HEIGHT;
  sheet.line({ x: FORM_LEFT, y: bottom }, { x: FORM_RIGHT, y: bottom });
  return bottom;
}

function drawClosing(sheet: Sheet, input: ReceiptPdf, top: number): void {
  let y = top + 9;
  for (const [label, value] of proofFacts(input.proof)) {
    drawLabelled(sheet, label, value, { x: FORM_LEFT, y, width: WIDTH });
    y += 13;
  }
  if (input.writeOff !== 'done') {
    const [title, text] = settlementWords[input.writeOff];
    sheet.text(title, { x: FORM_LEFT, y: y + 3 }, { size: 11, bold: true });
    sheet.text(text, { x: FORM_LEFT, y: y + 8.5 }, { size: 10 });
    y += 17;
  }
  sheet.line({ x: FORM_LEFT, y }, { x: FORM_RIGHT, y });
  const support = input.company.supportPhone;
  const foot = [`Terminal ${input.terminalId}`, ...(support === undefined ? [] : [`Atendimento ${support}`])];
  sheet.paragraph(foot.join('\n'), { x: FORM_LEFT, y: y + 6 }, { width: WIDTH / 2, lines: 2 }, BODY);
  sheet.text('NÃO É DOCUMENTO FISCAL', { x: FORM_RIGHT, y: y + 6, align: 'right' }, { size: 10, bold: true });
}

function proofFacts(proof: ReceiptPdf['proof']): readonly (readonly [string, string])[] {
  if (proof.by === 'company') return [['Confirmação', 'Pagamento confirmado pela empresa.']];
  return [
    ...(proof.endToEndId === undefined ? [] : [['ID da transação', proof.endToEndId] as const]),
    ['Identificador da cobrança (txid)', proof.txid],
  ];
}
